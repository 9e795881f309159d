import Languages
import Reporting
package import Shell
import WorkshopCore
import WorkshopQueries

extension Chapter {
  /// Planned against real time, session by session.
  package static let time = Chapter("Planned and real time") { scene in
    scene.workshop.plan.sessions.flatMap { session in
      let agenda = Agenda(of: session, in: scene.workshop, now: scene.now, asHeld: true)
      return [.heading(level: 2, scene.say(session.title))]
        + TimeTable.blocks(session, agenda, scene)
    }
  }
}

/// What the report says of a session's time: planned against real, item by item and phase by phase.
///
/// Planned is what the plan's file says; what was planned anew on the day has a column of its own.
enum TimeTable {
  static func blocks(_ session: Session, _ agenda: Agenda, _ scene: Scene) -> [Report.Block] {
    let rows = rows(session, agenda, scene)
    return picture(rows, scene) + [table(rows, scene)] + phases(agenda, scene)
  }

  /// Both days drawn; nothing while none was held. The table beneath says the same in figures.
  private static func picture(_ rows: [Row], _ scene: Scene) -> [Report.Block] {
    guard rows.contains(where: \.isHeld) else { return [] }
    let shown = rows.filter { ($0.planned?.minutes ?? 0) > 0 || $0.isHeld }
    let title = scene.say("Planned (light) and real (dark), by the hour")
    return [
      .picture(
        .day(
          title: title, description: title, planned: scene.say("planned##time"),
          real: scene.say("real##time"),
          rows: shown.map { row in
            let real = row.isHeld ? row.item : nil
            return (
              label: row.title,
              planned: row.planned.map { $0.start...($0.start + max(0, $0.minutes)) },
              real: real.map { $0.start...max($0.start, $0.end) }
            )
          }, instead: []))
    ]
  }

  /// One line of the table.
  private struct Row {
    let title: String
    /// As in the file; nil for what was put in on the day.
    var planned: (start: Int, minutes: Int)?
    /// Minutes as they were planned in the end; nil when it was left out.
    var replanned: Int?
    /// Nil when it was taken out of the plan.
    var item: Agenda.Item?

    /// Whether the day's plan gave it other minutes than the file.
    var isReplanned: Bool { planned != nil && replanned != nil && replanned != planned?.minutes }

    var isHeld: Bool { item?.state == .done || item?.state == .now }

    /// Real minutes beyond the planned ones; nil while they can grow.
    var difference: Int? {
      let minutes = planned?.minutes ?? 0
      switch item?.state {
      case .done: return (item?.spent ?? 0) - minutes
      case .skipped, nil: return -minutes
      case .now, .ahead: return nil
      }
    }
  }

  private static func rows(_ session: Session, _ agenda: Agenda, _ scene: Scene) -> [Row] {
    let file = scene.workshop.base.session(session.id)
    let starts = file?.plannedStarts ?? []
    let planned = Dictionary(
      zip(file?.activities ?? [], starts).map { activity, start in
        (activity.id, (start + agenda.shift, activity.isDropped ? 0 : activity.minutes))
      }, uniquingKeysWith: { first, _ in first })
    var rows = agenda.items.map { item -> Row in
      let activity = item.activity
      let plan = planned[activity.id]
      let isOut = activity.isDropped && item.state == .skipped
      let title: Phrase =
        isOut
        ? "\(activity.title) (left out)"
        : plan == nil ? "\(activity.title) (put in on the day)" : "\(activity.title)"
      return Row(
        title: scene.say(title), planned: plan, replanned: isOut ? nil : activity.minutes,
        item: item)
    }
    // What was taken out stands where it stood in the file.
    var ids = agenda.items.map(\.activity.id)
    var place = 0
    for activity in file?.activities ?? [] {
      if let index = ids.firstIndex(of: activity.id) {
        place = index + 1
      } else if scene.workshop.plan.activity(activity.id) == nil {
        let title = scene.say("\(activity.title) (left out)")
        rows.insert(Row(title: title, planned: planned[activity.id]), at: place)
        ids.insert(activity.id, at: place)
        place += 1
      }
    }
    return rows
  }

  private static func table(_ rows: [Row], _ scene: Scene) -> Report.Block {
    let isReplanned = rows.contains(where: \.isReplanned)
    let isHeld = rows.contains(where: \.isHeld)
    let isOver = rows.allSatisfy { $0.item?.state != .ahead }
    var header: [Phrase] = ["Activity", "Planned start", "Planned minutes"]
    if isReplanned { header.append("Planned again") }
    header += ["Real start", "Real minutes", "Difference"]

    var lines = rows.map { row -> [String] in
      let start = row.planned.map { ClockTime(minutes: $0.start).description } ?? ""
      var line = [row.title, start, row.planned.map { String($0.minutes) } ?? ""]
      if isReplanned { line.append(row.isReplanned ? row.replanned.map(String.init) ?? "" : "") }
      let item = row.isHeld ? row.item : nil
      line.append(item.map { ClockTime(minutes: $0.start).description } ?? "")
      line.append(item.map { String($0.spent) } ?? "")
      line.append(isHeld ? row.difference.map(signed) ?? "" : "")
      return line
    }
    let planned = rows.reduce(0) { $0 + ($1.planned?.minutes ?? 0) }
    let real = Agenda.minutes(rows.reduce(0) { $0 + ($1.item?.seconds ?? 0) })
    var total = [scene.say("In all"), "", String(planned)]
    if isReplanned { total.append(String(rows.reduce(0) { $0 + ($1.replanned ?? 0) })) }
    total += ["", isHeld ? String(real) : "", isHeld && isOver ? signed(real - planned) : ""]
    lines.append(total)
    return .table(
      header: header.map { scene.say($0) }, rows: lines,
      alignment: [.leading] + header.dropFirst().map { _ in .trailing })
  }

  private static func phases(_ agenda: Agenda, _ scene: Scene) -> [Report.Block] {
    let times = agenda.phases.filter { $0.planned > 0 || $0.spent > 0 }
    guard times.contains(where: { $0.phase != nil }) else { return [] }
    let rows = (times.filter { $0.phase != nil } + times.filter { $0.phase == nil }).map { time in
      [
        scene.say(time.phase?.name ?? "No phase"), String(time.planned),
        time.spent > 0 ? String(time.spent) : "",
      ]
    }
    let header: [Phrase] = ["Phase", "Planned minutes", "Real minutes"]
    return [
      .table(
        header: header.map { scene.say($0) }, rows: rows,
        alignment: [.leading, .trailing, .trailing])
    ]
  }

  /// With its sign, so that a column of differences reads as one.
  private static func signed(_ minutes: Int) -> String {
    minutes > 0 ? "+\(minutes)" : minutes < 0 ? "−\(-minutes)" : "0"
  }
}
