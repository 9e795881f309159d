/// An event as it stands in a journal: with identity, order and author.
public struct Entry: Equatable, Sendable {
  public let id: EntryID
  /// Where it stands in the order that every process shares.
  public let stamp: Stamp
  /// Wall time with zone (ISO 8601), for people only.
  public let at: String
  /// The name of whoever sat at the terminal.
  public let by: String
  /// Nil when this version does not know the event: it is kept, counted and skipped.
  public let event: Event?
  /// The sequence of the first entry of the same act: what one key did is undone by one key.
  public let act: Int

  /// - Parameter act: nil for an entry that is an act of its own, or the first of one.
  public init(
    id: EntryID, stamp: Stamp, at: String, by: String, event: Event?, act: Int? = nil
  ) {
    self.id = id
    self.stamp = stamp
    self.at = at
    self.by = by
    self.event = event
    self.act = act ?? id.sequence
  }
}

extension Entry {
  /// When it was written by its writer's own clock, in milliseconds since 1970.
  ///
  /// That is its stamp, but where the stamp follows somebody else's clock that is ahead: then it is the
  /// wall time, which is of whole seconds. Stamps order, this is what people see and countdowns run by.
  public var time: Int64 {
    guard let own = Moment.milliseconds(of: at), stamp.milliseconds - own >= 2000 else {
      return stamp.milliseconds
    }
    return own
  }

  /// The same entry with a stamp that is so many seconds earlier.
  func earlier(by seconds: Int) -> Entry {
    let moved = Stamp(
      milliseconds: stamp.milliseconds - Int64(max(0, seconds)) * 1000, counter: stamp.counter)
    return Entry(id: id, stamp: moved, at: at, by: by, event: event, act: act)
  }

  /// It stands alone: without a name and a time, so that it tells nothing of who wrote it, or when.
  public var isAlone: Bool { at.isEmpty && by.isEmpty }

  /// The program wrote it by itself: nobody undoes it.
  var isByItself: Bool {
    if case .clockCorrected = event { return true }
    return false
  }

  /// The day it was written on, where it was written; in UTC where nobody wrote down the zone.
  var day: Day {
    Moment(milliseconds: time, offset: Moment.offset(of: at) ?? 0).day
  }
}

extension Entry: Comparable {
  /// By stamp, then by id.
  public static func < (a: Entry, b: Entry) -> Bool {
    a.stamp == b.stamp ? a.id < b.id : a.stamp < b.stamp
  }
}
