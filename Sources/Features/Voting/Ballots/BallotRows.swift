package import Languages
package import Shell
package import WorkshopCore

/// Every mark of every ballot of the revealed votes as lines of a spreadsheet, and what was counted by hand:
/// enough to count each vote again.
///
/// A ballot has a line for each option, or for each criterion of it; what was not marked is empty.
package enum BallotRows {
  package static let header: [Phrase] = [
    "Vote", "Kind of vote", "Ballot", "Receipt", "Option", "Criterion", "Weight", "Choices",
    "Reason",
    "Voters",
  ]

  package static func rows(_ scene: Scene) -> [[String]] {
    scene.workshop.polls.filter(\.isRevealed).flatMap { poll in
      ballots(poll, scene) + counts(poll, scene)
    }
  }

  private static func ballots(_ poll: Poll, _ scene: Scene) -> [[String]] {
    let vote = [scene.title(ofVote: poll), poll.method.rawValue]
    return poll.anonymousBallots.enumerated().flatMap { index, ballot in
      poll.options.flatMap { option -> [[String]] in
        let start =
          vote + [String(index + 1), ballot.receipt ?? "", scene.workshop.label(ofOption: option)]
        let reason = ballot.reasons[option] ?? ""
        guard poll.method.isGrid else {
          let shift = poll.method.form == .grades ? 1 : 0
          let mark = ballot.marks[option].map { String($0 + shift) } ?? ""
          return [start + ["", "", mark, reason, ""]]
        }
        return poll.parts.map { part in
          let criterion = poll.settings.grid.first { $0.id == part && poll.method.asks(.weights) }
          let name = criterion.map { scene.say($0.name) } ?? BallotWords.part(part, poll, scene)
          let mark = ballot.marks[Poll.key(part, option)].map(String.init) ?? ""
          return start + [name, criterion.map { String($0.weight) } ?? "", mark, reason, ""]
        }
      }
    }
  }

  /// A line for each option, or for each grade of it, under the way and the wall in place of a ballot.
  private static func counts(_ poll: Poll, _ scene: Scene) -> [[String]] {
    poll.countedTotals.flatMap { count -> [[String]] in
      let way = scene.say(count.place.way.noun)
      let place = count.place.wall.isEmpty ? way : "\(way) · \(count.place.wall)"
      let start = [scene.title(ofVote: poll), poll.method.rawValue, place, ""]
      let voters = count.voters.map(String.init) ?? ""
      return poll.options.flatMap { option -> [[String]] in
        let label = scene.workshop.label(ofOption: option)
        guard poll.method.totals == .grades else {
          return [start + [label, "", "", String(count.totals[option] ?? 0), "", voters]]
        }
        return (0..<poll.settings.gradeCount).map { grade in
          let total = count.totals[Poll.key(String(grade), option)] ?? 0
          return start + [label, String(grade + 1), "", String(total), "", voters]
        }
      }
    }
  }
}

extension Scene {
  /// A vote by its question, a later one with the same question by its number, too.
  package func title(ofVote poll: Poll) -> String {
    let title = question(of: poll)
    let same = workshop.polls.filter { question(of: $0) == title }
    guard let index = same.firstIndex(where: { $0.id == poll.id }), index > 0 else { return title }
    return "\(title) (\(index + 1))"
  }
}
