package import Assets
import Foundation
import Languages
import WorkshopCore

/// The words by which people's spreadsheets name columns and values: `roster.json`.
///
/// Content and not code, so that a workshop's own `assets/` can add the headings of its town.
package struct RosterWords {
  /// What a heading names, by its plain form as it is listed.
  private let listed: [String: Column]
  /// The same by the words of it that carry meaning: “inscrit le” is listed, and means a day; without its
  /// article it would be a person.
  private let headings: [String: Column]
  private let fillers: Set<String>
  private let persons: Set<String>
  private let familyFirst: Set<String>
  /// A choice's id by field and plain form.
  private let values: [String: [String: String]]

  /// What a column holds: a field of the person's sheet, or a part of a name.
  enum Column: Hashable {
    case name, firstName, familyName
    case field(String)
  }

  private struct File: Decodable {
    let headings: [String: [String]]
    let fillers: [String]
    let persons: [String]
    let familyFirst: [String]
    let values: [String: [String: [String]]]
  }

  package init(_ content: Content) {
    let text = content.text(at: "roster.json") ?? ""
    let file =
      (try? JSONDecoder().decode(File.self, from: Data(text.utf8)))
      ?? File(headings: [:], fillers: [], persons: [], familyFirst: [], values: [:])
    let fillers = Set(file.fillers.map(Self.plain))
    let heading = { (text: String) in Self.heading(text, without: fillers) }
    self.fillers = fillers
    persons = Set(file.persons.map(Self.plain))
    familyFirst = Set(file.familyFirst.map(heading))
    // In an order of its own: of two that mean the same, the same one counts on every run.
    let named = file.headings.sorted { $0.key < $1.key }.flatMap { id, words in
      words.map { (text: $0, column: Self.column(id)) }
    }
    listed = Dictionary(
      named.map { (Self.plain($0.text), $0.column) }, uniquingKeysWith: { a, _ in a })
    headings = Dictionary(
      named.map { (heading($0.text), $0.column) }, uniquingKeysWith: { a, _ in a })
    values = file.values.mapValues { choices in
      Dictionary(
        choices.sorted { $0.key < $1.key }.flatMap { id, words in
          words.map { (Self.plain($0), id) }
        }, uniquingKeysWith: { a, _ in a })
    }
  }

  private static func column(_ id: String) -> Column {
    switch id {
    case "name": .name
    case "first-name": .firstName
    case "family-name": .familyName
    default: .field(id)
    }
  }

  /// What a heading names; nil for one that nobody knows.
  func column(_ text: String) -> Column? {
    let words = Self.heading(text, without: fillers)
    if let known = listed[Self.plain(text)] ?? listed[words] ?? headings[words] { return known }
    // “Nom du participant” is a “nom”.
    let rest = words.split(separator: " ").filter { !persons.contains(String($0)) }
    return headings[rest.joined(separator: " ")]
  }

  /// Whether a heading is of a language that writes the family's name first.
  func isFamilyFirst(_ text: String) -> Bool {
    familyFirst.contains(Self.heading(text, without: fillers))
  }

  /// The id of the choice that a cell means, nil when it means none of them.
  func choice(_ cell: String, in field: String) -> String? { values[field]?[Self.plain(cell)] }

  /// Words of letters and digits, without accents or capitals, between single spaces.
  static func plain(_ text: String) -> String {
    Fold.plain(text).split { !$0.isLetter && !$0.isNumber && $0 != "✓" && $0 != "✔" }
      .joined(separator: " ")
  }

  /// A heading's words that carry meaning: nothing in brackets, no articles, no single letters.
  private static func heading(_ text: String, without fillers: Set<String>) -> String {
    let open = text.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false).first
    return plain(String(open ?? "")).split(separator: " ").filter {
      $0.count > 1 && !fillers.contains(String($0))
    }.joined(separator: " ")
  }
}
