import Assets
import Glibc
import Journaling
import Languages
import Terminal
import WorkshopCore

/// The command line, read against the list of commands.
struct Arguments {
  let command: Command
  /// What is neither the command nor an option.
  let words: [String]
  private let options: [String: [String]]

  init(_ words: [String]) throws {
    var rest = words[...]
    var options: [String: [String]] = [:]
    var plain: [String] = []
    var command: Command?
    while let word = rest.popFirst() {
      if word == "--" {
        plain += rest
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        if command == nil {
          guard let found = Command.all.first(where: { $0.name == word }) else {
            throw CommandError.usage("there is no command “\(word)”")
          }
          command = found
        } else {
          plain.append(word)
        }
        continue
      }
      let (option, given) = try Self.option(word, of: command)
      guard !option.value.isEmpty else {
        options[option.name] = [""]
        continue
      }
      guard let value = given ?? rest.popFirst() else {
        throw CommandError.usage("--\(option.name) needs a value: \(option.value)")
      }
      options[option.name, default: []].append(value)
    }
    if options["help"] != nil || command == nil {
      let asked = command
      let isVersion = options["version"] != nil
      self.command = Command(name: "help", usage: "", summary: "Help") { arguments in
        let language = try arguments.language ?? .ofLocale
        if isVersion {
          Console.print("atelier \(Atelier.version)")
        } else {
          Console.print(asked?.help(language) ?? Command.overview(language))
        }
        return 0
      }
    } else {
      self.command = command ?? .show
    }
    self.words = plain
    self.options = options
  }

  /// The option a word names, with the value after `=`.
  private static func option(
    _ word: String, of command: Command?
  ) throws -> (Command.Option, String?) {
    let short = ["-h": "help", "-o": "output", "-V": "version"]
    let name = short[word] ?? String(word.drop { $0 == "-" })
    let parts = name.split(separator: "=", maxSplits: 1)
    let known =
      (command?.options ?? []) + Command.common
      + [Command.Option(name: "version", help: "The version")]
    guard word.hasPrefix("--") || short[word] != nil,
      let option = known.first(where: { $0.name == parts.first.map(String.init) })
    else { throw CommandError.usage("there is no option “\(word)” here") }
    return (option, parts.count > 1 ? String(parts[1]) : nil)
  }

  /// The last value given for an option.
  subscript(option: String) -> String? { options[option]?.last }
  /// Every value given for an option that may stand several times.
  func all(_ option: String) -> [String] { options[option] ?? [] }
  func has(_ flag: String) -> Bool { options[flag] != nil }

  /// The first plain word: the workshop's directory.
  var directory: Directory {
    get throws {
      guard let path = words.first else {
        throw CommandError.usage("which workshop? Name its directory")
      }
      let directory = Directory(path)
      do throws(JournalError) { try directory.expectWorkshop() } catch {
        throw CommandError.journal(error)
      }
      return directory
    }
  }

  /// The language asked for; nil when none was.
  var language: Language? { get throws { try language(in: .builtIn) } }

  /// The language asked for, among those of a content; nil when none was.
  func language(in content: Content) throws -> Language? {
    guard let code = self["language"] else { return nil }
    guard let language = Language.find(code, in: content) else {
      let known = content.phrases.keys.sorted()
      throw CommandError.usage("no language “\(code)”: \(known.joined(separator: ", "))")
    }
    return language
  }

  /// The name others see: what was asked for, else the login's.
  var name: String {
    let name =
      self["as"] ?? getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "?"
    return Text.sanitised(name).trimmed
  }
}
