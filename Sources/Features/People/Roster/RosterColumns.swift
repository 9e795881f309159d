import Cards
import Spreadsheets
import WorkshopCore

/// Which column of a list of people holds what.
struct RosterColumns {
  /// Where each thing stands, counted from 0.
  private(set) var places: [RosterWords.Column: Int] = [:]
  /// The headings, or numbers, of columns that nobody asked for.
  private(set) var unread: [String] = []
  /// How many cells a row may have.
  let width: Int
  /// The family's name stands before the first name.
  let isFamilyFirst: Bool

  /// Columns by their headings; a second column for the same thing is left unread.
  init(headings: [String], _ words: RosterWords) {
    for (index, heading) in headings.enumerated() {
      if let column = words.column(heading), places[column] == nil {
        places[column] = index
      } else if !heading.isEmpty {
        unread.append(heading)
      }
    }
    width = headings.count
    isFamilyFirst = headings.contains(where: words.isFamilyFirst)
    // Beside a first name, a “name” is the family's.
    if places[.firstName] != nil, places[.familyName] == nil, let name = places[.name] {
      places[.familyName] = name
      places[.name] = nil
    }
  }

  /// Columns by position, for a list without headings: a name, then organisation and role; a column of
  /// addresses is one wherever it stands.
  init(positionsOf rows: [SheetTable.Row]) {
    width = rows.map(\.cells.count).max() ?? 0
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

  /// Whether there is a name to be read.
  var hasName: Bool { places[.name] != nil || hasParts }
  private var hasParts: Bool { places[.firstName] != nil && places[.familyName] != nil }

  /// A person's name, from one column or put together from two; nil when it is empty.
  func name(in cells: [String]) -> String? {
    if let name = text(.name, in: cells) { return name }
    let parts = [text(.firstName, in: cells), text(.familyName, in: cells)].compactMap { $0 }
    return parts.isEmpty
      ? nil : (isFamilyFirst ? parts.reversed() : parts).joined(separator: " ")
  }

  /// What a row holds of each field, in the columns' order.
  func fields(in cells: [String]) -> [(field: String, text: String)] {
    places.sorted { $0.value < $1.value }.compactMap { column, _ in
      guard case .field(let field) = column, let text = text(column, in: cells) else { return nil }
      return (field, text)
    }
  }

  private func text(_ column: RosterWords.Column, in cells: [String]) -> String? {
    guard let index = places[column], cells.indices.contains(index) else { return nil }
    // A dash stands for nothing.
    return cells[index].contains { $0.isLetter || $0.isNumber || $0 == "✓" || $0 == "✔" }
      ? cells[index] : nil
  }
}
