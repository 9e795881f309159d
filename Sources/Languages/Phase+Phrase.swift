import WorkshopCore

extension Phase {
  /// As the agenda's readers call it.
  package var name: Phrase {
    switch self {
    case .scan: "Scan"
    case .focus: "Focus"
    case .act: "Act"
    }
  }
}
