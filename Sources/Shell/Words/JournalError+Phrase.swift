package import Journaling
import Languages

extension Phrase {
  package init(_ error: JournalError) {
    if case .planRefused(let problem) = error {
      self =
        "workshop.json, line \(problem.line), column \(problem.column): \(Phrase(problem))"
      return
    }
    let message = error.message
    self.init(key: message.key, arguments: message.arguments)
  }

  /// The same with the last name of each path alone, for a line on a screen.
  init(short error: JournalError) {
    if case .planRefused = error {
      self.init(error)
      return
    }
    let message = error.message
    let names = message.arguments.map { argument in
      argument.hasPrefix("/")
        ? argument.split(separator: "/").last.map(String.init) ?? argument : argument
    }
    self.init(key: message.key, arguments: names)
  }
}
