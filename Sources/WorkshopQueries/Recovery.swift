public import WorkshopCore

/// What can be done when a day will not end, or a fixed item not begin, as it should: proposals to
/// compare, of which a person applies one.
///
/// In order: flexible items shrink to their minimum, what "could" be done is dropped, breaks shrink to
/// their minimum, the end moves. A fixed item keeps its start and its minutes, and nothing is touched
/// that is done or running.
public struct Recovery: Equatable, Sendable {
  public let agenda: Agenda
  public let goal: Goal
  /// When the day shall end, in minutes since midnight.
  public let wantedEnd: Int
  /// When what is to come begins: the end of what runs, as it looks now; before the first item, when it
  /// can begin.
  public let start: Int
  /// How the day goes when nothing is cut; fixed items begin when the goal says.
  public let unchanged: Course
  /// At most three, each different; empty when nothing need be done, or nothing can.
  public let proposals: [Proposal]

  /// What the day shall come to, in minutes since midnight.
  public struct Goal: Equatable, Sendable {
    /// Nil: the planned end.
    public var end: Int?
    /// New starts of fixed items: lunch comes ten minutes early.
    public var starts: [ActivityID: Int]

    public init(end: Int? = nil, starts: [ActivityID: Int] = [:]) {
      self.end = end
      self.starts = starts
    }
  }

  public init(of session: Session, in workshop: Workshop, now: Moment, goal: Goal = Goal()) {
    let agenda = Agenda(of: session, in: workshop, now: now)
    let end = goal.end ?? agenda.plannedEnd
    let last = agenda.items.lastIndex { $0.state == .now || $0.state == .done }
    // Once the room has left, nothing is to come.
    let isOver = last.map { agenda.items[$0].state == .done } ?? false
    let items = isOver ? [] : agenda.items.filter { $0.state == .ahead }
    let ends = agenda.items.filter { $0.state == .now || $0.state == .done }.map(\.end)
    // A day of today cannot begin before now.
    let soonest = session.date == now.date ? now.secondOfDay / 60 : .min
    let start =
      ends.max()
      ?? items.first.map { max(goal.starts[$0.activity.id] ?? $0.plannedStart, soonest) }

    func course(_ policy: Course.Policy) -> Course {
      Course(items, from: start ?? end, starts: goal.starts, end: end, by: policy)
    }
    self.agenda = agenda
    self.goal = goal
    self.start = start ?? agenda.projectedEnd
    wantedEnd = end
    let unchanged = course(.nothing)
    self.unchanged = unchanged

    var candidates: [(kind: Proposal.Kind, course: Course)] = []
    func offer(_ kind: Proposal.Kind, _ course: Course) {
      if !candidates.contains(where: { $0.course == course }) { candidates.append((kind, course)) }
    }
    let isLastTooLong = course(.endLater).end > end
    if !Self.fits(unchanged, by: end) || unchanged.fixed.contains(where: \.isMoved) {
      let shorter = course(.shorten)
      if shorter.isShortened { offer(.shorten, shorter) }
      let fewer = course(.leaveOut)
      if !fewer.leftOut.isEmpty { offer(.leaveOut, fewer) }
      offer(isLastTooLong ? .endLater : .keep, course(.endLater))
    }
    let longer = course(.giveBack)
    if !isLastTooLong, longer.changed.contains(where: { $0.change > 0 }) {
      offer(.giveBack, longer)
    }
    // Where little can be compared: the same minutes from as few items as possible.
    let few = course(.shortenFew)
    if candidates.count < 3, candidates.contains(where: { $0.kind == .shorten }) {
      offer(.shortenFew, few)
      candidates.sort { $0.kind < $1.kind }
    }
    let isBegun = last != nil
    proposals = candidates.compactMap { kind, course in
      let changes = course.changes(
        to: session, in: workshop, shift: agenda.shift, isBegun: isBegun)
      guard !changes.isEmpty else { return nil }
      return Proposal(kind: kind, course: course, changes: changes)
    }
  }

  /// Whether nothing need be cut.
  public var fits: Bool { Self.fits(unchanged, by: wantedEnd) }

  private static func fits(_ course: Course, by end: Int) -> Bool {
    course.end <= end && course.slots.allSatisfy { $0.misfit == 0 }
  }
}

/// One way to bring a day to its end.
public struct Proposal: Equatable, Sendable {
  public let kind: Kind
  /// Everything to come as it would be.
  public let course: Course
  /// What applies it, as one event.
  public let changes: [PlanChange]

  /// What is cut first, in the order in which proposals stand.
  public enum Kind: Int, CaseIterable, Comparable, Sendable {
    /// Items shrink before any is left out, each by its part.
    case shorten
    /// The same minutes, from as few items as possible.
    case shortenFew
    /// Items are left out before any shrinks.
    case leaveOut
    /// Only what a fixed item forces is cut, and the end moves.
    case endLater
    /// Nothing is cut, and the end stays: a fixed item loses minutes, or only moves.
    case keep
    /// What the day is ahead goes to the items to come.
    case giveBack

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }
}

extension Course {
  /// Whether an item shrinks, or slack is used up.
  fileprivate var isShortened: Bool {
    slots.contains { $0.change < 0 || $0.isLeftOut && $0.isSlack }
  }
}
