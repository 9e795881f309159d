package import Languages
package import Shell
import WorkshopCore

/// What stands in the journals of votes that a facilitator should know of, without a word of what anybody
/// marked.
package struct BallotAudit {
  /// Ballots that were never counted.
  package let faults: [Phrase]
  /// What may well be right: a voter who gave another ballot, here or at another terminal.
  package let notes: [Phrase]

  package init(_ scene: Scene) {
    let polls = scene.workshop.polls
    faults = polls.filter { !$0.unknownBallots.isEmpty }.map { poll in
      "\(scene.title(ofVote: poll)): ballots without a printed slip, not counted: \(poll.unknownBallots.count)"
    }
    notes = polls.filter { $0.votersChanged > 0 }.map { poll in
      "\(scene.title(ofVote: poll)): ballots changed after they were submitted: \(poll.votersChanged)"
    }
  }
}
