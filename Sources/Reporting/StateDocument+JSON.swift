import FoundationEssentials
public import WorkshopCore

extension StateDocument {
  /// The document as UTF-8 text with sorted keys: the same state gives the same bytes.
  ///
  /// What people typed reads back exactly, yet no character that a terminal or a reader's eye could
  /// be fooled with is written: it stands as `\uXXXX`, which means the same in JSON.
  public func json() -> [UInt8] {
    var all: [UInt8] = []
    Self.write(self, cards) { all += $0 }
    return all
  }

  /// The same text piece by piece, so that it is never held whole: a workshop may have a hundred thousand
  /// cards. The parameters are those of `init`.
  ///
  /// - Parameter sink: takes the next piece.
  public static func write(
    _ workshop: Workshop, now: Moment, language: String? = nil,
    reading: (Localized, String) -> String = { $0.text(in: $1) }, to sink: ([UInt8]) -> Void
  ) {
    let frame = StateDocument(
      workshop, now: now, language: language, withPlan: false, withCards: false, reading: reading)
    write(frame, cards(of: workshop), to: sink)
  }

  private static func write(
    _ document: StateDocument, _ cards: some Sequence<Card>, to sink: ([UInt8]) -> Void
  ) {
    var frame = document
    frame.cards = []
    let text = encoded(frame)
    guard let list = text.firstRange(of: noCards) else { return sink(text + [10]) }
    sink(Array(text[..<list.lowerBound]) + cardsKey)
    var json = CardsJSON(depth: 1)
    for card in cards {
      json.add(card)
      if json.bytes.count >= piece { sink(json.taken()) }
    }
    json.close()
    sink(json.taken())
    sink(Array(text[list.upperBound...]) + [10])
  }

  private static let piece = 1 << 16

  /// How a document says that it has no cards; a text has no line end of its own.
  private static let cardsKey = Array("\n  \"cards\" : ".utf8)
  private static let noCards = cardsKey + Array("[\n\n  ]".utf8)

  private static func encoded(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Texts, finite numbers and booleans alone: there is nothing an encoder could refuse.
    guard let data = try? encoder.encode(value) else { return [] }
    if data.allSatisfy({ $0 < 0x7F }) { return Array(data) }
    return Array(visible(String(decoding: data, as: UTF8.self)).utf8)
  }

  private static func visible(_ json: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      if scalar == "\n" || Report.isVisible(scalar) {
        result.append(scalar)
      } else {
        result.append(contentsOf: escaped(scalar).unicodeScalars)
      }
    }
    return String(result)
  }

  /// A character by its number, as JSON writes it: two of them beyond 65,535.
  static func escaped(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}
