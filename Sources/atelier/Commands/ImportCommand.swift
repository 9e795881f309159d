import Assets
import Foundation
import Glibc
import Journaling
import Languages
import People
import Shell
import Terminal
import WorkshopCore

extension Command {
  /// People from a spreadsheet: who is new is added to the roster, who is known gets what was missing.
  static let importPeople = Command(
    name: "import", usage: "DIR FILE.csv|FILE.json",
    summary: "Take in people from a spreadsheet (CSV), or a whole workshop (JSON)",
    options: [
      Option(
        name: "encoding", value: "utf-8|windows-1252|windows-1250",
        help: "How the file's letters are written, where they come out wrong"),
      Option(name: "dry-run", help: "Tell what would happen, and write nothing"),
      Option(name: "as", value: "NAME", help: "Your name, as others see it"),
    ],
    rest: 1...1
  ) { arguments in
    guard let path = arguments.words.dropFirst().first else {
      // A missing workshop is said first.
      _ = try arguments.directory
      throw CommandError.usage("which list of people? Name the CSV file")
    }
    if path.lowercased().hasSuffix(".json") {
      return try restore(try bytes(of: path, most: mostOfState), from: path, arguments)
    }
    let directory = try arguments.directory
    let asked = try arguments["encoding"].map { name in
      guard let encoding = SheetEncoding(rawValue: name) else {
        throw CommandError.usage("no encoding “\(name)”: utf-8, windows-1252 or windows-1250")
      }
      return encoding
    }
    let scene = try Opening.scene(
      directory, role: .facilitator, arguments: arguments, tellsAll: false)
    let bytes = try bytes(of: path)
    let file: RosterFile
    do throws(RosterFile.ReadingError) {
      file = try RosterFile(
        bytes, asked: asked, language: scene.workshop.plan.language,
        words: RosterWords(scene.content), sheet: scene.content.sheets["person"],
        themes: scene.workshop.themes)
    } catch {
      throw CommandError.failed("\(path) cannot be read: \(error.phrase)")
    }
    return try takeIn(file, scene, directory, arguments)
  }

  private static func takeIn(
    _ file: RosterFile, _ scene: Scene, _ directory: Directory, _ arguments: Arguments
  ) throws -> Int32 {
    let isTrial = arguments.has("dry-run")
    let wording = RosterText(scene: scene)
    let merge: RosterMerge
    if isTrial {
      merge = RosterMerge(file.rows, into: scene.workshop)
    } else {
      do throws(JournalError) {
        merge = try write(file, directory, scene, by: arguments.name)
      } catch {
        throw CommandError.journal(error)
      }
    }
    var lines = isTrial ? wording.preview(merge) : []
    lines += wording.lines(file, merge) + [wording.summary(file, merge)]
    if isTrial { lines.append(scene.say("Nothing was written: --dry-run.")) }
    Console.print(lines.joined(separator: "\n"))
    return file.rows.isEmpty ? 1 : 0
  }

  /// Lays the list beside the roster as it is at this moment, and writes what is missing.
  private static func write(
    _ file: RosterFile, _ directory: Directory, _ scene: Scene, by name: String
  ) throws(JournalError) -> RosterMerge {
    var journal = try Journal(directory, by: name)
    // Reading first puts our clock after everything that is there.
    let history = History(
      plan: scene.workshop.base, entries: journal.refresh(now: .now),
      sheets: scene.content.sheets)
    guard !journal.isReadOnly else { throw .readOnly(directory.root) }
    let merge = RosterMerge(file.rows, into: history.workshop)
    for event in merge.events { _ = journal.append(event, now: .now) }
    // A full disk may have room again in a moment: keep trying for five seconds.
    for _ in 0..<25 where !journal.settle(milliseconds: 200) {
      // A failed write leaves nothing to wait for, so that settling returns at once.
      poll(nil, 0, 200)
      journal.retry(now: .now)
    }
    guard journal.close(now: .now) else {
      if case .notSaved(_, let reason) = journal.saving { throw reason }
      throw .stalled
    }
    return merge
  }

  /// The file's bytes; `-` is standard input.
  private static func bytes(
    of path: String, most: Int = Command.most
  ) throws(CommandError) -> [UInt8] {
    do {
      let file =
        path == "-"
        ? FileHandle.standardInput : try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      let data = try file.read(upToCount: most + 1) ?? Data()
      guard data.count <= most else {
        throw CommandError.failed("\(path) is too large to be read")
      }
      return Array(data)
    } catch let error as CommandError {
      throw error
    } catch {
      throw .failed("\(path) cannot be read: \(error.localizedDescription)")
    }
  }

  /// The most bytes of a list: tens of thousands of people.
  private static let most = 8 << 20
  /// The most bytes of a workshop's state: as much as is read of one journal.
  private static let mostOfState = Limit.file.most
}
