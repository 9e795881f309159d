/// What a typed text means among things that have names: one of them, several, or none.
///
/// Capitals, accents and ligatures do not matter. What is said in full comes before what only begins so,
/// and the reader's own language before the others.
public enum Reading: Equatable, Sendable {
  /// The id of the one that is meant.
  case one(String)
  /// The ids of those that may be meant.
  case several([String])
  case none

  /// Something that a text may name.
  public struct Name: Sendable {
    public let id: String
    /// What it is called in the reader's language.
    let own: [[String]]
    /// What it is called in others.
    let others: [[String]]

    /// - Parameters:
    ///   - own: names in the reader's language, or the only ones.
    ///   - others: names in other languages.
    public init(_ id: String, own: [String], others: [String] = []) {
      self.id = id
      self.own = own.flatMap(Reading.spellings)
      self.others = others.flatMap(Reading.spellings)
    }

    /// A choice by its label in every language.
    public init(_ choice: Choice, in language: String) {
      self.init(
        choice.id, own: [choice.label.text(in: language)],
        others: choice.label.texts.filter { $0.key != language }.sorted { $0.key < $1.key }
          .map(\.value))
    }
  }

  /// Which part of a name tells most.
  public enum Order: Sendable {
    /// The beginning: labels and titles.
    case beginning
    /// Every word alike, and the first letters of all: people's names.
    case anyWord
  }

  /// Reads a text; an empty one means nothing.
  public init(_ text: String, among names: [Name], by order: Order = .beginning) {
    self = Self.fits(text, among: names, by: order).first.map(Self.of) ?? .none
  }

  /// The ids of all that fit a text, those that it means most likely first; all of them for no text.
  public static func fitting(
    _ text: String, among names: [Name], by order: Order = .beginning
  ) -> [String] {
    guard !words(text).isEmpty else { return names.map(\.id) }
    var seen: Set<String> = []
    return fits(text, among: names, by: order).flatMap { $0 }.filter { seen.insert($0).inserted }
  }

  private static func of(_ ids: [String]) -> Reading {
    ids.count == 1 ? .one(ids[0]) : .several(ids)
  }

  /// The ids that fit in each way that something does, the surest way first.
  private static func fits(
    _ text: String, among names: [Name], by order: Order
  ) -> [[String]] {
    let typed = text.filter { !$0.isNewline }
    let wanted = words(typed)
    guard !wanted.isEmpty else { return [] }
    func all(_ fits: (Name) -> Bool) -> [String] { names.filter(fits).map(\.id) }
    let ways: [([String]) -> Bool] =
      switch order {
      case .beginning:
        [
          { $0.starts(with: wanted) }, { begins($0.joined(separator: " "), wanted) },
          { holds($0, wanted) { $0 == $1 } }, { holds($0, wanted) { $0.hasPrefix($1) } },
        ]
      case .anyWord:
        [
          { holds($0, wanted) { $0 == $1 } }, { holds($0, wanted) { $0.hasPrefix($1) } },
          { initials($0, wanted) },
        ]
      }
    let full = [
      all { $0.id == typed }, all { $0.own.contains(wanted) }, all { $0.others.contains(wanted) },
    ]
    let own = ways.map { way in all { $0.own.contains(where: way) } }
    let others = ways.map { way in all { $0.others.contains(where: way) } }
    return (full + own + others).filter { !$0.isEmpty }
  }

  private static func begins(_ name: String, _ wanted: [String]) -> Bool {
    name.hasPrefix(wanted.joined(separator: " "))
  }

  /// Whether each wanted word is another one of a name's.
  private static func holds(
    _ name: [String], _ wanted: [String], _ isSame: (String, String) -> Bool
  ) -> Bool {
    var left = name
    for word in wanted {
      guard let place = left.firstIndex(where: { isSame($0, word) }) else { return false }
      left.remove(at: place)
    }
    return true
  }

  /// Whether what is wanted are the first letters of a name: `om`, `o m`, `O.M.`
  private static func initials(_ name: [String], _ wanted: [String]) -> Bool {
    guard name.count > 1, wanted.count == 1 || wanted.allSatisfy({ $0.count == 1 }) else {
      return false
    }
    return wanted.joined() == name.compactMap(\.first).map(String.init).joined()
  }

  /// The words of a name; where one has an apostrophe in it, written without as well: O’Brien is Obrien.
  private static func spellings(_ name: String) -> [[String]] {
    let joined = name.filter { $0 != "'" && $0 != "’" }
    return joined == name ? [words(name)] : [words(name), words(joined)]
  }

  /// A text's words of letters and digits, folded.
  private static func words(_ text: String) -> [String] {
    Fold.plain(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
