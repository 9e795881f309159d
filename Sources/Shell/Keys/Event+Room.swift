package import WorkshopCore

extension Event {
  /// Whether it changes where the room is, what it votes on or what it sees.
  package var movesRoom: Bool {
    switch self {
    case .activityOpened, .turnOpened, .segmentOpened, .viewShown, .boardShown, .cardShown,
      .pollOpened, .pollChanged, .pollClosed, .pollRevealed, .tieResolved:
      true
    default: false
    }
  }

  /// Whether it changes the time of the room or of a table.
  var turnsClock: Bool {
    switch self {
    case .countdownStarted, .countdownPaused, .countdownResumed, .countdownExtended, .countdownSet:
      true
    default: false
    }
  }
}
