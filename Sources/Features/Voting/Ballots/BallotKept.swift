import Foundation
package import Shell
import WorkshopCore
import WorkshopQueries

/// Marks that were not given yet, as they are kept when a terminal dies; they count nowhere.
struct KeptBallot: Codable, Equatable {
  /// The booth they belong to.
  let booth: String
  let id: String
  var poll: PollID?
  var marks: [String: Int]?
  var reasons: [String: String]?
}

extension Scene {
  /// The vote that a ballot terminal follows: the current activity's latest.
  var followedPoll: Poll? { current.flatMap { workshop.latestPoll(of: $0.id) } }

  /// A slip's code is asked for once slips were printed.
  package var needsCode: Bool { workshop.slips > 0 && focus.booth?.token == nil }

  /// The ballot that is marked at this terminal; nil when there is nothing to mark.
  var ownSheet: BallotSheet? {
    guard !needsCode, let booth = focus.booth, let poll = followedPoll, !poll.isRevealed
    else { return nil }
    let voter = booth.voter(in: poll.id)
    if let begun = focus.ballot as? BallotSheet, begun.poll == poll.id, begun.voter == voter {
      return begun
    }
    guard poll.isOpen, poll.standing(of: voter) == .none else { return nil }
    return BallotSheet(poll, voter: voter, way: .terminal)
  }

  /// The text of the draft that keeps what is not given yet; empty when there is nothing to keep.
  package var keptBallot: String {
    guard role == .ballot, let booth = focus.booth else { return "" }
    var kept = KeptBallot(booth: booth.key, id: booth.id)
    if let (sheet, poll) = sheet, !sheet.marks.isEmpty, !poll.isRevealed {
      kept.poll = sheet.poll
      kept.marks = sheet.marks
      kept.reasons = sheet.reasons
    } else if booth.token != nil {
      return ""
    }
    let encoder = JSONEncoder()
    // The same marks are the same text, so that nothing is written while nothing changes.
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(kept)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Takes unfinished marks back; false when they are not this booth's, or of no use any more.
  package mutating func takeBack(_ text: String) -> Bool {
    guard let booth = focus.booth,
      let kept = try? JSONDecoder().decode(KeptBallot.self, from: Data(text.utf8)),
      kept.booth == booth.key
    else { return false }
    if booth.token == nil { focus.booth?.id = kept.id }
    guard let poll = kept.poll.flatMap(workshop.poll), poll.isOpen, let marks = kept.marks,
      let voter = focus.booth?.voter(in: poll.id)
    else { return true }
    var sheet = BallotSheet(poll, voter: voter, way: .terminal)
    let known = Set(poll.options)
    let parts = Set(poll.parts)
    sheet.marks = marks.filter { key, mark in
      guard poll.method.isGrid else { return known.contains(key) && mark >= 0 }
      return parts.contains { part in
        key.hasPrefix(part + ":") && known.contains(String(key.dropFirst(part.count + 1)))
      }
    }
    sheet.reasons = (kept.reasons ?? [:]).filter { known.contains($0.key) }
    focus.ballot = sheet
    return true
  }
}
