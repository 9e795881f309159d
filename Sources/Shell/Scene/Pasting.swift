package import WorkshopCore

/// The lines of a long paste on their way to a board, some at a time, so that keys in between are answered.
package struct Pasting: Equatable, Sendable {
  package let board: BoardID
  package let rows: [String]
  /// What was at hand when it was pasted: its lines go there, whatever is typed or moved meanwhile.
  package let begun: Focus.Begun
  package let zone: ZoneID?
  /// How many are cards already.
  package var done = 0
  /// The sequence of the entry that began the act: all of a paste is undone as one.
  package var act: Int?
  /// Where the part of the paste is that was over the limit.
  package var restFile: String?

  package init(board: BoardID, rows: [String], begun: Focus.Begun, zone: ZoneID?) {
    self.board = board
    self.rows = rows
    self.begun = begun
    self.zone = zone
  }

  /// What is not yet a card, a line each.
  package var rest: String { rows[done...].joined(separator: "\n") + "\n" }
}
