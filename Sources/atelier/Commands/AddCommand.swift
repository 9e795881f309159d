import Boards
import Cards
import Journaling
import Languages
import Shell
import Terminal
import WorkshopCore

extension Command {
  /// Cards from the command line, or one a line from standard input; each card's id is printed once it
  /// is on the disk, so that a script knows what is safe.
  static let add = Command(
    name: "add", usage: "DIR --board B [TEXT…]",
    summary: "Add cards, from words or from standard input",
    options: [
      Option(name: "board", value: "B", help: "The board's id, or the beginning of its title"),
      Option(name: "theme", value: "T", help: "The cards' theme"),
      Option(name: "author", value: "A", help: "Who said it"),
      Option(name: "zone", value: "Z", help: "The column or block, by its id or title"),
      Option(
        name: "field", value: "FIELD=VALUE",
        help: "A field of the board's sheet with its value; can be given several times"),
      Option(name: "as", value: "NAME", help: "Your name, as others see it"),
    ],
    rest: 0...1_000
  ) { arguments in
    let directory = try arguments.directory
    let scene = try Opening.scene(
      directory, role: .notes, arguments: arguments, tellsAll: false)
    guard let name = arguments["board"] else {
      throw CommandError.usage("Missing --board: which board?")
    }
    let board = try find(name, in: scene)
    if let reason = scene.refusal(ofCardsOn: board) { throw CommandError.failed(reason) }
    var fields: [String: String] = [:]
    fields[Card.author] = arguments["author"]
    if let theme = arguments["theme"] {
      guard let known = CardLine.theme(theme, scene) else {
        let known = scene.workshop.themes.map { "\($0.id) (\(scene.say($0.name)))" }
        throw CommandError.failed(
          known.isEmpty
            ? "this workshop has no themes"
            : "no theme “\(theme)” in this workshop; there are \(known.joined(separator: ", "))")
      }
      fields[Card.theme] = known.id
    }
    if let zone = arguments["zone"] {
      let zones = scene.zones(of: board)
      let found = Reading.fitting(zone, among: zones.map { scene.name($0.id, $0.title) }).first
      let known = zones.first { $0.id == found }
      guard let known else {
        let names = zones.map { scene.say($0.title) }.joined(separator: ", ")
        throw CommandError.failed(
          names.isEmpty
            ? "this board has no columns"
            : "no column “\(zone)” on this board; there are \(names)")
      }
      fields[Card.zone] = known.id
    }
    for text in arguments.all("field") {
      let (field, value) = try scene.field(text, of: board)
      fields[field] = value
    }
    let words = arguments.words.dropFirst()
    let typed = words.joined(separator: " ")
    // What the shell gave was put right already: its letters are lost.
    guard !typed.contains("\u{FFFD}") else {
      throw CommandError.failed("the text is not in UTF-8")
    }
    var lines = LineReader(language: scene.workshop.plan.language)
    let first = words.isEmpty ? lines.next() : .text(typed)
    if words.isEmpty, case .text(let line) = first,
      CardFile.isHeading(line, CardColumns.Words(scene.content))
    {
      throw CommandError.failed(
        "these are the rows of a table, for: atelier import DIR FILE --board \(board.id)")
    }
    do throws(JournalError) {
      var adder = try Adder(directory, by: arguments.name, board: board, fields: fields, scene)
      var line = first
      while let next = line {
        switch next {
        case .text(let text): try adder.add(text)
        case .binary: adder.refuseBinary()
        }
        line = words.isEmpty ? lines.next() : nil
      }
      return adder.finish()
    } catch {
      throw CommandError.journal(error)
    }
  }
}

/// Writes cards one after another and tells which are safe.
private struct Adder: ~Copyable {
  private var journal: Journal
  private let board: Board
  /// What the options say of every card: it goes before what its text says.
  private let fields: [String: String]
  private let scene: Scene
  /// Lines that were refused; the others went in.
  private var refused = 0

  init(
    _ directory: Directory, by: String, board: Board, fields: [String: String], _ scene: Scene
  ) throws(JournalError) {
    var journal = try Journal(directory, by: by)
    // Reading first puts our clock after everything that is there.
    _ = journal.refresh(now: .now)
    guard !journal.isReadOnly else { throw .readOnly(directory.root) }
    self.journal = journal
    self.board = board
    self.fields = fields
    self.scene = scene
  }

  /// Says of a line that it is no text.
  mutating func refuseBinary() {
    refused += 1
    Console.error("atelier: " + scene.say("a line is not text in UTF-8 or a code page: left out"))
  }

  /// Adds a line without its list mark, with the theme, the people and the rest that it names. Refuses a
  /// line over a limit, says so, and goes on with the next one.
  mutating func add(_ line: String) throws(JournalError) {
    let text = ListMark.stripped(Text.sanitised(line)).trimmed
    guard !text.isEmpty else { return }
    var card = CardLine(text, on: board, scene)
    card.fields.merge(fields) { $1 }
    let event = card.event(on: board)
    if let limit = Journal.objection(to: event) {
      refused += 1
      Console.error("atelier: " + scene.say(Phrase(.limit(limit))) + ": " + text.prefix(40) + "…")
      return
    }
    let entry = journal.append(event, now: .now)
    journal.settlePatiently()
    guard journal.isSaved(entry.id) else { throw journal.failure }
    Console.print(entry.id.description)
  }

  /// 0 when everything is on the disk.
  consuming func finish() -> Int32 { journal.close(now: .now) && refused == 0 ? 0 : 1 }
}
