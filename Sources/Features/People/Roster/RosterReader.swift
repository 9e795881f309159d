import Cards
import Languages
import Spreadsheets
import WorkshopCore

/// Reads a row of a list as a person.
struct RosterReader {
  let columns: RosterColumns
  let words: RosterWords
  /// The person's sheet, whose choices have labels in every language.
  let sheet: Sheet?
  /// The list's, whose words come first.
  let language: String
  /// The workshop's, whose names are known in every language that the plan has them in.
  let themes: [Theme]

  /// The person, with what was kept as written; or why the row is none.
  func read(_ row: SheetTable.Row) -> Result<
    (row: RosterFile.Row, asWritten: [RosterDiagnostic]), RosterFile.RefusedRow.Reason
  > {
    // A comma that was not put in quotes moves what stands after it, an address into another column.
    guard row.cells.dropFirst(columns.width).allSatisfy(\.isEmpty) else {
      return .failure(.tooManyCells)
    }
    let found = columns.name(in: row.cells)
    guard let found else { return .failure(.noName) }
    var person = RosterFile.Row(line: row.line, name: MailAddress.removed(from: found), fields: [:])
    person.fields[Card.email] = MailAddress.first(in: found)
    guard !person.name.isEmpty else { return .failure(.noName) }
    guard person.name.contains(where: \.isLetter) else { return .failure(.noLetters) }
    guard person.name.count <= RosterFile.longestName else { return .failure(.longName) }
    var asWritten: [RosterDiagnostic] = []
    for (field, text) in columns.fields(in: row.cells) {
      guard text.count <= RosterFile.longestCell else { return .failure(.longCell) }
      let value = value(text, of: field)
      if let value {
        person.fields[field] = value
      } else {
        person.fields[field] = text
        asWritten.append(.asWritten(field: field, value: text))
      }
    }
    keepAddressesPrivate(&person)
    return .success((person, asWritten))
  }

  /// An address in any other field is moved to the one that nobody else sees.
  private func keepAddressesPrivate(_ person: inout RosterFile.Row) {
    for (field, text) in person.fields.sorted(by: { $0.key < $1.key }) where field != Card.email {
      guard let address = MailAddress.first(in: text) else { continue }
      let rest = MailAddress.removed(from: text)
      person.fields[field] = rest.isEmpty ? nil : rest
      if person.fields[Card.email] == nil { person.fields[Card.email] = address }
    }
  }

  /// The id of the theme that a cell names, by its id or its name in any language.
  private func theme(_ cell: String) -> String? {
    let wanted = RosterWords.plain(cell)
    return themes.first { theme in
      ([theme.id] + theme.name.texts.values).contains { RosterWords.plain($0) == wanted }
    }?.id
  }

  /// A cell as its field holds it: a choice's id, a date, an address; nil when it is none.
  private func value(_ cell: String, of field: String) -> String? {
    switch field {
    case Card.joinedOn: return DueDate.inSheet(cell, language)?.iso
    case Card.email: return MailAddress.first(in: cell) ?? cell
    case Card.theme: return theme(cell)
    default: break
    }
    guard let choices = sheet?.fields.first(where: { $0.id == field })?.choices else { return cell }
    // What a town calls it comes before what only begins like a choice.
    if let known = words.choice(cell, in: field) { return known }
    let names = choices.map { Reading.Name($0, in: language) }
    if case .one(let id) = Reading(cell, among: names) { return id }
    // When somebody can come is said in as many words as there are people.
    return field == Card.availability ? cell : nil
  }
}
