import Cards
import Languages
package import Shell
package import Terminal
import WorkshopCore
import WorkshopQueries

/// The list at the door: what Enter asks, who was marked last, everybody as the line narrows them.
extension CheckIn {
  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let sessions = scene.workshop.plan.sessions
    let day = sessions.first { $0.id == session }.map { scene.say($0.title) } ?? session
    let title = scene.say("Check-in · \(day)")
    let inner = Panel.draw(title, into: &frame, in: rect)
    let (head, rest) = inner.top(inner.height > 8 ? 3 : 2)
    let (foot, list) = rest.bottom(rest.height > 6 ? 2 : 1)
    people(scene, into: &frame, in: list)
    frame.put(
      sum(scene), x: foot.x, y: foot.maxY - 1, style: Style(.strong, bold: true), width: foot.width)
    state(scene, into: &frame, in: head)
    Panel.line(
      line, into: &frame, x: head.x, y: head.y, width: head.width,
      placeholder: scene.say("A few letters of the name, then Enter"))
  }

  /// What Enter asks, or who was marked last.
  private func state(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let (x, y, width) = (rect.x + 2, rect.y + 1, rect.width - 2)
    switch question {
    case .takeBack(let id):
      let name = scene.workshop.card(id)?.text ?? ""
      frame.put(
        scene.say("\(name) is here. Enter takes it back"), x: x, y: y,
        style: Style(.warning, bold: true), width: width)
    case .welcome(let newcomer):
      frame.put(
        scene.say("New: \(newcomer.title)? Enter adds"), x: x, y: y,
        style: Style(.accent, bold: true), width: width)
    case nil where !line.text.trimmed.isEmpty && matches(scene).isEmpty:
      frame.put(
        scene.say("Nobody yet. Type name, organisation, then Enter"), x: x, y: y, style: .quiet,
        width: width)
    case nil where table(scene).count > 1 && chosen == nil:
      let late = table(scene).count { !isHere($0) }
      frame.put(
        scene.say("Table \(line.text.trimmed): Enter checks in \(late)"), x: x, y: y,
        style: Style(.accent, bold: true), width: width)
    case nil where line.isEmpty && marked > 0:
      frame.put(
        "✓ " + scene.say("Checked in: \(marked). A name takes somebody back"), x: x, y: y,
        style: Style(.good, bold: true), width: width)
    case nil where line.isEmpty && last == nil && !before(scene).isEmpty:
      frame.put(
        scene.say("F2 checks in everyone who was here last time: \(before(scene).count)"), x: x,
        y: y, style: .accent, width: width)
    case nil:
      guard line.isEmpty, last != nil, let person = person(scene), isHere(person) else { return }
      let seat = person.table.map { scene.say("Table \($0)") }
      let isNamesake = scene.workshop.people.count { $0.text == person.text } > 1
      let organisation = isNamesake ? person[Card.organisation] : nil
      let text = [person.text, organisation, seat].compactMap { $0 }.joined(separator: " · ")
      frame.put("✓ " + text, x: x, y: y, style: Style(.good, bold: true), width: width)
    }
  }

  /// The roster as the line narrows it, a row each, the chosen one in view.
  private func people(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let people = matches(scene)
    let isOpen = line.text.trimmed.isEmpty
    let selected = people.firstIndex { $0.id == chosen } ?? (isOpen ? nil : 0)
    let first = max(0, min((selected ?? 0) - rect.height / 2, people.count - rect.height))
    let nameWidth = min(34, (rect.width - 5) / 2)
    for (row, person) in people.dropFirst(first).prefix(rect.height).enumerated() {
      let isSelected = first + row == selected
      let isHere = isHere(person)
      let style: Style =
        isSelected ? Style(.selection, bold: true) : isHere ? Style(.quiet) : .plain
      let y = rect.y + row
      if isSelected {
        frame.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), style: style)
      }
      frame.put(isSelected ? "▶" : " ", x: rect.x, y: y, style: style)
      frame.put(isHere ? "✓" : " ", x: rect.x + 2, y: y, style: style)
      frame.put(person.text, x: rect.x + 4, y: y, style: style, width: nameWidth)
      frame.put(
        person[Card.organisation] ?? "", x: rect.x + 5 + nameWidth, y: y,
        style: isSelected ? style : Style(.quiet), width: rect.width - nameWidth - 6)
    }
  }
}
