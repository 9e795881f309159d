import Foundation

/// The interface's phrases as they stand in the sources.
enum SourcePhrases {
  /// A phrase and where it is first used.
  struct Use {
    let key: String
    /// Such as `Sources/Features/Cards/Wall/Wall.swift:17`.
    let place: String
  }

  /// The package's directory.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every phrase once, in the order of its key.
  static func all() throws -> [Use] { try found.get() }

  /// Read once: many tests ask for them.
  private static let found = Result { try read() }

  private static func read() throws -> [Use] {
    var uses: [String: Use] = [:]
    for path in try files() + coreFiles() {
      let isCore = path.hasPrefix("Sources/WorkshopCore")
      for literal in try literals(of: path)
      where (isCore ? isOwnText(literal) : isPhrase(literal)) && uses[literal.key] == nil {
        uses[literal.key] = Use(key: literal.key, place: "\(path):\(literal.line)")
      }
    }
    return uses.values.sorted { $0.key < $1.key }
  }

  /// The texts of the program's own that stand as titles and labels do.
  static func ownTexts() throws -> [String] {
    try (files() + coreFiles()).flatMap(literals(of:)).filter(isOwnText).map(\.key)
  }

  /// Every string literal of these sources, phrase or not.
  static func literals() throws -> [SwiftLiteral] { try files().flatMap(literals(of:)) }

  private static func literals(of path: String) throws -> [SwiftLiteral] {
    SwiftLiteral.all(in: try String(contentsOf: root.appending(path: path), encoding: .utf8))
  }

  /// The Swift files in which phrases stand, relative to the package.
  private static func files() throws -> [String] {
    try files(in: [
      "Sources/atelier", "Sources/Features", "Sources/Journaling", "Sources/Languages",
      "Sources/Rehearsal", "Sources/Shell",
    ])
  }

  /// Those that know no phrases, and only have texts of the program's own.
  private static func coreFiles() throws -> [String] { try files(in: ["Sources/WorkshopCore"]) }

  private static func files(in folders: [String]) throws -> [String] {
    try folders.flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
        .filter { $0.hasSuffix(".swift") }.sorted().map { folder + "/" + $0 }
    }
  }

  /// Whether a literal is a phrase.
  ///
  /// By convention a text for people has a space or begins with a capital, and an identifier has
  /// neither; where the code says that it shows a phrase, any word is one.
  static func isPhrase(_ literal: SwiftLiteral) -> Bool {
    let key = literal.key
    guard key.contains(where: \.isLetter), !isCompared(literal) else { return false }
    if isOwnText(literal) { return true }
    if isShown(literal) { return true }
    return (key.contains(" ") || key.first?.isUppercase == true) && !isOtherwiseUsed(literal)
  }

  /// A text of the program's own, such as what a board is called that every workshop has.
  private static func isOwnText(_ literal: SwiftLiteral) -> Bool {
    literal.callee == "Localized" && literal.label == "english"
  }

  /// Labels whose arguments are phrases, also those of one small word.
  private static let labels: Set<String> = [
    "hint", "notice", "unless", "title", "help", "empty", "summary", "question",
  ]
  /// Calls whose argument is a phrase.
  private static let calls: Set<String> = [
    "say", "language", "refused", "notice", "usage", "failed",
  ]

  /// The code gives the literal to something that shows phrases.
  private static func isShown(_ literal: SwiftLiteral) -> Bool {
    if literal.isDeclaredPhrase { return true }
    if !literal.label.isEmpty {
      return labels.contains(literal.label) && literal.callee != "Localized"
    }
    return calls.contains(literal.callee)
      || (literal.callee == "Action" && literal.index == 1)
  }

  /// The literal is a pattern, a subscript or one side of a comparison.
  private static func isCompared(_ literal: SwiftLiteral) -> Bool {
    ["==", "!=", "case"].contains { literal.lead.hasSuffix($0) }
  }

  /// Texts that look like phrases and are none, by what they are given to.
  private static func isOtherwiseUsed(_ literal: SwiftLiteral) -> Bool {
    // How a command is called, the names of its values, what a text is searched for, and environment variables: the same in
    // every language.
    if ["usage", "value", "pattern"].contains(literal.label) { return true }
    if literal.key.allSatisfy({ $0.isUppercase || $0.isNumber || $0 == "_" }) { return true }
    if literal.key.drop(while: { $0 == " " }).hasPrefix("atelier") { return true }
    // The text of a file.
    if literal.key.contains("\n") { return true }
    // Content that carries its three languages with it.
    if literal.callees.contains("Localized") { return true }
    // What is printed as it is, and names that the code looks for.
    return ["print", "error", "hasPrefix"].contains(literal.callee)
  }
}
