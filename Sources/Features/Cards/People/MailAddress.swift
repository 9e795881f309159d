/// E-mail addresses in what people type, so that none ends up in a field that everybody sees.
package enum MailAddress {
  /// The first address in a text, as it stands there.
  package static func first(in text: String) -> String? {
    all(in: text).first
  }

  /// Every address in a text, as it stands there.
  package static func all(in text: String) -> [String] {
    guard text.contains("@") else { return [] }
    let words = text.split { $0.isWhitespace || "<>()[],;:\"'|/".contains($0) }
    return words.filter { isAddress($0) }.map(String.init)
  }

  /// A text without its addresses and the marks around them.
  package static func removed(from text: String) -> String {
    var rest = text
    while let address = first(in: rest) {
      for mark in ["mailto:\(address)", address] { rest = rest.replacing(mark, with: " ") }
    }
    guard rest != text else { return text }
    rest.removeAll { "<>()[]".contains($0) }
    let marks = "-–,;:|/"
    var words = rest.split(whereSeparator: \.isWhitespace)
    while let last = words.last, last.allSatisfy(marks.contains) { words.removeLast() }
    rest = words.joined(separator: " ")
    while let last = rest.last, marks.contains(last) { rest.removeLast() }
    return rest
  }

  private static func isAddress(_ word: Substring) -> Bool {
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      && parts[1].first != "." && parts[1].last != "."
  }
}
