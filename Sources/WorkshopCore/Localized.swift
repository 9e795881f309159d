/// A text for people, in one language or in several.
///
/// In JSON either a plain string, for somebody's own words, or an object from language code to text:
/// `{"en": "Break", "fr": "Pause", "hu": "Szünet"}`.
public struct Localized: Hashable, Sendable, ExpressibleByStringLiteral {
  /// By language code; the key is empty for a text in no particular language.
  public let texts: [String: String]

  public init(_ text: String) { texts = ["": text] }
  public init(texts: [String: String]) { self.texts = texts }
  /// A text of the program's own: the languages' folders have its translations, as they have phrases'.
  public init(english: String) { self.init(texts: ["en": english]) }
  public init(stringLiteral value: String) { self.init(value) }

  /// The text in a language, else the plain one, else English, else whichever there is.
  public func text(in language: String) -> String {
    texts[language] ?? texts[""] ?? texts["en"] ?? texts.min { $0.key < $1.key }?.value ?? ""
  }

  public var isEmpty: Bool { texts.values.allSatisfy(\.isEmpty) }

  /// The same text in one language only, for a plan that people edit by hand.
  public func resolved(in language: String) -> Localized { Localized(text(in: language)) }
}

extension Localized: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self.init(text)
    } else {
      self.init(texts: try container.decode([String: String].self))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if texts.count == 1, let text = texts[""] {
      try container.encode(text)
    } else {
      try container.encode(texts)
    }
  }
}
