import Terminal
import WorkshopCore

extension Phase {
  var name: Phrase {
    switch self {
    case .scan: "Scan"
    case .focus: "Focus"
    case .act: "Act"
    }
  }

  var ink: Ink {
    switch self {
    case .scan: .scan
    case .focus: .focus
    case .act: .act
    }
  }
}
