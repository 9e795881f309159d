/// The order of names with numbers in them: table 2 before table 10.
package enum NumericOrder {
  package static func isBefore(_ a: String, _ b: String) -> Bool {
    let (x, y) = (parts(a), parts(b))
    for (one, other) in zip(x, y) where one != other {
      if let first = Int(one), let second = Int(other) {
        if first != second { return first < second }
      } else {
        return one < other
      }
    }
    return (x.count, a) < (y.count, b)
  }

  /// Runs of digits, and what stands between them.
  private static func parts(_ text: String) -> [String] {
    var parts: [String] = []
    var wasDigit: Bool?
    for character in text {
      let isDigit = character.isASCII && character.isNumber
      if isDigit == wasDigit {
        parts[parts.count - 1].append(character)
      } else {
        parts.append(String(character))
      }
      wasDigit = isDigit
    }
    return parts
  }
}
