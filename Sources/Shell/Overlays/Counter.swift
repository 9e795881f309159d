package import Journaling
package import Languages
package import Terminal

/// A list of things with a number each, entered by walking down it: stickers counted on paper.
package struct Counter: Overlay {
  package var title: Phrase
  package var help: Phrase
  package var rows: [Row]
  var selected = 0
  /// The numbers as typed so far, by row.
  package var typed: [String: String] = [:]
  /// Nothing was typed on this row yet: the first digit begins its number anew.
  var isFresh = true
  package private(set) var place: TypedPlace?
  /// The numbers that it began with.
  private var before: [String: String] = [:]
  var submit: @Sendable ([String: Int], Scene) -> Outcome

  package init(
    title: Phrase, help: Phrase, rows: [Row], selected: Int = 0, typed: [String: String] = [:],
    isFresh: Bool = true, submit: @escaping @Sendable ([String: Int], Scene) -> Outcome
  ) {
    self.title = title
    self.help = help
    self.rows = rows
    self.selected = selected
    self.typed = typed
    self.isFresh = isFresh
    self.submit = submit
  }

  /// One thing counted.
  package struct Row: Sendable {
    package let id: String
    package let label: String
    /// Whether it counts something else than the others: it is no part of their total.
    package let isApart: Bool

    package init(id: String, label: String, isApart: Bool = false) {
      self.id = id
      self.label = label
      self.isApart = isApart
    }
  }

  private static let digits = 4

  package func placed(at place: TypedPlace, with details: [String: String]) -> any Overlay {
    var counter = self
    (counter.place, counter.before) = (place, typed)
    return counter
  }

  package var unfinished: TypedText? {
    guard let place, typed != before else { return nil }
    return TypedText(TypedNumbers.text(typed), at: place)
  }

  package func resuming(_ kept: TypedText, _ scene: Scene) -> (any Overlay)? {
    var counter = self
    counter.typed = TypedNumbers.numbers(kept.text)
    return counter
  }

  package func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(.enter, do: Self.enter, hint: "next##in a list"),
      Binding(.down, .tab, do: Self.move("next-row", "Next row", by: 1)),
      Binding(
        .up, .backTab, do: Self.move("previous-row", "Previous row", by: -1), hint: "previous"),
      Binding(.control("s"), .function(2), do: Self.give, hint: "done"),
      Binding(.escape, do: .leave, hint: "close"),
    ]
  }

  package func typing(_ key: Key, _ scene: Scene) -> Outcome { .replace(taking(key), scene) }

  private func taking(_ key: Key) -> Counter? {
    var counter = self
    let id = rows[selected].id
    let text = typed[id] ?? ""
    let begun = isFresh ? "" : text
    counter.isFresh = false
    switch key {
    case .character(let digit) where digit.isASCII && digit.isNumber && begun.count < Self.digits:
      counter.typed[id] = begun == "0" ? String(digit) : begun + String(digit)
    case .backspace: counter.typed[id] = String(text.dropLast())
    case .character("+"), .right: counter.typed[id] = String(min(9999, (Int(text) ?? 0) + 1))
    case .character("-"), .left: counter.typed[id] = String(max(0, (Int(text) ?? 0) - 1))
    default: return nil
    }
    return counter
  }

  private var numbers: [String: Int] { typed.compactMapValues(Int.init) }

  private static let give = Action("give-numbers", "Finish") { scene in
    guard let counter = scene.focus.overlay as? Counter else { return .nothing }
    return counter.submit(counter.numbers, scene).closing(scene)
  }

  /// Walks down; on the last row it gives the numbers.
  private static let enter = Action("enter-number", "Next row, or done on the last") { scene in
    guard let counter = scene.focus.overlay as? Counter else { return .nothing }
    let isLast = counter.selected == counter.rows.count - 1
    return (isLast ? give : move("next-row", "Next row", by: 1)).decide(scene)
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard var counter = scene.focus.overlay as? Counter else { return .nothing }
      counter.selected = max(0, min(counter.selected + step, counter.rows.count - 1))
      counter.isFresh = true
      return .replace(counter, scene)
    }
  }

  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(scene.say(title), into: &frame, in: rect)
    let (helpRow, list) = inner.bottom(2)
    let height = max(1, list.height)
    let first = max(0, min(selected - height / 2, rows.count - height))
    for (index, row) in rows.dropFirst(first).prefix(height).enumerated() {
      let isSelected = first + index == selected
      let style = isSelected ? Style(.selection, bold: true) : Style.plain
      let y = list.y + index
      if isSelected {
        frame.fill(Rect(x: list.x, y: y, width: list.width, height: 1), style: style)
      }
      frame.put(
        "\(first + index + 1)", x: list.x, y: y, style: isSelected ? style : Style(.quiet), width: 3
      )
      frame.put(row.label, x: list.x + 4, y: y, style: style, width: list.width - 10)
      let number = typed[row.id] ?? ""
      let x = list.x + list.width - 1 - Text.width(number)
      frame.put(number, x: x, y: y, style: style)
      if isSelected { frame.cursor = Point(x: list.x + list.width - 1, y: y) }
    }
    let total = rows.filter { !$0.isApart }.compactMap { numbers[$0.id] }.reduce(0, +)
    let sum = scene.say("Total \(total)")
    let width = Text.width(sum)
    // A long help begins a row higher.
    let text = Text.wrap(scene.say(help), to: helpRow.width - width - 2).suffix(2)
    frame.paragraph(
      text.joined(separator: "\n"),
      in: Rect(
        x: helpRow.x, y: helpRow.maxY - text.count, width: helpRow.width - width - 2,
        height: text.count), style: .quiet)
    frame.put(
      sum, x: helpRow.maxX - width, y: helpRow.y + 1, style: Style(.strong, bold: true))
  }
}
