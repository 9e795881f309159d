import Assets
import Journaling
import Languages
import Shell
import WorkshopCore

extension Command {
  /// The manual, one page a command, made from the list of commands.
  static let manual = Command(
    name: "manual", usage: "[FOLDER]",
    summary: "Print the manual page, or write every page into a folder",
    isForInstallers: true, rest: 0...1
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
      entry(usage(command), english(command.summary))
    }
    return ManualPage(
      name: "atelier",
      text: filled(
        "program.1",
        [
          "summary": short("atelier facilitates a workshop live, from a terminal."),
          "commands": commands.joined(separator: "\n"), "options": options([]),
          "pages": Command.all.map { reference("atelier-" + $0.name) }.joined(separator: ", "),
        ]))
  }

  private static func page(of command: Command) -> ManualPage {
    let name = "atelier-\(command.name)"
    return ManualPage(
      name: name,
      text: filled(
        "command.1",
        [
          "title": name.uppercased(), "name": escaped(name), "summary": short(command.summary),
          "usage": escaped(usage(command)), "options": options(command.options),
          "pages": reference("atelier"),
        ]))
  }

  private static func usage(_ command: Command) -> String {
    ["atelier", command.name, command.usage].joined(separator: " ").trimmed
  }

  private static func filled(_ page: String, _ values: [String: String]) -> String {
    let text = Content.builtIn.text(at: "manual/" + page) ?? ""
    return values.merging(["version": Atelier.version]) { $1 }.reduce(text) { text, pair in
      text.split(separator: "{\(pair.key)}", omittingEmptySubsequences: false)
        .joined(separator: pair.value)
    }
  }

  private static func options(_ own: [Command.Option]) -> String {
    (own + Command.common).map { option in
      entry(
        "--\(option.name)" + (option.value.isEmpty ? "" : " \(option.value)"), english(option.help))
    }.joined(separator: "\n")
  }

  /// A sentence as the line of a page's name: without its point.
  private static func short(_ summary: Phrase) -> String {
    let text = english(summary)
    return escaped(text.hasSuffix(".") ? String(text.dropLast()) : text)
  }

  private static func reference(_ page: String) -> String { "\\fB" + escaped(page) + "\\fR(1)" }

  private static func entry(_ term: String, _ text: String) -> String {
    [".TP", [".B", escaped(term)].joined(separator: " "), plain(text)].joined(separator: "\n")
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
