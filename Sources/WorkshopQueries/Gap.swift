public import WorkshopCore

/// Where something can be put into a day that goes on: right after what the room is at, or before the
/// first item while nothing runs.
public struct Gap: Equatable, Sendable {
  /// What it would come after; nil: it would be the session's first item.
  public let after: ActivityID?
  /// When it would start, in minutes since midnight.
  public let start: Int
  /// Minutes that are free before the next fixed item or the session's planned end, when every item up
  /// to there is cut to its minimum and none below it.
  public var free: Int
  /// What the moment is good for.
  public let occasions: Set<Occasion>
  /// The room is so far behind that what is short goes before what suits.
  public let isLate: Bool
  /// A jury is there that day.
  public let hasJury: Bool

  /// When a game fits best, as `warm-ups.json` names it.
  public enum Occasion: String, CaseIterable, Sendable {
    case open
    case beforeIdeas = "before-ideas"
    case afterLunch = "after-lunch"
    case close
    /// People have sat for long: no file names it, what is lively fits it.
    case tired
  }

  /// From so many minutes on a break is a meal.
  ///
  /// A full day's lunch takes at least 45 minutes
  /// (https://clearleft.com/thinking/when-planning-a-workshop-start-with-the-stops).
  private static let meal = 45
  /// Minutes after a meal, and at most as many from either end of the day, that count as near it.
  private static let hour = 60
  /// Minutes of work on end after which people are tired: soon a check of the plan would ask for a break.
  private static let sitting = SessionReview.longestStretch - 15
  /// Minutes behind the plan from which on a room is late.
  private static let late = 5

  /// Somewhere in a day of which nothing is known.
  public static let anywhere = Gap(
    after: nil, start: 0, free: 1440, occasions: [], isLate: false, hasJury: false)

  private init(
    after: ActivityID?, start: Int, free: Int, occasions: Set<Occasion>, isLate: Bool, hasJury: Bool
  ) {
    self.after = after
    self.start = start
    self.free = free
    self.occasions = occasions
    self.isLate = isLate
    self.hasJury = hasJury
  }

  /// After an item of a day that is planned, whatever the clock says; nil: before all of them.
  public init(after activity: ActivityID?, in session: Session, _ catalogue: Catalogue) {
    let items = session.activities
    let starts = session.plannedStarts
    let index = items.firstIndex { $0.id == activity }
    let begin = ClockTime(session.start)?.minutes ?? 0
    func end(_ index: Int) -> Int {
      starts[index] + (items[index].isDropped ? 0 : items[index].minutes)
    }
    let start = index.map(end) ?? begin
    let coming = items.dropFirst(index.map { $0 + 1 } ?? 0)
    let fixed = coming.firstIndex { $0.isFixed }
    // A day in the making has no end that must be kept.
    let needed = coming[..<(fixed ?? coming.endIndex)].reduce(0) { $0 + $1.least }
    var occasions: Set<Occasion> = []
    let before = items.prefix(index.map { $0 + 1 } ?? 0)
    let rests = before.indices.filter {
      !catalogue.traits(of: items[$0]).isDisjoint(with: Self.wakes)
    }
    if let last = rests.last(where: { items[$0].minutes >= Self.meal }),
      start - end(last) < Self.hour
    {
      occasions.insert(.afterLunch)
    }
    if let next = coming.first, catalogue.traits(of: next).contains(.plain) {
      occasions.insert(.beforeIdeas)
    }
    let near = min(Self.hour, (session.plannedEnd - begin) / 4)
    if start - begin <= near { occasions.insert(.open) }
    if session.plannedEnd - start <= near { occasions.insert(.close) }
    if start - (rests.last.map(end) ?? begin) >= Self.sitting { occasions.insert(.tired) }
    self.init(
      after: activity, start: start,
      free: fixed.map { max(0, starts[$0] - start - needed) } ?? 1440,
      occasions: occasions, isLate: false,
      hasJury: items.contains { catalogue.traits(of: $0).contains(.jury) })
  }

  /// What people come back from awake.
  private static let wakes: KindTraits = [.rest, .game]

  /// Nil when nothing runs and nothing is to come.
  public init?(in agenda: Agenda) {
    let current = agenda.items.firstIndex { $0.state == .now }
    let coming = agenda.items.dropFirst(current.map { $0 + 1 } ?? 0).filter { $0.state == .ahead }
    guard let start = current.map({ agenda.items[$0].end }) ?? coming.first?.start else {
      return nil
    }
    after = current.map { agenda.items[$0].activity.id }
    self.start = start

    let next = coming.firstIndex { $0.activity.isFixed }
    let deadline = next.map { coming[$0].plannedStart } ?? agenda.plannedEnd
    let needed = coming[..<(next ?? coming.endIndex)].reduce(0) { $0 + $1.activity.least }
    free = max(0, deadline - start - needed)

    var occasions: Set<Occasion> = []
    let meals = agenda.items.filter {
      $0.isBreak && $0.activity.minutes >= Self.meal
        && ($0.state == .done || $0.state == .now)
    }
    if let end = meals.last?.end, start - end < Self.hour { occasions.insert(.afterLunch) }
    if coming.first?.traits.contains(.plain) == true { occasions.insert(.beforeIdeas) }
    let begun = agenda.items.first?.start ?? start
    // A short session has shorter ends.
    let near = min(Self.hour, (agenda.projectedEnd - begun) / 4)
    if start - begun <= near { occasions.insert(.open) }
    if agenda.projectedEnd - start <= near { occasions.insert(.close) }
    let rested = agenda.items.last {
      !$0.traits.isDisjoint(with: Self.wakes) && ($0.state == .done || $0.state == .now)
    }
    if start - (rested?.end ?? begun) >= Self.sitting { occasions.insert(.tired) }
    self.occasions = occasions
    isLate = agenda.drift >= Self.late
    hasJury = agenda.items.contains { $0.traits.contains(.jury) && $0.state != .skipped }
  }
}

extension Activity {
  /// The minutes it can be cut to.
  fileprivate var least: Int { min(minutes, minimum ?? minutes) }
}
