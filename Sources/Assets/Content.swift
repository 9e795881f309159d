import FoundationEssentials
public import WorkshopCore

/// What atelier brings along: sheets, canvases, journeys, decks, warm-ups, templates, languages and the
/// demo.
///
/// Decoded from the files under `Assets/`, which are compiled into the program; a workshop's own
/// `assets/` adds to them or replaces them, file by file. A file that cannot be used is set aside with
/// its fault, and the built-in one is used.
public struct Content: Sendable {
  public private(set) var sheets: [String: Sheet] = [:]
  public private(set) var canvases: [String: Canvas] = [:]
  public private(set) var journeys: [String: Journey] = [:]
  public private(set) var decks: [String: Deck] = [:]
  public private(set) var warmUps: [WarmUp] = []
  /// Ways of working, in the order in which they are offered.
  public private(set) var methods: [WayOfWorking] = []
  /// Interface phrases by language code, then by English text.
  public private(set) var phrases: [String: [String: String]] = [:]
  /// How languages are written, by code.
  public private(set) var traits: [String: LanguageTraits] = [:]
  /// What the workshop's own files say of words, by the file's name: a language's code, or `workshop`.
  public private(set) var ownWordings: [String: Wording] = [:]
  /// Files of the workshop's own that were refused.
  public private(set) var problems: [Problem] = []
  /// Files of the workshop's own that are used, relative to the assets folder.
  public private(set) var own: Set<String> = []
  /// Every file's text by its path, own ones over built-in ones.
  private var texts: [String: String]

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
    texts = embedded.mapValues(\.description)
    for path in texts.keys.sorted() { try? take(path, texts[path] ?? "") }
    for (path, text) in own.sorted(by: { $0.key < $1.key }) {
      do throws(ContentError) {
        try Self.check(path, text)
        try take(path, text)
        if let code = Self.code(ofWords: path) {
          ownWordings[code] = try Self.decode(Wording.self, text)
        } else {
          texts[path] = text
        }
        self.own.insert(path)
      } catch {
        problems.append(Problem(path: path, fault: error))
      }
    }
  }

  public func warmUp(_ id: String?) -> WarmUp? { warmUps.first { $0.id == id } }
  public func method(_ id: String?) -> WayOfWorking? { methods.first { $0.id == id } }

  /// The codes of the languages whose words come along, alphabetically.
  public var wordings: [String] {
    texts.keys.compactMap(Self.code(ofWords:)).sorted()
  }

  /// What a built-in language's file says of its words; nil when there is none.
  public func wording(_ code: String) -> Wording? {
    text(at: "languages/\(code)/words.json").flatMap { try? Self.decode(Wording.self, $0) }
  }

  /// A file that each language has in its folder, such as `dates.json`, by the languages' codes: English
  /// first, then alphabetically.
  public func texts(ofLanguages name: String) -> [(code: String, text: String)] {
    let codes = texts.keys.compactMap { path -> String? in
      let parts = path.split(separator: "/")
      return parts.count == 3 && parts[0] == "languages" && parts[2] == name
        ? String(parts[1]) : nil
    }
    return (codes.filter { $0 == "en" } + codes.filter { $0 != "en" }.sorted()).map { code in
      (code: code, text: texts["languages/\(code)/\(name)"] ?? "")
    }
  }

  /// Where the phrases of a language lie.
  public static func phrases(of code: String) -> String { "languages/\(code)/phrases.json" }

  /// The ids of the plans that `atelier new` offers, alphabetically.
  public var templates: [String] {
    texts.keys.filter { $0.hasPrefix("templates/") }.map(Self.id(ofPath:)).sorted()
  }

  /// A template's plan with its texts in every language; nil when there is none of that id.
  public func template(_ id: String) -> Plan? {
    texts["templates/\(id).json"].flatMap { try? Self.decode(Plan.self, $0) }
  }

  /// The ids of the blocks, tested runs of activities that a plan can take in, alphabetically.
  public var blocks: [String] {
    texts.keys.filter { $0.hasPrefix("blocks/") }.map(Self.id(ofPath:)).sorted()
  }

  /// A block with its texts in every language: a plan of one session, and the boards that it works on.
  public func block(_ id: String) -> Plan? {
    texts["blocks/\(id).json"].flatMap { try? Self.decode(Plan.self, $0) }
  }

  /// Every file, relative to the assets folder, alphabetically.
  public var paths: [String] { texts.keys.sorted() }

  /// A file's text as it is, for what is read only when it is asked for.
  public func text(at path: String) -> String? { texts[path] }

  /// Takes in one file, unless it has another shape than its place asks for.
  private mutating func take(_ path: String, _ text: String) throws(ContentError) {
    switch path.split(separator: "/").first {
    case "sheets":
      let sheet = try Self.decode(Sheet.self, text)
      sheets[sheet.id] = sheet
    case "canvases":
      let canvas = try Self.decode(Canvas.self, text)
      canvases[canvas.id] = canvas
    case "journeys":
      let journey = try Self.decode(Journey.self, text)
      journeys[journey.id] = journey
    case "decks":
      let deck = try Self.decode(Deck.self, text)
      decks[deck.id] = deck
    case "warm-ups.json":
      for game in try Self.decode(WarmUps.self, text).warmUps { add(game) }
    case "warm-ups": add(try Self.decode(WarmUp.self, text))
    case "methods.json":
      for method in try Self.decode(Methods.self, text).methods { add(method) }
    case "methods": add(try Self.decode(WayOfWorking.self, text))
    case "languages":
      let parts = path.split(separator: "/").map(String.init)
      switch (parts.count, parts.last) {
      case (2, _):
        let language = try Self.decode(Language.self, text)
        phrases[Self.id(ofPath: path), default: [:]].merge(language.phrases) { $1 }
      case (3, "phrases.json"):
        let language = try Self.decode(Language.self, text)
        phrases[parts[1], default: [:]].merge(language.phrases) { $1 }
      case (3, "language.json"): traits[parts[1]] = try Self.decode(LanguageTraits.self, text)
      default: break
      }
    default: break
    }
  }

  private mutating func add(_ game: WarmUp) {
    warmUps.removeAll { $0.id == game.id }
    warmUps.append(game)
  }

  private mutating func add(_ method: WayOfWorking) {
    let place = methods.firstIndex { $0.id == method.id }
    if let place { methods[place] = method } else { methods.append(method) }
  }

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

  private struct WarmUps: Decodable { let warmUps: [WarmUp] }
  private struct Methods: Decodable { let methods: [WayOfWorking] }
  private struct Language: Decodable { let phrases: [String: String] }

  private static func decode<T: Decodable>(_ type: T.Type, _ text: String) throws(ContentError) -> T
  {
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

  private static func id(ofPath path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".json") ? String(name.dropLast(5)) : name
  }
}
