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
  public let free: Int
  /// What the moment is good for.
  public let occasions: Set<Occasion>

  /// When a game fits best, as `warm-ups.json` names it.
  public enum Occasion: String, CaseIterable, Sendable {
    case open
    case beforeIdeas = "before-ideas"
    case afterLunch = "after-lunch"
    case close
  }

  /// From so many minutes on a break is a meal.
  ///
  /// A full day's lunch takes at least 45 minutes
  /// (https://clearleft.com/thinking/when-planning-a-workshop-start-with-the-stops).
  private static let meal = 45
  /// Minutes after a meal, and at most as many from either end of the day, that count as near it.
  private static let hour = 60

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
    self.occasions = occasions
  }
}

extension Activity {
  /// The minutes it can be cut to.
  fileprivate var least: Int { min(minutes, minimum ?? minutes) }
}
