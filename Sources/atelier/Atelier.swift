import Glibc
import Languages

/// The program: finds the command, runs it, and gives its exit code: 0 done, 1 failed, 2 usage.
@main
struct Atelier {
  static let version = "0.1.0"

  static func main() {
    umask(0o077)
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    Console.open()
    let words = Array(words.dropFirst())
    let language = Arguments.language(of: words)
    let code = run(words, language)
    exit(Console.close(language) ? code : max(code, 1))
  }

  /// The words of the command line, the program's name first.
  ///
  /// Swift takes them from /proc; where that is missing they are found where the kernel puts them: their
  /// number, the words and a nil, and then the environment.
  private static var words: [String] {
    let words = CommandLine.arguments
    guard words.isEmpty else { return words }
    var first = environ - 1
    var count = 0
    while UInt(bitPattern: (first - 1).pointee) != UInt(count) {
      first -= 1
      count += 1
    }
    return (0..<count).compactMap { first[$0].map { String(cString: $0) } }
  }

  /// Every way the program ends comes together here.
  ///
  /// - Parameter language: one that only a directory's own assets know is found by the command.
  private static func run(_ words: [String], _ language: Language) -> Int32 {
    do {
      let arguments = try Arguments(words)
      Progress.begin(arguments.command.name)
      defer { Progress.end() }
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
