import Cards
import Languages
import Shell
package import WorkshopCore

/// A list of people laid beside those who are known: who is new, and what fills an empty field.
///
/// People are the same when an e-mail address and the name agree, or else their names and organisations,
/// where the order of a name's words does not count: one mailbox may be a whole town hall's. Who has no
/// organisation is whoever has that name, if it is one alone. A value that is there is never overwritten,
/// a second address is put beside the first, and a second run finds everybody. A list that this program
/// wrote names people by their ids: what was corrected in it changes them.
package struct RosterMerge {
  /// Who is new, in the file's order.
  private(set) var additions: [RosterFile.Row] = []
  /// What is set on cards that are there, in the file's order.
  private(set) var fillings: [Filling] = []
  private(set) var remarks: [RosterDiagnostic] = []
  /// How many rows are of somebody who was there already.
  private(set) var known = 0
  /// Who was at which session, as the file says.
  private(set) var visits: [Visit] = []

  /// An empty field of somebody known, and what fills it.
  struct Filling: Equatable {
    let card: CardID
    let field: String
    let value: String
    /// The entry that cleared the field, if one did.
    let over: EntryID?
  }

  /// Somebody who was at a session, or was not after all; a new person by their place among the new.
  struct Visit: Equatable {
    enum Who: Equatable {
      case known(CardID)
      case new(Int)
    }
    let who: Who
    let session: String
    let wasThere: Bool
    let over: [EntryID]
  }

  /// Somebody whom a row may be.
  private struct Person {
    /// Nil for somebody new.
    let card: Card?
    /// Where the person first stands in the file, nil for somebody who was there before.
    var line: Int?
    let name: String
    var fields: [String: String]

    var addresses: [String] { RosterMerge.addresses(fields) }
    var organisation: String { RosterWords.plain(fields[Card.organisation] ?? "") }
  }

  private let reported: String?
  private var people: [Person]
  private var byAddress: [String: [Int]] = [:]
  private var byName: [String: [Int]] = [:]

  /// - Parameter session: the one that the report of a meeting is of.
  package init(_ rows: [RosterFile.Row], into workshop: Workshop, session: String? = nil) {
    reported = session
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
    for address in people[index].addresses where byAddress[address]?.contains(index) != true {
      byAddress[address, default: []].append(index)
    }
    byName[Self.key(people[index].name), default: []].append(index)
  }

  private static func addresses(_ fields: [String: String]) -> [String] {
    MailAddress.all(in: fields[Card.email] ?? "").map(Fold.plain)
  }

  /// A name's words in one order, so that “Szabó Ilona” is “Ilona Szabó”.
  private static func key(_ name: String) -> String {
    RosterWords.plain(name).split(separator: " ").sorted().joined(separator: " ")
  }

  /// Whether two names may be one person's: all words of the shorter stand in the longer.
  private static func agree(_ one: String, _ other: String) -> Bool {
    let words = [one, other].map { Set(RosterWords.plain($0).split(separator: " ")) }
    return words[0].isSubset(of: words[1]) || words[1].isSubset(of: words[0])
  }

  private mutating func take(_ row: RosterFile.Row) {
    if let id = row.id,
      let index = people.firstIndex(where: { $0.card.map { $0.id == id && !$0.isGone } ?? false })
    {
      known += 1
      correct(row, index)
      visit(row, index)
      return
    }
    guard let index = match(row) else {
      if byName[Self.key(row.name)] != nil {
        remarks.append(.namesake(line: row.line, name: row.name))
      } else if let other = Self.addresses(row.fields).compactMap({ byAddress[$0]?.first }).first {
        remarks.append(.sharedAddress(line: row.line, name: row.name, other: people[other].name))
      }
      people.append(Person(card: nil, line: row.line, name: row.name, fields: row.fields))
      additions.append(row)
      note(people.count - 1)
      visit(row, people.count - 1)
      return
    }
    known += 1
    if people[index].card?.isGone == true {
      remarks.append(.inBin(line: row.line, name: row.name))
      return
    }
    // In the report of a meeting a line is a time of coming and going, not a person.
    if let other = people[index].line, !row.isVisitor {
      remarks.append(.sameAs(line: row.line, name: row.name, other: other))
    }
    merge(row, into: index)
    visit(row, index)
  }

  /// Who a row is, nil for nobody known.
  private func match(_ row: RosterFile.Row) -> Int? {
    let addresses = Self.addresses(row.fields)
    let atAddress = addresses.flatMap { byAddress[$0] ?? [] }
    let same = Self.key(row.name)
    if let index = atAddress.first(where: { Self.key(people[$0].name) == same })
      ?? atAddress.first(where: { Self.agree(people[$0].name, row.name) })
    {
      return index
    }
    let namesakes = byName[same] ?? []
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
        && (addresses.isEmpty || person.addresses.isEmpty)
    }
    // A name alone, borne by two: it is one of them, and nobody is added at each run.
    if organisation.isEmpty, addresses.isEmpty {
      return likely.first { people[$0].organisation.isEmpty } ?? likely.first
    }
    return likely.count == 1 ? likely.first : nil
  }

  /// Somebody whom the list names by the id: what it says otherwise was corrected in it.
  private mutating func correct(_ row: RosterFile.Row, _ index: Int) {
    guard let card = people[index].card else { return }
    var changed: [String] = []
    for field in row.columns.union([Card.text]).sorted() {
      let value = field == Card.text ? row.name : row.fields[field] ?? ""
      let there = card.values[field]?.text ?? ""
      // A project's title may stand for another card of the same title; e-mail is in no exported list.
      guard value != there.oneLine, !(field == Card.email && value.isEmpty) else { continue }
      changed.append(field)
      fillings.append(
        Filling(card: card.id, field: field, value: value, over: card.values[field]?.entry))
    }
    if !changed.isEmpty {
      remarks.append(.changed(line: row.line, name: row.name, fields: changed))
    }
  }

  private mutating func visit(_ row: RosterFile.Row, _ index: Int) {
    var marks = row.sessions
    if let reported, row.isVisitor || row.status == .here { marks[reported] = true }
    for (session, wasThere) in marks.sorted(by: { $0.key < $1.key }) {
      let card = people[index].card
      guard wasThere != (card?.has(session, in: Workshop.present) ?? false) else { continue }
      let new = additions.firstIndex {
        $0.line == people[index].line && $0.name == people[index].name
      }
      guard let who = card.map({ Visit.Who.known($0.id) }) ?? new.map({ .new($0) }) else {
        continue
      }
      let visit = Visit(
        who: who, session: session, wasThere: wasThere,
        over: card?.additions(of: session, to: Workshop.present) ?? [])
      if !visits.contains(visit) { visits.append(visit) }
    }
  }

  private mutating func merge(_ row: RosterFile.Row, into index: Int) {
    let person = people[index]
    if Self.key(person.name) != Self.key(row.name) {
      remarks.append(.differs(line: row.line, name: person.name, field: Card.text))
    }
    var filled: [String] = []
    for (field, value) in row.fields.sorted(by: { $0.key < $1.key }) {
      if let there = person.fields[field] {
        if field == Card.email, let both = both(there, value) {
          people[index].fields[field] = both
          set(both, field, of: index)
          filled.append(field)
          continue
        }
        let isSame = RosterWords.plain(there) == RosterWords.plain(value)
        if !isSame, field != Card.email {
          remarks.append(.differs(line: row.line, name: person.name, field: field))
        }
        continue
      }
      filled.append(field)
      people[index].fields[field] = value
      set(value, field, of: index)
    }
    for address in people[index].addresses where byAddress[address]?.contains(index) != true {
      byAddress[address, default: []].append(index)
    }
    if person.card != nil, !filled.isEmpty {
      remarks.append(.filled(line: row.line, name: person.name, fields: filled))
    }
  }

  private mutating func set(_ value: String, _ field: String, of index: Int) {
    let person = people[index]
    if let card = person.card {
      fillings.removeAll { $0.card == card.id && $0.field == field }
      let over = card.values[field]?.entry
      fillings.append(Filling(card: card.id, field: field, value: value, over: over))
    } else if let added = additions.firstIndex(where: {
      $0.line == person.line && $0.name == person.name
    }) {
      additions[added].fields[field] = value
    }
  }

  /// Addresses that are there with those that are new beside them; nil where none is.
  private func both(_ there: String, _ value: String) -> String? {
    let known = MailAddress.all(in: there)
    let plain = Set(known.map(Fold.plain))
    let new = MailAddress.all(in: value).filter { !plain.contains(Fold.plain($0)) }
    return new.isEmpty || known.isEmpty ? nil : (known + new).joined(separator: ", ")
  }
}
