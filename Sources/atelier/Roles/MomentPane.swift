import Cards
import Journaling
import Languages
import People
import Shell
import Terminal
import Time
import WorkshopCore
import WorkshopQueries

/// The moment: the current activity with its time, what it needs, what to say, what comes next.
enum MomentPane {
  /// Returns the first row beneath it.
  static func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) -> Int {
    guard !scene.workshop.plan.activities.isEmpty else {
      frame.paragraph(scene.say(Action.unplanned), in: rect.inset(vertical: 1), style: .accent)
      return rect.maxY
    }
    guard let activity = scene.current else {
      return preview(scene, scene.workshop.plan.activities.first, into: &frame, in: rect)
    }
    var room = title(scene, activity, into: &frame, in: rect)
    let (time, rest) = room.top(min(timeRows(rect.height), room.height))
    self.time(scene, activity, into: &frame, in: time)
    room = rest
    return DeskRow.draw(rows(scene, activity), scene, into: &frame, in: room)
  }

  /// What stands beneath the time.
  static func rows(_ scene: Scene, _ activity: Activity) -> [DeskRow] {
    var rows = [DeskRow("On screen##the projector", shown(scene), style: .accent)]
    rows += turns(scene, activity) + [DeskRow("Tables", tables(scene))]
    rows.append(DeskRow("Date", scene.missingMeeting(activity) ?? "", style: .warning))
    rows += scene.kind.desk(scene, activity)
    rows.append(DeskRow("Present", Arrivals.text(scene, activity)))
    rows.append(DeskRow("Say", scene.say(activity.script)))
    if let next = next(scene) { rows.append(DeskRow("Next", next)) }
    rows.append(DeskRow("Here", here(scene)))
    return rows
  }

  /// An item that the room was at, for whoever looks back at it: when it was, and what came of it.
  ///
  /// - Parameter scene: as if the room were there.
  static func past(_ scene: Scene, _ activity: Activity, into frame: inout Frame, in rect: Rect) {
    let room = title(scene, activity, into: &frame, in: rect)
    let rows =
      [DeskRow("Held", held(activity, scene))] + scene.kind.desk(scene, activity) + [
        DeskRow("Question", scene.say(activity.question)),
        DeskRow("Say", scene.say(activity.script)),
        DeskRow("Result", scene.say(activity.output)),
      ]
    DeskRow.draw(rows, scene, into: &frame, in: room)
  }

  /// From when to when the room was at an item, and how long.
  private static func held(_ activity: Activity, _ scene: Scene) -> String {
    guard let session = scene.workshop.plan.session(of: activity.id),
      case let agenda = Agenda(of: session, in: scene.workshop, now: scene.now, asHeld: true),
      let item = agenda.items.first(where: { $0.activity.id == activity.id }), item.seconds > 0
    else { return "" }
    let (start, end) = (ClockTime(minutes: item.start), ClockTime(minutes: item.end))
    return scene.say(
      "\(start.description)–\(end.description) · \(item.spent) of \(activity.minutes) min")
  }

  /// An item that the facilitator only looks at.
  @discardableResult
  static func preview(
    _ scene: Scene, _ activity: Activity?, into frame: inout Frame, in rect: Rect
  ) -> Int {
    guard let activity else { return rect.maxY }
    let room = title(scene, activity, into: &frame, in: rect)
    let session = scene.workshop.plan.session(of: activity.id)
    let isFirst = session?.activities.first?.id == activity.id
    let before = isFirst ? session?.before.map { scene.say($0) } ?? [] : []
    var rows = [
      DeskRow("Before##the session", before.joined(separator: "\n")),
      DeskRow("Question", scene.say(activity.question)), DeskRow("Say", scene.say(activity.script)),
    ]
    rows.append(DeskRow("Material", scene.say(activity.material)))
    rows.append(DeskRow("Result", scene.say(activity.output)))
    let range = [activity.minimum, activity.maximum].compactMap { $0.map(String.init) }.joined(
      separator: "–")
    rows.append(
      DeskRow("Minutes", range.isEmpty ? "\(activity.minutes)" : "\(activity.minutes) (\(range))"))
    return DeskRow.draw(rows, scene, into: &frame, in: room)
  }

  private static func timeRows(_ height: Int) -> Int { height >= 44 ? 11 : height >= 20 ? 7 : 3 }

  private static func title(
    _ scene: Scene, _ activity: Activity, into frame: inout Frame, in rect: Rect
  ) -> Rect {
    let title = scene.say(activity.title)
    frame.put(
      title, x: rect.x, y: rect.y,
      style: Style(activity.phase?.ink ?? .strong, bold: true), width: rect.width)
    let kind = scene.kind(of: activity)
    let parts = [activity.phase.map { scene.say($0.name) }, scene.say(kind.name), activity.lead]
    frame.put(
      parts.compactMap { $0 }.filter { !$0.isEmpty && $0 != title }.joined(separator: " · "),
      x: rect.x,
      y: rect.y + 1, style: .quiet, width: rect.width)
    return rect.top(2).rest
  }

  private static func time(
    _ scene: Scene, _ activity: Activity, into frame: inout Frame, in rect: Rect
  ) {
    if let held = scene.session.flatMap({ DaySummary.held($0, scene) }) {
      frame.paragraph(
        scene.say(
          "Last held: \(held). n: the next item. Space: the time of this one from the start"),
        in: Rect(x: rect.x, y: rect.y + 1, width: rect.width, height: rect.height - 1),
        style: .quiet)
      return
    }
    guard let countdown = scene.countdown else {
      let text = scene.say("\(activity.minutes) min planned · Space starts the timer")
      frame.put(text, x: rect.x, y: rect.y + 1, style: .quiet, width: rect.width)
      return
    }
    let (foot, digits) = rect.bottom(2)
    let text = TimeLeft.text(countdown, at: scene.now)
    let caption = TimeLeft.caption(countdown, scene)
    let style = Style(TimeLeft.ink(countdown, at: scene.now), bold: true)
    let room = digits.left(max(0, digits.width - Text.width(caption) - 2)).strip
    let used = frame.big(text, in: room, style: style)
    frame.put(
      caption, x: digits.maxX - Text.width(caption), y: max(digits.y, used.maxY - 1), style: .quiet)
    TimeLeft.bar(countdown, at: scene.now, into: &frame, x: foot.x, y: foot.y, width: foot.width)
  }

  /// What the stage shows in place of the activity: a card shown large, another board.
  private static func shown(_ scene: Scene) -> String {
    scene.workshop.card(scene.workshop.spotlit)?.text
      ?? scene.workshop.board(scene.workshop.shown).map(scene.title(of:)) ?? ""
  }

  private static func next(_ scene: Scene) -> String? {
    scene.following.map { scene.say("\($0.title), \($0.minutes) min") }
  }

  /// Whose turn it is in an activity with rounds, and who comes then.
  private static func turns(_ scene: Scene, _ activity: Activity) -> [DeskRow] {
    let playlist = scene.workshop.playlist(of: activity)
    guard !playlist.isEmpty else { return [] }
    let index = scene.workshop.turnIndex(of: activity, in: playlist)
    let then = playlist.dropFirst((index ?? 0) + 1).first
    return [
      DeskRow(
        "Turn",
        scene.say(
          index.map { "\($0 + 1) of \(playlist.count)" } ?? "first of \(playlist.count)") + "  "
          + scene.line(of: playlist[index ?? 0])),
      DeskRow("Step", scene.step(of: activity)?.task ?? "", style: .accent),
      DeskRow("Then", then.map { scene.line(of: $0) } ?? ""),
    ]
  }

  /// Every table's own time, at a glance.
  private static func tables(_ scene: Scene) -> String {
    scene.tableCountdowns.map { table, countdown in
      let time = TimeLeft.text(countdown, at: scene.now)
      return "\(table) \(time)\(countdown.isRunning ? "" : " ‖")"
    }.joined(separator: "   ")
  }

  private static func here(_ scene: Scene) -> String {
    let ready = scene.workshop.current.flatMap { scene.workshop.ready[$0] } ?? []
    let people = scene.presence.map { person in
      let board = scene.workshop.board(person.board)
      let isElsewhere = board.map { $0.id != scene.board?.id } ?? false
      let place = [
        person.role == Role.facilitator.rawValue ? scene.say("facilitation") : "",
        isElsewhere ? board.map(scene.title(of:)) ?? "" : "",
      ].filter { !$0.isEmpty }.joined(separator: ", ")
      let state = ready.contains(person.by) ? "✓" : person.isTyping ? scene.say("typing…") : ""
      return [person.by, place.isEmpty ? "" : "(\(place))", state].filter { !$0.isEmpty }
        .joined(separator: " ")
    }
    let silent = ready.subtracting(scene.presence.map(\.by)).sorted().map { "\($0) ✓" }
    // A line ends between two people, not within a name or before what somebody does.
    return (people + silent).map { $0.replacing(" ", with: "\u{A0}") }.joined(separator: "  ")
  }
}
