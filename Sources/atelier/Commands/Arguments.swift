import Assets
import Glibc
import Journaling
import Languages
import Shell
import Terminal
import WorkshopCore

/// The command line, read against the list of commands.
struct Arguments {
  let command: Command
  /// What is neither the command nor an option.
  let words: [String]
  private let options: [String: [String]]

  /// - Parameters:
  ///   - words: without the program's name.
  ///   - commands: those that there are.
  init(_ words: [String], among commands: [Command] = Command.all) throws {
    var rest = words[...]
    var options: [String: [String]] = [:]
    var plain: [String] = []
    var command: Command?
    // What “atelier help” was asked about, where it has a page.
    var topic: String?
    while let word = rest.popFirst() {
      if word == "--" {
        plain += rest
        break
      }
      guard word.hasPrefix("-"), word != "-", Int(word) == nil else {
        if command == nil {
          if word == "help" {
            options["help"] = [""]
            continue
          }
          if options["help"] != nil, HelpTopics.text(word) != nil {
            topic = word
            continue
          }
          command = try Command.named(word, among: commands)
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
      if option.isValueOptional, given == nil {
        // Where the words are still to come, the next one is one of them.
        let isValue = !plain.isEmpty && rest.first.map { !$0.hasPrefix("-") } ?? false
        options[option.name, default: []].append(isValue ? rest.popFirst() ?? "" : "")
        continue
      }
      guard let value = given ?? rest.popFirst() else {
        throw CommandError.usage("--\(option.name) needs a value: \(option.value)")
      }
      options[option.name, default: []].append(value)
    }
    if options["help"] != nil || command == nil {
      let asked = command
      let page = topic
      let isVersion = options["version"] != nil
      self.command = Command(name: "help", usage: "", summary: "Help") { arguments in
        let language = try arguments.language ?? .ofLocale
        if isVersion {
          Console.print("atelier \(Atelier.version)")
        } else if let page, let text = HelpTopics.text(page) {
          // A command and a page of one name: what the command takes, then the page.
          let command = commands.first { $0.name == page }
          if let command { Console.print(command.help(language) + "\n") }
          // The pages are in English: who reads another language hears it first.
          if language != .english { Console.print(language("This page is in English.") + "\n") }
          Console.print(text)
        } else {
          let here = asked == nil && !arguments.has("help") ? Directory.here : nil
          if here != nil {
            let what: Phrase =
              "This directory is a workshop. “atelier run” opens it, “atelier status” tells more."
            Console.print(language(what) + "\n")
          }
          Console.print(asked?.help(language) ?? Command.overview(language, of: commands))
        }
        return 0
      }
    } else {
      self.command = command ?? .show
    }
    self.words = self.command.takesDirectory ? Self.placed(plain, for: self.command) : plain
    self.options = options
  }

  /// The words with the workshop that we stand in before them, where they leave it out.
  private static func placed(_ words: [String], for command: Command) -> [String] {
    let isLeftOut =
      words.count <= command.rest.lowerBound
      || words.count <= command.rest.upperBound
        && (try? Directory(words[0]).expectWorkshop()) == nil
    guard isLeftOut, let here = Directory.here else { return words }
    return [here.root] + words
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
    else {
      let near = NearMiss.of(parts.first.map(String.init) ?? "", among: known.map(\.name))
      throw CommandError.usage(
        near.map { "there is no option “\(word)” here. Did you mean “--\($0)”?" }
          ?? "there is no option “\(word)” here")
    }
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
        // The only workshop that lies here, or the one around this folder, was likely meant.
        do throws(JournalError) { try Directory(".").expectWorkshop() } catch {
          if case .workshopElsewhere = error { throw CommandError.usage(Phrase(error)) }
        }
        throw CommandError.usage("which workshop? Name its directory")
      }
      let directory = Directory(path)
      do throws(JournalError) { try directory.expectWorkshop() } catch {
        throw CommandError.journal(error)
      }
      return directory
    }
  }

  /// The language that a command line asks for, whatever else is wrong with it; else the environment's.
  static func language(of words: [String]) -> Language {
    let option = "--language"
    var code: String?
    for (index, word) in words.prefix(while: { $0 != "--" }).enumerated() {
      if word == option, words.indices.contains(index + 1) { code = words[index + 1] }
      if word.hasPrefix(option + "=") { code = String(word.dropFirst(option.count + 1)) }
    }
    return code.flatMap { Language.find($0, in: .builtIn) } ?? .ofLocale
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

  /// The name others see: what was asked for, else the person's own, else the login's.
  var name: String {
    let name =
      self["as"] ?? (try? Settings.own.get())?.name ?? getpwuid(getuid()).map {
        String(cString: $0.pointee.pw_name)
      } ?? "?"
    return Text.sanitised(name).trimmed
  }
}
