package import Journaling
import Languages

extension Phrase {
  package init(_ error: JournalError) {
    if case .planRefused(let problem) = error {
      self =
        "workshop.json, line \(problem.line), column \(problem.column): \(Phrase(problem))"
      return
    }
    if let system = Phrase(system: error) {
      self = system
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
    if let system = Phrase(system: error, shown: Self.name(ofPath:)) {
      self = system
      return
    }
    let message = error.message
    self.init(key: message.key, arguments: message.arguments.map(Self.name(ofPath:)))
  }

  /// The last name of a path; any other text as it is.
  private static func name(ofPath text: String) -> String {
    text.hasPrefix("/") ? text.split(separator: "/").last.map(String.init) ?? text : text
  }
}
