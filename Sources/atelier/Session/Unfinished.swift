import Journaling
import WorkshopCore

/// What is being typed and not yet given: kept on the disk, so that a dying terminal loses no word.
struct Unfinished: Equatable, Sendable {
  var text = ""
  /// Nil while it is a new line.
  var edit: Draft.Edit?
}

extension Scene {
  /// What a note-taker is typing: a field of a form, the text of a chosen card, a new line.
  ///
  /// An edit that changed nothing yet is none: that card was only looked at.
  var unfinished: Unfinished {
    if role == .ballot { return Unfinished(text: keptBallot) }
    if let typed = focus.overlays.reversed().lazy.compactMap(\.unfinished).first { return typed }
    guard let card = focus.editing else { return Unfinished(text: focus.line.text) }
    guard focus.line.text != focus.editingFrom?.text else { return Unfinished() }
    let edit = Draft.Edit(card: card, field: Card.text, over: focus.editingFrom?.entry)
    return Unfinished(text: focus.line.text, edit: edit)
  }
}

extension Focus {
  /// Goes on with an edit that was left behind, replacing what it would have replaced.
  mutating func resume(_ draft: Draft, of card: Card, _ scene: Scene) {
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
    if card.board != scene.activityBoard?.id, scene.workshop.board(card.board) != nil {
      board = card.board
    }
  }
}
