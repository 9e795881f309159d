import Cards
import Languages
package import Shell
package import WorkshopCore

extension Scene {
  /// The cards on the line's board that say nearly what is being typed, the likeliest first.
  ///
  /// Not asked for while a card is edited, nor by a single word: too much is alike then.
  package var alreadySaid: [Card] { alike.filter { !$0.isElsewhere }.map(\.card) }

  /// Those that say it of another street, square or district: not the same, and worth knowing of.
  var saidElsewhere: [Card] { alike.filter(\.isElsewhere).map(\.card) }

  private var alike: [(card: Card, isElsewhere: Bool)] {
    guard focus.editing == nil, let board = lineBoard else { return [] }
    return workshop.once("alike", board.id, lineSession, focus.line.text) {
      guard slip(focus.line.text, on: board) == .words else { return [] }
      return Likeness.nearest(
        to: Self.withoutMarks(CardLine(focus.line.text, on: board, self).text),
        among: texts(on: board).map { (id: $0.card, text: $0.text) },
        limit: Self.mostSaid, .of(content)
      ).map { (card: $0.id, isElsewhere: $0.match.isElsewhere) }
    }
  }

  private var lineSession: String { workshop.session(at: now.milliseconds)?.id ?? "" }

  private func texts(on board: Board) -> [(card: Card, text: String)] {
    workshop.once("texts", board.id, lineSession) {
      atHand(on: board).map { (card: $0, text: Self.withoutMarks($0.text)) }
    }
  }

  /// Reads the cards of the line's board, for `alreadySaid`: beside the keys, before the first letter asks
  /// for it. Two thousand cards take twenty times as long as a key may.
  package func readCards() {
    guard let board = lineBoard else { return }
    Likeness.read(texts(on: board).map(\.text), .of(content))
  }

  /// A text without names and other marks; hashtags are read as words where they are several.
  private static func withoutMarks(_ text: String) -> String {
    guard text.contains(where: { "@&>".contains($0) }) else { return text }
    return text.split(separator: " ").filter { !"@&>".contains($0.first ?? " ") }
      .joined(separator: " ")
  }

  /// The one of them that Tab adds a voice to: the one that is shown as chosen.
  var saidAtHand: Card? {
    let alike = alreadySaid
    return alike.first { $0.id == focus.said } ?? alike.first
  }

  /// More would be a list to read; whoever types has no eye free for one.
  static let mostSaid = 3
}
