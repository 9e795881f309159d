import Assets
import Journaling
import Languages
import Shell
import Terminal
import WorkshopCore

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

  static func noTemplate(_ id: String, in content: Content) -> CommandError {
    if let near = NearMiss.of(id, among: content.templates) {
      return .usage("no template “\(id)”. Did you mean “\(near)”?")
    }
    return .usage("no template “\(id)”: atelier templates lists them")
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
