/// A bar chart in characters: the number, the bar, then the label.
///
/// Labels stand last so that wide scripts and long sentences need no measuring; they wrap under
/// themselves. Labels that are numbers themselves, such as the steps of a scale, stand first: at the
/// end a reader would take the count for the step. For a monospaced font.
struct BarChart {
  let lines: [String]

  /// The full length of a bar and the length of a label's line, in characters.
  private static let bar = 24
  private static let label = 48

  init(_ bars: [Report.Bar], maximum: Double?) {
    let largest = bars.map(\.value).filter(\.isFinite).max() ?? 0
    let full = maximum.flatMap { $0.isFinite && $0 > 0 ? $0 : nil } ?? largest
    let texts = bars.map { Report.line($0.text) }
    let width = texts.map(\.unicodeScalars.count).max() ?? 0
    guard !bars.allSatisfy({ Self.isNumber($0.label) }) else {
      let steps = bars.map(\.label.unicodeScalars.count).max() ?? 0
      lines = zip(bars, texts).map { bar, text in
        let indent = String(repeating: " ", count: steps - bar.label.unicodeScalars.count)
        return [indent + bar.label, Self.drawn(bar.value, of: full), text].joined(separator: "  ")
      }
      return
    }
    lines = zip(bars, texts).flatMap { bar, text -> [String] in
      let number = String(repeating: " ", count: width - text.unicodeScalars.count) + text
      let drawn = Self.drawn(bar.value, of: full)
      let label = Self.wrapped(Report.line(bar.label))
      let indent = String(repeating: " ", count: width + Self.bar + 4)
      let first = [number, drawn, label.first ?? ""].joined(separator: "  ")
      return [first] + label.dropFirst().map { indent + $0 }
    }
  }

  private static func isNumber(_ label: String) -> Bool {
    !label.isEmpty && label.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
  }

  /// Filled to half a character; whatever is more than nothing shows.
  private static func drawn(_ value: Double, of full: Double) -> String {
    let share = value.isFinite && full > 0 ? min(1, max(0, value / full)) : 0
    let halves = max(share > 0 ? 1 : 0, Int((share * Double(bar * 2)).rounded()))
    let text = String(repeating: "█", count: halves / 2) + (halves % 2 == 1 ? "▌" : "")
    return text + String(repeating: " ", count: bar - (halves + 1) / 2)
  }

  private static func wrapped(_ text: String) -> [String] {
    text.unicodeScalars.split(separator: " ").reduce(into: [String]()) { lines, word in
      let word = String(word)
      if let last = lines.last,
        last.unicodeScalars.count + word.unicodeScalars.count < label
      {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
  }
}
