package import Assets
import FoundationEssentials
import Languages
import WorkshopCore

/// The words by which people's spreadsheets name columns and values: `people.json` of each language.
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
  /// Words that name a column wherever they stand in a heading, with how many they are.
  private let contained: [(words: String, column: Column)]
  private let ids: Set<String>
  private let notOfPerson: Set<String>
  private let statusHeadings: [String]
  private let statuses: [String: Status]
  private let notices: [String]
  private let visits: Set<String>
  private let titles: Set<String>
  let couples: Set<String>
  /// A choice's id by field and plain form.
  private let values: [String: [String: String]]

  /// What a column holds: a field of the person's sheet, or a part of a name.
  enum Column: Hashable {
    case name, firstName, familyName
    case field(String)
  }

  /// What a cell says of whether somebody comes.
  enum Status: String {
    case coming, here, away
  }

  /// What a language's file holds; those of all languages hold together.
  private struct File: Decodable {
    var headings: [String: [String]]?
    var contained: [String: [String]]?
    var id: [String]?
    var notOfPerson: [String]?
    var statusHeadings: [String]?
    var status: [String: [String]]?
    var notices: [String]?
    var visits: [String]?
    var titles: [String]?
    var couples: [String]?
    var fillers: [String]?
    var persons: [String]?
    var familyFirst: [String]?
    var values: [String: [String: [String]]]?

    mutating func add(_ other: File) {
      for list in [
        \File.id, \.notOfPerson, \.statusHeadings, \.notices, \.visits, \.titles, \.couples,
        \.fillers, \.persons, \.familyFirst,
      ] {
        self[keyPath: list] = (self[keyPath: list] ?? []) + (other[keyPath: list] ?? [])
      }
      for table in [\File.headings, \.contained, \.status] {
        self[keyPath: table] = (self[keyPath: table] ?? [:]).merging(
          other[keyPath: table] ?? [:], uniquingKeysWith: +)
      }
      values = (values ?? [:]).merging(other.values ?? [:]) { $0.merging($1, uniquingKeysWith: +) }
    }
  }

  package init(_ content: Content) {
    let file = content.texts(ofLanguages: "people.json").reduce(into: File()) { all, language in
      if let one = try? JSONDecoder().decode(File.self, from: Data(language.text.utf8)) {
        all.add(one)
      }
    }
    let fillers = Set((file.fillers ?? []).map(Self.plain))
    let heading = { (text: String) in Self.heading(text, without: fillers) }
    self.fillers = fillers
    persons = Set((file.persons ?? []).map(Self.plain))
    familyFirst = Set((file.familyFirst ?? []).map(heading))
    // In an order of its own: of two that mean the same, the same one counts on every run.
    let named = (file.headings ?? [:]).sorted { $0.key < $1.key }.flatMap { id, words in
      words.map { (text: $0, column: Self.column(id)) }
    }
    listed = Dictionary(
      named.map { (Self.plain($0.text), $0.column) }, uniquingKeysWith: { a, _ in a })
    headings = Dictionary(
      named.map { (heading($0.text), $0.column) }, uniquingKeysWith: { a, _ in a })
    contained = (file.contained ?? [:]).sorted { $0.key < $1.key }.flatMap { id, words in
      words.map { (heading($0), Self.column(id)) }
    }.sorted { $0.0.count > $1.0.count }
    ids = Set((file.id ?? []).map(Self.plain))
    notOfPerson = Set((file.notOfPerson ?? []).map(Self.plain))
    statusHeadings = (file.statusHeadings ?? []).map(Self.plain)
    statuses = Dictionary(
      (file.status ?? [:]).sorted { $0.key < $1.key }.flatMap { id, words in
        Status(rawValue: id).map { status in words.map { (heading($0), status) } } ?? []
      }, uniquingKeysWith: { a, _ in a })
    notices = (file.notices ?? []).map(heading)
    visits = Set((file.visits ?? []).map(heading))
    titles = Set((file.titles ?? []).map(Self.plain))
    couples = Set((file.couples ?? []).map { $0.lowercased() })
    values = (file.values ?? [:]).mapValues { choices in
      Dictionary(
        choices.sorted { $0.key < $1.key }.flatMap { id, words in
          words.map { (Self.plain($0), id) }
        }, uniquingKeysWith: { a, _ in a })
    }
  }

  static func column(_ id: String) -> Column {
    switch id {
    case "name": .name
    case "first-name": .firstName
    case "family-name": .familyName
    default: .field(id)
    }
  }

  /// How a column is named by whoever says what it holds.
  static func id(of column: Column) -> String {
    switch column {
    case .name: "name"
    case .firstName: "first-name"
    case .familyName: "family-name"
    case .field(let id): id
    }
  }

  /// How sure it is what a heading names.
  enum Sureness: Int, Comparable {
    /// By a word of many.
    case contained
    /// By what people are called (“participants”): often something about them.
    case person
    case listed

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// What a heading names; nil for one that nobody knows.
  func column(_ text: String) -> Column? { match(text)?.column }

  /// What a heading names, and how sure that is.
  func match(_ text: String) -> (column: Column, sureness: Sureness)? {
    let words = heading(text)
    if let known = listed[Self.plain(text)] ?? listed[words] ?? headings[words] {
      let parts = words.split(separator: " ")
      let isPerson = !parts.isEmpty && parts.allSatisfy { persons.contains(String($0)) }
      return (known, isPerson && known == .name ? .person : .listed)
    }
    // “Nom du participant” is a “nom”; “N° participant” is none.
    let rest = words.split(separator: " ").filter { !persons.contains(String($0)) }
    if let known = headings[rest.joined(separator: " ")] {
      return (known, text.contains { "#°º".contains($0) } ? .contained : .listed)
    }
    return contained(in: text).map { ($0, .contained) }
  }

  /// What a long heading asks for by one of its words: a first name with a name is both, and the name of
  /// an employer is no person's.
  private func contained(in text: String) -> Column? {
    // “thématique(s)” is one word; what else stands in brackets is none of the question.
    let whole = text.replacing("(s)", with: "").replacing("(e)", with: "")
    let words = heading(whole)
    let spaced = " \(words) "
    let parts = Set(words.split(separator: " ").map(String.init))
    let found = Set(contained.filter { spaced.contains(" \($0.words) ") }.map(\.column))
    for column in [Column.field(Card.email), .field(Card.organisation)] where found.contains(column)
    {
      return column
    }
    guard parts.isDisjoint(with: notOfPerson) else { return nil }
    if found.contains(.firstName) {
      return found.contains(.name) || found.contains(.familyName) ? .name : .firstName
    }
    return [Column.familyName, .name, .field(Card.theme), .field(Card.availability)].first {
      found.contains($0)
    }
  }

  private func heading(_ text: String) -> String { Self.heading(text, without: fillers) }

  func isID(_ text: String) -> Bool { ids.contains(Self.plain(text)) }

  func isStatus(_ text: String) -> Bool {
    let plain = " \(Self.plain(text)) "
    return statusHeadings.contains { plain.contains(" \($0) ") }
  }

  /// When somebody came or went, in the report of a meeting.
  func isVisit(_ text: String) -> Bool { visits.contains(heading(text)) }

  /// What a cell says of whether somebody comes; nil for anything else.
  func status(_ text: String) -> Status? { statuses[heading(text)] }

  /// Whether a text is a notice of whoever made the list: a sum, a page, who is excused.
  func isNotice(_ text: String) -> Bool {
    if text.hasSuffix(":") { return true }
    let plain = heading(text)
    let isCounted = text.contains { $0.isNumber || $0 == ":" }
    return notices.contains { plain == $0 || (isCounted && plain.hasPrefix($0 + " ")) }
      || (status(text).map { $0 != .coming } ?? false)
  }

  /// Whether a word is how somebody is addressed.
  func isTitle(_ word: some StringProtocol) -> Bool { titles.contains(Self.plain(String(word))) }

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
