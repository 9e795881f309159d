import WorkshopCore

/// Feelings over a story, from −2 to +2, as people type them: `0 -1 2 1 2`, `+1,−2`, `1; ?; -2`.
///
/// Lenient, as it is typed while a table talks: any sign for minus, anything between the numbers. A
/// number beyond the scale is its end, "?" a point of which nobody has said anything.
public struct Feelings: Equatable, Sendable {
  /// −2 to +2 in the order of the story; nil where nobody has said.
  public let points: [Int?]

  /// More points than a story has are not read.
  public static let most = 12

  public init(_ text: String) {
    var points: [Int?] = []
    var isNegative = false
    var rest = Substring(text)
    while let first = rest.popFirst() {
      if first.isASCII, first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(digits.count)
        let size = min(2, Int(String(first) + digits) ?? 2)
        points.append(isNegative ? -size : size)
        isNegative = false
        // What stands behind a decimal point is finer than the scale.
        if rest.first == ".", rest.dropFirst().first?.isNumber == true {
          rest = rest.dropFirst().drop { $0.isASCII && $0.isNumber }
        }
      } else {
        isNegative = Self.minus.contains(first)
        if first == "?" { points.append(nil) }
      }
    }
    self.points = Array(points.prefix(Self.most))
  }

  /// Hyphens, minus and dashes.
  private static let minus: Set<Character> = ["-", "‐", "‑", "‒", "–", "—", "−", "﹣", "－"]

  /// Whether anything was said.
  public var isEmpty: Bool { points.allSatisfy { $0 == nil } }

  /// In one line, with signs: `0 → −1 → ? → +2`.
  public var line: String { points.map(Self.label).joined(separator: " → ") }

  private static func label(_ point: Int?) -> String {
    switch point {
    case nil: "?"
    case let point? where point < 0: "−\(-point)"
    case 0?: "0"
    case let point?: "+\(point)"
    }
  }
}
