public import FoundationEssentials

extension StateDocument {
  /// The document as UTF-8 text with sorted keys: the same state gives the same bytes.
  ///
  /// What people typed reads back exactly, yet no character that a terminal or a reader's eye could
  /// be fooled with is written: it stands as `\uXXXX`, which means the same in JSON.
  public func json() -> Data {
    var frame = self
    frame.cards = []
    let text = Self.encoded(frame)
    guard !cards.isEmpty, let list = text.firstRange(of: Self.noCards) else {
      return text + [10]
    }
    var data = text[..<list.lowerBound] + Self.cardsBegin
    // Many cards are encoded a few at a time: an encoder takes much more room than what it writes.
    for start in stride(from: 0, to: cards.count, by: Self.batch) {
      let batch = Self.encoded(Array(cards[start..<min(start + Self.batch, cards.count)]))
      if start > 0 { data.append(UInt8(ascii: ",")) }
      // Between the brackets, and two columns further in.
      var isLineStart = false
      for byte in batch.dropFirst().dropLast(2) {
        if isLineStart, byte != 10 { data += [32, 32] }
        isLineStart = byte == 10
        data.append(byte)
      }
    }
    return data + Self.cardsEnd + text[list.upperBound...] + [10]
  }

  /// How a document begins its cards, and how it has none; a text has no line end of its own.
  private static let cardsBegin = Data("\n  \"cards\" : [".utf8)
  private static let cardsEnd = Data("\n  ]".utf8)
  private static let noCards = Data("\n  \"cards\" : [\n\n  ]".utf8)
  private static let batch = 500

  private static func encoded(_ value: some Encodable) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Texts, finite numbers and booleans alone: there is nothing an encoder could refuse.
    guard let data = try? encoder.encode(value) else { return Data() }
    if data.allSatisfy({ $0 < 0x7F }) { return data }
    return Data(visible(String(decoding: data, as: UTF8.self)).utf8)
  }

  private static func visible(_ json: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      if scalar == "\n" || Report.isVisible(scalar) {
        result.append(scalar)
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          let padding = String(repeating: "0", count: 4 - digits.count)
          result.append(contentsOf: ("\\u" + padding + digits).unicodeScalars)
        }
      }
    }
    return String(result)
  }
}
