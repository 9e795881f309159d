import Assets
import Cards
import FoundationEssentials
import Journaling
import Languages
import People
import Shell
import Spreadsheets
import Terminal
import WorkshopCore

extension Command {
  /// People from a spreadsheet: who is new is added to the roster, who is known gets what was missing.
  static let importPeople = Command(
    name: "import", usage: "DIR FILE.csv|FILE.json",
    summary: "Take in people from a spreadsheet (CSV), or a whole workshop (JSON)",
    options: [
      boardOption,
      Option(
        name: "encoding", value: "utf-8|windows-1252|windows-1250",
        help: "File encoding, if accents look wrong"),
      Option(name: "sheet", value: "NAME", help: "Of a workbook, the sheet to read"),
      Option(
        name: "column", value: "HEADING=FIELD",
        help:
          "What a column is: name, first-name, role, …, or - to leave it; may stand several times"),
      Option(name: "absent", help: "Take in those too who do not come, as the list says"),
      Option(name: "session", value: "S", help: "Of a meeting's report: the session it is of"),
      Option(name: "dry-run", help: "Show what would change, write nothing"),
      Option(name: "as", value: "NAME", help: "Your name, as others see it"),
    ],
    rest: 1...1
  ) { arguments in
    guard let path = arguments.words.dropFirst().first else {
      // A missing workshop is said first.
      _ = try arguments.directory
      throw CommandError.usage("which list of people? Name the CSV file")
    }
    if path.lowercased().hasSuffix(".json"), arguments["board"] == nil {
      return try restore(try bytes(of: path, most: mostOfState), from: path, arguments)
    }
    let directory = try arguments.directory
    let asked = try arguments["encoding"].map { name in
      guard let encoding = SheetEncoding(rawValue: name) else {
        throw CommandError.usage("no encoding “\(name)”: utf-8, windows-1252 or windows-1250")
      }
      return encoding
    }
    var wish = RosterFile.Wish()
    wish.encoding = asked
    wish.sheet = arguments["sheet"]
    wish.takesAbsent = arguments.has("absent")
    for text in arguments.all("column") {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard parts.count > 1, let field = parts.last, !field.isEmpty else {
        throw CommandError.usage("--column is HEADING=FIELD")
      }
      wish.columns[parts.dropLast().joined(separator: "=")] = field
    }
    let scene = try Opening.scene(
      directory, role: .facilitator, arguments: arguments, tellsAll: false)
    let bytes = try bytes(of: path)
    if arguments["board"] != nil {
      return try importCards(
        bytes, from: path, wish, scene, directory, arguments)
    }
    let file: RosterFile
    do throws(RosterFile.ReadingError) {
      file = try RosterFile(bytes, RosterFile.Setting(scene), wish)
    } catch {
      throw CommandError.failed("\(path) cannot be read: \(error.phrase)")
    }
    return try takeIn(file, scene, directory, arguments)
  }

  private static func takeIn(
    _ file: RosterFile, _ scene: Scene, _ directory: Directory, _ arguments: Arguments
  ) throws -> Int32 {
    let isTrial = arguments.has("dry-run")
    let session =
      try arguments["session"].map { try self.session($0, scene) }?.id
      ?? file.session(scene.workshop.plan.sessions)
    let wording = RosterText(scene: scene)
    let merge: RosterMerge
    if isTrial {
      merge = RosterMerge(file.rows, into: scene.workshop, session: session)
    } else {
      do throws(JournalError) {
        merge = try write(file, directory, scene, session, by: arguments.name)
      } catch {
        throw CommandError.journal(error)
      }
    }
    var lines = isTrial ? wording.columns(file) + wording.preview(merge) : []
    lines += wording.visits(merge)
    if file.isReport, session == nil {
      lines.append(scene.say("Who was there is not noted: --session names the session."))
    }
    lines += wording.lines(file, merge) + [wording.summary(file, merge)]
    if isTrial { lines.append(scene.say("Nothing was written: --dry-run.")) }
    Console.print(lines.joined(separator: "\n"))
    return file.rows.isEmpty ? 1 : 0
  }

  /// Lays the list beside the roster as it is at this moment, and writes what is missing.
  private static func write(
    _ file: RosterFile, _ directory: Directory, _ scene: Scene, _ session: String?,
    by name: String
  ) throws(JournalError) -> RosterMerge {
    var journal = try Journal(directory, by: name)
    // Reading first puts our clock after everything that is there.
    let history = History(
      plan: scene.workshop.base, entries: journal.refresh(now: .now),
      catalogue: scene.workshop.catalogue)
    guard !journal.isReadOnly else { throw .readOnly(directory.root) }
    let merge = RosterMerge(file.rows, into: history.workshop, session: session)
    let entries = merge.events.map { journal.append($0, now: .now) }
    for event in merge.presence(entries.map { $0.id.description }) {
      _ = journal.append(event, now: .now)
    }
    journal.settlePatiently()
    try journal.finish()
    return merge
  }

  /// A file's bytes; `-` is standard input.
  static func bytes(
    of path: String, most: Int = Command.most
  ) throws(CommandError) -> [UInt8] {
    do throws(FileError) {
      return try ListFile.bytes(of: path, most: most)
    } catch {
      throw .failed(error.phrase(of: path))
    }
  }

  /// The most bytes of a list: tens of thousands of people.
  private static let most = 8 << 20
  /// The most bytes of a workshop's state: as much as is read of one journal.
  private static let mostOfState = Limit.file.most
}
