/// Finds what software that reads Markdown turns into links by itself.
enum WebAddress {
  /// Every address with its end (the next space) and the scalar whose escape keeps it plain text.
  static func all(
    in text: [Unicode.Scalar]
  ) -> [(start: Int, end: Int, disarming: Int)] {
    text.indices.compactMap { index in
      if text[index] == ":", text[index...].starts(with: "://".unicodeScalars) {
        return (index, end(of: text, from: index), index)
      }
      if text[index] == "." && index >= 3, "wW".unicodeScalars.contains(text[index - 1]),
        text[(index - 3)..<index].allSatisfy({ $0 == "w" || $0 == "W" })
      {
        return (index, end(of: text, from: index), index)
      }
      return nil
    }
  }

  private static func end(of text: [Unicode.Scalar], from start: Int) -> Int {
    text[start...].firstIndex(of: " ") ?? text.endIndex
  }
}
