import Languages
package import Shell
import WorkshopCore

extension VoteMethod {
  package static let points = VoteMethod(
    .points, "Points to share out", purpose: "how much of a budget each one gets",
    spending: Spending("Points each") { "\($0) of \($1) points left" },
    rule: { poll in
      if poll.dots == 1 { return "One point each" }
      return poll.settings.spendsAll == true
        ? "\(poll.dots) points each: share out all of them"
        : "\(poll.dots) points each to share out"
    },
    ballot: { poll, _ in
      if poll.dots == 1 { return "You have one point" }
      return poll.settings.spendsAll == true
        ? "Share out all \(poll.dots) points" : "Share out up to \(poll.dots) points"
    },
    counting: { _, _ in "Each number is points; their sum is the score." })

  package static let quadratic = VoteMethod(
    .quadratic, "Quadratic credits", purpose: "how strongly people want it",
    spending: Spending(
      "Credits each", left: { "\($0) of \($1) credits left" },
      mark: { "\($0) (cost \($0 * $0))" }),
    rule: { poll in
      poll.dots == 1
        ? "One credit each, for one vote"
        : "\(poll.dots) credits each: 1 vote costs 1, 2 cost 4, 3 cost 9, 4 cost 16"
    },
    ballot: { poll, _ in
      poll.dots == 1
        ? "You have one credit, for one vote"
        : "You have \(poll.dots) credits: 1 vote costs 1, 2 cost 4, 3 cost 9, 4 cost 16"
    },
    counting: { _, _ in "Each number is votes; their sum is the score." })
}
