import Cards
import Languages
package import Shell
import Spreadsheets
import WorkshopCore

/// A list of people laid open at the desk, before anybody of it is taken in.
struct PeopleImport: ImportSource {
  let name: String
  private let bytes: [UInt8]
  private let setting: RosterFile.Setting
  private var wish = RosterFile.Wish()
  private var sheet: SheetFile
  /// The list as it is read with that wish.
  private var reading: Result<RosterFile, RosterFile.ReadingError>
  /// The session that somebody chose for the report of a meeting; the inner nil: of none.
  private var session: String??

  init(_ bytes: [UInt8], name: String, _ scene: Scene) throws(SheetError) {
    self.name = name
    self.bytes = bytes
    setting = RosterFile.Setting(scene)
    sheet = try SheetFile(bytes, language: setting.language)
    reading = Self.read(sheet, setting, wish)
  }

  private static func read(
    _ sheet: SheetFile, _ setting: RosterFile.Setting, _ wish: RosterFile.Wish
  ) -> Result<RosterFile, RosterFile.ReadingError> {
    do throws(RosterFile.ReadingError) {
      return .success(try RosterFile(sheet, setting, wish))
    } catch {
      return .failure(error)
    }
  }

  private var file: RosterFile? { try? reading.get() }

  /// What may be chosen.
  private enum Question: Equatable {
    case column(Int), sheet, letters, absent, session
  }

  /// The headings; of a list without any that are known its first row, for somebody to name its columns.
  private var headings: [String] {
    if let file { return file.columns.headings }
    return sheet.best()?.rows.first?.cells.map(\.oneLine) ?? []
  }

  private var questions: [Question] {
    var all = headings.indices.filter { !headings[$0].isEmpty }.map(Question.column)
    if sheet.tables.compactMap(\.name).count > 1 { all.append(.sheet) }
    if sheet.isGuessed || wish.encoding != nil { all.append(.letters) }
    let isAbsent = file?.refusals.contains { refusal in
      if case .notComing = refusal.reason { true } else { false }
    }
    if isAbsent == true || wish.takesAbsent { all.append(.absent) }
    if file?.isReport == true { all.append(.session) }
    return all
  }

  func rows(_ scene: Scene) -> [ImportRow] {
    let text = RosterText(scene: scene)
    let labels = file.map { text.labels(ofColumns: $0.columns) } ?? [:]
    let samples =
      file?.samples ?? (sheet.best()?.rows.dropFirst().prefix(3)).map { $0.map(\.cells) } ?? []
    return questions.map { question in
      switch question {
      case .column(let index):
        let cells = samples.compactMap { $0.indices.contains(index) ? $0[index].oneLine : nil }
        return ImportRow(
          label: headings[index], value: labels[index] ?? scene.say("not read"),
          sample: cells.filter { !$0.isEmpty }.joined(separator: " · "),
          isUnread: labels[index] == nil)
      case .sheet:
        return ImportRow(label: scene.say("Sheet##of a workbook"), value: sheetName ?? "")
      case .letters:
        return ImportRow(label: scene.say("Letters read as"), value: sheet.encoding?.rawValue ?? "")
      case .absent:
        return ImportRow(
          label: scene.say("Who will not come"),
          value: wish.takesAbsent ? scene.say("taken in as well") : scene.say("left out"))
      case .session:
        let held = scene.workshop.plan.sessions.first { $0.id == session(scene) }
        return ImportRow(
          label: scene.say("Who was there"),
          value: held.map { scene.say($0.title) } ?? scene.say("not noted"))
      }
    }
  }

  /// The sheet that is read.
  private var sheetName: String? {
    if let name = wish.sheet { return name }
    for case .sheet(let name, _) in file?.remarks ?? [] { return name }
    return sheet.best()?.name
  }

  func changing(_ row: Int, by step: Int, _ scene: Scene) -> any ImportSource {
    guard questions.indices.contains(row) else { return self }
    var changed = self
    switch questions[row] {
    case .column(let index):
      let column = file?.columns.column(at: index).map(RosterWords.id)
      let asked = wish.columns[headings[index]]
      changed.wish.columns[headings[index]] = columns.stepped(
        from: column ?? asked ?? "-", by: step)
    case .sheet:
      changed.wish.sheet = sheet.tables.compactMap(\.name).stepped(from: sheetName ?? "", by: step)
      changed.wish.columns = [:]
    case .letters:
      let pages = SheetEncoding.allCases.filter(\.isPage)
      changed.wish.encoding = sheet.encoding.flatMap { pages.stepped(from: $0, by: step) }
      changed.sheet =
        (try? SheetFile(bytes, asked: changed.wish.encoding, language: setting.language)) ?? sheet
    case .absent: changed.wish.takesAbsent.toggle()
    case .session:
      let sessions = [nil] + scene.workshop.plan.sessions.map(\.id)
      changed.session = sessions.stepped(from: session(scene), by: step)
    }
    changed.reading = Self.read(changed.sheet, setting, changed.wish)
    return changed
  }

  /// What a column may be, by the names that the command takes too.
  private var columns: [String] {
    let fields = (setting.sheet?.fields ?? []).map(\.id).filter { $0 != Card.text }
    return ["-", "name", "first-name", "family-name"] + fields
      + [Card.theme, Card.table].filter { !fields.contains($0) }
  }

  private func session(_ scene: Scene) -> String? {
    session ?? file?.session(scene.workshop.plan.sessions)
  }

  private func merge(_ scene: Scene) -> RosterMerge? {
    file.map { RosterMerge($0.rows, into: scene.workshop, session: session(scene)) }
  }

  func summary(_ scene: Scene) -> String {
    guard let file, let merge = merge(scene) else {
      return scene.say("Which column has the names? Choose it with ← →")
    }
    return RosterText(scene: scene).sum(file, merge)
  }

  func remarks(_ scene: Scene) -> [String] {
    switch reading {
    case .success(let file):
      guard let merge = merge(scene) else { return [] }
      let text = RosterText(scene: scene)
      return text.visits(merge) + text.doubts(file, merge)
    case .failure(let error): return [scene.say(error.phrase)]
    }
  }

  func preview(_ scene: Scene) -> [String] {
    merge(scene).map { RosterText(scene: scene).preview($0) } ?? []
  }

  func objection(_ scene: Scene) -> Phrase? {
    guard let merge = merge(scene) else { return "Nobody in this list has a name yet" }
    guard !merge.additions.isEmpty || !merge.fillings.isEmpty || !merge.visits.isEmpty else {
      return "Everybody in this list is known already: there is nothing to take in"
    }
    return nil
  }

  func outcome(_ scene: Scene) -> Outcome {
    guard let merge = merge(scene) else { return .nothing }
    let events = merge.events
    let new = Array(events.prefix(merge.additions.count))
    var outcome = Outcome(events: events + merge.presenceOfKnown)
    outcome.toAdded = { id, event in
      new.firstIndex(of: event).map { merge.presence(of: $0, as: id) } ?? []
    }
    outcome.notice =
      "Taken in: \(merge.additions.count) new; fields filled: \(merge.fillings.count); u takes it back"
    return outcome
  }
}

extension Action {
  /// A list of people from a file, seen before it is written.
  package static let takeInPeople = Action("take-in-people", "Take in a list of people") { scene in
    .choosingFile("Take in a list of people", scene) { bytes, name, scene in
      do throws(SheetError) {
        return .overlay(ImportPanel(try PeopleImport(bytes, name: name, scene)))
      } catch {
        return .refused(error.phrase)
      }
    }
  }
}
