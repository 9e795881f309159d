package import Terminal

/// Somebody in a rehearsed room who presses keys.
package enum Seat: Hashable, Sendable {
  case facilitator
  /// A note-taker, counted from 1: one for each table, as far as there are chairs.
  case table(Int)

  /// More note-takers than these show nothing more; tables beyond share them.
  static let mostTables = 12
}

/// One key that somebody presses in a rehearsal, and when on its clock (ms since 1970).
package struct RehearsalKey: Equatable, Sendable {
  package let at: Int64
  package let seat: Seat
  package let key: Key
}

/// Something that somebody in a rehearsed room sets out to do, and when (ms since 1970).
struct RehearsalStep: Sendable {
  let at: Int64
  let seat: Seat
  let what: What

  /// What is done; which keys that takes is found out when the moment has come.
  enum What: Sendable {
    /// Presses the key of an action.
    case press(String)
    /// Opens a turn of the rounds, unless time has brought it already.
    case turn(Int)
    /// Begins a line, in a column so many steps on.
    case type(String, columns: Int)
    /// Ends the line.
    case give
    /// Makes clusters and moves cards to them.
    case sort
    /// Fills a table's persona sheet.
    case fillSheet(table: Int)
    /// Goes to the canvas of this number, made first where it is missing.
    case goToCanvas(Int)
    /// Signs so many people up.
    case signUp(Int)
    /// Types so many paper ballots.
    case ballots(Int)
    /// Counts so many raised hands.
    case hands(Int)
    /// Leaves what the last activity left open: a line, a board.
    case tidy
    /// Looks at the screens for what does not fit.
    case look
    /// The session is over; the next one begins then, and nil ends it all.
    case close(next: Int64?)
  }
}

/// One key of a deed.
enum Press: Equatable, Sendable {
  case key(Key)
  /// Whichever key an action has when its moment comes.
  case action(String)

  /// A text typed at one go.
  static func text(_ text: String) -> Press { .key(.paste(text)) }
}
