import Journaling
import Terminal

/// Why a command could not be done, said to a person.
enum CommandError: Error {
  /// The command line makes no sense.
  case usage(Phrase)
  /// The command line was right, the world was not.
  case failed(Phrase)

  var phrase: Phrase {
    switch self {
    case .usage(let phrase), .failed(let phrase): phrase
    }
  }

  static func journal(_ error: JournalError) -> CommandError { .failed(Phrase(error)) }

  static func screen(_ error: ScreenError) -> CommandError {
    switch error {
    case .notATerminal: .failed("this needs a terminal; atelier show prints a frame without one")
    case .unknownTerminal(let name): .failed("the terminal type “\(name)” is not known here (TERM)")
    case .incapableTerminal(let name):
      .failed("the terminal type “\(name)” cannot move its cursor (TERM)")
    }
  }
}

extension Phrase {
  init(_ error: JournalError) {
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
