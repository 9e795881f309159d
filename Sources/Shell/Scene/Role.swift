package import Languages

/// Who sits at a terminal, and so what it shows and which keys it has.
package enum Role: String, CaseIterable, Sendable {
  /// Steps the room through the agenda.
  case facilitator
  /// The projector: what the room may see, and no keys but to leave.
  case stage
  /// Types what the room says.
  case notes
  /// Votes, at a terminal of one's own.
  case ballot

  package var name: Phrase {
    switch self {
    case .facilitator: "Facilitator"
    case .stage: "Projector"
    case .notes: "Note-taker"
    case .ballot: "Ballot terminal"
    }
  }
}
