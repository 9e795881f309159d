import Languages
package import WorkshopCore

/// A list of people laid beside those who are known: who is new, and what fills an empty field.
///
/// People are the same when their e-mail addresses are, or else their names and organisations, where
/// the order of a name's words does not count. Who has no organisation is whoever has that name, if it
/// is one alone. A value that is there is never overwritten, and a second run finds everybody.
package struct RosterMerge {
  /// Who is new, in the file's order.
  private(set) var additions: [RosterFile.Row] = []
  /// What is set on cards that are there, in the file's order.
  private(set) var fillings: [Filling] = []
  private(set) var remarks: [RosterDiagnostic] = []
  /// How many rows are of somebody who was there already.
  private(set) var known = 0

  /// An empty field of somebody known, and what fills it.
  struct Filling: Equatable {
    let card: CardID
    let field: String
    let value: String
    /// The entry that cleared the field, if one did.
    let over: EntryID?
  }

  /// Somebody whom a row may be.
  private struct Person {
    /// Nil for somebody new.
    let card: Card?
    /// Where the person first stands in the file, nil for somebody who was there before.
    var line: Int?
    let name: String
    var fields: [String: String]

    var address: String? { fields[Card.email].map(Fold.plain) }
    var organisation: String { RosterWords.plain(fields[Card.organisation] ?? "") }
  }

  private var people: [Person]
  private var byAddress: [String: Int] = [:]
  private var byName: [String: [Int]] = [:]

  package init(_ rows: [RosterFile.Row], into workshop: Workshop) {
    // Those in the bin come last: somebody who is there goes before.
    people = (workshop.people + workshop.bin(of: Workshop.people)).map { card in
      Person(
        card: card, name: card.text,
        fields: card.values.mapValues(\.text).filter { !$0.value.isEmpty })
    }
    for index in people.indices { note(index) }
    for row in rows { take(row) }
  }

  /// What is to be written.
  package var events: [Event] {
    additions.map { row in
      .cardAdded(
        board: Workshop.people, text: row.name, fields: row.fields.isEmpty ? nil : row.fields)
    }
      + fillings.map {
        .fieldSet(card: $0.card, field: $0.field, value: $0.value, over: $0.over)
      }
  }

  private mutating func note(_ index: Int) {
    if let address = people[index].address, byAddress[address] == nil { byAddress[address] = index }
    byName[Self.key(people[index].name), default: []].append(index)
  }

  /// A name's words in one order, so that “Szabó Ilona” is “Ilona Szabó”.
  private static func key(_ name: String) -> String {
    RosterWords.plain(name).split(separator: " ").sorted().joined(separator: " ")
  }

  private mutating func take(_ row: RosterFile.Row) {
    guard let index = match(row) else {
      if byName[Self.key(row.name)] != nil {
        remarks.append(.namesake(line: row.line, name: row.name))
      }
      people.append(Person(card: nil, line: row.line, name: row.name, fields: row.fields))
      additions.append(row)
      note(people.count - 1)
      return
    }
    known += 1
    if people[index].card?.isGone == true {
      remarks.append(.inBin(line: row.line, name: row.name))
      return
    }
    if let other = people[index].line {
      remarks.append(.sameAs(line: row.line, name: row.name, other: other))
    }
    merge(row, into: index)
  }

  /// Who a row is, nil for nobody known.
  private func match(_ row: RosterFile.Row) -> Int? {
    let address = row.fields[Card.email].map(Fold.plain)
    if let address, let index = byAddress[address] { return index }
    let namesakes = byName[Self.key(row.name)] ?? []
    let organisation = RosterWords.plain(row.fields[Card.organisation] ?? "")
    if !organisation.isEmpty,
      let index = namesakes.first(where: { people[$0].organisation == organisation })
    {
      return index
    }
    let likely = namesakes.filter { index in
      let person = people[index]
      return person.card?.isGone != true
        && (organisation.isEmpty || person.organisation.isEmpty)
        && (address == nil || person.address == nil)
    }
    // A name alone, borne by two: it is one of them, and nobody is added at each run.
    if organisation.isEmpty, address == nil {
      return likely.first { people[$0].organisation.isEmpty } ?? likely.first
    }
    return likely.count == 1 ? likely.first : nil
  }

  private mutating func merge(_ row: RosterFile.Row, into index: Int) {
    let person = people[index]
    if Self.key(person.name) != Self.key(row.name) {
      remarks.append(.differs(line: row.line, name: person.name, field: Card.text))
    }
    var filled: [String] = []
    for (field, value) in row.fields.sorted(by: { $0.key < $1.key }) {
      if let there = person.fields[field] {
        if RosterWords.plain(there) != RosterWords.plain(value) {
          remarks.append(.differs(line: row.line, name: person.name, field: field))
        }
        continue
      }
      filled.append(field)
      people[index].fields[field] = value
      if let card = person.card {
        let over = card.values[field]?.entry
        fillings.append(Filling(card: card.id, field: field, value: value, over: over))
      } else if let added = additions.firstIndex(where: { $0.line == person.line }) {
        additions[added].fields[field] = value
      }
    }
    if let address = people[index].address, byAddress[address] == nil { byAddress[address] = index }
    if person.card != nil, !filled.isEmpty {
      remarks.append(.filled(line: row.line, name: person.name, fields: filled))
    }
  }
}
