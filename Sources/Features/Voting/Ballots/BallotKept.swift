import FoundationEssentials
package import Shell
import WorkshopCore
import WorkshopQueries

/// Marks that were not given yet, as they are kept for a code when its terminal dies; they count nowhere.
struct KeptBallot: Codable, Equatable {
  let poll: PollID
  let marks: [String: Int]
  let reasons: [String: String]
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

  /// Unfinished marks as a text, for whoever types the same code again; nil when there is nothing to keep.
  ///
  /// Without a code nothing is kept: whoever comes next may be somebody else.
  package var keptBallot: String? {
    guard role == .ballot, focus.booth?.key != nil, let (sheet, poll) = sheet,
      !sheet.marks.isEmpty, !poll.isRevealed
    else { return nil }
    let encoder = JSONEncoder()
    // The same marks are the same text, so that nothing is written while nothing changes.
    encoder.outputFormatting = .sortedKeys
    let kept = KeptBallot(poll: sheet.poll, marks: sheet.marks, reasons: sheet.reasons)
    return (try? encoder.encode(kept)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Takes unfinished marks back; false when they are of no use any more.
  package mutating func takeBack(_ text: String) -> Bool {
    guard let booth = focus.booth, booth.key != nil,
      let kept = try? JSONDecoder().decode(KeptBallot.self, from: Data(text.utf8)),
      let poll = workshop.poll(kept.poll), poll.isOpen
    else { return false }
    var sheet = BallotSheet(poll, voter: booth.voter(in: poll.id), way: .terminal)
    let known = Set(poll.options)
    let parts = Set(poll.parts)
    sheet.marks = kept.marks.filter { key, mark in
      guard poll.method.isGrid else { return known.contains(key) && mark >= 0 }
      return parts.contains { part in
        key.hasPrefix(part + ":") && known.contains(String(key.dropFirst(part.count + 1)))
      }
    }
    sheet.reasons = kept.reasons.filter { known.contains($0.key) }
    focus.ballot = sheet
    return !sheet.marks.isEmpty
  }
}
