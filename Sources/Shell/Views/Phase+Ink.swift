package import Terminal
import WorkshopCore

extension Phase {
  package var ink: Ink {
    switch self {
    case .scan: .scan
    case .focus: .focus
    case .act: .act
    }
  }
}
