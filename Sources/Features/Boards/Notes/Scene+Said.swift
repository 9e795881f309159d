import Cards
import Languages
import Shell
import WorkshopCore

extension Scene {
  /// The cards on the line's board that say nearly what is being typed, the likeliest first.
  ///
  /// Not asked for while a card is edited, nor by a single word: too much is alike then.
  var alreadySaid: [Card] {
    guard focus.editing == nil, let board = lineBoard, slip(focus.line.text, on: board) == .words
    else { return [] }
    let text = CardLine(focus.line.text, on: board, self).text
    let texts = atHand(on: board).map { (id: $0, text: $0.text) }
    return Likeness.nearest(to: text, among: texts, limit: Self.mostSaid).map(\.id)
  }

  /// More would be a list to read; whoever types has no eye free for one.
  static let mostSaid = 3
}
