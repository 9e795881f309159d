import Synchronization
import Terminal
import WorkshopCore

/// How the cards of a wall are drawn: in boxes, as lines with air between them, as lines, as three lines at
/// most, as two.
///
/// Never as one: a wall of beginnings says nothing. What then has no room is counted.
enum WallDensity: CaseIterable {
  case boxed, airy, lines, three, two

  private var most: Int {
    switch self {
    case .boxed, .airy, .lines: .max
    case .three: 3
    case .two: 2
    }
  }

  /// Rows of air beneath a card, except beneath the last.
  var air: Int { self == .airy ? 1 : 0 }

  /// Whether cards side by side begin on one row: with air between them a ragged wall is hard to read.
  var isAligned: Bool { self == .airy }

  /// From the airiest on, those a group may be drawn with where the whole wall needs this one: what has room
  /// is not shortened because something else has none.
  var looser: [WallDensity] { self == .three || self == .two ? [.lines, .three, .two] : [self] }

  /// The rows that a card takes in a column, without air.
  func rows(_ card: Card, width: Int) -> Int {
    let room = max(1, width - (self == .boxed ? 4 : 2))
    let text = Wall.label(card)
    let rows = text.utf8.count <= room && !text.contains("\n") ? 1 : Self.wrapped(text, to: room)
    return min(rows, most) + (self == .boxed ? 2 : 0)
  }

  /// Texts measured before: at every key the same cards are tried at several widths.
  private static let memo = Mutex<[Measure: Int]>([:])
  /// As many as are remembered: a board of thousands at every width that is tried.
  private static let limit = 50_000

  private struct Measure: Hashable {
    let text: String
    let width: Int
  }

  /// How many rows a text takes, without what steers terminals, as in a paragraph.
  private static func wrapped(_ text: String, to width: Int) -> Int {
    let measure = Measure(text: text, width: width)
    if let known = memo.withLock({ $0[measure] }) { return known }
    let rows = Text.wrap(Text.sanitised(text, newlines: true), to: width).count
    memo.withLock { memo in
      if memo.count >= limit { memo.removeAll() }
      memo[measure] = rows
    }
    return rows
  }
}
