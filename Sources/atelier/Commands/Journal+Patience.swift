import Glibc
import Journaling
import WorkshopCore

/// How a command waits for the disk before it says that it is done.
extension Journal {
  /// Tries for five seconds to have everything safe: a full disk may have room again in a moment.
  mutating func settlePatiently() {
    for _ in 0..<25 where !settle(milliseconds: 200) {
      // A failed write leaves nothing to wait for, so that settling returns at once.
      poll(nil, 0, 200)
      retry(now: .now)
    }
  }

  /// Ends the journal; an error where something is not safe.
  mutating func finish() throws(JournalError) {
    guard !close(now: .now) else { return }
    throw failure
  }

  /// Why something is not safe.
  var failure: JournalError {
    if case .notSaved(_, let reason) = saving { reason } else { .stalled }
  }
}
