package import Journaling
package import WorkshopCore

/// What is on the line and not yet given: kept on the disk, so that a dying terminal loses no word.
package struct Unfinished: Equatable, Sendable {
  package var text = ""
  /// Nil while it is a new line.
  package var edit: Draft.Edit?

  package init(text: String = "", edit: Draft.Edit? = nil) {
    self.text = text
    self.edit = edit
  }
}

extension Scene {
  /// What a note-taker is typing on the line: the text of a chosen card, or of a new one.
  ///
  /// An edit that changed nothing yet is none: that card was only looked at.
  package var unfinished: Unfinished {
    if let own = roleView?.unfinished { return own(self) }
    guard let card = focus.editing else { return Unfinished(text: focus.line.text) }
    guard focus.line.text != focus.editingFrom?.text else { return Unfinished() }
    let edit = Draft.Edit(card: card, field: Card.text, over: focus.editingFrom?.entry)
    return Unfinished(text: focus.line.text, edit: edit)
  }
}

extension Focus {
  /// Goes on with an edit of a card's text that was left behind, replacing what it would have replaced.
  package mutating func resume(_ text: String, _ edit: Draft.Edit, of card: Card, _ scene: Scene) {
    let isKnown = card.values[Card.text]?.entry == edit.over
    editing = card.id
    editingFrom = EditStart(text: isKnown ? card.text : nil, entry: edit.over)
    line = Line(text)
    // The card may lie on another board than the one the room is at.
    if card.board != scene.activityBoard?.id, let board = scene.workshop.board(card.board) {
      goTo(board, scene)
    }
  }
}

extension Draft {
  /// What older drafts keep of a form's field, as a text of that form.
  package var formText: TypedText? {
    guard let edit, edit.field != Card.text else { return nil }
    return TypedText(
      text, at: CardSubject(edit.card).place,
      with: [Form.field: edit.field, Form.over: edit.over?.description])
  }
}
