import Cards
import Spreadsheets
import WorkshopCore

/// Which column of a list of people holds what.
struct RosterColumns {
  /// Where each thing stands, counted from 0.
  private(set) var places: [RosterWords.Column: Int] = [:]
  /// Further columns of addresses.
  private(set) var moreAddresses: [Int] = []
  /// Where it says whether somebody comes.
  private(set) var status: Int?
  /// Where the ids of people stand, in a list that this program wrote.
  private(set) var id: Int?
  /// Columns of who was at which session, in such a list.
  private(set) var sessions: [Int: String] = [:]
  /// When somebody came, in the report of a meeting.
  private(set) var visits: [Int] = []
  /// The headings, or numbers, of columns that nobody asked for.
  private(set) var unread: [String] = []
  /// How many cells a row may have.
  let width: Int
  /// The headings, in their order.
  private(set) var headings: [String]
  /// The family's name stands before the first name.
  let isFamilyFirst: Bool

  /// A heading that may name a column.
  private struct Candidate {
    let index: Int
    let column: RosterWords.Column
    let sureness: RosterWords.Sureness
  }

  /// Columns by their headings and what stands beneath; of several for one thing the surest is read.
  ///
  /// - Parameters:
  ///   - beneath: the rows beneath the headings, some of them.
  ///   - sessions: ids of the sessions by the plain form of their titles.
  ///   - asked: what a person says a heading names.
  init(
    headings: [String], beneath: [[String]], _ words: RosterWords, sessions: [String: String] = [:],
    asked: [String: RosterWords.Column?] = [:]
  ) {
    self.headings = headings
    width = headings.count
    isFamilyFirst = headings.contains(where: words.isFamilyFirst)
    var candidates: [Candidate] = []
    for (index, heading) in headings.enumerated() where !heading.isEmpty {
      let values = beneath.compactMap {
        $0.indices.contains(index) && !$0[index].isEmpty ? $0[index] : nil
      }
      if let column = asked[RosterWords.plain(heading)] {
        if let column { places[column] = index }
      } else if words.isID(heading) {
        id = index
      } else if let session = sessions[RosterWords.plain(heading)] {
        self.sessions[index] = session
      } else if words.isVisit(heading) {
        visits.append(index)
      } else if status == nil, Self.isStatus(heading, values, words) {
        status = index
      } else if let (column, sureness) = words.match(heading),
        Self.supports(column, sureness, values, words)
      {
        candidates.append(Candidate(index: index, column: column, sureness: sureness))
      }
    }
    // A single column of times is no report of a meeting.
    if visits.count < 2 { visits = [] }
    place(candidates, beneath)
    unread = headings.indices.filter { index in
      !headings[index].isEmpty && !isRead(index)
    }.map { headings[$0] }
  }

  private mutating func place(_ candidates: [Candidate], _ beneath: [[String]]) {
    let sorted = candidates.sorted {
      ($1.sureness.rawValue, $0.index) < ($0.sureness.rawValue, $1.index)
    }
    for candidate in sorted where !places.values.contains(candidate.index) {
      if places[candidate.column] == nil {
        places[candidate.column] = candidate.index
      } else if candidate.column == .field(Card.email) {
        moreAddresses.append(candidate.index)
      }
    }
    moreAddresses.sort()
    // Beside a first name, a “name” is the family's; beside both, it says the same once more.
    guard places[.firstName] != nil, let name = places[.name] else {
      // A family's name alone is what there is.
      if places[.name] == nil, places[.firstName] == nil, let family = places[.familyName] {
        places[.name] = family
        places[.familyName] = nil
      } else if let name = places[.name], let family = places[.familyName],
        !Self.isWhole(name, with: family, beneath)
      {
        // “Nombre” and “Apellidos”: a name that does not hold the family's is the first name.
        places[.firstName] = name
        places[.name] = nil
      }
      return
    }
    places[.name] = nil
    if places[.familyName] == nil { places[.familyName] = name }
  }

  /// Whether most names of a column hold the family's name that stands in another one.
  private static func isWhole(_ name: Int, with family: Int, _ beneath: [[String]]) -> Bool {
    let both = beneath.filter { $0.count > max(name, family) && !$0[family].isEmpty }
    let whole = both.count { row in
      RosterWords.plain(row[name]).contains(RosterWords.plain(row[family]))
    }
    return whole * 2 > both.count || both.isEmpty
  }

  private func isRead(_ index: Int) -> Bool {
    places.values.contains(index) || moreAddresses.contains(index) || status == index || id == index
      || sessions[index] != nil || visits.contains(index)
  }

  /// Whether most cells say if somebody comes; “yes” and “no” only under a heading that asks for it.
  private static func isStatus(_ heading: String, _ values: [String], _ words: RosterWords) -> Bool
  {
    guard words.isStatus(heading), !values.isEmpty else { return false }
    return values.count { words.status($0) != nil } * 2 > values.count
  }

  /// Whether what stands in a column can be what its heading seems to name.
  private static func supports(
    _ column: RosterWords.Column, _ sureness: RosterWords.Sureness, _ values: [String],
    _ words: RosterWords
  ) -> Bool {
    guard !values.isEmpty else { return true }
    let share = { (isRight: (String) -> Bool) in values.count(where: isRight) * 2 >= values.count }
    switch column {
    case .name, .firstName, .familyName:
      let distinct = Set(values.map(RosterWords.plain)).count
      guard share({ mayBeName($0, words) }) else { return false }
      return sureness == .listed || values.count < 4 || distinct * 2 > values.count
    case .field(Card.email):
      return sureness == .listed || share { MailAddress.first(in: $0) != nil }
    case .field:
      return sureness == .listed
        || share { $0.contains(where: \.isLetter) && words.choice($0, in: "stakeholder") == nil }
    }
  }

  /// Whether a cell can be a name: mostly letters, and no answer to a question.
  private static func mayBeName(_ cell: String, _ words: RosterWords) -> Bool {
    let text = MailAddress.removed(from: cell)
    let letters = text.count(where: \.isLetter)
    let others = text.count { !$0.isLetter && !$0.isWhitespace && !"-'’.".contains($0) }
    return letters > others && words.status(text) == nil
      && words.choice(text, in: "stakeholder") == nil && SheetCell.isOfWords(text)
  }

  /// Columns by position, for a list without headings: a name, then organisation and role; a column of
  /// addresses is one wherever it stands.
  init(positionsOf rows: [SheetTable.Row]) {
    width = rows.map(\.cells.count).max() ?? 0
    headings = []
    isFamilyFirst = false
    places[.name] = 0
    var rest = [Card.organisation, Card.role]
    for index in 1..<max(1, width) {
      let cells = rows.map { $0.cells.indices.contains(index) ? $0.cells[index] : "" }
      let filled = cells.filter { !$0.isEmpty }
      guard !filled.isEmpty else { continue }
      let addresses = filled.count { MailAddress.first(in: $0) != nil }
      if addresses * 2 > filled.count, places[.field(Card.email)] == nil {
        places[.field(Card.email)] = index
      } else if !rest.isEmpty {
        places[.field(rest.removeFirst())] = index
      } else {
        unread.append(String(index + 1))
      }
    }
  }

  /// What is read, by its field, from left to right; the name is the field `text`.
  var inOrder: [String] {
    places.sorted { $0.value < $1.value }.map { column, _ in
      if case .field(let field) = column { field } else { Card.text }
    }
  }

  /// What stands in a column, where it holds a name or a field.
  func column(at index: Int) -> RosterWords.Column? {
    places.first { $0.value == index }?.key
  }

  /// Whether there is a name to be read.
  var hasName: Bool { places[.name] != nil || hasParts }
  private var hasParts: Bool { places[.firstName] != nil && places[.familyName] != nil }
  /// Of who was at a meeting.
  var isReport: Bool { !visits.isEmpty }

  /// A person's name, from one column or put together from two; nil when it is empty.
  func name(in cells: [String]) -> String? {
    if let name = text(.name, in: cells) { return name }
    let parts = [text(.firstName, in: cells), text(.familyName, in: cells)].compactMap { $0 }
    return parts.isEmpty
      ? nil : (isFamilyFirst ? parts.reversed() : parts).joined(separator: " ")
  }

  /// The first name and the family's, where each has a column.
  func parts(in cells: [String]) -> (first: String, family: String)? {
    guard hasParts, let first = text(.firstName, in: cells),
      let family = text(.familyName, in: cells)
    else { return nil }
    return (first, family)
  }

  /// What a row holds of each field, in the columns' order.
  func fields(in cells: [String]) -> [(field: String, text: String)] {
    places.sorted { $0.value < $1.value }.compactMap { column, index in
      guard case .field(let field) = column, !(isReport && field != Card.email) else { return nil }
      return SheetCell.text(at: index, of: cells).map { (field, $0) }
    }
  }

  /// The fields that have a column.
  var fieldsRead: [String] {
    places.keys.compactMap { if case .field(let field) = $0 { field } else { nil } }
  }

  private func text(_ column: RosterWords.Column, in cells: [String]) -> String? {
    places[column].flatMap { SheetCell.text(at: $0, of: cells) }
  }
}

/// What a cell of a list holds.
enum SheetCell {
  /// A cell's text; nil where there is none, or a dash, which stands for nothing.
  static func text(at index: Int, of cells: [String]) -> String? {
    guard cells.indices.contains(index) else { return nil }
    return cells[index].contains { $0.isLetter || $0.isNumber || $0 == "✓" || $0 == "✔" }
      ? cells[index] : nil
  }

  /// Whether a cell is neither a day nor a time nor an address on the Web.
  static func isOfWords(_ text: String) -> Bool {
    !text.contains("://") && !text.lowercased().hasPrefix("www.")
  }
}
