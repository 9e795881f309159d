package import WorkshopCore

extension Event {
  /// What happened, for saying what was undone.
  package var phrase: Phrase {
    switch self {
    case .activityOpened: "another activity opened"
    case .turnOpened, .segmentOpened: "another turn"
    case .roundsArranged: "the order of the turns"
    case .countdownStarted: "the timer started"
    case .countdownPaused: "the timer stopped"
    case .countdownResumed: "the timer went on"
    case .countdownExtended, .countdownSet: "the timer set"
    case .settingChanged: "a setting"
    case .planChanged: "the agenda changed"
    case .cardAdded(_, let text, _): "card added: \(text)"
    case .fieldSet(_, Card.zone, _, _): "a card moved"
    case .fieldSet(_, let field, _, _) where Card.isPrivate(field): "a private field"
    case .fieldSet(_, _, let value, _): "changed to: \(value)"
    case .fieldsSet(_, let values):
      values.count == 1 ? "1 card changed" : "\(values.count) cards changed"
    case .cardBinned: "a card in the bin"
    case .cardRestored: "a card taken back"
    case .voiceAdded: "+1 given"
    case .memberAdded, .memberRemoved: "a choice changed"
    case .boardAdded(let title, _, _, _): "board made: \(title)"
    case .zoneAdded(_, let title): "cluster made: \(title)"
    case .zoneRenamed(_, let title): "cluster renamed: \(title)"
    case .boardShown, .viewShown, .cardShown: "the projector changed"
    case .boardKept(_, let title, _): "version kept: \(title)"
    case .boardSet: "a setting of the board"
    case .pollOpened: "the vote opened"
    case .ballotCast, .voterListed: "a ballot submitted"
    case .totalsCounted: "totals typed"
    case .pollClosed: "the vote closed"
    case .pollRevealed: "the result revealed"
    case .pollChanged: "the vote's rules changed"
    case .tieResolved: "a tie resolved"
    case .tokensIssued: "slips printed"
    case .readied: "said to be ready"
    case .reverted: "an undo"
    case .clockCorrected: "a clock corrected"
    }
  }

  /// What one act did, told by its entries from the last to the first.
  package static func phrase(of act: [Entry]) -> Phrase {
    let events = act.compactMap(\.event)
    guard events.count > 1 else { return events.first?.phrase ?? "a change" }
    if events.allSatisfy({ if case .cardAdded = $0 { true } else { false } }) {
      return "\(events.count) cards added"
    }
    if events.allSatisfy({ if case .cardBinned = $0 { true } else { false } }) {
      return "\(events.count) cards in the bin"
    }
    return events.last?.phrase ?? "a change"
  }
}
