import WorkshopCore

/// How the clocks of other writers differ from ours, judged by what they write.
///
/// Order follows every clock; the time that people see follows none. So a time that somebody else began
/// has to be read with how far their clock is from ours: one that is ahead shows at once, for nobody
/// writes what is yet to come; one that is behind looks like news that was long on its way, and is told
/// from it only when even the quickest news of that writer seems to be old. Where nobody's news agrees
/// with our clock it may be ours that is wrong.
struct Clocks: Sendable {
  /// Stamps that are further ahead of our clock than this are not followed: a day, in milliseconds. No
  /// wrong zone and no wrong hour amounts to that much.
  static let followed: Int64 = 86_400_000
  /// A clock this far ahead is worth a word: two minutes, in milliseconds.
  private static let tolerance: Int64 = 120_000
  /// So little ahead is none: what lies between two readings of two clocks that agree, in milliseconds.
  private static let even: Int64 = 2_000
  /// News that is always older than this comes from a clock that is behind: ten minutes, in
  /// milliseconds. Tools that carry files between computers are quicker.
  private static let slow: Int64 = 600_000

  /// By how much each writer's quickest news was late, in milliseconds; negative: came too early.
  private var leads: [String: Int64] = [:]
  /// Whose clock was already told of.
  private var told: Set<String> = []
  /// By how many seconds, rounded up, the stamps of writers are ahead that are not followed.
  private(set) var notFollowed: [String: Int] = [:]

  /// By how many milliseconds other clocks are behind ours, by writer; negative when ahead. Those that
  /// agree are left out.
  var behind: [String: Int64] { leads.filter { $0.value < -Self.even || $0.value > Self.slow } }

  /// Takes in entries that were read at a moment, in milliseconds since 1970.
  mutating func compare(_ entries: [Entry], at now: Int64, isLive: Bool) {
    var newest: [String: Entry] = [:]
    // A line that stands alone tells of no clock.
    // The last one first: what comes before it in its journal is older.
    for entry in entries.reversed()
    where !entry.isAlone && newest[entry.id.writer].map({ $0 < entry }) ?? true {
      newest[entry.id.writer] = entry
    }
    for (writer, entry) in newest {
      let late = now - entry.time
      if isLive || late < -Self.even { leads[writer] = min(leads[writer] ?? late, late) }
      guard entry.stamp.milliseconds - now > Self.followed else { continue }
      // Whoever followed such a clock is ahead by their stamps alone.
      let own = entry.time > now + Self.tolerance ? now : entry.time
      // Up, so that what is written from now on stands after it.
      notFollowed[writer] = Int((entry.stamp.milliseconds - own) / 1000) + 1
    }
  }

  /// Whether the news of somebody else, as it comes in, agrees with our clock.
  func isVouched(besides writer: String) -> Bool {
    leads.contains { $0.key != writer && (-Self.even...Self.slow).contains($0.value) }
  }

  /// The minutes by which an entry's writer is ahead, when that is worth a word and was not said yet.
  ///
  /// An entry whose stamp follows somebody else's clock says nothing of its writer's.
  mutating func ahead(_ entry: Entry, at now: Int64) -> Int? {
    let ahead = entry.stamp.milliseconds - now
    guard !entry.isAlone, ahead > Self.tolerance, entry.time - now > Self.tolerance,
      told.insert(entry.id.writer).inserted
    else { return nil }
    return Int(ahead / 60_000)
  }
}
