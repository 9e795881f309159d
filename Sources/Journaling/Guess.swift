import WorkshopCore

/// What was likely meant by a value of the wrong shape, as JSON; nil where nobody can tell.
enum Guess {
  /// `true` for “yes”, `false` for 0.
  static func flag(_ node: JSONText.Node) -> String? {
    switch NearMiss.key(node.text ?? node.number ?? "") {
    case "true", "yes", "y", "1", "oui", "igen", "on": "true"
    case "false", "no", "n", "0", "non", "nem", "off": "false"
    default: nil
    }
  }

  /// `30` for “30”, “30 min” and 30.0.
  static func number(_ node: JSONText.Node) -> String? {
    guard let text = node.text, text.count < 40 else { return nil }
    let digits = text.split { !("0"..."9").contains($0) }
    let isNegative = text.contains("-")
    guard digits.count == 1, digits[0].count <= 6, !isNegative else { return nil }
    return Int(digits[0]).map(String.init)
  }

  /// `09:30` for “9h30”, “9.30”, “0930”, “9:30 am” and “9”.
  static func clock(_ text: String) -> String? {
    guard text.count < 40 else { return nil }
    var parts = text.split { !("0"..."9").contains($0) }.map(String.init)
    if parts.count == 1, (3...4).contains(parts[0].count) {
      parts = [String(parts[0].dropLast(2)), String(parts[0].suffix(2))]
    }
    guard (1...3).contains(parts.count), var hour = Int(parts[0]) else { return nil }
    let minute = parts.count > 1 ? parts[1] : "00"
    if text.lowercased().contains("pm"), hour < 12 { hour += 12 }
    return ClockTime("\(hour):\(minute)")?.description
  }

  /// `2026-01-05` for “2026-1-5”, “2026/01/05” and “5.1.2026”; a day and a month that may be turned round are
  /// nobody's to guess.
  static func day(_ text: String) -> String? {
    guard text.count < 40 else { return nil }
    let parts = text.split { !("0"..."9").contains($0) }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    let isTurned = parts[2].count == 4 && (text.contains(".") || numbers[0] > 12)
    guard parts[0].count == 4 || isTurned else { return nil }
    let day = isTurned ? (numbers[2], numbers[1], numbers[0]) : (numbers[0], numbers[1], numbers[2])
    return Day(year: day.0, month: day.1, day: day.2).map { $0.iso }
  }
}
