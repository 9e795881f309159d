import Cards
import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// A line typed on a user journey: what it says, and in which row.
///
/// A line that is a feeling alone, such as `-1`, `1` or `+2`, is one in whatever row it is typed, and a line
/// that begins with `!` is a pain point: whoever listens has no hand free to choose a row.
struct JourneyLine: Equatable {
  let row: JourneyMap.Row
  let text: String

  init(_ typed: String, row: JourneyMap.Row) {
    let text = typed.trimmed
    if let emotion = JourneyMap.emotion(text) {
      self.row = .emotion
      self.text = String(emotion)
    } else if text.hasPrefix("!"), !text.dropFirst().allSatisfy(\.isWhitespace) {
      self.row = .pain
      self.text = String(text.drop { $0 == "!" }).trimmed
    } else {
      // Words in the row of feelings are what goes through somebody's mind.
      self.row = row == .emotion ? .thought : row
      self.text = text
    }
  }
}

extension Scene {
  /// The event that puts a typed line into a stage of a journey. A stage has one feeling: a new one is
  /// written over it.
  func event(_ typed: String, on board: Board, in journey: Journey) -> Event {
    let line = JourneyLine(typed, row: row)
    let stage = stage(of: journey)?.id
    if line.row == .emotion, let said = feeling(of: stage, on: board) {
      return .fieldSet(
        card: said.id, field: Card.text, value: line.text, over: said.values[Card.text]?.entry)
    }
    var card = CardLine(line.text, on: board, self)
    card.fields[Card.zone] = stage
    if line.row != .action { card.fields[JourneyMap.row] = line.row.rawValue }
    if let table = focus.table, card.fields[Card.table] == nil { card.fields[Card.table] = table }
    return card.event(on: board)
  }

  /// The card with a stage's feeling.
  private func feeling(of stage: ZoneID?, on board: Board) -> Card? {
    workshop.cards(on: board.id).last {
      $0.zone == stage && JourneyMap.row(of: $0) == .emotion
    }
  }
}
