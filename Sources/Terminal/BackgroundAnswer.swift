/// What a terminal answers to the question for the colour of its background: xterm's OSC 11
/// (https://invisible-island.net/xterm/ctlseqs/ctlseqs.html), which most of today's terminals know.
enum BackgroundAnswer: Equatable {
  /// More bytes are needed.
  case unfinished
  /// Something else, such as Alt and a bracket.
  case no
  case colour(isLight: Bool, length: Int)

  static let question = "\u{1B}]11;?\u{7}"

  /// No answer is longer: `11;rgba:ffff/ffff/ffff/ffff` and its end.
  private static let limit = 40

  /// Reads the bytes after ESC ].
  init(_ bytes: ArraySlice<UInt8>) {
    let end = bytes.firstIndex { $0 == 0x07 || $0 == 0x1B || $0 == 0x9C }
    let text = String(decoding: bytes[..<(end ?? bytes.endIndex)], as: UTF8.self)
    guard let end else {
      let isBeginning = ["11;rgb:", "11;rgba:"].contains { known in
        known.hasPrefix(text) || text.hasPrefix(known)
      }
      self = isBeginning && bytes.count < Self.limit ? .unfinished : .no
      return
    }
    // ESC \ is an end of two bytes.
    var length = end - bytes.startIndex + 1
    if bytes[end] == 0x1B {
      guard let last = bytes[end...].dropFirst().first else {
        self = .unfinished
        return
      }
      guard last == 0x5C else {
        self = .no
        return
      }
      length += 1
    }
    guard let isLight = Self.isLight(text) else {
      self = .no
      return
    }
    self = .colour(isLight: isLight, length: length)
  }

  /// A ground is light where black stands out from it more than white does, by WCAG's contrast
  /// (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
  private static func isLight(_ text: String) -> Bool? {
    let parts = text.split(separator: ":")
    guard parts.count == 2, ["11;rgb", "11;rgba"].contains(String(parts[0])) else { return nil }
    let values = parts[1].split(separator: "/").prefix(3).compactMap { part -> Double? in
      guard (1...4).contains(part.count), let value = Int(part, radix: 16) else { return nil }
      return Double(value) / Double((1 << (4 * part.count)) - 1)
    }
    guard values.count == 3 else { return nil }
    // Squared is near enough to sRGB's curve for one question.
    let linear = values.map { $0 * $0 }
    let luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return (luminance + 0.05) * (luminance + 0.05) > 0.05 * 1.05
  }
}
