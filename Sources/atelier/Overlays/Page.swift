import Terminal

/// A text to read: help, a script, a persona, what is damaged.
struct Page: Sendable {
  var title: Phrase
  var lines: [Row]
  var scroll = 0
  /// What Enter does, on a page that asks for a yes.
  var confirm: Confirm?

  /// A yes that a page asks for.
  struct Confirm: Sendable {
    let phrase: Phrase
    let hint: Phrase
    let decide: @Sendable (Scene) -> Outcome
  }

  /// One row before wrapping: a heading, or a term with its text.
  struct Row: Sendable {
    var term = ""
    var text: String
    var isHeading = false
    var isWarning = false
    var isQuiet = false
    /// The columns of its term, where they are not the page's own; 0: the text has all the width.
    var margin: Int?
    /// A number or a few at the right of the first line.
    var value = ""
  }

  func bindings(_ scene: Scene) -> [Binding] {
    let leave =
      confirm.map { confirm in
        [
          Binding(
            .enter, do: Action("confirm", confirm.phrase, confirm.decide), hint: confirm.hint),
          Binding(.escape, .character("q"), do: Overlay.leave, hint: "back"),
        ]
      } ?? [
        Binding(.escape, .character("q"), .enter, .character("?"), do: Overlay.leave, hint: "close")
      ]
    return leave + [
      Binding(.down, .character("j"), do: Self.scroll("scroll-down", "Down", by: 1), hint: "down"),
      Binding(.up, .character("k"), do: Self.scroll("scroll-up", "Up", by: -1), hint: "up"),
      Binding(.pageDown, .character(" "), do: Self.scroll("page-down", "A page down", by: 15)),
      Binding(.pageUp, do: Self.scroll("page-up", "A page up", by: -15)),
    ]
  }

  private static func scroll(_ id: String, _ phrase: Phrase, by rows: Int) -> Action {
    Action(id, phrase) { scene in
      guard case .page(var page) = scene.focus.overlay else { return .nothing }
      page.scroll = max(0, min(page.scroll + rows, page.lines.count - 1))
      return .replace(.page(page), scene)
    }
  }

  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(scene.say(title), into: &frame, in: rect)
    let terms = lines.filter { $0.margin == nil }.map { Text.width($0.term) }
    let termWidth = min(terms.max() ?? 0, inner.width / 3)
    var y = inner.y
    for row in lines.dropFirst(scroll) where y < inner.y + inner.height {
      if row.isHeading {
        frame.put(row.text, x: inner.x, y: y, style: Style(.strong, bold: true), width: inner.width)
        y += 1
        continue
      }
      let indent = row.margin ?? (termWidth > 0 ? termWidth + 2 : 0)
      frame.put(row.term, x: inner.x, y: y, style: Style(.accent), width: row.margin ?? termWidth)
      let value = Text.width(row.value)
      frame.put(row.value, x: inner.maxX - value, y: y, style: Style(.strong, bold: true))
      let ink: Style = row.isWarning ? Style(.warning) : row.isQuiet ? .quiet : .plain
      let width = inner.width - indent - (value > 0 ? value + 2 : 0)
      for line in Text.wrap(row.text, to: max(1, width)) {
        guard y < inner.y + inner.height else { break }
        frame.put(line, x: inner.x + indent, y: y, style: ink)
        y += 1
      }
      if row.text.isEmpty { y += 1 }
    }
  }
}
