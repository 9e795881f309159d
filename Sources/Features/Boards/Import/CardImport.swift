import Cards
import Languages
package import Shell
import Spreadsheets
import WorkshopCore

/// A file of ideas laid open at the desk, before any of them is put on the board.
struct CardImport: ImportSource {
  let name: String
  private let bytes: [UInt8]
  private let board: Board
  private var encoding: SheetEncoding?
  /// What a heading names, as somebody said.
  private var named: [String: String] = [:]
  private var file: CardFile

  init(_ bytes: [UInt8], name: String, on board: Board, _ scene: Scene) throws(SheetError) {
    self.name = name
    self.bytes = bytes
    self.board = board
    file = try Self.read(bytes, name, board, nil, [:], scene)
  }

  private static func read(
    _ bytes: [UInt8], _ name: String, _ board: Board, _ encoding: SheetEncoding?,
    _ named: [String: String], _ scene: Scene
  ) throws(SheetError) -> CardFile {
    try CardFile(
      bytes, name: name, asked: encoding, named: named, language: scene.workshop.plan.language,
      words: CardColumns.Words(scene.content), sheet: scene.sheet(of: board))
  }

  /// What may be chosen.
  private enum Question: Equatable {
    case column(Int), letters
  }

  private var questions: [Question] {
    let headings = file.columns?.headings ?? []
    let columns = headings.indices.filter { !headings[$0].isEmpty }.map(Question.column)
    return columns + (file.encoding != nil || encoding != nil ? [.letters] : [])
  }

  private func text(_ scene: Scene) -> CardImportText {
    CardImportText(scene: scene, board: board)
  }

  func rows(_ scene: Scene) -> [ImportRow] {
    questions.map { question in
      guard case .column(let index) = question, let columns = file.columns else {
        return ImportRow(
          label: scene.say("Letters read as"), value: (encoding ?? file.encoding)?.rawValue ?? "")
      }
      let id = columns.id(at: index)
      let cells = file.samples.compactMap { $0.indices.contains(index) ? $0[index].oneLine : nil }
      return ImportRow(
        label: columns.headings[index].oneLine,
        value: id.map(text(scene).label) ?? scene.say("not read"),
        sample: cells.filter { !$0.isEmpty }.joined(separator: " · "), isUnread: id == nil)
    }
  }

  func changing(_ row: Int, by step: Int, _ scene: Scene) -> any ImportSource {
    guard questions.indices.contains(row) else { return self }
    var changed = self
    switch questions[row] {
    case .column(let index):
      guard let columns = file.columns else { return self }
      let heading = columns.headings[index]
      changed.named[heading] = choices(scene).stepped(
        from: columns.id(at: index) ?? "-", by: step)
    case .letters:
      let pages = SheetEncoding.allCases.filter(\.isPage)
      changed.encoding = (encoding ?? file.encoding).flatMap { pages.stepped(from: $0, by: step) }
    }
    changed.file =
      (try? Self.read(bytes, name, board, changed.encoding, changed.named, scene)) ?? file
    return changed
  }

  /// What a column may be.
  private func choices(_ scene: Scene) -> [String] {
    let fields = (scene.sheet(of: board)?.fields ?? []).map(\.id).filter {
      CardColumns.Part(rawValue: $0) == nil && !Card.isPrivate($0)
    }
    return ["-", "text", "detail", "theme", "author", "cluster", "table", "votes"] + fields
  }

  private func intake(_ scene: Scene) -> CardIntake {
    CardIntake(file.rows, to: scene.workshop.board(board.id) ?? board, scene)
  }

  func summary(_ scene: Scene) -> String { text(scene).sum(intake(scene)) }

  func remarks(_ scene: Scene) -> [String] {
    let text = text(scene)
    return [text.kind(file)] + text.doubts(intake(scene)) + text.left(file)
  }

  func preview(_ scene: Scene) -> [String] {
    intake(scene).cards.map { "+ " + text(scene).preview($0) }
  }

  func objection(_ scene: Scene) -> Phrase? {
    if let reason = scene.refusal(ofCardsOn: board) { return reason }
    let intake = intake(scene)
    return intake.cards.isEmpty && intake.changes.isEmpty
      ? "Every idea of this file is there already: there is nothing to take in" : nil
  }

  func outcome(_ scene: Scene) -> Outcome {
    let intake = intake(scene)
    let long = intake.tooLong(for: board.id).count
    let new = intake.cards.count - long
    var outcome = intake.outcome(on: board.id)
    outcome.notice =
      long == 0
      ? "Taken in: \(new) new, \(intake.changed.count) changed; u takes them back"
      : "Taken in: \(new). Too long, left out: \(long). u takes them back"
    outcome.isWarning = long > 0
    return outcome
  }
}

extension Action {
  /// Ideas from a file onto the board at hand, seen before they are written.
  package static let takeInCards = Action("take-in-cards", "Take in ideas from a file") { scene in
    guard let board = scene.board else { return .refused("This activity has no board") }
    if let reason = scene.refusal(ofCardsOn: board) { return .refused(reason) }
    return .choosingFile(
      "Take in ideas: \(scene.title(of: board))", scene
    ) { bytes, name, scene in
      do throws(SheetError) {
        return .overlay(ImportPanel(try CardImport(bytes, name: name, on: board, scene)))
      } catch {
        return .refused(error.phrase)
      }
    }
  }
}
