import Assets
import FoundationEssentials
package import WorkshopCore

/// The words by which people name days, and the way they write them, by language: `dates.json` of its folder.
struct DateWords: Sendable {
  /// Which number of `12.3.` is the day's, where nothing else tells.
  enum Order: String, Decodable { case day, month, either }

  /// What “next Tuesday” means on a Monday: tomorrow, the one of next week, or nobody knows.
  enum Next: String, Decodable { case coming, week, unclear }

  /// A word, taken for what it says of a day.
  enum Token: Equatable {
    /// `12.` and `12th` are more of a day than a bare number.
    case number(Int, isOrdinal: Bool)
    case month(Int)
    /// Monday is 1.
    case weekday(Int)
    case unit(Unit)
    case word(Word)
  }

  enum Unit: String, CaseIterable { case day, week, fortnight, month, year }

  enum Word: String, CaseIterable {
    case today, tomorrow, afterTomorrow, yesterday
    case `in`, next, this, last, start, middle, end
  }

  let order: Order
  let slash: Order
  let next: Next
  private let shown: File.Names
  private let pattern: String
  private let yearPattern: String
  private let brief: String
  private let briefYear: String
  /// How the first day of a month is written.
  private let first: String
  /// By folded word, of several words the longest first.
  private let meanings: [String: Token]
  private let phrases: [[String]]
  private let ordinals: Set<String>
  private let fillers: Set<String>
  private let suffixes: [String]

  /// What a language's file holds.
  private struct File: Decodable {
    struct Names: Decodable {
      let weekdays: [String]
      let months: [String]
      /// The months' short names.
      let short: [String]
    }
    let order: Order
    let slash: Order
    let next: Next
    let pattern: String
    let yearPattern: String
    let brief: String
    let briefYear: String
    let first: String
    let shown: Names
    let weekdays: [[String]]
    let months: [[String]]
    let units: [String: [String]]
    let words: [String: [String]]
    let numbers: [String: Int]
    let ordinals: [String]
    let fillers: [String]
    let suffixes: [String]
  }

  private init(_ file: File) {
    (order, slash, next) = (file.order, file.slash, file.next)
    (pattern, yearPattern, shown) = (file.pattern, file.yearPattern, file.shown)
    (brief, briefYear, first) = (file.brief, file.briefYear, file.first)
    var meanings: [String: Token] = [:]
    for (word, number) in file.numbers {
      meanings[Fold.plain(word)] = .number(number, isOrdinal: false)
    }
    for (index, words) in file.months.enumerated() {
      for word in words { meanings[Fold.plain(word)] = .month(index + 1) }
    }
    for (index, words) in file.weekdays.enumerated() {
      for word in words { meanings[Fold.plain(word)] = .weekday(index + 1) }
    }
    for (id, words) in file.units {
      for word in words { meanings[Fold.plain(word)] = Unit(rawValue: id).map(Token.unit) }
    }
    for (id, words) in file.words {
      for word in words { meanings[Fold.plain(word)] = Word(rawValue: id).map(Token.word) }
    }
    self.meanings = meanings
    phrases = meanings.keys.map { $0.split(separator: " ").map(String.init) }
      .filter { $0.count > 1 }.sorted { ($1.count, $1.joined()) < ($0.count, $0.joined()) }
    ordinals = Set(file.ordinals.map(Fold.plain))
    fillers = Set(file.fillers.map(Fold.plain))
    suffixes = file.suffixes.map(Fold.plain)
  }

  /// Every language's, by code; read once.
  private static let all: [String: DateWords] = {
    let files = Content.builtIn.texts(ofLanguages: "dates.json").compactMap { code, text in
      (try? JSONDecoder().decode(File.self, from: Data(text.utf8))).map { (code, DateWords($0)) }
    }
    return Dictionary(uniqueKeysWithValues: files)
  }()

  /// The languages' codes, those first in which all content is written.
  private static let codes =
    Language.builtIn + all.keys.filter { !Language.builtIn.contains($0) }.sorted()

  /// A language's words first, then those of the others: people mix them.
  static func of(_ language: Language) -> [DateWords] {
    let own = all[language.code] ?? all["en"]
    let others = codes.filter { $0 != language.code }.compactMap { all[$0] }
    return [own].compactMap { $0 } + others
  }

  /// Several words that stand for one thing, at the beginning of some; with how many they are.
  func phrase(at words: ArraySlice<String>) -> (Token, Int)? {
    for phrase in phrases where words.starts(with: phrase) {
      return meanings[phrase.joined(separator: " ")].map { ($0, phrase.count) }
    }
    return nil
  }

  /// A word as it stands, or without an ending that says until or on.
  func token(_ word: String) -> Token? {
    if let known = meanings[word] { return known }
    for suffix in suffixes where word.hasSuffix(suffix) {
      switch meanings[String(word.dropLast(suffix.count))] {
      case .month(let month): return .month(month)
      case .weekday(let weekday): return .weekday(weekday)
      default: continue
      }
    }
    return nil
  }

  func isFiller(_ word: String) -> Bool { fillers.contains(word) }
  func isOrdinal(_ ending: String) -> Bool { ordinals.contains(ending) }

  /// A day as this language writes it, with its weekday, so that nobody can take it for another one;
  /// brief, where a column is narrow, without.
  func text(_ day: Day, showingYear: Bool, briefly: Bool = false) -> String {
    let (year, month, number) = day.civil
    let usual = showingYear ? yearPattern : pattern
    return (briefly ? showingYear ? briefYear : brief : usual)
      .replacing("{s}", with: shown.short[month - 1])
      .replacing("{w}", with: shown.weekdays[day.weekday - 1])
      .replacing("{m}", with: shown.months[month - 1])
      .replacing("{d}", with: number == 1 ? first : String(number))
      .replacing("{y}", with: String(year))
  }
}

extension Language {
  /// A day with its weekday: `Fri 13 March`; with its year where that is not this year's, or where the
  /// text is read in any year.
  package func day(_ day: Day, from today: Day?) -> String {
    DateWords.of(self).first?.text(day, showingYear: day.civil.year != today?.civil.year)
      ?? day.iso
  }

  /// A day for a narrow column: `13 Mar`.
  package func briefly(_ day: Day, from today: Day?) -> String {
    DateWords.of(self).first?
      .text(day, showingYear: day.civil.year != today?.civil.year, briefly: true) ?? day.iso
  }
}
