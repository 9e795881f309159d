import Assets
import Journaling
import Languages
import Terminal
import WorkshopCore

extension Command {
  /// Decks, sheets, canvases, games and templates, for people who want to see or change them.
  static let content = Command(
    name: "content", usage: "[list|show ID|copy ID DIR]",
    summary: "List, read or copy decks, sheets, canvases, games, templates"
  ) { arguments in
    var words = arguments.words[...]
    let verb = words.popFirst() ?? "list"
    switch verb {
    case "list":
      try list(words.first, arguments)
    case "show":
      guard let name = words.popFirst() else {
        throw CommandError.usage("which content? atelier content list names all of it")
      }
      try show(name, in: words.first, arguments)
    case "copy":
      guard let name = words.popFirst() else {
        throw CommandError.usage("which content? atelier content list names all of it")
      }
      guard let path = words.first ?? Directory.here?.root else {
        throw CommandError.usage("Missing DIR: which directory?")
      }
      try copy(name, to: path, arguments)
    default: throw CommandError.usage("no “\(verb)” here: list, show or copy")
    }
    return 0
  }

  private static func list(_ path: String?, _ arguments: Arguments) throws {
    let own = try OwnContent.here(path)
    let language = try arguments.language(in: own.content) ?? .ofLocale
    let shelf = ContentShelf(own.content)
    let rows = shelf.items.map { item -> [String] in
      let whose: Phrase = item.isOwn ? "the directory's own" : "built in"
      return [item.name]
        + [shelf.title(of: item), shelf.counts(of: item), whose].map { language($0) }
    }
    let widths = (0..<3).map { column in rows.map { Text.width($0[column]) }.max() ?? 0 }
    for row in rows {
      let cells = zip(row, widths).map { Text.pad($0, to: $1) } + row.suffix(1)
      Console.print(cells.joined(separator: "  "))
    }
    if !own.refused.isEmpty {
      Console.print("\n" + language("Not used:"))
      for flaw in own.refused { Console.print("\(flaw.place): \(language(flaw.reason))") }
    }
  }

  private static func show(_ name: String, in path: String?, _ arguments: Arguments) throws {
    let own = try OwnContent.here(path)
    let language = try arguments.language(in: own.content) ?? .ofLocale
    let item = try ContentShelf(own.content).item(name)
    Console.print(
      ContentText(own.content, language).lines(of: item).joined(separator: "\n"))
  }

  /// What comes along, into the directory's own `assets/`, where an editor can change it.
  private static func copy(_ name: String, to path: String, _ arguments: Arguments) throws {
    let language = try arguments.language ?? .ofLocale
    let directory = Directory(path)
    guard directory.isThere else { throw CommandError.failed("there is no directory \(path)") }
    let item = try ContentShelf(.builtIn).item(name)
    guard let text = Content.builtIn.text(at: item.path) else { return }
    do throws(JournalError) {
      try directory.addAsset(text, at: item.path)
    } catch {
      throw CommandError.journal(error)
    }
    Console.print(
      language("Copied to \(directory.assets + "/" + item.path). atelier check tells what is wrong")
    )
  }
}
