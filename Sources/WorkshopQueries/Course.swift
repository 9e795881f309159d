public import WorkshopCore

/// The items of a day that are still to come, one after another.
public struct Course: Equatable, Sendable {
  /// Those that are left out included.
  public let slots: [Slot]
  public let end: Int

  /// An item to come with its place in the day, in minutes since midnight.
  public struct Slot: Equatable, Sendable {
    /// As the plan has it now.
    public let activity: Activity
    /// A break, lunch, slack.
    public let isBreak: Bool
    /// When the plan has it now.
    public let plannedStart: Int
    /// Nil: left out.
    public let minutes: Int?
    public let start: Int
    public let end: Int
    /// Minutes of what comes before that do not fit before a fixed item.
    public let misfit: Int

    /// A break that is there to be used up.
    var isSlack: Bool { isBreak && activity.minimum == 0 }
    public var isLeftOut: Bool { minutes == nil }
    /// Minutes more than planned, negative when fewer; 0 when it is left out.
    public var change: Int { minutes.map { $0 - activity.minutes } ?? 0 }
    /// A fixed item that starts at another time than planned.
    public var isMoved: Bool { activity.isFixed && start != plannedStart }
  }

  public var leftOut: [Slot] { slots.filter(\.isLeftOut) }
  public var changed: [Slot] { slots.filter { $0.change != 0 } }
  public var fixed: [Slot] { slots.filter(\.activity.isFixed) }

  /// Minutes of the shortest break left, as a squeezed one has them; nil when there is none.
  public var shortestBreak: Int? {
    slots.filter { $0.isBreak && !$0.isSlack && ($0.minutes ?? 0) > 0 }
      .map { max(0, ($0.minutes ?? 0) - $0.misfit) }.min()
  }

  /// What is done with a block that takes more, or less, than it has.
  enum Policy { case nothing, shorten, shortenFew, leaveOut, endLater, giveBack }

  /// So many minutes ahead are worth planning anew.
  static let worthwhile = 5

  /// - Parameters:
  ///   - start: when what runs now ends.
  ///   - starts: new starts of fixed items.
  ///   - end: when the last block must be over.
  init(
    _ items: [Agenda.Item], from start: Int, starts: [ActivityID: Int] = [:], end: Int,
    by policy: Policy
  ) {
    var slots: [Slot] = []
    var cursor = start
    var rest = items[...]
    while !rest.isEmpty {
      let free = rest.prefix { !$0.activity.isFixed }
      rest = rest.dropFirst(free.count)
      let fixed = rest.popFirst()
      let due = fixed.map { starts[$0.activity.id] ?? $0.plannedStart } ?? end
      // What the plan itself leaves free before a fixed item is not given away.
      let gap = fixed.flatMap { fixed in
        free.last.map { fixed.plannedStart - $0.plannedStart - $0.activity.minutes }
      }
      var block = Block(Array(free))
      block.fit(due - cursor, isLast: fixed == nil, gap: max(0, gap ?? 0), by: policy)
      for (item, minutes) in zip(free, block.minutes) {
        let end = cursor + (minutes ?? 0)
        slots.append(Slot(item, minutes: minutes, start: cursor, end: end))
        cursor = end
      }
      if let fixed {
        let end = max(due + fixed.activity.minutes, cursor)
        slots.append(
          Slot(
            fixed, minutes: fixed.activity.minutes, start: due, end: end,
            misfit: max(0, cursor - due)))
        cursor = end
      }
    }
    self.slots = slots
    self.end = cursor
  }
}

extension Course.Slot {
  fileprivate init(
    _ item: Agenda.Item, minutes: Int?, start: Int, end: Int, misfit: Int = 0
  ) {
    self.init(
      activity: item.activity, isBreak: item.isBreak, plannedStart: item.plannedStart,
      minutes: minutes, start: start,
      end: end, misfit: misfit)
  }
}

extension Block {
  /// Makes it as long as a policy wants it, with so many minutes to be had.
  fileprivate mutating func fit(_ room: Int, isLast: Bool, gap: Int, by policy: Course.Policy) {
    let excess = total - room
    switch policy {
    case .nothing: return
    case .endLater where isLast: return
    case .giveBack where -excess - gap >= Course.worthwhile: lengthen(-excess - gap)
    case .leaveOut: if excess > 0 { cut(excess, first: .extras) }
    case .shortenFew: if excess > 0 { cut(excess, first: .minimums, fromFew: true) }
    case .shorten, .endLater, .giveBack: if excess > 0 { cut(excess, first: .minimums) }
    }
  }
}

extension Course {
  /// What makes a session's plan this course.
  ///
  /// The first item of each block says by its delay what the day has lost before it, so that the
  /// planned starts are those of this course and nothing is late any more. A day that has not begun
  /// says it by its own start.
  func changes(
    to session: Session, in workshop: Workshop, shift: Int, isBegun: Bool
  ) -> [PlanChange] {
    var session = session
    var changes: [PlanChange] = []

    func set(_ field: String, of index: Int, to value: String) {
      let activity = session.activities[index]
      guard activity.value(of: field) != value else { return }
      session.activities[index].set(field, to: value)
      changes.append(
        .activitySet(
          activity: activity.id, field: field, value: value,
          base: workshop.base.activity(activity.id)?.value(of: field) ?? ""))
    }

    let indices = Dictionary(
      session.activities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for slot in slots {
      guard let index = indices[slot.activity.id] else { continue }
      if let minutes = slot.minutes {
        set("minutes", of: index, to: String(minutes))
        for (field, minutes) in session.activities[index].segments(changedBy: slot.change) {
          set(field, of: index, to: String(minutes))
        }
      } else {
        set("dropped", of: index, to: "yes")
      }
      if slot.isMoved {
        set("start", of: index, to: ClockTime(minutes: slot.start - shift).description)
      }
    }
    let kept = slots.filter { !$0.isLeftOut }
    if !isBegun, let first = kept.first, first.isMoved || !first.activity.isFixed {
      let start = ClockTime(minutes: first.start - shift).description
      if ClockTime(session.start) != ClockTime(start) {
        changes.append(
          .sessionSet(
            session: session.id, field: "start", value: start,
            base: workshop.base.session(session.id)?.start ?? ""))
        session.start = start
      }
    }
    // The item after one of these begins where it ends.
    var planned: Int?
    for slot in kept where !slot.activity.isFixed {
      guard let index = indices[slot.activity.id] else { continue }
      if planned == index - 1 {
        set("delay", of: index, to: "0")
      } else {
        let starts = session.plannedStarts
        let before = starts[index] - session.activities[index].delay + shift
        set("delay", of: index, to: String(slot.start - before))
      }
      planned = index
    }
    return changes
  }
}

extension Activity {
  /// The minutes of its rounds' segments, by field, when the whole gets longer or shorter: the clock
  /// runs through the rounds, whatever the agenda says.
  fileprivate func segments(changedBy change: Int) -> [(field: String, minutes: Int)] {
    let segments = numberedRounds.flatMap { round in
      round.segments.enumerated().map { ("rounds/\(round.id ?? "")/\($0)", $1.minutes) }
    }
    let shares = Block.shares(abs(change), among: segments.map(\.1))
    return zip(segments, shares).map { ($0.0, $0.1 + (change < 0 ? -$1 : $1)) }
  }
}
