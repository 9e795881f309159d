import Languages
package import Shell
package import Terminal
import WorkshopCore
import WorkshopQueries

/// The desk between two sessions: how long it is until the next one, what each project did since, who
/// joined, what is due.
package enum BetweenView {
  package static func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    guard let (from, changes) = scene.sinceLastMet else {
      frame.put(scene.say("No session is over yet"), x: rect.x, y: rect.y, style: .quiet)
      return
    }
    let (head, below) = rect.top(rect.height >= 14 ? 4 : 3)
    headline(scene, from, into: &frame, in: head)
    let since = scene.now.at(from.end)
    let pulses = scene.workshop.pulses(changes, since: since)
    let table = min(pulses.count + 1, max(2, below.height - 4))
    let (projects, rest) = below.top(pulses.isEmpty ? 0 : table + 1)
    PulseTable.draw(pulses, scene, into: &frame, in: projects)
    // In a small window what comes last makes way.
    let rows = rows(scene, changes, since).filter { !$0.text.isEmpty }.prefix(rest.height)
    DeskRow.draw(Array(rows), scene, into: &frame, in: rest)
  }

  // MARK: The days

  /// The days as large digits, beside what they count.
  private static func headline(
    _ scene: Scene, _ from: Holding, into frame: inout Frame, in rect: Rect
  ) {
    let (days, caption, isLate) = countdown(scene, from)
    let size = BigText.size(of: days, scale: .small)
    let ink: Ink = isLate ? .warning : .strong
    frame.big(days, x: rect.x, y: rect.y, scale: .small, style: Style(ink, bold: true))
    let x = rect.x + size.columns + 2
    let width = rect.maxX - x
    let lines = [(caption, Style(ink, bold: true))] + details(scene, from).map { ($0, Style.quiet) }
    for (row, line) in lines.enumerated() {
      frame.put(line.0, x: x, y: rect.y + row, style: line.1, width: width)
    }
  }

  private static func countdown(
    _ scene: Scene, _ from: Holding
  ) -> (days: String, caption: String, isLate: Bool) {
    let since =
      scene.interval?.daysSince(at: scene.now) ?? from.day.days(until: scene.now.day)
    guard let interval = scene.interval, let next = interval.next else {
      return (String(since), scene.say("days since \(from.session.title), the last session"), false)
    }
    switch interval.daysLeft(at: scene.now) {
    case nil: return (String(since), scene.say("days since \(from.session.title)"), false)
    case 0: return ("0", scene.say("today: \(next.title)"), false)
    case 1: return ("1", scene.say("day until \(next.title)"), false)
    case let left? where left > 0:
      return (String(left), scene.say("days until \(next.title)"), false)
    case let left?: return (String(-left), scene.say("days late: \(next.title)"), true)
    }
  }

  /// When the next session is, and when the last one was.
  private static func details(_ scene: Scene, _ from: Holding) -> [String] {
    var lines: [String] = []
    if let next = scene.interval?.next {
      let date = next.date.flatMap { $0.isEmpty ? nil : $0 }
      var parts = [
        date.map { "\(scene.day($0)) · \(next.start)" } ?? scene.say("No date yet: A sets it")
      ]
      if let planned = next.planned, planned != next.date {
        parts.append(scene.say("first planned for \(scene.day(planned))"))
      }
      lines.append(parts.joined(separator: " · "))
    }
    let days = from.day.days(until: scene.now.day)
    let name = from.session.title
    let date = scene.day(from.day)
    let isSaid = scene.interval?.daysLeft(at: scene.now) == nil
    lines.append(
      isSaid
        ? date
        : scene.say("\(name) was \(days) days ago, \(date)"))
    return lines
  }

  // MARK: What else happened

  private static func rows(_ scene: Scene, _ changes: Changes, _ since: Moment) -> [DeskRow] {
    let workshop = scene.workshop
    let pauses = workshop.openPauses(on: scene.now.day).map { pause in
      let what = workshop.card(pause[Card.project])?.text
      let text = [what, pause.text, pause[Card.date].map(scene.day)].compactMap { $0 }.joined(
        separator: " · ")
      return DeskRow("Paused", text, style: .warning)
    }
    let joined = workshop.joiners(since: since).map { scene.joined($0) }
    let events = workshop.occasions(since: since).map { event in
      [event[Card.date].map(scene.brief), event.text].compactMap { $0 }.joined(separator: " ")
    }
    let over = workshop.pastPauses(since: since).map { pause in
      let days = [pause[Card.date], pause[Card.resumed]].compactMap { $0.map(scene.brief) }
        .joined(separator: " – ")
      return "\(days) \(pause.text)"
    }
    let decided = changes.cards(ofSheet: "decision", in: workshop)
    return pauses + due(scene) + [
      DeskRow("Joined", joined.joined(separator: ", ")),
      DeskRow("Events##since then", events.joined(separator: " · ")),
      DeskRow("Resumed", over.joined(separator: " · ")),
      DeskRow("Decided", decided.isEmpty ? "" : String(decided.count)),
      DeskRow("Elsewhere", elsewhere(scene, changes)),
    ]
  }

  /// Boards on which something was done that belongs to no project.
  private static func elsewhere(_ scene: Scene, _ changes: Changes) -> String {
    changes.parts.compactMap { part in
      guard case .board(let id) = part.subject, id != Workshop.people,
        !Board.between.contains(where: { $0.id == id })
      else { return nil }
      return "\(scene.name(of: part.subject)) \(part.count)"
    }.joined(separator: " · ")
  }

  private static let mostDue = 4

  /// Open next steps that are late or due in the next two weeks, the first ones to come.
  private static func due(_ scene: Scene) -> [DeskRow] {
    let today = scene.now.day
    let soon = scene.workshop.openActions.compactMap { step -> (Card, Int)? in
      guard let due = step["due"].flatMap({ Day($0) }) else { return nil }
      let left = today.days(until: due)
      return left <= 14 ? (step, left) : nil
    }
    // The whole list is on the board; here the first ones and how many more.
    let shown = soon.count > mostDue ? soon.prefix(mostDue - 1) : soon[...]
    let rows = shown.map { step, left in
      let who = scene.owner(of: step).map { " (\($0))" } ?? ""
      return DeskRow(
        "Due", "\(step["due"].map(scene.brief) ?? "") \(step.text)\(who)",
        style: left < 0 ? .warning : .plain)
    }
    return shown.count == soon.count
      ? rows : rows + [DeskRow("Due", "+ \(soon.count - shown.count)", style: .warning)]
  }
}

extension Scene {
  /// Somebody who joined, with what for.
  func joined(_ person: Card) -> String {
    let role = sheet(of: workshop.board(Workshop.people))?.fields.first { $0.id == Card.role }
    let marks = [
      person[Card.role].flatMap { value in role.map { Form.display(value, of: $0, self) } ?? value
      },
      workshop.card(person[Card.project])?.text,
    ].compactMap { $0 }
    return marks.isEmpty ? person.text : "\(person.text) (\(marks.joined(separator: ", ")))"
  }
}

/// Every project with how active its group was: entries as a number and a bar, meetings, the last day.
private enum PulseTable {
  static func draw(_ pulses: [Pulse], _ scene: Scene, into frame: inout Frame, in rect: Rect) {
    guard !pulses.isEmpty, rect.height > 1 else { return }
    let titles: [Phrase] = ["Entries", "Meetings##how many", "Last"]
    let heads = titles.map { scene.say($0) }
    let widths = [Text.width(heads[0]), Text.width(heads[1]), 13]
    let bar = rect.width >= 76 ? min(24, rect.width / 8) : 0
    let name = rect.width - widths.reduce(0, +) - bar - 9
    let entries = rect.x + 2 + name + 1
    let meetings = entries + widths[0] + 1 + bar + 2
    let last = meetings + widths[1] + 2
    frame.put(scene.say("Project"), x: rect.x + 2, y: rect.y, style: .quiet, width: name)
    for (head, place) in zip(
      heads, [(entries, widths[0]), (meetings, widths[1]), (last, widths[2])])
    {
      frame.put(
        head, x: place.0, y: rect.y, style: .quiet, width: place.1, alignment: .right)
    }
    let most = max(1, pulses.map(\.entries).max() ?? 1)
    let chosen = scene.chosenProject?.id
    let rows = rect.height - 2
    let selected = pulses.firstIndex { $0.project.id == chosen } ?? 0
    let first = max(0, min(selected - rows / 2, pulses.count - rows))
    for (row, pulse) in pulses.dropFirst(first).prefix(rows).enumerated() {
      let y = rect.y + 1 + row
      let isChosen = pulse.project.id == chosen
      let style: Style =
        isChosen ? Style(.accent, bold: true) : pulse.entries == 0 ? .quiet : .plain
      if isChosen {
        frame.put("›", x: rect.x, y: y, style: style)
        frame.cursor = Point(x: rect.x, y: y)
      }
      frame.put(pulse.project.text, x: rect.x + 2, y: y, style: style, width: name)
      frame.put(
        String(pulse.entries), x: entries, y: y, style: style, width: widths[0], alignment: .right)
      if bar > 0 {
        let filled = (pulse.entries * bar + most - 1) / most
        frame.put(
          String(repeating: "━", count: filled), x: entries + widths[0] + 1, y: y, style: .accent)
      }
      frame.put(
        pulse.meetings == 0 ? "–" : String(pulse.meetings), x: meetings, y: y, style: style,
        width: widths[1], alignment: .right)
      frame.put(
        pulse.last.map { scene.language.briefly(scene.now.at($0).day, from: scene.today) } ?? "–",
        x: last, y: y, style: style,
        width: widths[2], alignment: .right)
    }
  }
}
