/// How a language is written, as `language.json` in its folder says it.
///
/// What it leaves out is as in English.
public struct LanguageTraits: Codable, Equatable, Sendable {
  /// What it is called in itself.
  public private(set) var name = ""
  /// What it is called in others, plain and in small letters.
  public private(set) var called: [String] = []
  /// Whether all content that comes along is written in it, and not the screens alone.
  public private(set) var isWhole = false
  /// What stands between a label and its text.
  public private(set) var colon = ": "
  /// The marks before and after somebody's words.
  public private(set) var quotes = ["“", "”"]
  /// The sign before decimals.
  public private(set) var decimal = "."
  /// The sign between thousands.
  public private(set) var thousands = ","
  /// Signs of currencies that stand before a sum; the others stand after it.
  public private(set) var signsBefore = ["€", "$", "£"]
  /// What separates the columns of a CSV file: what spreadsheets expect beside this decimal sign.
  public private(set) var separator = ","
  /// Numbers that take the singular.
  public private(set) var singular = ["1"]
  /// Words before a noun; those that end in an apostrophe are written together with it.
  public private(set) var articles: [String] = []

  public init() {}

  private enum CodingKeys: String, CodingKey {
    case name, called, isWhole, colon, quotes, decimal, thousands, signsBefore, separator, singular,
      articles
  }

  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    name = try box.decodeIfPresent(String.self, forKey: .name) ?? name
    called = try box.decodeIfPresent([String].self, forKey: .called) ?? called
    isWhole = try box.decodeIfPresent(Bool.self, forKey: .isWhole) ?? isWhole
    colon = try box.decodeIfPresent(String.self, forKey: .colon) ?? colon
    let marks = try box.decodeIfPresent([String].self, forKey: .quotes) ?? quotes
    guard marks.count == 2 else {
      throw DecodingError.dataCorruptedError(
        forKey: .quotes, in: box, debugDescription: "two marks, the one before and the one after")
    }
    quotes = marks
    decimal = try box.decodeIfPresent(String.self, forKey: .decimal) ?? decimal
    thousands = try box.decodeIfPresent(String.self, forKey: .thousands) ?? thousands
    signsBefore = try box.decodeIfPresent([String].self, forKey: .signsBefore) ?? signsBefore
    separator = try box.decodeIfPresent(String.self, forKey: .separator) ?? separator
    singular = try box.decodeIfPresent([String].self, forKey: .singular) ?? singular
    articles = try box.decodeIfPresent([String].self, forKey: .articles) ?? articles
  }
}
