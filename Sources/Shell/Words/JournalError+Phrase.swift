package import Journaling
import Languages

extension Phrase {
  package init(_ error: JournalError) {
    if case .planRefused(let problem) = error {
      let reason = Phrase(key: problem.message.key, arguments: problem.message.arguments)
      self = "workshop.json, line \(problem.line), column \(problem.column): \(reason)"
      return
    }
    let message = error.message
    self.init(key: message.key, arguments: message.arguments)
  }

  /// The same with the last name of each path alone, for a line on a screen.
  init(short error: JournalError) {
    let message = error.message
    let names = message.arguments.map { argument in
      argument.hasPrefix("/")
        ? argument.split(separator: "/").last.map(String.init) ?? argument : argument
    }
    self.init(key: message.key, arguments: names)
  }
}
