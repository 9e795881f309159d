package import Journaling

extension Phrase {
  /// What is wrong with a plan, and what was likely meant; else what may stand there.
  package init(_ problem: PlanProblem) {
    let message = problem.message
    let reason = Phrase(key: message.key, arguments: message.arguments)
    if let suggestion = problem.suggestion {
      self =
        problem.isBareSuggestion
        ? "\(reason). Did you mean \(suggestion)?" : "\(reason). Did you mean “\(suggestion)”?"
    } else if !problem.others.isEmpty {
      self = "\(reason). Possible here: \(problem.others.joined(separator: ", "))"
    } else {
      self = reason
    }
  }
}
