import Boards
import Cards
import Journaling
import Languages
import Shell
import WorkshopCore

/// What a terminal that died left of its text, as whoever opens the next one finds it.
extension Scene {
  /// Takes a draft back: the line goes on, what was open opens again, what was left waits where it was. False where
  /// there is no room for it: it stays on the disk for another start.
  mutating func takeBack(_ draft: Draft) -> Bool {
    let form = draft.formText
    if form == nil, !draft.text.isEmpty {
      // One line at a time: another one may have been meant for another place.
      guard focus.line.isEmpty, focus.editing == nil else { return false }
      takeLine(of: draft)
    }
    let texts = (draft.texts ?? []) + [form].compactMap { $0 }
    for typed in texts where typed.isLeft && hasPlace(for: typed) { focus.left.append(typed) }
    for typed in texts where !(typed.isLeft && hasPlace(for: typed)) {
      if !reopen(typed) { offer(typed) }
      if let top = focus.overlay, top.unfinished != nil { notice("Your unfinished text is back") }
    }
    if texts.allSatisfy(\.isLeft), draft.text.isEmpty, !focus.left.isEmpty {
      notice(waiting(focus.left))
    }
    return true
  }

  /// The line of a draft, or its edit of a card's text.
  private mutating func takeLine(of draft: Draft) {
    if let edit = draft.edit, let card = workshop.card(edit.card), !card.isGone {
      focus.resume(draft.text, edit, of: card, self)
      notice("Your unfinished edit is back")
    } else {
      focus.line = Line(draft.text)
      LinePlace(draft).restore(&self)
      notice("Your unfinished line is back")
    }
  }

  /// Offers a text whose place is gone as a card of the board at hand, or as a question for later where that
  /// takes none. What few eyes were meant to see says so first.
  private mutating func offer(_ typed: TypedText) {
    let isPrivate = typed.with[Form.isPrivate] != nil
    var prompt: Prompt?
    if !isPrivate, let board, refusal(ofCardsOn: board) == nil {
      prompt = newCard(on: board, typed: typed.text)
      prompt?.title = "This text has lost its place: a card for \(board.title)"
      prompt?.help = "Enter adds it · Esc: back"
    }
    guard var prompt = prompt ?? parking(typed: typed.text) else { return }
    if prompt.isParking {
      prompt.title = "The board of this text is gone; it is parked for later"
      prompt.help =
        isPrivate
        ? "Only you have seen this. Enter parks it for everyone · Esc: back"
        : "Enter parks it · Esc: back"
    }
    prompt.keepsHelp = true
    // Left, it waits for its own place: the key that parks works before the room.
    focus.overlays.append(
      isPrivate ? prompt.placed(at: typed.place, with: typed.with) : prompt)
  }
}
