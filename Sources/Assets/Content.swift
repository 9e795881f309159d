import FoundationEssentials
public import Workshop

/// What atelier brings along: sheets, canvases, journeys, decks, warm-ups, templates, languages and the
/// demo.
///
/// Decoded from the files under `Assets/`, which are compiled into the program; a workshop's own
/// `assets/` adds to them or replaces them, file by file. A file that cannot be read is set aside with
/// its reason, and the built-in one is used.
public struct Content: Sendable {
  public private(set) var sheets: [String: Sheet] = [:]
  public private(set) var canvases: [String: Canvas] = [:]
  public private(set) var journeys: [String: Journey] = [:]
  public private(set) var decks: [String: Deck] = [:]
  public private(set) var warmUps: [WarmUp] = []
  /// Interface phrases by language code, then by English text.
  public private(set) var phrases: [String: [String: String]] = [:]
  /// Files of the workshop's own that were refused.
  public private(set) var problems: [Problem] = []
  /// Every file's text by its path, own ones over built-in ones.
  private var texts: [String: String]

  /// A file that was set aside.
  public struct Problem: Equatable, Sendable {
    /// Relative to the assets folder.
    public let path: String
    public let reason: String
  }

  /// - Parameter own: texts of the workshop's own files by path, such as `sheets/idea.json`.
  public init(own: [String: String] = [:]) {
    texts = embedded.mapValues(\.description)
    for path in texts.keys.sorted() { _ = take(path, texts[path] ?? "") }
    for (path, text) in own.sorted(by: { $0.key < $1.key }) {
      if let reason = take(path, text) {
        problems.append(Problem(path: path, reason: reason))
      } else {
        texts[path] = text
      }
    }
  }

  public func warmUp(_ id: String?) -> WarmUp? { warmUps.first { $0.id == id } }

  /// The ids of the plans that `atelier new` offers, alphabetically.
  public var templates: [String] {
    texts.keys.filter { $0.hasPrefix("templates/") }.map(Self.id(ofPath:)).sorted()
  }

  /// A template's plan with its texts in every language; nil when there is none of that id.
  public func template(_ id: String) -> Plan? {
    texts["templates/\(id).json"].flatMap { try? Self.decode(Plan.self, $0) }
  }

  /// A file's text as it is, for what is read only when it is asked for.
  public func text(at path: String) -> String? { texts[path] }

  /// Takes in one file; the reason when it is refused.
  private mutating func take(_ path: String, _ text: String) -> String? {
    do {
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
        for warmUp in try Self.decode(WarmUps.self, text).warmUps {
          warmUps.removeAll { $0.id == warmUp.id }
          warmUps.append(warmUp)
        }
      case "languages":
        let language = try Self.decode(Language.self, text)
        phrases[Self.id(ofPath: path), default: [:]].merge(language.phrases) { $1 }
      default: break
      }
      return nil
    } catch {
      return String(describing: error)
    }
  }

  private struct WarmUps: Decodable { let warmUps: [WarmUp] }
  private struct Language: Decodable { let phrases: [String: String] }

  private static func decode<T: Decodable>(_ type: T.Type, _ text: String) throws -> T {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }

  private static func id(ofPath path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".json") ? String(name.dropLast(5)) : name
  }
}
