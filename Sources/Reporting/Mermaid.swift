/// Pictures as source that readers of Markdown draw which know Mermaid, such as GitHub's and GitLab's.
///
/// Only what it draws as it is: nothing that would be cut or moved to another place. What people typed stays
/// text: whatever Mermaid or HTML could take for more is written as the number of its character
/// (https://mermaid.js.org/intro/syntax-reference.html).
enum Mermaid {
  /// Letters of a label that are drawn; the text beside the picture has all of them.
  private static let longest = 32

  /// A bar chart whose bars lie, the first one on top; those of nothing are not drawn, for Mermaid gives them
  /// a length all the same.
  static func bars(_ bars: [Report.Bar], maximum: Double?) -> [String] {
    let drawn = bars.filter { $0.value.isFinite && $0.value > 0 }
    guard let largest = drawn.map(\.value).max() else { return [] }
    let full = max(maximum.flatMap { $0.isFinite ? $0 : nil } ?? 0, largest)
    return [
      "xychart-beta horizontal",
      "  x-axis [\(drawn.map { quoted($0.label) }.joined(separator: ", "))]",
      "  y-axis 0 --> \(number(full))",
      "  bar [\(drawn.map { number($0.value) }.joined(separator: ", "))]",
    ]
  }

  /// A user journey from −2 to +2, which Mermaid counts from 1 to 5; stages without a value are not drawn.
  static func journey(title: String, stages: [(label: String, value: Int?)]) -> [String] {
    let lines = stages.enumerated().compactMap { index, stage in
      // The number in front keeps a label from being read as a keyword.
      stage.value.map { "  \(index + 1). \(label(stage.label)): \(min(max($0, -2), 2) + 3)" }
    }
    return lines.isEmpty ? [] : ["journey", "  title \(label(title))"] + lines
  }

  /// Points between two axes from 0 to 10; those in one place share it.
  ///
  /// - Parameter quarters: top left, top right, bottom left, bottom right.
  static func plane(
    across: String, up: String, quarters: [String], points: [(label: String, x: Double, y: Double)]
  ) -> [String] {
    guard quarters.count == 4, !points.isEmpty else { return [] }
    var places: [(x: Double, y: Double, labels: [String])] = []
    for point in points {
      let (x, y) = (min(max(point.x, 0), 10) / 10, min(max(point.y, 0), 10) / 10)
      if let index = places.firstIndex(where: { $0.x == x && $0.y == y }) {
        places[index].labels.append(point.label)
      } else {
        places.append((x, y, [point.label]))
      }
    }
    return ["quadrantChart", "  x-axis \(quoted(across + " →"))", "  y-axis \(quoted(up + " →"))"]
      + zip([1, 0, 2, 3], 1...4).map { "  quadrant-\($1) \(quoted(quarters[$0]))" }
      + places.map {
        "  \(quoted($0.labels.joined(separator: ", "))): [\(number($0.x)), \(number($0.y))]"
      }
  }

  /// A day as it was planned and as it was, item by item; times are minutes since midnight.
  static func day(
    rows: [(label: String, planned: ClosedRange<Int>?, real: ClosedRange<Int>?)], planned: String,
    real: String
  ) -> [String] {
    let bars = rows.map { [$0.planned.map { (planned, $0) }, $0.real.map { (real, $0) }] }
    guard bars.contains(where: { $0.contains { $0 != nil } }) else { return [] }
    return [
      #"%%{init: {"gantt": {"leftPadding": 240}}}%%"#, "gantt",
      "  dateFormat YYYY-MM-DD HH:mm", "  axisFormat %H:%M", "  tickInterval 1hour",
      "  todayMarker off",
    ]
      + zip(rows, bars).enumerated().flatMap { number, item -> [String] in
        let (row, bars) = item
        // The number tells one break from the next: sections called alike would be one.
        return ["  section \(number + 1). \(label(row.label))"]
          + bars.enumerated().compactMap { index, bar in
            bar.map { name, time in
              "    \(label(name)) :\(index == 0 ? "done, " : "")"
                + "\(clock(time.lowerBound)), \(clock(max(time.upperBound, time.lowerBound + 1)))"
            }
          }
      }
  }

  /// A time of a day that is none in particular; past midnight it is of the next one.
  private static func clock(_ minutes: Int) -> String {
    let (day, minute) = (max(0, minutes) / 1440 % 27, max(0, minutes) % 1440)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "2001-01-\(two(day + 1)) \(two(minute / 60)):\(two(minute % 60))"
  }

  /// Rounded to thousandths, and never with an exponent.
  private static func number(_ value: Double) -> String {
    let thousandths = Int((min(value, 1e12) * 1000).rounded())
    guard thousandths % 1000 != 0 else { return String(thousandths / 1000) }
    let digits = String(thousandths % 1000 + 1000).dropFirst()
    return "\(thousandths / 1000).\(digits)"
  }

  private static func quoted(_ text: String) -> String { "\"\(label(text))\"" }

  /// A text as it can stand in any diagram.
  private static func label(_ text: String) -> String {
    let line = Report.line(text)
    let shown = line.count > longest ? line.prefix(longest - 1) + "…" : line[...]
    return shown.unicodeScalars.map { scalar in
      isPlain(scalar) ? String(scalar) : "#\(scalar.value);"
    }.joined()
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return true }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || " ,.'()+-?!/".unicodeScalars.contains(scalar)
  }
}
