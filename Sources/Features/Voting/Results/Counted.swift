import Synchronization
import WorkshopCore

/// Results that were counted before: a screen asks for them at every frame, and a recount of a long list
/// takes longer than a frame may.
///
/// A poll that has not changed shares its storage with the one it was counted for, so that comparing
/// them costs nothing.
enum Counted {
  private struct Known {
    let poll: Poll
    var tally: Tally?
    var recount: Recount??
  }

  private static let known = Mutex<[PollID: Known]>([:])
  /// As many votes as are remembered; a programme has fewer.
  private static let limit = 64

  /// The result; nil until it is revealed.
  static func tally(_ poll: Poll) -> Tally? {
    guard poll.isRevealed else { return nil }
    if let tally = find(poll)?.tally { return tally }
    let tally = poll.result
    keep(poll) { $0.tally = tally }
    return tally
  }

  /// The same ballots under other rules; nil until the result is revealed, and with nothing to compare.
  static func recount(_ poll: Poll) -> Recount? {
    guard poll.isRevealed else { return nil }
    if let recount = find(poll)?.recount { return recount }
    let recount = poll.recount
    keep(poll) { $0.recount = .some(recount) }
    return recount
  }

  private static func find(_ poll: Poll) -> Known? {
    known.withLock { $0[poll.id] }.flatMap { $0.poll == poll ? $0 : nil }
  }

  private static func keep(_ poll: Poll, _ change: (inout Known) -> Void) {
    var entry = find(poll) ?? Known(poll: poll)
    change(&entry)
    let kept = entry
    known.withLock { known in
      if known.count >= limit { known.removeAll() }
      known[poll.id] = kept
    }
  }
}
