import Languages
import Terminal
import WorkshopCore

/// Two texts of one field, typed without knowing of each other: side by side, until somebody keeps one.
struct ConflictPanel: Overlay {
  let card: CardID
  let field: String
  /// Which text Enter keeps: 0 is the one that stands on the card.
  var selected = 0

  /// A text of the field, and who typed it.
  private struct Version: Equatable {
    let text: String
    let by: String
  }

  /// The first field of a card that has two texts, of those that may be seen here.
  init?(_ card: Card, _ scene: Scene) {
    guard let field = card.fieldsInConflict(scene).first else { return nil }
    self.card = card.id
    self.field = field
  }

  private func versions(_ scene: Scene) -> [Version] {
    guard let value = scene.workshop.card(card)?.values[field] else { return [] }
    return [Version(text: value.text, by: value.by)]
      + value.rivals.map { Version(text: $0.text, by: $0.by) }
  }

  func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(.enter, do: Self.keep, hint: "keep this one"),
      Binding(
        .right, .down, .tab, do: Self.choose("next-text", "The other text", by: 1), hint: "other"),
      Binding(.left, .up, .backTab, do: Self.choose("previous-text", "The text before", by: -1)),
      Binding(.character("e"), do: Self.edit, hint: "write a third"),
      Binding(.escape, .character("q"), do: .leave, hint: "close"),
    ]
  }

  private static func choose(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard var panel = scene.focus.overlay as? ConflictPanel else { return .nothing }
      let count = max(1, panel.versions(scene).count)
      panel.selected = (panel.selected + step + count) % count
      return .replace(panel, scene)
    }
  }

  private static let keep = Action("keep-text", "Keep this text") { scene in
    guard let panel = scene.focus.overlay as? ConflictPanel else { return .nothing }
    let versions = panel.versions(scene)
    guard versions.indices.contains(panel.selected) else { return .close(scene) }
    return panel.settle(versions[panel.selected].text, scene)
  }

  /// A third text, begun from the chosen one.
  private static let edit = Action("write-third", "Write a third text instead") { scene in
    guard let panel = scene.focus.overlay as? ConflictPanel else { return .nothing }
    let versions = panel.versions(scene)
    guard versions.indices.contains(panel.selected) else { return .close(scene) }
    let prompt = Prompt(
      title: "In place of both: \(panel.label(scene))", help: "The text that stays",
      line: Line(versions[panel.selected].text), marks: panel.field == Card.text
    ) { text, scene in
      // The prompt lies over the panel: both go.
      var beneath = scene
      _ = beneath.focus.overlays.popLast()
      return panel.settle(text, beneath)
    }
    return .open(prompt, scene)
  }

  /// Written over what stands there now, which every writer has then seen.
  private func settle(_ text: String, _ scene: Scene) -> Outcome {
    let over = scene.workshop.card(card)?.values[field]?.entry
    var outcome = Outcome.close(scene)
    outcome.events = [.fieldSet(card: card, field: field, value: text, over: over)]
    outcome.notice = "Settled: one text stays"
    // A note-taker who only looked at the card is done with it; what was typed on it stays.
    if scene.focus.editing == card, scene.focus.line.text == scene.focus.editingFrom?.text {
      outcome.focus?.freeLine()
    }
    if let next = scene.workshop.card(card)?.fieldsInConflict(scene).first(where: { $0 != field }) {
      outcome.focus?.overlays.append(ConflictPanel(card: card, field: next))
    }
    return outcome
  }

  private init(card: CardID, field: String) {
    self.card = card
    self.field = field
  }

  /// The field's name on the card's sheet.
  private func label(_ scene: Scene) -> String {
    let sheet = scene.subject(card).sheet(scene)
    return sheet?.fields.first { $0.id == field }.map { scene.say($0.label) } ?? field
  }

  private func shown(_ text: String, _ scene: Scene) -> String {
    if text.isEmpty { return "…" }
    let field = scene.subject(card).sheet(scene)?.fields.first { $0.id == self.field }
    return field.map { Form.display(text, of: $0, scene) } ?? text
  }

  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(
      scene.say("Edited at the same time: \(label(scene))"), into: &frame, in: rect)
    let versions = versions(scene)
    guard versions.count > 1 else {
      frame.paragraph(scene.say("Somebody has settled it meanwhile"), in: inner, style: .quiet)
      return
    }
    // Side by side where each has room to be read, else one beneath the other.
    let isWide = inner.width / versions.count >= 28
    let places =
      isWide
      ? inner.columns(versions.count, gap: 3)
      : versions.indices.map { index in
        let height = inner.height / versions.count
        return Rect(x: inner.x, y: inner.y + index * height, width: inner.width, height: height)
      }
    for (index, (place, version)) in zip(places, versions).enumerated() {
      let isChosen = index == selected
      let style: Style = isChosen ? Style(.selection, bold: true) : Style(.strong, bold: true)
      let (head, body) = place.top(1)
      if isChosen { frame.fill(head, style: style) }
      let state = index == 0 ? scene.say("on the card") : scene.say("beside it")
      let by = [version.by, state].filter { !$0.isEmpty }.joined(separator: " · ")
      frame.put(
        (isChosen ? "▶ " : "  ") + by, x: head.x, y: head.y, style: style, width: head.width)
      if isChosen { frame.cursor = Point(x: head.x, y: head.y) }
      frame.paragraph(shown(version.text, scene), in: body.inset(horizontal: 2), style: .plain)
    }
  }
}

extension Card {
  /// The fields with two texts that whoever sits here may see, the text first.
  package func fieldsInConflict(_ scene: Scene) -> [String] {
    let all = scene.mayShowPrivately ? rivals : publicRivals
    return all.keys.sorted { ($0 == Card.text ? "" : $0) < ($1 == Card.text ? "" : $1) }
  }
}

extension Action {
  /// The card at hand, else the first one here that two people typed over each other on.
  package static let settle = Action(
    "settle-texts", "Two texts at the same time: keep one", hinted: .first
  ) { scene in
    var id = scene.role == .notes ? scene.focus.editing : scene.focus.card
    if let form = scene.focus.overlay as? Form { id = form.card }
    let own = scene.workshop.card(id)
    let here = scene.board.map { scene.workshop.cards(on: $0.id) } ?? []
    let cards = [own].compactMap { $0 } + here
    guard let panel = cards.lazy.compactMap({ ConflictPanel($0, scene) }).first else {
      return .refused("No card here was edited at the same time")
    }
    return .open(panel, scene)
  }
}
