import FoundationEssentials
public import WorkshopCore

/// What atelier brings along: sheets, canvases, journeys, decks, warm-ups, templates, languages and the
/// demo.
///
/// The files under `Assets/` are compiled into the program, and each is decoded once something of it is
/// asked for; a workshop's own `assets/` adds to them or replaces them, file by file. A file that cannot be
/// used is set aside with its fault, and the built-in one is used.
public final class Content: Sendable {
  public let sheets: Shelf<Sheet>
  public let canvases: Shelf<Canvas>
  public let journeys: Shelf<Journey>
  public let decks: Shelf<Deck>
  /// Interface phrases by language code, then by English text.
  public let phrases: Shelf<[String: String]>
  /// How languages are written, by code.
  public let traits: Shelf<LanguageTraits>
  /// Games and ways of working, each one list.
  private let games: Shelf<[WarmUp]>
  private let ways: Shelf<[WayOfWorking]>
  /// What the workshop's own files say of words, by the file's name: a language's code, or `workshop`.
  public let ownWordings: [String: Wording]
  /// Files of the workshop's own that were refused.
  public let problems: [Problem]
  /// Files of the workshop's own that are used, relative to the assets folder.
  public let own: Set<String>
  private let files: ContentFiles

  /// Where a workshop's own files are looked for, beside `warm-ups.json` and `methods.json`.
  public static let folders = [
    "sheets", "canvases", "decks", "methods", "warm-ups", "templates", "blocks", "languages",
    "wording",
  ]

  /// A file that was set aside.
  public struct Problem: Sendable {
    /// Relative to the assets folder.
    public let path: String
    public let fault: ContentError
  }

  /// - Parameter own: texts of the workshop's own files by path, such as `sheets/idea.json`.
  public init(own: [String: String] = [:]) {
    var texts: [String: String] = [:]
    var used: Set<String> = []
    var wordings: [String: Wording] = [:]
    var problems: [Problem] = []
    for (path, text) in own.sorted(by: { $0.key < $1.key }) {
      do throws(ContentError) {
        try Self.check(path, text)
        if let code = Self.code(ofWords: path) {
          wordings[code] = try Self.decode(Wording.self, text)
        } else {
          texts[path] = text
        }
        used.insert(path)
      } catch {
        problems.append(Problem(path: path, fault: error))
      }
    }
    self.own = used
    self.problems = problems
    ownWordings = wordings
    let files = ContentFiles(own: texts)
    self.files = files
    sheets = files.shelf(of: "sheets")
    canvases = files.shelf(of: "canvases")
    journeys = files.shelf(of: "journeys")
    decks = files.shelf(of: "decks")
    traits = files.traits
    phrases = files.phrases
    games = Shelf([""]) { _ in files.warmUps }
    ways = Shelf([""]) { _ in files.methods }
  }

  /// The workshop's own files that are used, by their paths.
  package var ownTexts: [String: String] {
    Dictionary(own.map { ($0, text(at: $0) ?? "") }, uniquingKeysWith: { first, _ in first })
  }

  /// Games to begin with and to wake up with.
  public var warmUps: [WarmUp] { games[""] ?? [] }
  /// Ways of working, in the order in which they are offered.
  public var methods: [WayOfWorking] { ways[""] ?? [] }

  public func warmUp(_ id: String?) -> WarmUp? {
    let all = warmUps
    return all.indices.first { all[$0].id == id }.map { all[$0] }
  }

  public func method(_ id: String?) -> WayOfWorking? {
    let all = methods
    return all.indices.first { all[$0].id == id }.map { all[$0] }
  }

  /// The codes of the languages whose words come along, alphabetically.
  public var wordings: [String] { files.paths.compactMap(Self.code(ofWords:)) }

  /// What a built-in language's file says of its words; nil when there is none.
  public func wording(_ code: String) -> Wording? {
    files.decoded(Wording.self, "languages/\(code)/words.json")
  }

  /// A file that each language has in its folder, such as `dates.json`, by the languages' codes: English
  /// first, then alphabetically.
  public func texts(ofLanguages name: String) -> [(code: String, text: String)] {
    let codes = files.codes(having: name)
    return (codes.filter { $0 == "en" } + codes.filter { $0 != "en" }).map { code in
      (code: code, text: text(at: "languages/\(code)/\(name)") ?? "")
    }
  }

  /// Where the phrases of a language lie.
  public static func phrases(of code: String) -> String { "languages/\(code)/phrases.json" }

  /// The ids of the plans that `atelier new` offers, alphabetically.
  public var templates: [String] { files.ids(in: "templates") }

  /// A template's plan with its texts in every language; nil when there is none of that id.
  public func template(_ id: String) -> Plan? { files.decoded(Plan.self, "templates/\(id).json") }

  /// The ids of the blocks, tested runs of activities that a plan can take in, alphabetically.
  public var blocks: [String] { files.ids(in: "blocks") }

  /// A block with its texts in every language: a plan of one session, and the boards that it works on.
  public func block(_ id: String) -> Plan? { files.decoded(Plan.self, "blocks/\(id).json") }

  /// Every file, relative to the assets folder, alphabetically.
  public var paths: [String] { files.paths }

  /// A file's text as it is, for what is read only when it is asked for.
  public func text(at path: String) -> String? { files.text(path) }

  /// Holds a file of the workshop's own to the rules; those that come along are held to them by tests.
  ///
  /// - Parameter path: relative to the assets folder.
  public static func check(_ path: String, _ text: String) throws(ContentError) {
    let parts = path.split(separator: "/")
    switch (parts.first, parts.count) {
    case ("sheets", 2):
      let sheet = try decode(Sheet.self, text)
      try name(sheet.id, path)
      try Soundness.check(sheet)
    case ("canvases", 2):
      let canvas = try decode(Canvas.self, text)
      try name(canvas.id, path)
      try Soundness.check(canvas)
    case ("decks", 2):
      let deck = try decode(Deck.self, text)
      try name(deck.id, path)
      try Soundness.check(deck)
    case ("journeys", 2):
      let journey = try decode(Journey.self, text)
      try name(journey.id, path)
      try Soundness.check(journey)
    case ("warm-ups.json", 1):
      let games = try decode(WarmUps.self, text).warmUps
      try Soundness.unique(games.map(\.id), ["warmUps"])
      for (index, game) in games.enumerated() {
        try Soundness.check(game, ["warmUps", .place(index)])
      }
    case ("warm-ups", 2):
      let game = try decode(WarmUp.self, text)
      try name(game.id, path)
      try Soundness.check(game, [])
    case ("methods.json", 1):
      let methods = try decode(Methods.self, text).methods
      try Soundness.unique(methods.map(\.id), ["methods"])
      for (index, method) in methods.enumerated() {
        try Soundness.check(method, ["methods", .place(index)])
      }
    case ("methods", 2):
      let method = try decode(WayOfWorking.self, text)
      try name(method.id, path)
      try Soundness.check(method, [])
    case ("languages", 2): try Soundness.check(try decode(Language.self, text).phrases)
    case ("languages", 3):
      switch parts.last {
      case "phrases.json": try Soundness.check(try decode(Language.self, text).phrases)
      case "language.json": _ = try decode(LanguageTraits.self, text)
      case "words.json": try check("wording/words.json", text)
      default: throw ContentError([], .unknownPlace)
      }
    case ("wording", 2):
      let layers = try decode(Wording.self, text).layers
      if layers < 1 { throw ContentError(["layers"], .below(1)) }
      if layers > 3 { throw ContentError(["layers"], .above(3)) }
    case ("templates", 2), ("blocks", 2): _ = try decode(Plan.self, text)
    default: throw ContentError([], .unknownPlace)
    }
  }

  struct WarmUps: Decodable { let warmUps: [WarmUp] }
  struct Methods: Decodable { let methods: [WayOfWorking] }
  struct Language: Decodable { let phrases: [String: String] }

  static func decode<T: Decodable>(_ type: T.Type, _ text: String) throws(ContentError) -> T {
    do {
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch {
      let context = DecodingError.Context(
        codingPath: [], debugDescription: String(describing: error))
      throw ContentError([], .undecodable(error as? DecodingError ?? .dataCorrupted(context)))
    }
  }

  /// The language, or `workshop`, of a file that says what comparing texts needs to know; nil for others.
  private static func code(ofWords path: String) -> String? {
    let parts = path.split(separator: "/").map(String.init)
    if parts.count == 2, parts[0] == "wording" { return id(ofPath: path) }
    return parts.count == 3 && parts[0] == "languages" && parts[2] == "words.json" ? parts[1] : nil
  }

  /// A file is replaced by its path and named by its id: both say the same.
  private static func name(_ id: String, _ path: String) throws(ContentError) {
    if id != Self.id(ofPath: path) { throw ContentError(["id"], .otherName(id: id)) }
  }

  static func id(ofPath path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".json") ? String(name.dropLast(5)) : name
  }
}
