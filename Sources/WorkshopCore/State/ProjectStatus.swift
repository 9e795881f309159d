/// Where a project stands, by the last decision about it.
///
/// Potential, then defined, then a go in some wave, and in the end delivered; on the way it may be put
/// on hold, paused, merged or dropped. A project nobody decided on has none: it is one of many
/// proposals.
public enum ProjectStatus: String, CaseIterable, Sendable {
  case potential, defined, go
  case onHold = "on-hold"
  case dropped, merged, paused, delivered

  /// What a decision must say before it counts.
  public enum Need: String, CaseIterable, Sendable {
    /// A reason code; with the code for another one, a reason in words.
    case reason
    /// Who decided.
    case decider
    /// The day on which what is on hold is looked at again.
    case review
    /// The project that goes on with it.
    case target
  }

  /// What a project of some status, or of none yet, may become.
  ///
  /// A go follows a definition; only what has its go is delivered. A go again is a later wave, on hold
  /// again a later review.
  public static func next(after status: ProjectStatus?) -> [ProjectStatus] {
    switch status {
    case nil: [.potential, .defined, .onHold, .dropped, .merged]
    case .potential: [.defined, .onHold, .dropped, .merged]
    case .defined: [.go, .onHold, .dropped, .merged, .paused]
    case .go: [.go, .onHold, .dropped, .merged, .paused, .delivered]
    case .onHold: [.defined, .go, .onHold, .dropped, .merged]
    case .paused: [.defined, .go, .onHold, .dropped, .merged]
    case .dropped: [.potential, .defined]
    case .merged: [.potential]
    case .delivered: []
    }
  }

  /// Whether what has it pitches, is judged, is voted on and is signed up for: not what was dropped or
  /// merged, what waits, nor what is in use.
  public var isInTheRunning: Bool {
    switch self {
    case .potential, .defined, .go: true
    case .onHold, .dropped, .merged, .paused, .delivered: false
    }
  }

  /// What a decision for this status must say: a reason except for what only begins.
  public var needs: [Need] {
    switch self {
    case .potential, .defined: []
    case .onHold: [.reason, .review, .decider]
    case .merged: [.target, .reason, .decider]
    case .go, .dropped, .paused, .delivered: [.reason, .decider]
    }
  }

  /// The fields of the decision's sheet that are asked for, what it needs before what it may have.
  public var fields: [String] {
    let asked: [String] =
      switch self {
      case .potential, .defined: [Decision.motive, Decision.reason, Decision.deciders]
      case .go: [Decision.wave, Decision.motive, Decision.deciders, Decision.reason]
      case .onHold:
        [
          Decision.motive, Decision.review, Decision.deciders, Decision.reason, Decision.reopening,
        ]
      case .paused:
        [Decision.motive, Decision.deciders, Decision.reason, Decision.reopening]
      case .dropped:
        [
          Decision.motive, Decision.deciders, Decision.reason, Decision.target, Decision.reopening,
        ]
      case .merged: [Decision.target, Decision.motive, Decision.deciders, Decision.reason]
      case .delivered: [Decision.motive, Decision.deciders, Decision.reason]
      }
    return [Card.text] + asked + [Card.date, Decision.vote, Decision.consequences]
  }
}
