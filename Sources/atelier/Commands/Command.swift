import Assets
import Journaling
import Languages
import WorkshopCore

/// A verb of the command line.
///
/// A value: parsing, `--help` and the README's table are read from the one list.
struct Command: Sendable {
  let name: String
  /// What follows the name: `DIR`, `DIR [TEXT…]`.
  let usage: String
  let summary: Phrase
  var options: [Option] = []
  /// It works in a workshop's directory, which may be left out by whoever stands in it.
  var takesDirectory: Bool { usage.hasPrefix("DIR") && name != "new" }
  /// It is for whoever installs the program, and the page of all commands leaves it out.
  var isForInstallers = false
  /// How many words may follow the directory.
  var rest = 0...0
  let run: @Sendable (Arguments) throws -> Int32

  static let all: [Command] =
    [
      demo, learn, new, importPeople, rehearse, run, stage, notes, ballot, ballots, export, add,
      merge, share, show, status, why, kpi, check, schema, keys, templates, content, watch,
      completions, manual,
    ] + desk

  /// A command by its name, for `help` too.
  static func named(
    _ word: String, among commands: [Command] = all
  ) throws(CommandError) -> Command {
    if let found = commands.first(where: { $0.name == word }) { return found }
    let directory = Directory(word)
    if (try? directory.expectWorkshop()) != nil {
      throw .usage("“\(word)” is a workshop. Did you mean “atelier run \(word)”?")
    }
    if let near = NearMiss.of(word, among: commands.map(\.name), meaning: meanings) {
      throw .usage("there is no command “\(word)”. Did you mean “\(near)”?")
    }
    if let template = NearMiss.of(word, among: Content.builtIn.templates) {
      throw .usage(
        "“\(word)” is not a command. Did you mean “atelier new DIR --template \(template)”?")
    }
    throw .usage("there is no command “\(word)”")
  }

  /// Other words for commands.
  private static let meanings = [
    "start": "run", "open": "run", "facilitate": "run", "go": "run", "desk": "run",
    "projector": "stage", "screen": "stage", "write": "notes", "init": "new",
    "create": "new", "make": "new", "report": "export", "people": "import", "validate": "check",
    "lint": "check", "verify": "check", "figures": "kpi", "info": "status", "where": "status",
    "play": "rehearse", "simulate": "rehearse", "example": "demo", "print": "show",
    "template": "templates", "key": "keys", "shortcuts": "keys",
  ]

  /// An option that takes a value, or a flag when `value` is empty; one whose value stands in brackets does
  /// without it.
  struct Option: Sendable {
    let name: String
    var value = ""
    let help: Phrase
    var isValueOptional: Bool { value.hasPrefix("[") }
  }

  /// Options that every command takes.
  static let common = [
    Option(name: "language", value: "en|es|fr|hu", help: "The language of the texts"),
    Option(name: "help", help: "What this command does"),
  ]

  /// Options of the commands that open a screen.
  static let screen = [
    Option(
      name: "theme", value: "dark|light|high-contrast|mono",
      help: "The colours; also ATELIER_THEME and NO_COLOR"),
    Option(name: "as", value: "NAME", help: "Your name, as others see it"),
    plain,
    Option(
      name: "no-editor",
      help: "Restricted: no editor, no files, no suspending"),
  ]

  /// Chosen by itself where the terminal can do nothing else.
  static let plain = Option(
    name: "plain", help: "No screen: one line a thing, for screen readers and slow lines")

  /// The help page of a command.
  func help(_ language: Language) -> String {
    let all = options + Self.common
    let labels = all.map { option in
      "--\(option.name)" + (option.value.isEmpty ? "" : " \(option.value)")
    }
    let width = min(34, (labels.map(\.count).max() ?? 0) + 2)
    let lines = zip(labels, all).map { label, option in
      let gap = label.count < width ? String(repeating: " ", count: width - label.count) : "  "
      return "  \(label)\(gap)\(language(option.help))"
    }
    return "atelier \(name) \(usage)".trimmed + "\n\n" + language(summary) + "\n\n"
      + lines.joined(separator: "\n")
  }

  /// The help page of the program.
  static func overview(_ language: Language, of commands: [Command] = all) -> String {
    let shown = commands.filter { !$0.isForInstallers }
    let width = (shown.map { $0.name.count + $0.usage.count + 3 }.max() ?? 0) + 8
    let lines = shown.map { command -> String in
      let call = "  atelier \(command.name) \(command.usage)".trimmedEnd
      let gap = String(repeating: " ", count: max(2, width + 2 - call.count))
      return call + gap + language(command.summary)
    }
    return language("atelier facilitates a workshop live, from a terminal.") + "\n\n"
      + lines.joined(separator: "\n") + "\n\n"
      + language("atelier COMMAND --help tells more; atelier --version tells the version.") + "\n"
      + language(
        "atelier help TOPIC reads a page, in English: \(HelpTopics.all.joined(separator: ", "))")
  }
}
