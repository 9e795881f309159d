import Cards
import Languages
package import Shell
package import WorkshopCore

extension Scene {
  /// A field of a card as people read it; empty when it is not filled.
  package func shown(_ field: String, of card: Card) -> String {
    guard let value = card[field], !Card.isPrivate(field) else { return "" }
    let sheet = sheet(of: workshop.board(card.board))
    let known = sheet?.fields.first { $0.id == field }
    return known.map { Form.display(value, of: $0, self) } ?? value
  }
}
