import Foundation
import Glibc
import Languages
import Terminal

/// The program: finds the command, runs it, and gives its exit code: 0 done, 1 failed, 2 usage.
@main
struct Atelier {
  static let version = "0.1.0"

  static func main() {
    umask(0o077)
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Every way the program ends comes together here.
  private static func run(_ words: [String]) -> Int32 {
    var language = Language.ofLocale
    do {
      let arguments = try Arguments(words)
      // One that only a directory's own assets know is found by the command.
      language = (try? arguments.language) ?? language
      return try arguments.command.run(arguments)
    } catch let error as CommandError {
      Console.error("atelier: " + language(error.phrase))
      if case .usage = error {
        Console.error(language("Try: atelier --help"))
        return 2
      }
      return 1
    } catch {
      Console.error("atelier: \(error)")
      return 1
    }
  }
}

/// Standard output and error, where no control character of anybody's text may go.
enum Console {
  /// Each line sanitised; a line end after the last.
  static func print(_ text: String) { write(text, to: FileHandle.standardOutput) }
  static func error(_ text: String) { write(text, to: FileHandle.standardError) }

  private static func write(_ text: String, to handle: FileHandle) {
    let clean = Text.sanitised(text, newlines: true)
    try? handle.write(contentsOf: Data((clean.hasSuffix("\n") ? clean : clean + "\n").utf8))
  }
}
