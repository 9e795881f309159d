public import WorkshopCore

/// A user journey as a board's cards tell it: what is written in each row of each stage, and how each
/// stage felt.
///
/// A card is one line: its zone is the stage, its field `row` the row. A card without a row is something
/// that the person does, and its other fields are lines too: whoever fills a step's whole sheet and
/// whoever types a line at a time fill the same map, and two people never write over each other.
public struct JourneyMap: Equatable, Sendable {
  public let stages: [Stage]
  /// What lies in no stage that the journey has.
  public let loose: [Line]
  /// The stage of the line that was added last.
  public let newest: ZoneID?

  /// What is asked of a stage, from top to bottom; the raw value is a field of the sheet `journey`.
  public enum Row: String, CaseIterable, Sendable {
    case goal
    case action = "text"
    case touchpoint, thought, emotion, pain, backstage, opportunity
  }

  /// One stage, filled or not.
  public struct Stage: Equatable, Sendable, Identifiable {
    public let id: ZoneID
    /// By row, then in the order in which they came.
    public let lines: [Line]
    /// From −2 to +2, nil while nobody has said.
    public let emotion: Int?

    public func lines(in row: Row) -> [Line] { lines.filter { $0.row == row } }
  }

  /// Something that was said.
  public struct Line: Equatable, Sendable {
    public let card: CardID
    public let row: Row
    public let text: String
    /// It is the card's own text, and not another field of it.
    public let isWhole: Bool
  }

  /// The field of a card that names its row.
  public static let row = "row"
  /// The zone of the card that holds what is said of the journey as a whole.
  public static let head: ZoneID = "head"

  /// - Parameters:
  ///   - cards: the board's cards in the order in which they came to it.
  ///   - stages: the stages' ids in their order.
  public init(of cards: [Card], stages ids: [ZoneID]) {
    let cards = cards.filter { $0.zone != Self.head }
    let known = Set(ids)
    let byStage = Dictionary(grouping: cards) { card in
      card.zone.flatMap { known.contains($0) ? $0 : nil } ?? ""
    }
    stages = ids.map { id in
      let lines = Self.lines(of: byStage[id] ?? [])
      return Stage(id: id, lines: lines, emotion: Self.emotion(of: lines))
    }
    loose = Self.lines(of: byStage[""] ?? [])
    newest = cards.filter { known.contains($0.zone ?? "") }.max { $0.added < $1.added }?.zone
  }

  /// The row of a card's own text.
  public static func row(of card: Card) -> Row { card[row].flatMap(Row.init) ?? .action }

  /// A feeling as people type it, −2 to +2; nil for anything else.
  public static func emotion(_ text: String) -> Int? {
    let text = text.filter { !$0.isWhitespace }
    let isBelow = text.first.map { "-−–‑".contains($0) } ?? false
    let digits = isBelow || text.first == "+" || text.first == "±" ? text.dropFirst() : text[...]
    guard let value = ["0": 0, "1": 1, "2": 2][String(digits)] else { return nil }
    return isBelow ? -value : value
  }

  private static func lines(of cards: [Card]) -> [Line] {
    let all = cards.flatMap { card -> [Line] in
      let own = row(of: card)
      let others = Row.allCases.filter { $0 != own && $0 != .action }.compactMap { row in
        card[row.rawValue].map { Line(card: card.id, row: row, text: $0, isWhole: false) }
      }
      return [Line(card: card.id, row: own, text: card.text, isWhole: true)] + others
    }
    return Row.allCases.flatMap { row in all.filter { $0.row == row } }
  }

  /// What was said of the stage as a whole, the last word first; else the mean of its steps, where a half
  /// counts as the lower: the lowest points are what ideas begin from.
  private static func emotion(of lines: [Line]) -> Int? {
    let said = lines.filter { $0.row == .emotion }
    if let whole = said.filter(\.isWhole).compactMap({ emotion($0.text) }).last { return whole }
    let marks = said.compactMap { emotion($0.text) }
    guard !marks.isEmpty else { return nil }
    let mean = Double(marks.reduce(0, +)) / Double(marks.count)
    return Int((mean - 0.01).rounded())
  }
}
