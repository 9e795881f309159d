import Cards
import Glibc
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
        help: "A field of the board's sheet with its value; may stand several times"),
      Option(name: "as", value: "NAME", help: "Your name, as others see it"),
    ],
    rest: 0...1_000
  ) { arguments in
    let directory = try arguments.directory
    let scene = try Opening.scene(
      directory, role: .notes, arguments: arguments, tellsAll: false)
    guard let name = arguments["board"] else { throw CommandError.usage("--board names the board") }
    let board = try find(name, in: scene)
    if let reason = scene.refusal(ofCardsOn: board) { throw CommandError.failed(reason) }
    var fields: [String: String] = [:]
    fields[Card.author] = arguments["author"]
    if let theme = arguments["theme"] {
      guard let known = CardLine.theme(theme, scene) else {
        throw CommandError.failed("no theme “\(theme)” in this workshop")
      }
      fields[Card.theme] = known.id
    }
    if let zone = arguments["zone"] {
      let zones = scene.zones(of: board)
      let found = Reading.fitting(zone, among: zones.map { scene.name($0.id, $0.title) }).first
      let known = zones.first { $0.id == found }
      guard let known else { throw CommandError.failed("no column “\(zone)” on this board") }
      fields[Card.zone] = known.id
    }
    for text in arguments.all("field") {
      let (field, value) = try scene.field(text, of: board)
      fields[field] = value
    }
    do throws(JournalError) {
      var adder = try Adder(directory, by: arguments.name, board: board.id, fields: fields)
      let words = arguments.words.dropFirst()
      if words.isEmpty {
        while let line = readLine() { try adder.add(line, scene.language) }
      } else {
        try adder.add(words.joined(separator: " "), scene.language)
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
  private let board: BoardID
  private let fields: [String: String]
  /// Lines that were refused; the others went in.
  private var refused = 0

  init(
    _ directory: Directory, by: String, board: BoardID, fields: [String: String]
  ) throws(JournalError) {
    var journal = try Journal(directory, by: by)
    // Reading first puts our clock after everything that is there.
    _ = journal.refresh(now: .now)
    guard !journal.isReadOnly else { throw .readOnly(directory.root) }
    self.journal = journal
    self.board = board
    self.fields = fields
  }

  /// Refuses a line over a limit, says so, and goes on with the next one.
  mutating func add(_ line: String, _ language: Language) throws(JournalError) {
    let text = Text.sanitised(line).trimmed
    guard !text.isEmpty else { return }
    let event = Event.cardAdded(board: board, text: text, fields: fields.isEmpty ? nil : fields)
    if let limit = Journal.objection(to: event) {
      refused += 1
      Console.error("atelier: " + language(Phrase(.limit(limit))) + ": " + text.prefix(40) + "…")
      return
    }
    let entry = journal.append(event, now: .now)
    // A full disk may have room again in a moment: keep trying for five seconds.
    for _ in 0..<25 where !journal.settle(milliseconds: 200) {
      // A failed write leaves nothing to wait for, so that settling returns at once.
      poll(nil, 0, 200)
      journal.retry(now: .now)
    }
    guard journal.isSaved(entry.id) else {
      if case .notSaved(_, let reason) = journal.saving { throw reason }
      throw .stalled
    }
    Console.print(entry.id.description)
  }

  /// 0 when everything is on the disk.
  consuming func finish() -> Int32 { journal.close(now: .now) && refused == 0 ? 0 : 1 }
}
