package import Journaling
package import WorkshopCore

/// What is being typed and not yet given: kept on the disk, so that a dying terminal loses no word.
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
  /// What a note-taker is typing: a field of a form, the text of a chosen card, a new line.
  ///
  /// An edit that changed nothing yet is none: that card was only looked at.
  package var unfinished: Unfinished {
    if let own = roleView?.unfinished { return own(self) }
    if let typed = focus.overlays.reversed().lazy.compactMap(\.unfinished).first { return typed }
    guard let card = focus.editing else { return Unfinished(text: focus.line.text) }
    guard focus.line.text != focus.editingFrom?.text else { return Unfinished() }
    let edit = Draft.Edit(card: card, field: Card.text, over: focus.editingFrom?.entry)
    return Unfinished(text: focus.line.text, edit: edit)
  }
}

extension Focus {
  /// Goes on with an edit that was left behind, replacing what it would have replaced.
  package mutating func resume(_ draft: Draft, of card: Card, _ scene: Scene) {
    guard let edit = draft.edit else { return }
    let isKnown = card.values[edit.field]?.entry == edit.over
    if edit.field != Card.text,
      let form = Form(card.id, resuming: edit, with: draft.text, scene)
    {
      overlays.append(form)
      return
    }
    editing = card.id
    editingFrom = EditStart(text: isKnown ? card.text : nil, entry: edit.over)
    line = Line(draft.text)
    // The card may lie on another board than the one the room is at.
    if card.board != scene.activityBoard?.id, let board = scene.workshop.board(card.board) {
      goTo(board, scene)
    }
  }
}
