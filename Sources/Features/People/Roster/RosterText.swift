import Assets
import Cards
package import Languages
package import Shell
import Spreadsheets
import Terminal
import WorkshopCore

/// How an import of people is told.
package struct RosterText {
  package let scene: Scene

  package init(scene: Scene) {
    self.scene = scene
  }

  /// The sum, with the reasons of the rows left out where they are few.
  package func summary(_ file: RosterFile, _ merge: RosterMerge) -> String {
    let out = file.refusals.count
    let text = sum(file, merge)
    guard (1...Self.few).contains(out) else { return text }
    return text + " (" + file.refusals.map(line).joined(separator: "; ") + ")"
  }

  /// How many are new, known and left out.
  func sum(_ file: RosterFile, _ merge: RosterMerge) -> String {
    let total = file.rows.count + file.refusals.count
    let (new, known, out) = (merge.additions.count, merge.known, file.refusals.count)
    return total == 1
      ? scene.say("1 person: \(new) new, \(known) known, \(out) not read")
      : scene.say("\(total) people: \(new) new, \(known) known, \(out) not read")
  }

  /// As many rows left out as stand in the sum; more have lines of their own.
  private static let few = 3

  /// Everything else that is to be told, a line each.
  package func lines(_ file: RosterFile, _ merge: RosterMerge) -> [String] {
    bounded((file.remarks + merge.remarks).map(line))
      + (file.refusals.count > Self.few ? bounded(file.refusals.map(line)) : [])
  }

  /// What is to be told where the columns, the sheet and the letters are seen beside it: rows left out
  /// first, then everything else.
  func doubts(_ file: RosterFile, _ merge: RosterMerge) -> [String] {
    let remarks = file.remarks.filter { remark in
      switch remark {
      case .encoding, .sheet, .positions, .unread: false
      default: true
      }
    }
    return file.refusals.map(line) + (remarks + merge.remarks).map(line)
  }

  /// As many lines of a kind as can be read; the number of the others.
  private func bounded(_ lines: [String]) -> [String] {
    guard lines.count > Self.many else { return lines }
    let left = lines.count - Self.many
    return lines.prefix(Self.many) + [scene.say("More lines like these: \(left)")]
  }
  private static let many = 40

  /// What each column was taken for, from left to right.
  package func columns(_ file: RosterFile) -> [String] {
    let labels = labels(ofColumns: file.columns)
    return file.columns.headings.indices.compactMap { index in
      labels[index].map { "\(file.columns.headings[index]) → \($0)" }
    }
  }

  /// What each column that is read was taken for, by its place.
  func labels(ofColumns columns: RosterColumns) -> [Int: String] {
    var labels: [Int: String] = [:]
    for (column, index) in columns.places {
      if case .field(let field) = column, columns.isReport, field != Card.email { continue }
      labels[index] = label(column)
    }
    for index in columns.moreAddresses { labels[index] = label(Card.email) }
    if let status = columns.status { labels[status] = scene.say("Who comes") }
    for index in columns.visits + columns.sessions.keys {
      labels[index] = scene.say("Who was there")
    }
    return labels
  }

  func label(_ column: RosterWords.Column) -> String {
    switch column {
    case .name: scene.say("Name")
    case .firstName: scene.say("First name")
    case .familyName: scene.say("Family name")
    case .field(let field): label(field)
    }
  }

  /// Who would be new, a line each.
  package func preview(_ merge: RosterMerge) -> [String] {
    merge.additions.map { row in
      let parts = [row.name, row.fields[Card.organisation], role(row.fields[Card.role])]
      return "+ " + parts.compactMap { $0 }.joined(separator: ", ")
    }
  }

  private func role(_ value: String?) -> String? {
    guard let value, let field = field(Card.role) else { return value }
    return Form.display(value, of: field, scene)
  }

  private func line(_ refusal: RosterFile.RefusedRow) -> String {
    scene.say("line \(refusal.line): \(Self.phrase(refusal.reason))")
  }

  private static func phrase(_ reason: RosterFile.RefusedRow.Reason) -> Phrase {
    switch reason {
    case .noName: "no name"
    case .noLetters: "a name without letters"
    case .longName: "a name of more than \(RosterFile.longestName) characters"
    case .longCell: "a cell of more than \(RosterFile.longestCell) characters"
    case .tooManyCells: "more cells than headings"
    case .openQuote: "a quote that does not end"
    case .notice(let text): "no person: \(text)"
    case .notComing(let name, let text): "will not come: \(name) (\(text))"
    }
  }

  private func line(_ remark: RosterDiagnostic) -> String {
    switch remark {
    case .encoding(let encoding):
      scene.say("Not UTF-8: read as \(encoding.rawValue); --encoding names another.")
    case .sheet(let name, let others):
      scene.say("Sheet read: \(name). Not read: \(others.joined(separator: ", "))")
    case .otherTable(let line):
      scene.say("line \(line): another table begins; not read from there on")
    case .noAddress(let value): scene.say("No e-mail address, not kept: \(value)")
    case .changed(let line, let name, let fields):
      scene.say("line \(line): \(name) is changed: \(labels(fields))")
    case .sharedAddress(let line, let name, let other):
      scene.say("line \(line): \(name) is new, at the e-mail address of: \(other)")
    case .passedOver(let lines): scene.say("Lines above the headings, not read: \(lines)")
    case .positions(let fields): scene.say("No headings: read as \(labels(fields)).")
    case .unread(let columns):
      scene.say("Columns not read: \(columns.joined(separator: ", "))")
    case .asWritten(let field, let value):
      scene.say("\(label(field)), kept as written: \(value)")
    case .sameAs(let line, let name, let other):
      scene.say("line \(line): \(name) is in line \(other) already")
    case .filled(let line, let name, let fields):
      scene.say("line \(line): \(name) is known; now filled: \(labels(fields))")
    case .differs(let line, let name, let field):
      scene.say("line \(line): \(name) is known; another value stays: \(label(field))")
    case .inBin(let line, let name):
      scene.say("line \(line): \(name) is in the bin and stays there")
    case .namesake(let line, let name):
      scene.say("line \(line): \(name) is new; somebody else has that name")
    }
  }

  private func field(_ id: String) -> Field? {
    scene.content.sheets["person"]?.fields.first { $0.id == id }
  }

  private func label(_ id: String) -> String {
    if let field = field(id) { return scene.say(field.label) }
    return id == Card.theme ? scene.say("Theme") : id == Card.table ? scene.say("Table") : id
  }
  private func labels(_ ids: [String]) -> String { ids.map(label).joined(separator: ", ") }
}

extension RosterFile.ReadingError {
  package var phrase: Phrase {
    switch self {
    case .empty: "there is nothing in the file"
    case .sheet(let error): error.phrase
    case .noHeadings: "no heading such as Name, Organisation, E-mail, and no column of names"
    case .noNames: "none of the headings is a name's"
    case .noSheet(let names): "no such sheet; there are: \(names.joined(separator: ", "))"
    }
  }
}
