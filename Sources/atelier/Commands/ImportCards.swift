import Assets
import Boards
import Cards
import FoundationEssentials
import Journaling
import Languages
import People
import Shell
import Spreadsheets
import Terminal
import WorkshopCore

/// Ideas from a file onto a board: `atelier import DIR FILE --board B`.
extension Command {
  /// The option that makes an import one of ideas.
  static let boardOption = Option(
    name: "board", value: "B",
    help: "Take in ideas instead of people: CSV, XLSX, ODS, Markdown, text or a board's JSON")

  /// Tells how the file was understood, then writes its cards, unless only that was asked for.
  static func importCards(
    _ bytes: [UInt8], from path: String, _ wish: RosterFile.Wish, _ scene: Scene,
    _ directory: Directory, _ arguments: Arguments
  ) throws -> Int32 {
    let board = try find(arguments["board"] ?? "", in: scene)
    if let reason = scene.refusal(ofCardsOn: board) { throw CommandError.failed(reason) }
    let file: CardFile
    do throws(SheetError) {
      file = try CardFile(
        bytes, name: path, asked: wish.encoding, named: wish.columns,
        language: scene.workshop.plan.language,
        words: CardColumns.Words(scene.content), sheet: scene.sheet(of: board))
    } catch {
      throw CommandError.failed("\(path) cannot be read: \(error.phrase)")
    }
    let wording = CardImportText(scene: scene, board: board)
    Console.print(wording.understood(file).joined(separator: "\n"))
    let isTrial = arguments.has("dry-run")
    var refused: [String] = []
    let intake: CardIntake
    if isTrial {
      intake = CardIntake(file.rows, to: board, scene)
    } else {
      do throws(JournalError) {
        (intake, refused) = try write(file, to: board, directory, scene, by: arguments.name)
      } catch {
        throw CommandError.journal(error)
      }
    }
    var lines = wording.result(intake, isTrial: isTrial) + refused
    if isTrial { lines.append(scene.say("Nothing was written: --dry-run.")) }
    Console.print(lines.joined(separator: "\n"))
    return file.rows.isEmpty || !refused.isEmpty ? 1 : 0
  }

  /// Lays the ideas beside the board as it is at this moment, and writes what is new; tells which lines
  /// were refused.
  private static func write(
    _ file: CardFile, to board: Board, _ directory: Directory, _ scene: Scene, by name: String
  ) throws(JournalError) -> (CardIntake, [String]) {
    var journal = try Journal(directory, by: name)
    // Reading first puts our clock after everything that is there.
    let history = History(
      plan: scene.workshop.base, entries: journal.refresh(now: .now),
      catalogue: scene.workshop.catalogue)
    guard !journal.isReadOnly else { throw .readOnly(directory.root) }
    var scene = scene
    scene.workshop = history.workshop
    let intake = CardIntake(file.rows, to: scene.workshop.board(board.id) ?? board, scene)
    let outcome = intake.outcome(on: board.id)
    var waiting = Array(outcome.events.reversed())
    while let event = waiting.popLast() {
      let id = journal.append(event, now: .now).id.description
      waiting += (outcome.toAdded?(id, event) ?? []).reversed()
    }
    let refused = intake.tooLong(for: board.id).map { card, limit in
      scene.say("Line \(card.line): \(Phrase(.limit(limit)))")
    }
    journal.settlePatiently()
    try journal.finish()
    return (intake, refused)
  }
}
