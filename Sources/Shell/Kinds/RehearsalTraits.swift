/// How a rehearsal plays a kind of activity, and what an activity of it cannot do without.
package struct RehearsalTraits: Sendable {
  /// It is there for what is written or counted on a board.
  package var needsBoard = false
  /// Its question is what the room works on.
  package var needsQuestion = false
  /// It is played with something in hand: cards to draw, dots to stick.
  package var needsMaterial = false
  /// Each of its turns has a speaker.
  package var hasSpeakers = false
  /// Tables work on their own, and say when they are ready.
  package var isTableWork = false
  package var lines = Lines.several
  /// By how much of its minutes it may be shorter or longer.
  package var drift: ClosedRange<Double> = -0.15...0.15

  /// How much tables write while it goes on.
  package enum Lines: Sendable {
    /// Two or three lines each.
    case several
    /// A line each, and one table another.
    case one
    /// A line of one table.
    case oneTable
    /// What is chosen from stands there before; else a line each.
    case choices
    /// A project each to work on, where no vote made any.
    case proposals
    case none
  }

  package init(
    needsBoard: Bool = false, needsQuestion: Bool = false, needsMaterial: Bool = false,
    hasSpeakers: Bool = false, isTableWork: Bool = false, lines: Lines = .several,
    drift: ClosedRange<Double> = -0.15...0.15
  ) {
    self.needsBoard = needsBoard
    self.needsQuestion = needsQuestion
    self.needsMaterial = needsMaterial
    self.hasSpeakers = hasSpeakers
    self.isTableWork = isTableWork
    self.lines = lines
    self.drift = drift
  }
}
