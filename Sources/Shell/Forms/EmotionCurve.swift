package import Terminal

/// A curve of feelings from −2 to +2, over the steps of a story or a journey.
///
/// Every step has its column; a dot stands at each feeling that is known, a fine line leads from one to
/// the next. Six rows: five for the scale, one for the labels.
package enum EmotionCurve {
  /// Rows it needs, labels included.
  static let rows = 6

  /// - Parameters:
  ///   - values: −2 to +2 in the order of the steps; nil where nobody has said.
  ///   - labels: a word under each step; none are drawn when it is empty.
  package static func draw(
    _ values: [Int?], labels: [String], into frame: inout Frame, in rect: Rect
  ) {
    guard !values.isEmpty, rect.height >= 5, rect.width >= values.count * 2 + 4 else { return }
    let plot = Rect(x: rect.x + 3, y: rect.y, width: rect.width - 3, height: 5)
    for (row, label) in ["+2", "", " 0", "", "−2"].enumerated() {
      frame.put(label, x: rect.x, y: rect.y + row, style: .quiet)
    }
    frame.put(String(repeating: "┈", count: plot.width), x: plot.x, y: plot.y + 2, style: .quiet)
    let width = plot.width / values.count
    let points = values.enumerated().compactMap { index, value in
      value.map { (x: plot.x + index * width + width / 2, y: 2 - max(-2, min($0, 2))) }
    }
    for (from, to) in zip(points, points.dropFirst()) {
      for x in (from.x + 1)..<to.x {
        let share = Double(x - from.x) / Double(to.x - from.x)
        let y = Double(from.y) + share * Double(to.y - from.y)
        frame.put("·", x: x, y: plot.y + Int(y.rounded()), style: .quiet)
      }
    }
    for point in points {
      let style = Style(point.y < 2 ? .good : point.y > 2 ? .warning : .strong, bold: true)
      frame.put("●", x: point.x, y: plot.y + point.y, style: style)
    }
    guard rect.height >= rows else { return }
    for (index, label) in labels.prefix(values.count).enumerated() {
      frame.put(
        label, x: plot.x + index * width, y: rect.y + 5, style: .quiet, width: width - 1,
        alignment: .centre)
    }
  }
}
