// The texts of a JSON text: their quotes, their escapes, and what people write in the place of both.

extension JSONParser {
  mutating func text(_ path: String) -> String {
    let start = at
    var units: [UInt8] = []
    var (hasQuote, hasControl) = (false, false)
    at += 1
    while at < bytes.count, bytes[at] != 10, !isCut {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        if hasQuote ? isEnd(at) : !isInside(at) { return decoded(units[...], path, start) }
        if !hasQuote { note(.quoteInText, path, at: at - 1) }
        hasQuote = true
        units.append(UInt8(ascii: "\""))
      case UInt8(ascii: "\\"): units += escape(path)
      case 13 where at + 1 < bytes.count && bytes[at + 1] == 10: at += 1
      case ..<0x20:
        if !hasControl { note(.controlCharacter, path, at: at) }
        hasControl = true
        at += 1
      case let byte:
        units.append(byte)
        at += 1
      }
    }
    note(.unfinishedText, path, at: start)
    // The comma at the end of the line was written for what comes next.
    var last = at - 1
    while last > start, bytes[last] == 13 || bytes[last] == 32 { last -= 1 }
    while units.last == 32 { units.removeLast() }
    if at < bytes.count, units.last == UInt8(ascii: ","), bytes[last] == UInt8(ascii: ",") {
      units.removeLast()
      at = last
    }
    return decoded(units[...], path, start)
  }

  /// A quote before this byte closes no text: more of it follows directly.
  private func isInside(_ offset: Int) -> Bool {
    offset < bytes.count && bytes[offset] > 32 && !",:}]{[\"/#;=".utf8.contains(bytes[offset])
  }

  /// What follows here is what follows a text.
  private func isEnd(_ offset: Int) -> Bool {
    let next = bytes[offset...].first { $0 != 32 && $0 != 9 && $0 != 13 } ?? 10
    return ",:}]\n".utf8.contains(next)
  }

  private mutating func decoded(
    _ units: ArraySlice<UInt8>, _ path: String, _ start: Int
  ) -> String {
    if let text = String(validating: units, as: UTF8.self) { return text }
    if !isForeign { note(.notUTF8, path, at: start) }
    isForeign = true
    return String(decoding: units, as: UTF8.self)
  }

  /// The quotes of books and of other languages, which some editors put in the place of `"`.
  private static let otherQuotes = ["'", "‘", "’", "“", "”", "„", "«", "»", "`"].map {
    Array($0.utf8)
  }

  /// A text in other quotes, to the next quote that something follows which may follow a text.
  mutating func textInOtherQuotes(_ path: String) -> String? {
    func quote(at offset: Int, _ quotes: [[UInt8]]) -> Int? {
      guard [0x22, 0x27, 0x60, 0xC2, 0xE2].contains(bytes[offset]) else { return nil }
      return quotes.first { bytes[offset...].starts(with: $0) }?.count
    }
    guard let open = quote(at: at, Self.otherQuotes) else { return nil }
    note(.quotes, path, at: at)
    let start = at
    at += open
    while at < bytes.count, bytes[at] != 10 {
      if let close = quote(at: at, Self.otherQuotes + [[0x22]]), isEnd(at + close) {
        defer { at += close }
        return decoded(bytes[(start + open)..<at], path, start)
      }
      at += 1
    }
    return decoded(bytes[(start + open)..<at], path, start)
  }

  /// The bytes of one escape, of two for a character beyond the first plane.
  private mutating func escape(_ path: String) -> [UInt8] {
    let plain: [UInt8: UInt8] = [
      0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9,
    ]
    if at + 1 < bytes.count, let byte = plain[bytes[at + 1]] {
      at += 2
      return [byte]
    }
    guard let unit = unit(at: at) else { return none(path) }
    at += 6
    if let scalar = Unicode.Scalar(unit) { return Array(String(Character(scalar)).utf8) }
    guard (0xD800...0xDBFF).contains(unit), let second = self.unit(at: at),
      (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
    else { return none(path) }
    at += 6
    return Array(String(Character(scalar)).utf8)
  }

  /// No escape that there is; what stands there is passed over.
  private mutating func none(_ path: String) -> [UInt8] {
    note(.badEscape, path, at: at)
    if peek == UInt8(ascii: "\\") { at += 1 }
    return []
  }

  /// The four digits of `\u…`.
  private func unit(at offset: Int) -> UInt32? {
    guard offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    let digits = bytes[(offset + 2)..<(offset + 6)]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
