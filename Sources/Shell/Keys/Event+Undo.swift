import WorkshopCore

extension Event {
  /// Whether somebody in a role may undo it where another person did it.
  ///
  /// Ballots and who is ready are each voter's and each table's own; where the room is, and its time, are
  /// the facilitators'.
  func mayBeUndone(by role: Role) -> Bool {
    switch self {
    case .cardAdded, .fieldSet, .fieldsSet, .cardBinned, .cardRestored, .voiceAdded, .memberAdded,
      .memberRemoved, .boardAdded, .zoneAdded, .zoneRenamed:
      role != .stage
    case .ballotCast, .voterListed, .totalsCounted, .tokensIssued, .readied, .reverted,
      .clockCorrected:
      false
    default: role == .facilitator
    }
  }
}
