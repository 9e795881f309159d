import Assets
import Glibc
import Journaling
import Languages
import Terminal
import Time
import WorkshopCore
import WorkshopQueries

extension Command {
  /// Decks, sheets, canvases, games and templates, for people who want to see or change them.
  static let content = Command(
    name: "content", usage: "list|find|show|copy|check…",
    summary: "List, find, read, copy or check games, methods, canvases, sheets, decks",
    options: [
      Option(name: "minutes", value: "N", help: "find: what can be done in so many minutes"),
      Option(name: "people", value: "N", help: "find: what is for so many people"),
      Option(name: "json", help: "list, find and show: as JSON, for other programs"),
    ]
  ) { arguments in
    var words = arguments.words[...]
    let verb = words.popFirst() ?? "list"
    switch verb {
    case "list":
      try list(words.first, arguments)
    case "find": try find(words.joined(separator: " "), arguments)
    case "check":
      guard let file = words.first else {
        throw CommandError.usage("which file? Such as assets/methods/mine.json")
      }
      return try check(file, arguments)
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
    default: throw CommandError.usage("no “\(verb)” here: list, find, show, copy or check")
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
    if arguments.has("json") { return try printJSON(rows, ["name", "title", "counts", "origin"]) }
    printTable(rows)
    if !own.refused.isEmpty {
      Console.print("\n" + language("Not used:"))
      for flaw in own.refused { Console.print("\(flaw.place): \(language(flaw.reason))") }
    }
  }

  /// Rows as objects, each cell under its name.
  private static func printJSON(_ rows: [[String]], _ names: [String]) throws {
    let objects = rows.map { Dictionary(zip(names, $0), uniquingKeysWith: { $1 }) }
    try write(JSON.bytes(objects), to: nil)
  }

  /// Rows of four cells in columns.
  private static func printTable(_ rows: [[String]]) {
    let widths = (0..<3).map { column in rows.map { Text.width($0[column]) }.max() ?? 0 }
    for row in rows {
      let cells = zip(row, widths).map { Text.pad($0, to: $1) } + row.suffix(1)
      Console.print(cells.joined(separator: "  "))
    }
  }

  private static func show(_ name: String, in path: String?, _ arguments: Arguments) throws {
    let own = try OwnContent.here(path)
    let language = try arguments.language(in: own.content) ?? .ofLocale
    let shelf = ContentShelf(own.content)
    let item = try shelf.item(name)
    if arguments.has("json") {
      // As it lies in its file.
      return Console.print(shelf.text(of: item) ?? "")
    }
    Console.print(
      ContentText(own.content, language).lines(of: item).joined(separator: "\n"))
  }

  /// What comes along, into the directory's own `assets/`, where an editor can change it.
  private static func copy(_ name: String, to path: String, _ arguments: Arguments) throws {
    let language = try arguments.language ?? .ofLocale
    let directory = Directory(path)
    guard directory.isThere else { throw CommandError.failed("there is no directory \(path)") }
    let place: String
    let text: String
    if name.hasSuffix(".json"), access(name, R_OK) == 0 {
      let file = try file(name)
      let flaws = flaws(in: file, PlanWords(.builtIn))
      if let flaw = flaws.first(where: { !$0.isDoubt }) {
        throw CommandError.failed("\(flaw.place): \(flaw.reason)")
      }
      (place, text) = (file.path, file.text.text)
    } else {
      let shelf = ContentShelf(.builtIn)
      let item = try shelf.item(name)
      guard let found = shelf.text(of: item) else { return }
      (place, text) = (item.path, found)
    }
    do throws(JournalError) {
      try directory.addAsset(text, at: place)
    } catch {
      throw CommandError.journal(error)
    }
    Console.print(
      language("Copied to \(directory.assets + "/" + place). atelier check tells what is wrong"))
  }

  /// Games and ways of working that fit, one a line: id, title, minutes and people, then how they are.
  private static func find(_ text: String, _ arguments: Arguments) throws {
    let own = try OwnContent.here(nil)
    let language = try arguments.language(in: own.content) ?? .ofLocale
    var wish = LibraryWords.wish(text, language)
    wish.minutes = try count("minutes", arguments) ?? wish.minutes
    wish.people = try count("people", arguments) ?? wish.people
    let games = wish.found(in: own.content.warmUps, title: { Fold.plain(language($0.title)) }) {
      wish.fits(
        minutes: $0.minutes.minimum, people: $0.people, found: LibraryWords.text($0, language))
    }
    let methods = wish.found(in: own.content.methods, title: { Fold.plain(language($0.title)) }) {
      wish.fits(
        minutes: $0.minutes.minimum, people: $0.people, found: LibraryWords.text($0, language))
    }
    let rows =
      games.map { game in
        [
          game.id, language(game.title),
          LibraryWords.facts(game, language).joined(separator: " · "),
          LibraryWords.manner(game, language).joined(separator: " · "),
        ]
      }
      + methods.map { method in
        [
          method.id, language(method.title),
          LibraryWords.facts(method, language).joined(separator: " · "),
          LibraryWords.manner(method, language).joined(separator: " · "),
        ]
      }
    if arguments.has("json") { return try printJSON(rows, ["id", "title", "facts", "manner"]) }
    printTable(rows)
    if rows.isEmpty { Console.print(language("Nothing here")) }
  }

  private static func count(_ option: String, _ arguments: Arguments) throws -> Int? {
    guard let text = arguments[option] else { return nil }
    guard let number = Int(text), (1...100_000).contains(number) else {
      throw CommandError.usage("“\(text)” is not a number for --\(option)")
    }
    return number
  }

  /// A file of content: its text, and where it would lie in a folder of content.
  private static func file(_ name: String) throws -> (name: String, path: String, text: JSONText) {
    let bytes = try bytes(of: name)
    let text: JSONText
    do throws(PlanProblem) {
      text = try JSONText(bytes)
    } catch {
      let flaw = DiagnosticText(error, in: name)
      throw CommandError.failed("\(flaw.place): \(flaw.reason)")
    }
    let parts = name.split(separator: "/").map(String.init)
    let last = parts.last ?? name
    let folder = parts.dropLast().last.flatMap { Content.folders.contains($0) ? $0 : nil }
    guard let folder = folder ?? PlanShape.folder(of: text) else { return (name, last, text) }
    return (name, folder + "/" + last, text)
  }

  /// What is wrong with a file of content: its shape, its names, and what would not work in a workshop.
  private static func flaws(
    in file: (name: String, path: String, text: JSONText), _ words: PlanWords
  ) -> [DiagnosticText] {
    let problems = ContentFile.problems(in: file.text, at: file.path, words: words)
    let flaws = problems.map { DiagnosticText($0, in: file.name) }
    guard !problems.contains(where: { $0.weight == .refused }) else { return flaws }
    do throws(ContentError) {
      try Content.check(file.path, file.text.text)
      return flaws
    } catch {
      return [DiagnosticText(error, of: file.text, in: file.name)] + flaws
    }
  }

  private static func check(_ name: String, _ arguments: Arguments) throws -> Int32 {
    let own = try OwnContent.here(nil)
    let language = try arguments.language(in: own.content) ?? .ofLocale
    let file = try file(name)
    let flaws = flaws(in: file, PlanWords(own.content))
    for flaw in flaws { Console.print("\(flaw.place): \(language(flaw.reason))") }
    guard flaws.allSatisfy(\.isDoubt) else { return 1 }
    Console.print(language("No damage found: \(name)"))
    return 0
  }
}
