import Cards
import Languages
package import Shell
import Terminal
import WorkshopCore

/// How the wall is looked at: marks, order, columns.
extension Action {
  package static let mark = mark("mark", "Select the card, and go on down", by: 1)
  package static let markUp = mark("mark-up", "Select the card, and go on up", by: -1)

  private static func mark(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard let board = scene.board, let card = scene.selected(on: board) else {
        return .refused("Choose a card first")
      }
      let walk = scene.walk(of: board)
      let place = walk.firstIndex { $0.id == card.id } ?? 0
      let next = walk.indices.contains(place + step) ? walk[place + step] : card
      return .focus(of: scene) {
        if $0.marked.remove(card.id) == nil { $0.marked.insert(card.id) }
        $0.card = next.id
        $0.zone = scene.groups(of: board).first { $0.cards.contains { $0.id == next.id } }?.id
      }
    }
  }

  package static let nextSort = turning(
    "next-sort", "Another order: oldest, newest, +1, alphabet", .sort, { $0.sort }
  ) { sort in
    switch sort {
    case .oldest: "What was said first comes first"
    case .newest: "What was said last comes first"
    case .voices: "What was said most often comes first"
    case .text: "In alphabetical order"
    case .order: "In the order that people gave it"
    }
  }

  package static let nextColumns = turning(
    "next-columns", "Other columns: clusters, themes, tables", .columns, { $0.columns }
  ) { columns in
    switch columns {
    case .zone: "A column for each cluster"
    case .theme: "A column for each theme"
    case .table: "A column for each table"
    }
  }

  /// Sets a board to its next value, for everybody: the stage shows the same.
  private static func turning<Value: CaseIterable & RawRepresentable<String> & SendableMetatype>(
    _ id: String, _ phrase: Phrase, _ setting: Board.Setting,
    _ value: @escaping @Sendable (Board) -> Value, said: @escaping @Sendable (Value) -> Phrase
  ) -> Action {
    Action(id, phrase, onStage: true) { scene in
      guard let board = scene.board else { return .nothing }
      if setting == .columns {
        if scene.matrix(of: board) != nil {
          return .refused("The cards are placed on two axes: no columns")
        }
        if scene.isOrdered(board) {
          return .refused("This list has no columns: S changes its order")
        }
      }
      var next = following(value(board))
      // Columns that could not be told apart are passed over.
      while setting == .columns, isSingle(next.rawValue, scene) { next = following(next) }
      guard next.rawValue != value(board).rawValue else {
        return .refused("No themes and one table: only clusters make columns here")
      }
      return .event(
        .boardSet(board: board.id, setting: setting, value: next.rawValue), notice: said(next))
    }
  }

  /// Whether a workshop has less than two of what would make the columns.
  private static func isSingle(_ columns: String, _ scene: Scene) -> Bool {
    switch Board.Columns(rawValue: columns) {
    case .theme: scene.workshop.themes.isEmpty
    case .table: scene.workshop.plan.tables < 2
    case .zone, nil: false
    }
  }

  private static func following<Value: CaseIterable & RawRepresentable<String>>(
    _ value: Value
  ) -> Value {
    let all = Array(Value.allCases)
    let index = all.firstIndex { $0.rawValue == value.rawValue } ?? 0
    return all[(index + 1) % all.count]
  }
}
