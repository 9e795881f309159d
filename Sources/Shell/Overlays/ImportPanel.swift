package import Languages
package import Terminal
import WorkshopCore

/// What a file was understood as, before anything of it is written: its columns, counts and doubts. What
/// was understood wrongly is changed with the arrows.
package struct ImportPanel: Overlay {
  var source: any ImportSource
  var selected = 0

  package init(_ source: any ImportSource) {
    self.source = source
  }

  package func bindings(_ scene: Scene) -> [Binding] {
    let rows = source.rows(scene)
    let isFixed = !rows.indices.contains(selected) || rows[selected].isFixed
    let fixed: Phrase? = isFixed ? "There is nothing to choose here" : nil
    return [
      Binding(.enter, do: Self.take, hint: "take in", unless: source.objection(scene)),
      Binding(
        .right, do: Self.change("next-choice", "The next choice", by: 1), hint: "change",
        unless: fixed),
      Binding(
        .left, do: Self.change("previous-choice", "The choice before", by: -1), unless: fixed),
      Binding(.down, .tab, do: Self.move("next-row", "Next row", by: 1), hint: "down"),
      Binding(.up, .backTab, do: Self.move("previous-row", "Previous row", by: -1), hint: "up"),
      Binding(.character("d"), do: Self.details, hint: "in detail"),
      Binding(.escape, .character("q"), do: .leave, hint: "close"),
    ]
  }

  private static let take = Action("take-in", "Take this in") { scene in
    guard let panel = scene.focus.overlay as? ImportPanel else { return .nothing }
    return panel.source.outcome(scene).closing(scene)
  }

  private static func change(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard var panel = scene.focus.overlay as? ImportPanel else { return .nothing }
      panel.source = panel.source.changing(panel.selected, by: step, scene)
      return .replace(panel, scene)
    }
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard var panel = scene.focus.overlay as? ImportPanel else { return .nothing }
      let count = panel.source.rows(scene).count
      panel.selected = max(0, min(panel.selected + step, count - 1))
      return .replace(panel, scene)
    }
  }

  /// All that would be written, and every doubt.
  private static let details = Action("import-details", "All that would be taken in") { scene in
    guard let panel = scene.focus.overlay as? ImportPanel else { return .nothing }
    let source = panel.source
    let lines =
      [Page.Row(text: source.summary(scene), isHeading: true)]
      + (source.remarks(scene) + source.preview(scene)).map { Page.Row(text: $0) }
    return .open(Page(title: "All that would be taken in", lines: lines), scene)
  }

  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(source.name, into: &frame, in: rect)
    let (head, rest) = inner.top(2)
    frame.put(
      source.summary(scene), x: head.x, y: head.y, style: Style(.strong, bold: true),
      width: head.width)
    let rows = source.rows(scene)
    let remarks = source.remarks(scene)
    // Doubts take what they need of the lower half; all else is the columns'.
    let below = remarks.isEmpty ? 0 : min(remarks.count + 1, max(3, rest.height / 2))
    let (foot, list) = rest.bottom(below)
    draw(rows, into: &frame, in: list)
    let shown = max(0, foot.height - 1)
    let fits = remarks.count <= shown
    for (row, remark) in remarks.prefix(fits ? shown : max(0, shown - 1)).enumerated() {
      frame.put(remark, x: foot.x, y: foot.y + 1 + row, style: .accent, width: foot.width)
    }
    if !fits, shown > 0 {
      frame.put(
        scene.say("d: \(remarks.count - shown + 1) more"), x: foot.x, y: foot.maxY - 1,
        style: .quiet, width: foot.width)
    }
  }

  private func draw(_ rows: [ImportRow], into frame: inout Frame, in rect: Rect) {
    let first = max(0, min(selected - rect.height / 2, rows.count - rect.height))
    let labels = min(
      rect.width * 2 / 5, (rows.map { Text.width($0.label) }.max() ?? 0) + 2)
    let values = min(
      rect.width / 4, (rows.map { Text.width($0.value) }.max() ?? 0) + 4)
    for (row, line) in rows.dropFirst(first).prefix(max(0, rect.height)).enumerated() {
      let isChosen = first + row == selected
      let y = rect.y + row
      let style =
        isChosen
        ? Style(.selection, bold: true) : line.isUnread ? Style(.quiet) : Style.plain
      if isChosen {
        frame.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), style: style)
        frame.cursor = Point(x: rect.x, y: y)
      }
      let mark = isChosen && !line.isFixed
      frame.put(
        (isChosen ? "▶ " : "  ") + line.label, x: rect.x, y: y, style: style, width: labels)
      frame.put(
        mark ? "‹ \(line.value) ›" : "  \(line.value)", x: rect.x + labels + 1, y: y,
        style: style, width: values)
      let x = rect.x + labels + values + 2
      frame.put(
        line.sample, x: x, y: y, style: isChosen ? style : .quiet, width: rect.maxX - x)
    }
  }
}

/// One thing that was understood of a file.
package struct ImportRow: Equatable, Sendable {
  /// A column's heading, or a question about the file.
  package let label: String
  /// What it was taken for.
  package let value: String
  /// Some of what stands in the column.
  package let sample: String
  /// Whether it is left aside.
  package let isUnread: Bool
  /// Whether there is no other choice.
  package let isFixed: Bool

  package init(
    label: String, value: String, sample: String = "", isUnread: Bool = false,
    isFixed: Bool = false
  ) {
    self.label = label
    self.value = value
    self.sample = sample
    self.isUnread = isUnread
    self.isFixed = isFixed
  }
}

/// A file laid beside the workshop: how it was read, and what would be written of it.
package protocol ImportSource: Sendable {
  /// The file's name.
  var name: String { get }
  func rows(_ scene: Scene) -> [ImportRow]
  /// The same with the next answer at a row, or the one before.
  func changing(_ row: Int, by step: Int, _ scene: Scene) -> any ImportSource
  /// How much would be written, in one line.
  func summary(_ scene: Scene) -> String
  /// What a person should look at first, a line each.
  func remarks(_ scene: Scene) -> [String]
  /// All that is new, a line each.
  func preview(_ scene: Scene) -> [String]
  /// Why nothing of it can be written.
  func objection(_ scene: Scene) -> Phrase?
  /// What writes it, as one act.
  func outcome(_ scene: Scene) -> Outcome
}

extension Array where Element: Equatable {
  /// The element some steps after another one, round and round; the first where that one is not there.
  package func stepped(from element: Element, by step: Int) -> Element? {
    guard !isEmpty else { return nil }
    let place = firstIndex(of: element).map { ($0 + step + count) % count } ?? 0
    return self[place]
  }
}
