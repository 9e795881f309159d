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

  /// The projects by the plain form of their texts.
  let projects: [String: CardID]

  /// The people of a row, a couple's two, with what was kept as written; or why the row is none.
  func read(_ row: SheetTable.Row) -> Result<
    (rows: [RosterFile.Row], asWritten: [RosterDiagnostic]), RosterFile.RefusedRow.Reason
  > {
    // A comma that was not put in quotes moves what stands after it, an address into another column.
    guard row.cells.dropFirst(columns.width).allSatisfy(\.isEmpty) else {
      return .failure(.tooManyCells)
    }
    let filled = row.cells.filter { $0.contains { $0.isLetter || $0.isNumber } }
    if let only = filled.first, isNotice(only, of: filled.count) { return .failure(.notice(only)) }
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
      if field == Card.email, MailAddress.first(in: text) == nil {
        asWritten.append(.noAddress(text))
        continue
      }
      let value = value(text, of: field)
      if value == nil { asWritten.append(.asWritten(field: field, value: text)) }
      // A project that is not there is no card's id.
      if value != nil || field != Card.project { person.fields[field] = value ?? text }
    }
    for index in columns.moreAddresses where row.cells.indices.contains(index) {
      for address in MailAddress.all(in: row.cells[index]) { add(address, to: &person) }
    }
    keepAddressesPrivate(&person)
    tell(row, of: &person)
    return .success(
      (
        names(person.name, row).map { name in
          var one = person
          one.name = name
          return one
        }, asWritten
      ))
  }

  /// What the list says of somebody beside their fields.
  private func tell(_ row: SheetTable.Row, of person: inout RosterFile.Row) {
    func text(_ index: Int?) -> String? { index.flatMap { SheetCell.text(at: $0, of: row.cells) } }
    person.id = text(columns.id)
    person.statusText = text(columns.status)
    person.status = person.statusText.flatMap(words.status)
    person.isVisitor = columns.isReport
    person.visit = columns.visits.lazy.compactMap { text($0) }.first
    for (index, session) in columns.sessions {
      guard let mark = text(index).map({ words.choice($0, in: "stakeholder") }) else { continue }
      person.sessions[session] = mark == "yes"
    }
    person.columns = Set(columns.fieldsRead)
  }

  /// Whether a row is a notice: its words say so, and it has hardly a cell beside them.
  private func isNotice(_ text: String, of filled: Int) -> Bool {
    guard columns.width > 1 || text.hasSuffix(":") else { return words.isNotice(text) }
    return filled <= 2 && words.isNotice(text)
      || filled == 1 && (text.first?.isNumber == true || text.split(separator: " ").count > 6)
  }

  /// The names of those whom a cell names: two where it is a couple's, without how they are addressed
  /// where enough is left.
  private func names(_ name: String, _ row: SheetTable.Row) -> [String] {
    func joined(_ first: String, _ family: String) -> String {
      columns.isFamilyFirst ? "\(family) \(first)" : "\(first) \(family)"
    }
    if let (first, family) = columns.parts(in: row.cells) {
      let firsts = couple(first.split(separator: " ").map(String.init))
      if firsts.count == 2, firsts.allSatisfy({ !$0.isEmpty }) {
        return firsts.map { joined($0.joined(separator: " "), family) }
      }
    }
    let parts = name.split(separator: " ").map(String.init)
    let halves = couple(parts)
    guard halves.count == 2, let one = halves.first, let other = halves.last, !one.isEmpty else {
      let rest = parts.drop(while: words.isTitle)
      return [rest.count > 1 ? rest.joined(separator: " ") : name]
    }
    if one.allSatisfy(words.isTitle) {
      // “M. et Mme Rossi”: the name follows both.
      let family = other.drop(while: words.isTitle).suffix(1)
      let named = other.drop(while: words.isTitle)
      guard !named.isEmpty else { return [name] }
      return [
        (one + (named.count > 1 ? Array(named) : Array(family))).joined(separator: " "),
        (Array(other.prefix(while: words.isTitle)) + family).joined(separator: " "),
      ].map { text in
        let rest = text.split(separator: " ").map(String.init).drop(while: words.isTitle)
        return rest.count > 1 ? rest.joined(separator: " ") : text
      }
    }
    // “Paul et Ana Rossi”: the first has the second's family name; “Paul Roy et Ana Keller” are two.
    let first = one.drop(while: words.isTitle)
    let second = other.drop(while: words.isTitle)
    guard !first.isEmpty, second.count > 1 || one.count > 1 else { return [name] }
    let family = second.last.map { [$0] } ?? []
    return [
      (Array(first) + (first.count == 1 && second.count > 1 ? family : [])).joined(separator: " "),
      second.joined(separator: " "),
    ]
  }

  /// Words before and after the one “and” between them; all of them where there is none.
  private func couple(_ parts: [String]) -> [[String]] {
    let places = parts.indices.filter { words.couples.contains(parts[$0].lowercased()) }
    guard places.count == 1, let place = places.first, place > 0, place + 1 < parts.count else {
      return [parts]
    }
    return [Array(parts[..<place]), Array(parts[(place + 1)...])]
  }

  private func add(_ address: String, to person: inout RosterFile.Row) {
    let there = person.fields[Card.email].map { MailAddress.all(in: $0) } ?? []
    guard !there.contains(where: { $0.lowercased() == address.lowercased() }) else { return }
    person.fields[Card.email] = (there + [address]).joined(separator: ", ")
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
    case Card.email: return MailAddress.all(in: cell).joined(separator: ", ")
    case Card.project: return projects[RosterWords.plain(cell)]
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
