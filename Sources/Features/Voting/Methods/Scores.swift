import Languages
package import Shell
import WorkshopCore

extension VoteMethod {
  package static let criteria = VoteMethod(
    .criteria, "Weighted criteria", purpose: "five to eight services, by the same questions",
    rule: { poll in
      let (scores, count) = (poll.settings.scores, poll.settings.grid.count)
      if poll.settings.adds == true {
        return "Scores from \(scores.lowerBound) to \(scores.upperBound), added up: \(count)"
      }
      return count == 1
        ? "A score from \(scores.lowerBound) to \(scores.upperBound)"
        : "A score from \(scores.lowerBound) to \(scores.upperBound) for each of \(count) criteria"
    },
    ballot: { poll, _ in
      let scores = poll.settings.scores
      return
        "Score from \(scores.lowerBound) to \(scores.upperBound) on every criterion, or leave the line out"
    },
    counting: { poll, _ in
      if poll.settings.adds == true {
        return
          "The scores of an option are added up; where several ballots score it, the mean of their sums counts."
      }
      return
        "For each option, the mean of each criterion over the ballots that scored it, times its weight; the sum of these divided by \(poll.settings.weights) is the score."
    })

  package static let impact = VoteMethod(
    .impact, "Impact and effort", purpose: "what to do now, what later, what not",
    rule: { poll in
      "Impact and effort, each from \(poll.settings.scores.lowerBound) to \(poll.settings.highest)"
    },
    ballot: { poll, _ in
      let scores = poll.settings.scores
      return
        "How much it changes and how much it takes, from \(scores.lowerBound) to \(scores.upperBound)"
    },
    counting: { _, _ in
      "For each option, the mean impact less the mean effort, over the ballots that scored it, is the score."
    })
}
