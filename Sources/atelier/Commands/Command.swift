import Languages

/// A verb of the command line.
///
/// A value: parsing, `--help` and the README's table are read from the one list.
struct Command: Sendable {
  let name: String
  /// What follows the name: `DIR`, `DIR [TEXT…]`.
  let usage: String
  let summary: Phrase
  var options: [Option] = []
  let run: @Sendable (Arguments) throws -> Int32

  static let all: [Command] = [
    demo, new, importPeople, rehearse, run, stage, notes, ballot, ballots, export, add, merge, show,
    status, why, kpi, check, keys, templates, content,
  ]

  /// An option that takes a value, or a flag when `value` is empty.
  struct Option: Sendable {
    let name: String
    var value = ""
    let help: Phrase
  }

  /// Options that every command takes.
  static let common = [
    Option(name: "language", value: "en|fr|hu", help: "The language of the texts"),
    Option(name: "help", help: "What this command does"),
  ]

  /// Options of the commands that open a screen.
  static let screen = [
    Option(
      name: "theme", value: "dark|light|high-contrast|mono",
      help: "The colours; also ATELIER_THEME and NO_COLOR"),
    Option(name: "as", value: "NAME", help: "Your name, as others see it"),
  ]

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
  static func overview(_ language: Language) -> String {
    let width = (all.map { $0.name.count + $0.usage.count + 3 }.max() ?? 0) + 8
    let lines = all.map { command -> String in
      let call = "  atelier \(command.name) \(command.usage)".trimmedEnd
      let gap = String(repeating: " ", count: max(2, width + 2 - call.count))
      return call + gap + language(command.summary)
    }
    return language("atelier facilitates a workshop live, from a terminal.") + "\n\n"
      + lines.joined(separator: "\n") + "\n\n"
      + language("atelier COMMAND --help tells more; atelier --version tells the version.")
  }
}
