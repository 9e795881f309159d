import Languages
package import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// The stage at the opening of a later session: what happened since the room last met, in calm numbers
/// with the names of those who are new.
///
/// Who typed what is not for the room.
package enum SinceView {
  /// What `viewShown` calls it, in an activity of whatever kind.
  static let name = "since"

  package static func isShown(_ scene: Scene) -> Bool { scene.shows(name) }

  static func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let body = StageHead.draw(scene.say("Since we last met"), scene, into: &frame, in: rect)
    guard let (from, changes) = scene.sinceLastMet else { return }
    let since = scene.now.at(from.end)
    let days = from.day.days(until: scene.now.day)
    let place = Rect(x: body.x + 2, y: body.y, width: body.width - 4, height: body.height)
    frame.put(
      scene.say("\(days) days since \(from.session.title)"), x: place.x, y: place.y, style: .accent,
      width: place.width)
    let facts = facts(scene, changes, since)
    guard !facts.isEmpty || !changes.parts.isEmpty else {
      frame.put(scene.say("Nothing was noted"), x: place.x, y: place.y + 2, style: .quiet)
      return
    }
    let rest = place.top(2).rest
    let large = StageText(
      facts.map {
        .init(
          "\($0.count) \($0.label)" + ($0.names.isEmpty ? "" : " · \($0.names)"),
          Style(.strong, bold: true), air: 0)
      })
    let isTall = StageHead.isTall(frame.size.rows - 2)
    let used =
      isTall
      ? large.draw(into: &frame, in: rest) + 1 : draw(facts, into: &frame, in: rest)
    let pulses = scene.workshop.pulses(changes, since: since).filter { $0.entries > 0 }
    draw(pulses, into: &frame, in: rest.top(used).rest)
  }

  /// One number, what it counts, and names where there are few.
  private struct Fact {
    let count: Int
    let label: String
    var names = ""
  }

  private static func facts(_ scene: Scene, _ changes: Changes, _ since: Moment) -> [Fact] {
    let workshop = scene.workshop
    let meetings = workshop.meetings(since: since).count
    let done = changes.cards(ofSheet: "action", added: false, in: workshop)
      .count { $0["status"] == "done" }
    let joiners = workshop.joiners(since: since)
    let events = workshop.occasions(since: since)
    let conclusions = changes.cards(ofSheet: "conclusion", in: workshop).count
    let decisions = changes.cards(ofSheet: "decision", in: workshop).count
    func say(_ count: Int, _ one: Phrase, _ many: Phrase) -> String {
      scene.say(count == 1 ? one : many)
    }
    return [
      Fact(count: meetings, label: say(meetings, "meeting", "meetings")),
      Fact(count: done, label: say(done, "action done", "actions done")),
      Fact(
        count: joiners.count, label: say(joiners.count, "person joined", "people joined"),
        names: joiners.map(\.text).joined(separator: ", ")),
      Fact(count: conclusions, label: say(conclusions, "conclusion", "conclusions")),
      Fact(
        count: events.count, label: say(events.count, "event", "events"),
        names: events.map(\.text).joined(separator: " · ")),
      Fact(count: decisions, label: say(decisions, "decision", "decisions")),
    ].filter { $0.count > 0 }
  }

  /// Numbers right-aligned, one a line with air where there is room; returns the rows used.
  private static func draw(_ facts: [Fact], into frame: inout Frame, in rect: Rect) -> Int {
    let step = rect.height >= facts.count * 2 + 10 ? 2 : 1
    let digits = facts.map { String($0.count).count }.max() ?? 0
    let labels = facts.map { Text.width($0.label) }.max() ?? 0
    for (row, fact) in facts.enumerated() where row * step < rect.height {
      let y = rect.y + row * step
      frame.put(
        String(fact.count), x: rect.x, y: y, style: Style(.strong, bold: true), width: digits,
        alignment: .right)
      frame.put(fact.label, x: rect.x + digits + 2, y: y, width: rect.width - digits - 2)
      let x = rect.x + digits + labels + 5
      frame.put(fact.names, x: x, y: y, style: .accent, width: max(0, rect.maxX - x))
    }
    return min(rect.height, facts.isEmpty ? 0 : facts.count * step + (step == 1 ? 1 : 0))
  }

  /// Every project on which somebody worked, with how much.
  private static func draw(_ pulses: [Pulse], into frame: inout Frame, in rect: Rect) {
    guard let most = pulses.map(\.entries).max(), rect.height > 1 else { return }
    let bar = max(10, min(40, rect.width / 3))
    let name = rect.width - bar - 7
    for (row, pulse) in pulses.prefix(rect.height).enumerated() {
      let y = rect.y + row
      frame.put(pulse.project.text, x: rect.x, y: y, width: name)
      frame.put(
        String(repeating: "━", count: max(1, pulse.entries * bar / most)), x: rect.x + name + 1,
        y: y, style: .accent)
      frame.put(
        String(pulse.entries), x: rect.maxX - 4, y: y, style: .quiet, width: 4, alignment: .right)
    }
  }
}

extension StageStep {
  /// What happened since the room last met.
  package static let since = StageStep.view(SinceView.name) {
    SinceView.draw($0, into: &$1, in: $2)
  }
}
