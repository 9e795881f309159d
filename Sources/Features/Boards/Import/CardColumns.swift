package import Assets
import FoundationEssentials
import Spreadsheets
import WorkshopCore

/// What the columns of a table of ideas hold, by their headings.
package struct CardColumns: Equatable, Sendable {
  /// What a column may hold.
  enum Part: String, CaseIterable {
    case text, detail, theme, author, cluster, table, votes, board, id
  }

  /// Where each part stands, counted from 0.
  private(set) var places: [Part: Int] = [:]
  /// Further columns of which each cell is an idea: “Idea 2” beside “Idea 1”.
  private(set) var moreTexts: [Int] = []
  /// Where each field of the board's sheet stands, by its id.
  private(set) var fields: [(id: String, place: Int)] = []
  /// Headings of what is not read.
  private(set) var unread: [String] = []
  let headings: [String]

  package static func == (a: CardColumns, b: CardColumns) -> Bool {
    a.places == b.places && a.moreTexts == b.moreTexts && a.headings == b.headings
      && a.fields.map(\.id) == b.fields.map(\.id)
  }

  /// - Parameters:
  ///   - headings: a row of a table.
  ///   - words: what columns are called.
  ///   - sheet: of the board, whose fields have columns too.
  ///   - asked: what a person says a heading names, by its plain form: a part, a field's id, or `-` for
  ///     nothing.
  init(_ headings: [String], _ words: Words, sheet: Sheet?, asked: [String: String] = [:]) {
    self.headings = headings
    let said = headings.map { asked[Words.plain($0)] }
    var free = Set(headings.indices.filter { said[$0] == nil && !words.isLeft(headings[$0]) })
    for (place, id) in said.enumerated() {
      guard let id, id != "-" else { continue }
      if let part = Part(rawValue: id) {
        if part == .text, places[.text] != nil {
          moreTexts.append(place)
        } else {
          places[part] = place
        }
      } else {
        fields.append((id, place))
      }
    }
    let known = (sheet?.fields ?? []).filter {
      ![Card.text, Card.theme, "authors"].contains($0.id) && !Card.isPrivate($0.id)
    }
    // A whole heading says more than a word within a question.
    for field in known where !fields.contains(where: { $0.id == field.id }) {
      let names = Words.names(of: field)
      guard let place = free.sorted().first(where: { names.contains(Words.plain(headings[$0])) })
      else { continue }
      fields.append((field.id, place))
      free.remove(place)
    }
    for least in [Words.whole, 1] {
      for part in Part.allCases where places[part] == nil {
        // Another part may have the better claim to a column.
        let others = Part.allCases.filter { places[$0] == nil }
        let rated = free.sorted().map { ($0, words.rating(of: headings[$0], as: part)) }
          .filter { column, rating in
            rating >= least
              && !others.contains { words.rating(of: headings[column], as: $0) > rating }
          }
        guard let best = rated.max(by: { ($0.1, $1.0) < ($1.1, $0.0) }) else { continue }
        places[part] = best.0
        free.remove(best.0)
      }
    }
    // Beside nothing else that could be the idea, a “name” is one.
    if places[.text] == nil, let name = places[.detail] ?? places[.author] {
      let part = places[.detail] == nil ? Part.author : .detail
      places[part] = nil
      places[.text] = name
    }
    if let text = places[.text] {
      let stem = Words.plain(headings[text]).filter { !$0.isNumber }
      moreTexts += free.sorted().filter {
        Words.plain(headings[$0]).filter { !$0.isNumber } == stem && !stem.isEmpty
      }
      free.subtract(moreTexts)
    }
    unread = headings.indices.filter { index in
      !places.values.contains(index) && !moreTexts.contains(index)
        && !fields.contains { $0.place == index }
    }.map { headings[$0] }.filter { !$0.isEmpty }
  }

  /// The columns of a table without headings, or in words that nobody knows: the longest is the idea.
  init(longestOf rows: [SheetTable.Row], headings: [String] = []) {
    self.headings = headings
    let width = rows.map(\.cells.count).max() ?? 0
    let lengths = (0..<width).map { column in
      rows.reduce(0) { $0 + ($1.cells.indices.contains(column) ? $1.cells[column].count : 0) }
    }
    places[.text] = lengths.indices.max { (lengths[$0], $1) < (lengths[$1], $0) }
    unread = headings.indices.filter { $0 != places[.text] }.map { headings[$0] }
  }

  /// How many columns are known, the idea's counted.
  var count: Int { places.count + moreTexts.count + fields.count }
  var hasText: Bool { places[.text] != nil }

  /// What a column is read as: a part, or a field's id; nil where it is left.
  func id(at index: Int) -> String? {
    places.first { $0.value == index }?.key.rawValue
      ?? (moreTexts.contains(index) ? Part.text.rawValue : nil)
      ?? fields.first { $0.place == index }?.id
  }

  func cell(_ part: Part, in cells: [String]) -> String {
    places[part].flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? ""
  }

  /// The words by which people and programs name columns: `cards.json` of each language.
  package struct Words: Sendable {
    private let parts: [Part: [[String]]]
    private let left: Set<String>

    /// The rating of a heading that is one of the words and nothing else.
    static let whole = 100

    package init(_ content: Content) {
      let file = content.texts(ofLanguages: "cards.json").reduce(into: [String: [String]]()) {
        all, language in
        let one = try? JSONDecoder().decode(
          [String: [String]].self, from: Data(language.text.utf8))
        all.merge(one ?? [:], uniquingKeysWith: +)
      }
      parts = Dictionary(
        Part.allCases.map { part in
          (part, (file[part.rawValue] ?? []).map { Self.words($0) }.filter { !$0.isEmpty })
        }, uniquingKeysWith: { a, _ in a })
      left = Set((file["left"] ?? []).map(Self.plain))
    }

    /// Whether a column is of no use to a board, or nobody's business: a time, an address.
    func isLeft(_ heading: String) -> Bool { left.contains(Self.plain(heading)) }

    /// How surely a heading names a part: `whole` where it is one of its words, else by how many of them
    /// stand in it, those at the end of a question first; 0: not at all.
    func rating(of heading: String, as part: Part) -> Int {
      let words = Self.words(heading)
      let singular = words.map(Self.singular)
      var best = 0
      for known in parts[part] ?? [] {
        if known == words { return Self.whole + 1 }
        let wanted = known.map(Self.singular)
        if wanted == singular { best = max(best, Self.whole) }
        // “By” or “id” within a question means nothing; a place in one counts for more than a title.
        guard known.joined().count > 3, wanted.count <= singular.count,
          (0...(singular.count - wanted.count)).contains(where: {
            Array(singular[$0..<($0 + wanted.count)]) == wanted
          })
        else { continue }
        best = max(best, min(Self.whole - 1, 10 * known.count + (part == .text ? 1 : 2)))
      }
      return best
    }

    /// How many of some headings are one of the words and nothing else; 0 where none of them is an idea's.
    func wholes(_ headings: [String]) -> Int {
      let parts = headings.compactMap { heading in
        Part.allCases.first { rating(of: heading, as: $0) >= Self.whole }
      }
      return parts.contains(.text) ? parts.count + headings.count(where: isLeft) : 0
    }

    static func plain(_ text: String) -> String { words(text).joined(separator: " ") }

    private static func words(_ text: String) -> [String] {
      Fold.plain(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        .filter { !["s", "l", "d"].contains($0) }
    }

    private static func singular(_ word: String) -> String {
      word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
    }

    /// What a field of a sheet is called: its label and its question in any language.
    static func names(of field: Field) -> Set<String> {
      var names: Set = [plain(field.id)]
      for text in [field.label, field.prompt].compactMap({ $0 }) {
        for name in text.texts.values { names.insert(plain(name)) }
      }
      return names
    }
  }
}
