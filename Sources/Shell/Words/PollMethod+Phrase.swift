package import Languages
package import WorkshopCore

/// What the kinds of votes are called.
extension Poll.Method {
  package var name: Phrase {
    switch self {
    case .dots: "Dots"
    case .scale: "A scale"
    case .single: "One choice"
    case .approval: "Approval"
    case .ranking: "A full ranking"
    case .topFive: "The five best"
    case .points: "Points to share out"
    case .quadratic: "Quadratic credits"
    case .criteria: "Weighted criteria"
    case .judgment: "Majority judgment"
    case .consent: "Consent"
    case .impact: "Impact and effort"
    }
  }

  /// Methods that somebody can choose; a scale belongs to the check-out.
  package static let choices = allCases.filter { $0 != .scale }
}
