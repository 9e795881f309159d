/// What an activity can give when time runs out, and take when there is some.
extension Activity {
  /// A break, lunch, arrival, slack: no work, and the last thing to be shortened.
  ///
  /// The only thing that the planning of a day knows of kinds.
  public var isBreak: Bool { kind == "break" }

  /// A break that is there to be used up: its minimum is nothing.
  public var isSlack: Bool { isBreak && minimum == 0 }

  /// Minutes it can lose; an activity without a minimum gives nothing, a fixed one neither.
  package var spare: Int { isFixed ? 0 : minimum.map { max(0, minutes - $0) } ?? 0 }

  /// Minutes it can gain; an activity without a maximum takes nothing, a fixed one neither.
  package var appetite: Int { isFixed ? 0 : maximum.map { max(0, $0 - minutes) } ?? 0 }
}
