/// Addresses in what people typed that may be followed: of the web, or to write to.
///
/// Nothing is guessed: an address begins with its scheme, stands apart from the word before it, and is
/// made of what RFC 3986 allows (https://www.rfc-editor.org/rfc/rfc3986, section 2). Everything else,
/// `javascript:` above all, stays text.
package enum SafeLink {
  private static let schemes = ["https://", "http://", "mailto:"].map { Array($0.unicodeScalars) }
  private static let marks = Set("-._~:/?#@!$&'()*+,;=%".unicodeScalars)
  /// What ends a sentence rather than an address.
  private static let closing = Set(".,;:!?'()*".unicodeScalars)

  /// The addresses in a line, from left to right.
  package static func all(in text: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < text.count {
      if let end = end(of: text, from: index) {
        found.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  private static func end(of text: [Unicode.Scalar], from start: Int) -> Int? {
    let rest = text[start...]
    guard let scheme = schemes.first(where: { begins(rest, with: $0) }) else { return nil }
    if start > 0, text[start - 1].properties.isAlphabetic || isAllowed(text[start - 1]),
      text[start - 1] != "(", text[start - 1] != ":"
    {
      return nil
    }
    var end = rest.firstIndex { !isAllowed($0) } ?? text.count
    // An address that goes on in letters of another alphabet is not this one.
    if end < text.count, text[end].properties.isAlphabetic { return nil }
    while end > start, closing.contains(text[end - 1]) { end -= 1 }
    let host = start + scheme.count
    guard end > host, isWord(text[host]) else { return nil }
    return end
  }

  private static func begins(_ text: ArraySlice<Unicode.Scalar>, with scheme: [Unicode.Scalar])
    -> Bool
  {
    text.prefix(scheme.count).map { $0.properties.lowercaseMapping } == scheme.map { String($0) }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    isWord(scalar) || marks.contains(scalar)
  }
}
