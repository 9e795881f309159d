public import WorkshopCore

extension StateDocument {
  /// One thing done to a card: who did what, and when. What was undone is not among them, nor is a move
  /// from board to board.
  public struct Change: Codable, Equatable, Sendable {
    /// Milliseconds since 1970.
    public let at: Int64
    /// Who sat at the terminal; nil: nobody says.
    public let by: String?
    public let card: CardID
    public let deed: Deed
    /// The field that got a value.
    public let field: String?

    /// As in `Trace.Kind`.
    public enum Deed: String, Codable, Sendable { case added, changed, binned, restored, voiced }

    private init(_ trace: Trace) {
      at = trace.stamp.milliseconds
      by = trace.by.isEmpty ? nil : trace.by
      card = trace.card
      field = trace.field
      deed =
        switch trace.kind {
        case .added: .added
        case .changed: .changed
        case .binned: .binned
        case .restored: .restored
        case .voiced: .voiced
        }
    }

    /// Every change to some cards, oldest first; what falls together stands in the cards' order.
    static func all(of cards: [Card], in workshop: Workshop) -> [Change] {
      let places = Dictionary(
        cards.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
      let told = workshop.trail.enumerated().compactMap { index, trace in
        places[trace.card].map { (change: Change(trace), card: $0, index: index) }
      }.filter { item in
        guard let field = item.change.field else { return true }
        return field != WorkshopCore.Card.board && !WorkshopCore.Card.isPrivate(field)
      }
      return told.sorted {
        ($0.change.at, $0.card, $0.index) < ($1.change.at, $1.card, $1.index)
      }.map(\.change)
    }
  }
}
