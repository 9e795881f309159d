import Languages
import Terminal
package import WorkshopCore

/// Two texts of one field, typed without knowing of each other: side by side, until somebody keeps one.
/// Then the next such field comes, on whatever board its card lies.
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
    return Reopening.thirdText.opened(
      of: [Form.field: panel.field, CardSubject.card: panel.card],
      with: ["text": versions[panel.selected].text], scene)
  }

  /// The line of a third text, begun from one of the two.
  fileprivate func prompt(_ text: String, _ scene: Scene) -> Prompt {
    Prompt(
      title: "In place of both: \(label(scene))", help: "The text that stays", line: Line(text),
      marks: field == Card.text
    ) { text, scene in
      // The prompt lies over the panel: both go.
      var beneath = scene
      _ = beneath.focus.overlays.popLast()
      return settle(text, beneath)
    }
  }

  /// Written over what stands there now, which every writer has then seen.
  private func settle(_ text: String, _ scene: Scene) -> Outcome {
    let over = scene.workshop.card(card)?.values[field]?.entry
    var outcome = Outcome.close(scene)
    outcome.events = [.fieldSet(card: card, field: field, value: text, over: over)]
    var rest = scene.conflicts.filter { $0 != Conflict(card: card, field: field) }
    // The rest of this card first.
    rest = rest.filter { $0.card == card } + rest.filter { $0.card != card }
    outcome.notice =
      rest.isEmpty
      ? "Settled: one text stays" : "Settled: one text stays. Still to settle: \(rest.count)"
    // A note-taker who only looked at the card is done with it; what was typed on it stays.
    if scene.focus.editing == card, scene.focus.line.text == scene.focus.editingFrom?.text {
      outcome.focus?.freeLine()
    }
    if let next = rest.first { outcome.focus?.overlays.append(ConflictPanel(next)) }
    return outcome
  }

  fileprivate init(_ conflict: Conflict) {
    card = conflict.card
    field = conflict.field
  }

  fileprivate var conflict: Conflict { Conflict(card: card, field: field) }

  private func label(_ scene: Scene) -> String { scene.label(of: conflict) }

  /// The board, and the card where it is not its own text that has two.
  private func place(_ scene: Scene) -> String {
    guard let card = scene.workshop.card(card), let board = scene.workshop.board(card.board) else {
      return ""
    }
    let names = [scene.say(board.title), field == Card.text ? "" : card.text]
    return names.filter { !$0.isEmpty }.map { " · " + $0 }.joined()
  }

  private func shown(_ text: String, _ scene: Scene) -> String {
    if text.isEmpty { return "…" }
    let field = scene.subject(card).sheet(scene)?.fields.first { $0.id == self.field }
    return field.map { Form.display(text, of: $0, scene) } ?? text
  }

  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(
      scene.say("Edited at the same time: \(label(scene))") + place(scene), into: &frame, in: rect)
    let versions = versions(scene)
    guard versions.count > 1 else {
      frame.paragraph(scene.say("Somebody has already settled it"), in: inner, style: .quiet)
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

extension Reopening {
  /// A third text in place of two that were typed at the same time.
  static let thirdText = stack("write-third") { details, scene in
    guard let card = scene.workshop.card(details[CardSubject.card]), !card.isGone,
      let field = details[Form.field]
    else { return [] }
    let panel = ConflictPanel(Conflict(card: card.id, field: field))
    return [panel, panel.prompt(details["text"] ?? "", scene)]
  }
}

extension Card {
  /// The fields with two texts that whoever sits here may see, the text first.
  package func fieldsInConflict(_ scene: Scene) -> [String] {
    let all = scene.mayShowPrivately ? rivals : publicRivals
    return all.keys.sorted { ($0 == Card.text ? "" : $0) < ($1 == Card.text ? "" : $1) }
  }
}

/// A field of a card that has two texts.
package struct Conflict: Equatable, Sendable {
  package let card: CardID
  package let field: String
}

extension Workshop {
  /// The cards of which a field has two texts, board by board.
  fileprivate var withRivals: [Card] {
    once("rivals") {
      // Mostly there is none, and no list of all cards is needed to say so.
      guard cards.contains(where: { $0.value.hasRivals }) else { return [] }
      return boards.flatMap { cards(on: $0.id) }.filter(\.hasRivals)
    }
  }
}

extension Scene {
  /// Every field with two texts that may be seen here, board by board.
  package var conflicts: [Conflict] {
    workshop.withRivals.flatMap { card in
      card.fieldsInConflict(self).map { Conflict(card: card.id, field: $0) }
    }
  }

  /// A line for each: its board, its card, and the field where it is another than the text.
  package func lines(_ conflicts: [Conflict]) -> [String] {
    conflicts.compactMap { conflict in
      guard let card = workshop.card(conflict.card) else { return nil }
      let board = workshop.board(card.board).map { say($0.title) } ?? ""
      let line = "≠ " + language.labelled(board, card.text.replacing("\n", with: " "))
      return conflict.field == Card.text ? line : line + " · " + label(of: conflict)
    }
  }

  /// The field's name on the card's sheet.
  fileprivate func label(of conflict: Conflict) -> String {
    let sheet = subject(conflict.card).sheet(self)
    return sheet?.fields.first { $0.id == conflict.field }.map { say($0.label) } ?? conflict.field
  }
}

extension Action {
  /// What two people typed over each other: on the card at hand first, then on this board, then wherever
  /// there is any.
  package static let settle = Action(
    "settle-texts", "Conflicting edits: choose one", hinted: .first
  ) { scene in
    let all = scene.conflicts
    guard !all.isEmpty else { return .refused("No card was edited at the same time") }
    if let panel = scene.focus.overlay as? ConflictPanel {
      let next = all.firstIndex(of: panel.conflict).map { all[($0 + 1) % all.count] } ?? all[0]
      return .replace(ConflictPanel(next), scene)
    }
    var id = scene.role == .notes ? scene.focus.editing : scene.focus.card
    var field: String?
    if let form = scene.focus.overlay as? Form { (id, field) = (form.card, form.field.id) }
    let here = { (conflict: Conflict) in
      scene.workshop.card(conflict.card)?.board == scene.board?.id
    }
    let first =
      all.first { $0.card == id && $0.field == field } ?? all.first { $0.card == id }
      ?? all.first(where: here) ?? all[0]
    return .open(ConflictPanel(first), scene)
  }
}
