import Languages
package import Shell
import WorkshopCore

extension VoteMethod {
  package static let dots = VoteMethod(
    .dots, "Dots", purpose: "many ideas: the few that people want",
    spending: Spending("Dots each") { "\($0) of \($1) dots left" },
    rule: { poll in
      if poll.dots == 1 { return "One dot each" }
      return poll.cap == 1
        ? "\(poll.dots) dots each · one at most on each option"
        : "\(poll.dots) dots each · up to \(poll.cap) on one"
    },
    ballot: { poll, _ in
      if poll.dots == 1 { return "You have one dot" }
      return poll.cap == 1
        ? "You have \(poll.dots) dots, at most one on each line"
        : "You have \(poll.dots) dots, at most \(poll.cap) of them on one line"
    },
    counting: { _, _ in "Each number is dots; their sum is the score." })
}
