import WorkshopCore

extension ProjectStatus {
  package var phrase: Phrase {
    switch self {
    case .potential: "potential"
    case .defined: "defined"
    case .go: "approved"
    case .onHold: "on hold"
    case .dropped: "dropped"
    case .merged: "merged"
    case .paused: "paused for now"
    case .delivered: "delivered"
    }
  }
}
