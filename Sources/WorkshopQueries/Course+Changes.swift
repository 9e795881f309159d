import WorkshopCore

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
