import Languages
package import Shell
import WorkshopCore

extension VoteMethod {
  package static let ranking = VoteMethod(
    .ranking, "A full ranking", purpose: "a few to put in order",
    rule: { _ in "Put them in order: 1 is the best" },
    ballot: { poll, _ in
      if let fewest = poll.settings.fewest, fewest > 1 {
        return "Put at least \(fewest) in order: place 1 is your best"
      }
      return "Put them in order: place 1 is your best; what has no place gets nothing"
    },
    counting: { poll, _ in
      "Each number is a place. Place 1 gives \(poll.options.count - 1) points, each further place 1 fewer, no place 0; their sum is the score."
    })

  package static let topFive = VoteMethod(
    .topFive, "The five best", purpose: "a long list: the five best in order",
    rule: { _ in "Your five best in order: 1 is the best" },
    ballot: { poll, _ in
      (poll.settings.fewest ?? 1) >= poll.places
        ? "All \(poll.places) places in order: place 1 is your best"
        : "Up to \(poll.places) in order: place 1 is your best"
    },
    counting: { _, _ in
      "Each number is a place. Place 1 gives 5 points, place 2 gives 4, and so on; no place gives 0. Their sum is the score."
    })
}
