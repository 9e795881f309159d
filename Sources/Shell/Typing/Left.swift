package import Journaling
package import Languages
import Terminal
package import WorkshopCore

/// Texts that were left before they were given: each waits until its place is opened again.
extension Focus {
  /// Lays something over the view, with the text that was left there last.
  package mutating func open(_ overlay: any Overlay, _ scene: Scene) {
    if overlays.isEmpty { lookedFrom = nil }
    guard overlay.unfinished == nil, let place = overlay.place, let typed = takeLeft(at: place)
    else { return overlays.append(overlay) }
    let resumed = overlay.resuming(typed, scene)
    if resumed == nil { left.append(typed) }
    overlays.append(resumed ?? overlay)
  }

  /// Takes the text that was left at a place last, which is under way again.
  private mutating func takeLeft(
    at place: TypedPlace, where isWanted: (TypedText) -> Bool = { _ in true }
  ) -> TypedText? {
    guard let index = left.lastIndex(where: { $0.place == place && isWanted($0) }) else {
      return nil
    }
    return left.remove(at: index)
  }

  /// Keeps a text until its place is opened again; whether there is any.
  mutating func leave(_ typed: TypedText?) -> Bool {
    guard var typed, !typed.text.trimmed.isEmpty else { return false }
    typed.isLeft = true
    left.append(typed)
    return true
  }

  /// Leaves a card that was chosen for the line as it is; whether there is a change of it to keep.
  package mutating func leaveEdit() -> Bool {
    defer { (editing, editingFrom, line) = (nil, nil, Line()) }
    guard let editing, let from = editingFrom, line.text != from.text else { return false }
    return leave(
      TypedText(
        line.text, at: CardSubject(editing).place,
        with: [Form.field: Card.text, Form.over: from.entry?.description]))
  }

  /// Puts a card on the line to be edited, with what was left of an edit.
  package mutating func pick(_ card: Card) {
    editing = card.id
    editingFrom = EditStart(card)
    line = Line(card.text)
    let typed = takeLeft(at: CardSubject(card.id).place) { $0.with[Form.field] == Card.text }
    guard let typed else { return }
    let over = typed.with[Form.over].flatMap { EntryID($0) }
    let isKnown = card.values[Card.text]?.entry == over
    editingFrom = EditStart(text: isKnown ? card.text : nil, entry: over)
    line = Line(typed.text)
  }
}

extension Outcome {
  /// Takes the topmost overlay away; what was typed in it waits, and a sentence says which key shows it again.
  package static func leave(_ scene: Scene) -> Outcome {
    var outcome = Outcome.close(scene)
    guard scene.keepsTexts, let typed = scene.focus.overlay?.worthKeeping,
      outcome.focus?.leave(typed) == true
    else { return outcome }
    var after = scene
    after.focus = outcome.focus ?? scene.focus
    outcome.notice = after.kept(typed)
    return outcome
  }
}

extension Scene {
  /// Whether what is typed at this terminal is anybody's to keep: a voter's is not.
  package var keepsTexts: Bool { role == .facilitator || role == .notes }

  /// All that was typed here and not given, beside the line: what is open, the topmost last, and what was left.
  package var typedTexts: [TypedText] {
    guard keepsTexts else { return [] }
    var closed =
      focus.overlays.contains { $0.place == focus.pile?.place } ? nil : focus.pile?.unfinished
    closed?.isLeft = true
    return focus.overlays.compactMap(\.unfinished) + focus.left + [closed].compactMap { $0 }
  }

  /// All of it as one text, the line first.
  package var allTyped: String {
    guard keepsTexts else { return "" }
    return ([unfinished.text] + typedTexts.map(\.text)).filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  /// That a text is kept, and the key that shows it again where there is one.
  package func kept(_ typed: TypedText) -> Phrase {
    key(to: typed.place).map {
      "Your text is not lost. Press \(Keymap.name($0, language)) to continue"
    }
      ?? "Your text is not lost. Open this again to continue"
  }

  /// That texts wait which were left before this terminal was opened.
  package func waiting(_ typed: [TypedText]) -> Phrase {
    if typed.count == 1 {
      return key(to: typed[0].place).map {
        "You left a text unfinished. Press \(Keymap.name($0, language)) to continue"
      } ?? "You left a text unfinished. It is where you typed it"
    }
    return "Unfinished texts: \(typed.count). Each one is where you typed it"
  }

  /// The key that opens a place from here, at once or by a list.
  private func key(to place: TypedPlace) -> Key? {
    let bindings = Keymap.bindings(self).filter { $0.disabled == nil }
    let direct = bindings.first { $0.action.decide(self).focus?.overlay?.place == place }
    return (direct ?? bindings.first { $0.action.id == place.id })?.keys.first
  }
}
