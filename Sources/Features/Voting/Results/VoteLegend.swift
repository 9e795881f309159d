import Cards
import Languages
import Shell
import Terminal
import WorkshopCore

/// What a method's picture needs to be read: a legend above, and what stands beneath each line.
enum VoteLegend {
  static func lines(_ scene: Scene, _ poll: Poll, width: Int) -> [String] {
    Text.wrap(text(scene, poll), to: max(1, width)).filter { !$0.isEmpty }
  }

  private static func text(_ scene: Scene, _ poll: Poll) -> String {
    switch poll.method.form {
    case .scores where poll.settings.adds == true: return scene.say("Under each option: its scores")
    case .scores where poll.method.asks(.weights):
      let grid = poll.settings.grid.map { "\(scene.say($0.name)) \($0.weight)" }
      return grid.joined(separator: " · ") + " — " + scene.say("mean (lowest–highest)")
    case .grades:
      let count = poll.settings.gradeCount
      let grades = (0..<count).reversed().map { grade in
        "\(GradeBar.mark(grade, of: count)) \(scene.grade(grade, poll))"
      }
      return grades.joined(separator: "  ") + "  │\u{A0}" + scene.say("median")
    case .places: return scene.say("Under each option: place × number of people")
    default: return ""
    }
  }

  /// Whether something stands beneath each line.
  static func tellsMore(_ method: Poll.Method) -> Bool {
    method.asks(.weights) || method.form == .places
  }

  static func detail(
    _ scene: Scene, _ poll: Poll, _ row: Tally.Row, width: Int
  ) -> [String] {
    Text.wrap(text(scene, poll, row), to: max(1, width)).filter { !$0.isEmpty }
  }

  private static func text(_ scene: Scene, _ poll: Poll, _ row: Tally.Row) -> String {
    switch row.detail {
    case .none, .grades, .place: return ""
    case .places(let counts):
      let places = counts.enumerated().filter { $0.element > 0 }
      return places.map { "\($0.offset + 1) ×\($0.element)" }.joined(separator: " · ")
    case .criteria(let spreads):
      guard spreads.contains(where: { $0.mean != nil }) else { return "" }
      // One ballot's scores are what was written on the paper.
      if poll.settings.adds == true, spreads.allSatisfy({ $0.count == 1 }) {
        return spreads.map { $0.lowest.map(String.init) ?? "–" }.joined(separator: " + ")
      }
      return spreads.map { spread(scene, $0) }.joined(separator: " · ")
    case .objections(let reasons):
      return reasons.map { scene.language.quoted($0) }.joined(separator: "\n")
    }
  }

  /// A mean with how far people are apart.
  static func spread(_ scene: Scene, _ spread: Spread) -> String {
    guard let mean = spread.mean, let low = spread.lowest, let high = spread.highest else {
      return "–"
    }
    return "\(scene.language.oneDecimal(mean)) (\(low)–\(high))"
  }
}

/// How many gave each grade, the best at the left, with the middle voter marked.
enum GradeBar {
  /// Shades tell grades apart without colour.
  private static let shades = ["█", "▓", "▒", "░"]

  static func mark(_ grade: Int, of count: Int) -> String {
    let place = count - 1 - grade
    return place < shades.count ? shades[place] : grade == 0 ? "·" : "-"
  }

  private static func ink(_ grade: Int, of count: Int) -> Style {
    grade >= Judgment.good(of: count) ? .good : grade == 0 ? .quiet : .warning
  }

  static func draw(_ counts: [Int], into frame: inout Frame, in rect: Rect) {
    let all = counts.reduce(0, +)
    guard all > 0 else { return }
    var (x, seen) = (rect.x, 0)
    for grade in counts.indices.reversed() {
      seen += counts[grade]
      // The ends are rounded, not the lengths: they add up to the whole bar.
      let end = rect.x + (seen * rect.width + all / 2) / all
      frame.put(
        String(repeating: mark(grade, of: counts.count), count: max(0, end - x)), x: x, y: rect.y,
        style: ink(grade, of: counts.count))
      x = end
    }
    frame.put("│", x: rect.x + rect.width / 2, y: rect.y, style: Style(.strong, bold: true))
  }
}
