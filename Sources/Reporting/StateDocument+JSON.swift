public import FoundationEssentials

extension StateDocument {
  /// The document as UTF-8 text with sorted keys: the same state gives the same bytes.
  ///
  /// What people typed reads back exactly, yet no character that a terminal or a reader's eye could
  /// be fooled with is written: it stands as `\uXXXX`, which means the same in JSON.
  public func json() -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Texts, finite numbers and booleans alone: there is nothing an encoder could refuse.
    guard let data = try? encoder.encode(self) else { return Data() }
    return Data((Self.visible(String(decoding: data, as: UTF8.self)) + "\n").utf8)
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
