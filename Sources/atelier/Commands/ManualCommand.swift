import Assets
import Journaling
import Languages
import Shell
import WorkshopCore

extension Command {
  /// The manual, one page a command, made from the list of commands.
  static let manual = Command(
    name: "manual", usage: "[FOLDER]",
    summary: "Print the manual page, or write every page into a folder", rest: 0...1
  ) { arguments in
    let pages = ManualPage.all
    guard let folder = arguments.words.first else {
      Console.print(Array(pages[0].text.utf8))
      return 0
    }
    do throws(JournalError) {
      try Output.write(pages.map { ($0.file, Array($0.text.utf8)) }, into: folder)
    } catch {
      throw CommandError.journal(error)
    }
    return 0
  }
}

/// A page of the manual as man(1) reads it (man(7)).
struct ManualPage {
  let name: String
  let text: String
  var file: String { name + ".1" }

  /// The program's page, then one a command.
  static var all: [ManualPage] { [program] + Command.all.map { page(of: $0) } }

  private static let english = Language.english

  private static var program: ManualPage {
    let commands = Command.all.map { command in
      entry("atelier \(command.name) \(command.usage)".trimmed, english(command.summary))
    }
    let environment = [
      ("ATELIER_THEME", "The colours: dark, light, high-contrast or mono."),
      (
        "ATELIER_RESTRICTED",
        "Nothing leads out of the program: no editor, no files, no suspending. Set by itself where sshd runs a forced command; 0 turns it off."
      ),
      ("NO_COLOR", "No colours, unless a theme is asked for."),
      ("TERM", "The terminal. Where it is unset or dumb there is no screen, as with --plain."),
      ("VISUAL, EDITOR", "The editor that a card's text is taken to."),
    ].map { entry($0.0, $0.1) }
    return ManualPage(
      name: "atelier",
      text: head("atelier", english("atelier facilitates a workshop live, from a terminal."))
        + section("SYNOPSIS", [".B atelier", ".I COMMAND", "[\\fIDIR\\fR] [\\fIOPTION\\fR…]"])
        + section(
          "DESCRIPTION",
          [
            plain(
              "One person steps everyone through timed phases on a projected screen; note-takers type what is said from other terminals on the same directory; when the day is over, one command writes the report. No server, no account, no network: everything is JSON files in one directory."
            )
          ]) + section("COMMANDS", commands) + section("OPTIONS", options([]))
        + section("ENVIRONMENT", environment) + exits + seeAlso(Command.all.map(\.name)))
  }

  private static func page(of command: Command) -> ManualPage {
    let name = "atelier-\(command.name)"
    let synopsis = "atelier \(command.name) \(command.usage)".trimmed
    return ManualPage(
      name: name,
      text: head(name, english(command.summary))
        + section("SYNOPSIS", [".B " + escaped(synopsis), "[\\fIOPTION\\fR…]"])
        + section("OPTIONS", options(command.options)) + exits + seeAlso([]))
  }

  private static func options(_ own: [Command.Option]) -> [String] {
    (own + Command.common).map { option in
      entry(
        "--\(option.name)" + (option.value.isEmpty ? "" : " \(option.value)"), english(option.help))
    }
  }

  private static let exits = section(
    "EXIT STATUS",
    [entry("0", "Done."), entry("1", "Failed."), entry("2", "The command line makes no sense.")])

  private static func seeAlso(_ commands: [String]) -> String {
    let pages = commands.isEmpty ? ["atelier"] : commands.map { "atelier-\($0)" }
    let text = pages.map { "\\fB\(escaped($0))\\fR(1)" }.joined(separator: ", ")
    return section(
      "SEE ALSO", [text, plain("atelier help TOPIC reads the pages of the handbook.")])
  }

  private static func head(_ name: String, _ summary: String) -> String {
    let short = summary.hasSuffix(".") ? String(summary.dropLast()) : summary
    return ".TH \"\(name.uppercased())\" 1 \"\" \"atelier \(Atelier.version)\" \"atelier\"\n"
      + section("NAME", ["\(escaped(name)) \\- \(escaped(short))"])
  }

  private static func section(_ title: String, _ lines: [String]) -> String {
    ([".SH " + title] + lines).joined(separator: "\n") + "\n"
  }

  private static func entry(_ term: String, _ text: String) -> String {
    ".TP\n.B \(escaped(term))\n\(plain(text))"
  }

  /// A line of text; roff takes one that begins with a point or an apostrophe for a request.
  private static func plain(_ text: String) -> String {
    let text = escaped(text)
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }

  private static func escaped(_ text: String) -> String {
    text.map { $0 == "\\" ? "\\e" : $0 == "-" ? "\\-" : String($0) }.joined()
  }
}
