import Languages
package import Shell
package import Terminal
import WorkshopCore

/// The list on screen: who may be named at the left, the numbered places at the right, what the line
/// means beneath it.
extension RollCall {
  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(scene.say(subject.title(scene)), into: &frame, in: rect)
    let (head, rest) = inner.top(inner.height > 10 ? 3 : 2)
    let (foot, body) = rest.bottom(rest.height > 8 ? 2 : 1)
    let entries = subject.entries(scene)
    let (right, left) = body.right(min(40, body.width * 9 / 20))
    people(scene, into: &frame, in: left)
    places(scene, into: &frame, in: right)
    let away = entries.count { $0.isAway }
    let sums: [Phrase?] = [
      subject.waiting(entries.count(where: \.isWaiting)), away > 0 ? "Absent: \(away)" : nil,
    ]
    let facts =
      sums.compactMap { $0.map { scene.say($0) } }
      + [scene.language.labelled("0", scene.say(subject.none))]
    frame.put(
      facts.joined(separator: " · "), x: foot.x, y: foot.maxY - 1,
      style: Style(.strong, bold: true), width: foot.width)
    state(entries, scene, into: &frame, in: head)
    Panel.line(
      line, into: &frame, x: head.x, y: head.y, width: head.width,
      mark: named.isEmpty ? "› " : "\(named.count) + › ",
      placeholder: named.isEmpty ? scene.say("First letters of a name, then the number") : "")
  }

  /// Who is meant, what Enter asks, or who went where last.
  private func state(
    _ entries: [RollEntry], _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    let text: String
    var style = Style.quiet
    if let question {
      text = scene.say("New: \(question.title)? Enter adds")
      style = Style(.accent, bold: true)
    } else if letters.trimmed.isEmpty, chosen == nil, named.isEmpty {
      let names = moved(entries)
      guard !names.isEmpty else { return }
      text = "✓ " + told(names, scene)
      style = Style(.good, bold: true)
    } else {
      switch meaning(scene) {
      case .nobody: return
      case .unknown: text = scene.say("Nobody yet. Type name, organisation, then Enter")
      case .several(let fits):
        text = scene.say("\(fits.count) people fit: type more letters, or choose with ↓")
      case .entries(let people):
        text = scene.say("\(people.map(\.name).joined(separator: ", ")): which number?")
        style = .accent
      }
    }
    frame.put(text, x: rect.x + 2, y: rect.y + 1, style: style, width: rect.width - 2)
  }

  /// `Odette Martin → 2 Mobile counter`, as it stands now.
  private func told(_ people: [RollEntry], _ scene: Scene) -> String {
    let places = subject.places(scene)
    let names = people.map(\.name).joined(separator: ", ")
    let numbers = people.first?.places ?? []
    let titles = numbers.filter { places.indices.contains($0 - 1) }.map {
      "\($0) \(places[$0 - 1].title)"
    }
    return titles.isEmpty
      ? scene.language.labelled(names, scene.say(subject.none))
      : "\(names) → \(titles.joined(separator: ", "))"
  }

  private func people(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let list = listed(scene)
    let isOpen = letters.trimmed.isEmpty
    let selected = list.firstIndex { $0.id == chosen } ?? (isOpen ? nil : 0)
    let first = max(0, min((selected ?? 0) - rect.height / 2, list.count - rect.height))
    for (row, entry) in list.dropFirst(first).prefix(rect.height).enumerated() {
      let isSelected = first + row == selected
      let style: Style =
        isSelected ? Style(.selection, bold: true) : entry.isWaiting ? .plain : .quiet
      let y = rect.y + row
      if isSelected {
        frame.fill(Rect(x: rect.x, y: y, width: rect.width - 1, height: 1), style: style)
      }
      let detail =
        entry.isAway
        ? scene.say("absent")
        : entry.places.isEmpty ? entry.detail : entry.places.map(String.init).joined(separator: " ")
      let width = min(Text.width(detail), (rect.width - 4) / 2)
      frame.put(isSelected ? "▶" : " ", x: rect.x, y: y, style: style)
      frame.put(entry.name, x: rect.x + 2, y: y, style: style, width: rect.width - width - 5)
      frame.put(
        detail, x: rect.maxX - width - 2, y: y,
        style: isSelected ? style : entry.places.isEmpty ? .quiet : .accent, width: width)
    }
  }

  private func places(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let places = subject.places(scene)
    let room = places.count > rect.height ? rect.height - 1 : rect.height
    for (row, place) in places.prefix(room).enumerated() {
      let y = rect.y + row
      frame.put(
        "\(row + 1)", x: rect.x, y: y, style: Style(.accent, bold: true), width: 2,
        alignment: .right)
      frame.put(place.title, x: rect.x + 4, y: y, width: rect.width - 8)
      frame.put(
        "\(place.count)", x: rect.maxX - 3, y: y, style: .quiet, width: 3, alignment: .right)
    }
    if places.count > room {
      frame.put("+ \(places.count - room)", x: rect.x + 4, y: rect.maxY - 1, style: .quiet)
    }
  }
}
