import Assets
import Foundation

/// The words by which people's spreadsheets name columns and values: `roster.json`.
///
/// Content and not code, so that a workshop's own `assets/` can add the headings of its town.
struct RosterWords {
  /// What a heading names, by its plain form.
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

  init(_ content: Content) {
    let text = content.text(at: "roster.json") ?? ""
    let file =
      (try? JSONDecoder().decode(File.self, from: Data(text.utf8)))
      ?? File(headings: [:], fillers: [], persons: [], familyFirst: [], values: [:])
    let fillers = Set(file.fillers.map(Self.plain))
    let heading = { (text: String) in Self.heading(text, without: fillers) }
    self.fillers = fillers
    persons = Set(file.persons.map(Self.plain))
    familyFirst = Set(file.familyFirst.map(heading))
    headings = Dictionary(
      file.headings.flatMap { id, words -> [(String, Column)] in
        words.map { (heading($0), Self.column(id)) }
      }, uniquingKeysWith: { a, _ in a })
    values = file.values.mapValues { choices in
      Dictionary(
        choices.flatMap { id, words in words.map { (Self.plain($0), id) } },
        uniquingKeysWith: { a, _ in a })
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
    if let known = headings[words] { return known }
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
