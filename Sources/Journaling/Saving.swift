/// Whether what this terminal did is safe on disk.
public enum Saving: Equatable, Sendable {
  /// ✓
  case saved
  /// ●: so many entries are on their way.
  case saving(Int)
  /// The NOT SAVED banner: so many entries are in memory only, or not known to be on the disk.
  case notSaved(Int, reason: JournalError)

  /// How many entries are not known to be on the disk.
  public var count: Int {
    switch self {
    case .saved: 0
    case .saving(let count), .notSaved(let count, _): count
    }
  }

  /// Both together: what is not saved of one is not saved.
  static func + (a: Saving, b: Saving) -> Saving {
    switch (a, b) {
    case (.notSaved(_, let reason), _), (_, .notSaved(_, let reason)):
      .notSaved(a.count + b.count, reason: reason)
    case (.saved, .saved): .saved
    default: .saving(a.count + b.count)
    }
  }
}
