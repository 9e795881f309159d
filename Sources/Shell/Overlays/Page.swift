package import Languages
package import Terminal

/// A text to read: help, a script, a persona, what is damaged.
package struct Page: Overlay {
  package var title: Phrase
  package var lines: [Row]
  package var scroll = 0
  /// What Enter does, on a page that asks for a yes.
  package var confirm: Confirm?

  package init(title: Phrase, lines: [Row], scroll: Int = 0, confirm: Confirm? = nil) {
    self.title = title
    self.lines = lines
    self.scroll = scroll
    self.confirm = confirm
  }

  /// A yes that a page asks for.
  package struct Confirm: Sendable {
    package let phrase: Phrase
    package let hint: Phrase
    let decide: @Sendable (Scene) -> Outcome

    package init(phrase: Phrase, hint: Phrase, decide: @escaping @Sendable (Scene) -> Outcome) {
      self.phrase = phrase
      self.hint = hint
      self.decide = decide
    }
  }

  /// One row before wrapping: a heading, or a term with its text.
  package struct Row: Sendable {
    package var term = ""
    package var text: String
    package var isHeading = false
    package var isWarning = false
    package var isQuiet = false
    /// The columns of its term, where they are not the page's own; 0: the text has all the width.
    package var margin: Int?
    /// A number or a few at the right of the first line.
    package var value = ""

    package init(
      term: String = "", text: String, isHeading: Bool = false, isWarning: Bool = false,
      isQuiet: Bool = false, margin: Int? = nil, value: String = ""
    ) {
      self.term = term
      self.text = text
      self.isHeading = isHeading
      self.isWarning = isWarning
      self.isQuiet = isQuiet
      self.margin = margin
      self.value = value
    }
  }

  package func bindings(_ scene: Scene) -> [Binding] {
    let leave =
      confirm.map { confirm in
        [
          Binding(
            .enter, do: Action("confirm", confirm.phrase, confirm.decide), hint: confirm.hint),
          Binding(.escape, .character("q"), do: .leave, hint: "back"),
        ]
      } ?? [
        Binding(.escape, .character("q"), .enter, .character("?"), do: .leave, hint: "close")
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
      guard var page = scene.focus.overlay as? Page else { return .nothing }
      page.scroll = max(0, min(page.scroll + rows, page.lines.count - 1))
      return .replace(page, scene)
    }
  }

  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(scene.say(title), into: &frame, in: rect)
    let terms = lines.filter { $0.margin == nil }.map { Text.width($0.term) }
    let termWidth = min(terms.max() ?? 0, inner.width / 3)
    frame.put(
      hidden(in: inner, termWidth), x: inner.x, y: rect.y + 1, style: .quiet, width: inner.width,
      alignment: .right)
    Self.draw(Array(lines.dropFirst(scroll)), termWidth: termWidth, into: &frame, in: inner)
    // Further on it is read from where it goes on; at first its title is read.
    let first = (inner.y..<inner.maxY).first { y in
      (inner.x..<inner.maxX).contains { !["", " "].contains(frame[$0, y].text) }
    }
    if scroll > 0, let first { frame.cursor = Point(x: inner.x, y: first) }
  }

  /// Rows beneath one another, as many as there is room for.
  package static func draw(_ rows: [Row], into frame: inout Frame, in rect: Rect) {
    let widest = rows.map { Text.width($0.term) }.max() ?? 0
    draw(rows, termWidth: min(widest, rect.width / 3), into: &frame, in: rect)
  }

  private static func draw(
    _ rows: [Row], termWidth: Int, into frame: inout Frame, in inner: Rect
  ) {
    var y = inner.y
    for row in rows where y < inner.maxY {
      if row.isHeading {
        frame.put(row.text, x: inner.x, y: y, style: .strong, width: inner.width)
        y += 1
        continue
      }
      let margin = row.margin(termWidth)
      frame.put(row.term, x: inner.x, y: y, style: Style(.accent), width: row.margin ?? termWidth)
      frame.put(
        row.value, x: inner.maxX - Text.width(row.value), y: y, style: Style(.strong, bold: true))
      let ink: Style = row.isWarning ? Style(.warning) : row.isQuiet ? .quiet : .plain
      for line in Text.wrap(row.text, to: row.room(inner.width, termWidth)) {
        guard y < inner.maxY else { break }
        frame.put(line, x: inner.x + margin, y: y, style: ink)
        y += 1
      }
      if row.text.isEmpty { y += 1 }
    }
  }

  /// How many lines stand above and below what is seen; empty where everything is.
  private func hidden(in inner: Rect, _ termWidth: Int) -> String {
    let heights = lines.map { row in
      row.isHeading ? 1 : max(1, Text.wrap(row.text, to: row.room(inner.width, termWidth)).count)
    }
    let above = heights.prefix(scroll).reduce(0, +)
    let below = heights.dropFirst(scroll).reduce(0, +) - inner.height
    return [above > 0 ? "↑ \(above)" : nil, below > 0 ? "↓ \(below)" : nil].compactMap { $0 }
      .joined(separator: "  ")
  }
}

extension Page.Row {
  /// Columns before its text, on a page whose terms are so wide.
  fileprivate func margin(_ termWidth: Int) -> Int {
    margin ?? (termWidth > 0 ? termWidth + 2 : 0)
  }

  /// Columns for its text.
  fileprivate func room(_ width: Int, _ termWidth: Int) -> Int {
    let value = Text.width(value)
    return max(1, width - margin(termWidth) - (value > 0 ? value + 2 : 0))
  }
}
