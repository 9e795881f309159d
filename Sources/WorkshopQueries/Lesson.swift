public import WorkshopCore

/// What an item of a session that was held teaches the plan of the next one.
public struct Lesson: Equatable, Sendable {
  /// The item as the plan has it in the end.
  public let activity: Activity
  /// It was put in while the workshop went on.
  public let isInserted: Bool
  /// The minutes it really took, as a plan would say them; nil when it was not held to its end.
  public let minutes: Int?

  /// What each item of a session teaches; nothing while the session has not been held.
  public static func all(of session: Session, in workshop: Workshop, now: Moment) -> [Lesson] {
    let items = Agenda(of: session, in: workshop, now: now, asHeld: true).items
    guard items.contains(where: { $0.state == .done || $0.state == .now }) else { return [] }
    return items.map { item in
      let isHeld = item.state == .done && item.spent > 0
      return Lesson(
        activity: item.activity, isInserted: workshop.base.activity(item.activity.id) == nil,
        minutes: isHeld ? rounded(item.spent) : nil)
    }
  }

  /// A quarter of an hour and more goes to the nearest five minutes, as people plan; below it each minute
  /// counts: eleven are no quarter of an hour.
  private static func rounded(_ minutes: Int) -> Int {
    minutes < 15 ? minutes : (minutes + 2) / 5 * 5
  }
}

extension Workshop {
  /// The plan for the next time: as it stands, without dates and without what only that day lost.
  ///
  /// What was left out on the day is in again, unless it had been put in on the day too.
  ///
  /// - Parameters:
  ///   - file: the plan as people wrote it, whose fixed items need not name their hour.
  ///   - learning: items that were held get the minutes they really took.
  public func successor(of file: Plan, learning: Bool, now: Moment) -> Plan {
    var next = plan
    var ids = Set(plan.activities.map(\.id))
    for (index, session) in plan.sessions.enumerated() {
      let lessons = learning ? Lesson.all(of: session, in: self, now: now) : []
      let minutes = Dictionary(
        lessons.map { ($0.activity.id, $0.minutes) }, uniquingKeysWith: { first, _ in first })
      // An empty date keeps its line in the file, to be filled in.
      next.sessions[index].date = session.date.map { _ in "" }
      next.sessions[index].planned = nil
      next.sessions[index].next = nil
      next.sessions[index].start = prepared.session(session.id)?.start ?? session.start
      next.sessions[index].activities = session.activities.compactMap {
        successor(of: $0, minutes: minutes[$0.id] ?? nil, ids: &ids)
      }
      next.sessions[index].loosen(as: file)
    }
    next.programme = nextProgramme
    return next
  }

  /// The programme's card for the next time: the call's days are open again, and what was held is one
  /// more earlier programme, with what came of it.
  private var nextProgramme: Programme? {
    guard var next = plan.programme else { return nil }
    next.call.opens = next.call.opens.map { _ in "" }
    next.call.closes = next.call.closes.map { _ in "" }
    guard let first = holdings.first, let last = holdings.last else { return next }
    let years = [first.day.civil.year, last.day.civil.year].map(String.init)
    let organisations = Set(people.compactMap { $0[Card.organisation] }).count
    let taken = Set(next.earlier.map(\.id))
    let id = (next.earlier.count + 1...next.earlier.count * 2 + 1).map(String.init)
      .first { !taken.contains($0) }
    next.earlier.append(
      EarlierProgramme(
        id: id ?? years[0], name: plan.title,
        years: years[0] == years[1] ? years[0] : years.joined(separator: "–"),
        municipalities: organisations > 0 ? String(organisations) : nil,
        projects: projects.isEmpty ? nil : String(projects.count),
        money: plan.programme?.fund.amount.flatMap { $0.isEmpty ? nil : $0 }))
    return next
  }

  private func successor(
    of activity: Activity, minutes: Int?, ids: inout Set<ActivityID>
  ) -> Activity? {
    let known = base.activity(activity.id)
    if activity.isDropped, known == nil { return nil }
    var next = activity
    next.isDropped = activity.isDropped && known?.isDropped == true
    next.delay = known?.delay ?? 0
    if known == nil { next.id = Self.name(for: activity, among: &ids) }
    if let planned = prepared.activity(activity.id) { next.takeTime(from: planned) }
    if next.board != nil, plan.boards.allSatisfy({ $0.id != next.board }) {
      // It was made on the day, and stays behind with its cards.
      next.board = plan.boards.first { $0.sheet == "parking" }?.id
    }
    guard let minutes else { return next }
    next.minutes = minutes
    next.minimum = next.minimum.map { min($0, minutes) }
    next.maximum = next.maximum.map { max($0, minutes) }
    return next
  }

  /// An id that people can read, for one that only its entry gave it.
  private static func name(for activity: Activity, among ids: inout Set<ActivityID>) -> ActivityID {
    let base = activity.warmUp ?? activity.kind
    let names = [base] + (2...ids.count + 2).map { "\(base)-\($0)" }
    let name = names.first { !ids.contains($0) } ?? activity.id
    ids.insert(name)
    return name
  }
}

extension Activity {
  /// Takes the minutes and the hour of the same item as it was prepared: what a day was cut to was for that
  /// day.
  fileprivate mutating func takeTime(from planned: Activity) {
    minutes = planned.minutes
    minimum = planned.minimum
    maximum = planned.maximum
    start = planned.start
    let segments = Dictionary(
      planned.numberedRounds.map { ($0.id, $0.segments) }, uniquingKeysWith: { first, _ in first })
    for (index, round) in numberedRounds.enumerated() {
      rounds[index].segments = segments[round.id] ?? rounds[index].segments
    }
  }
}

extension Session {
  /// Takes the hour off fixed items that begin at it anyway and had none in the file: who moves the
  /// session's start then moves them too.
  fileprivate mutating func loosen(as file: Plan) {
    for index in activities.indices where activities[index].isFixed {
      guard file.activity(activities[index].id)?.start == nil else { continue }
      var loose = self
      loose.activities[index].start = nil
      if loose.plannedStarts == plannedStarts { self = loose }
    }
  }
}
