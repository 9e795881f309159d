extension Report {
  /// A drawing, what it shows in words, and the same as text for whatever draws nothing.
  public struct Picture: Equatable, Sendable {
    public var title: String
    /// What it shows, for whoever hears the page.
    public var description: String
    /// In units of its own, about pixels; shapes lie from 0 to these.
    public var width: Double
    public var height: Double
    public var shapes: [Shape]
    /// What stands in its place where nothing is drawn.
    public var instead: [Block]
    /// The same as the source of a Mermaid diagram, by lines; empty where Mermaid draws no such thing.
    public var mermaid: [String]

    public init(
      title: String, description: String, width: Double, height: Double, shapes: [Shape],
      instead: [Block], mermaid: [String] = []
    ) {
      self.title = title
      self.description = description
      self.width = width
      self.height = height
      self.shapes = shapes
      self.instead = instead
      self.mermaid = mermaid
    }

    /// A part of a drawing, with x from the left and y from the top.
    public enum Shape: Equatable, Sendable {
      case box(x: Double, y: Double, width: Double, height: Double, Ink)
      /// A line through points.
      case line([Point], isDashed: Bool = false)
      case dot(Point, radius: Double)
      /// A line of text, its baseline at a point.
      case text(String, at: Point, Anchor = .start, isBold: Bool = false)
    }

    public struct Point: Equatable, Sendable {
      public var x: Double
      public var y: Double

      public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
      }
    }

    /// What a box is filled with: each is told from the others in black and white too.
    public enum Ink: Equatable, Sendable {
      /// A border alone.
      case outline
      case pale
      case full
    }

    /// Where a text stands at its point.
    public enum Anchor: String, Equatable, Sendable { case start, middle, end }

    /// The size of every text, in the picture's units.
    public static let letter = 12.0

    /// A text in lines of a width, cut off with “…” after so many.
    public static func lines(_ text: String, width: Double, most: Int = .max) -> [String] {
      // A letter of a text face is about half as wide as it is high.
      let room = max(4, Int(width / (letter * 0.54)))
      var lines = Report.line(text).split(separator: " ").reduce(into: [String]()) { lines, word in
        if let last = lines.last, last.count + 1 + word.count <= room {
          lines[lines.count - 1] = last + " " + word
        } else {
          lines.append(word.count > room ? word.prefix(room - 1) + "…" : String(word))
        }
      }
      guard lines.count > most else { return lines }
      lines = Array(lines.prefix(max(0, most)))
      if let last = lines.popLast() {
        lines.append(last.count < room ? last + "…" : last.prefix(room - 1) + "…")
      }
      return lines
    }
  }
}

extension Report.Picture {
  /// Blocks of a sheet, each with its title and what was written in it, and whether all of it has room.
  ///
  /// - Parameters:
  ///   - columns: the grid's size in units, with `rows`.
  ///   - blocks: each with its place in units.
  public static func sheet(
    title: String, description: String, columns: Int, rows: Int, blocks: [SheetBlock],
    instead: [Report.Block]
  ) -> (picture: Report.Picture, isWhole: Bool) {
    let (width, line) = (660.0, letter * 1.3)
    let unit = width / Double(max(1, columns))
    /// As high as the fullest block needs.
    func texts(_ block: SheetBlock) -> [(text: String, isTitle: Bool)] {
      let room = Double(block.width) * unit - 14
      return lines(block.title, width: room * 0.92).map { ($0, true) }
        + block.notes.flatMap { lines("· " + $0, width: room) }.map { ($0, false) }
    }
    let tall =
      blocks.map { block in
        (Double(texts(block).count) * line + 14) / Double(max(1, block.height))
      }.max() ?? line
    // A sheet is never longer than a page.
    let high = min(max(tall, line), 900 / Double(max(1, rows)))
    let shapes = blocks.flatMap { block -> [Shape] in
      let (x, y) = (Double(block.x) * unit, Double(block.y) * high)
      let (w, h) = (Double(block.width) * unit, Double(block.height) * high)
      let room = max(1, Int((h - 8) / line))
      let all = texts(block)
      let shown = all.count <= room ? all : Array(all.prefix(room - 1)) + [("…", false)]
      return [.box(x: x + 1, y: y + 1, width: w - 2, height: h - 2, .outline)]
        + shown.enumerated().map { index, text in
          .text(
            text.text, at: Point(x + 7, y + 6 + line * (Double(index) + 0.85)),
            isBold: text.isTitle)
        }
    }
    let picture = Report.Picture(
      title: title, description: description, width: width, height: Double(rows) * high,
      shapes: shapes, instead: instead)
    return (picture, tall <= high)
  }

  /// One block of a sheet, with its place on the grid in units.
  public struct SheetBlock: Equatable, Sendable {
    var title: String
    var notes: [String]
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    public init(title: String, notes: [String], x: Int, y: Int, width: Int, height: Int) {
      self.title = title
      self.notes = notes
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }
  }

  /// Points on two axes that go from 0 to 10, each under its number; the names stand in the text.
  ///
  /// - Parameter quarters: top left, top right, bottom left, bottom right.
  public static func plane(
    title: String, description: String, across: String, up: String, quarters: [String],
    points: [(label: String, x: Double, y: Double)], instead: [Report.Block]
  ) -> Report.Picture {
    let (side, left, top) = (360.0, 20.0, 24.0)
    func place(_ x: Double, _ y: Double) -> Point {
      Point(left + side * min(max(x, 0), 10) / 10, top + side * (10 - min(max(y, 0), 10)) / 10)
    }
    var shapes: [Shape] = [
      .box(x: left, y: top, width: side, height: side, .outline),
      .line([place(5, 0), place(5, 10)], isDashed: true),
      .line([place(0, 5), place(10, 5)], isDashed: true),
      .text(up + " ↑", at: Point(left, top - 8)),
      .text(across + " →", at: Point(left + side, top + side + 16), .end),
    ]
    let corners = [(0.2, 9.5), (9.8, 9.5), (0.2, 0.2), (9.8, 0.2)]
    for (index, (name, corner)) in zip(quarters, corners).enumerated() {
      shapes.append(
        .text(name, at: place(corner.0, corner.1), index % 2 == 0 ? .start : .end, isBold: true))
    }
    // What lies in one place stands side by side.
    var taken: [[Int]: Int] = [:]
    for point in points {
      let key = [Int(point.x.rounded()), Int(point.y.rounded())]
      let step = Double(taken[key, default: 0])
      taken[key, default: 0] += 1
      let at = place(point.x, point.y)
      let spot = Point(at.x + step * 24 * (at.x > left + side / 2 ? -1 : 1), at.y)
      shapes.append(.dot(spot, radius: 4))
      shapes.append(.text(point.label, at: Point(spot.x + 6, spot.y + 4)))
    }
    return Report.Picture(
      title: title, description: description, width: side + left + 20, height: side + top + 24,
      shapes: shapes, instead: instead,
      mermaid: Mermaid.plane(across: across, up: up, quarters: quarters, points: points))
  }

  /// Lying bars, each under its label, whose full width stands for `maximum`; nil: for the largest value.
  ///
  /// - Parameter colon: what stands behind a label in the report's language.
  public static func bars(
    _ bars: [Report.Bar], maximum: Double?, colon: String
  ) -> Report.Picture {
    let (width, line, high) = (640.0, letter * 1.4, 8.0)
    let largest = bars.map(\.value).filter(\.isFinite).max() ?? 0
    let full = maximum.flatMap { $0.isFinite && $0 > 0 ? $0 : nil } ?? largest
    var (shapes, y): ([Shape], Double) = ([], 0)
    for bar in bars {
      let names = lines(bar.label, width: width - 90)
      for name in names {
        y += line
        shapes.append(.text(name, at: Point(0, y - 4)))
      }
      let share = bar.value.isFinite && full > 0 ? min(1, max(0, bar.value / full)) : 0
      shapes += [
        .text(Report.line(bar.text), at: Point(width, y - 4), .end, isBold: true),
        .box(x: 0, y: y, width: width, height: high, .pale),
        .box(x: 0, y: y, width: width * share, height: high, .full),
      ]
      y += high + 4
    }
    let told = bars.map { "\(Report.line($0.label))\(colon) \(Report.line($0.text))" }
    return Report.Picture(
      title: told.joined(separator: " · "), description: "", width: width, height: y,
      shapes: shapes, instead: [])
  }

  /// A curve over stages, from −2 to +2; a stage without a value is a gap in it.
  public static func curve(
    title: String, description: String, stages: [(label: String, value: Int?)],
    instead: [Report.Block]
  ) -> Report.Picture {
    let (width, left, top, step) = (660.0, 30.0, 12.0, 30.0)
    let column = (width - left) / Double(max(1, stages.count))
    func place(_ index: Int, _ value: Int) -> Point {
      Point(left + column * (Double(index) + 0.5), top + step * Double(2 - min(max(value, -2), 2)))
    }
    var shapes: [Shape] = (-2...2).flatMap { value -> [Shape] in
      let y = top + step * Double(2 - value)
      let label = value > 0 ? "+\(value)" : value < 0 ? "−\(-value)" : "0"
      return [
        .line([Point(left, y), Point(width, y)], isDashed: value != 0),
        .text(label, at: Point(left - 6, y + 4), .end),
      ]
    }
    let points = stages.enumerated().compactMap { index, stage in
      stage.value.map { place(index, $0) }
    }
    if points.count > 1 { shapes.append(.line(points)) }
    shapes += points.map { .dot($0, radius: 4) }
    let names = stages.map { lines($0.label, width: column - 8, most: 3) }
    for (index, name) in names.enumerated() {
      for (row, text) in name.enumerated() {
        let y = top + step * 4 + 22 + Double(row) * letter * 1.25
        shapes.append(.text(text, at: Point(place(index, 0).x, y), .middle))
      }
    }
    let rows = Double(names.map(\.count).max() ?? 1)
    return Report.Picture(
      title: title, description: description, width: width,
      height: top + step * 4 + 16 + rows * letter * 1.3, shapes: shapes, instead: instead,
      mermaid: Mermaid.journey(title: title, stages: stages))
  }

  /// A day twice: as it was planned, pale, and as it was, full. Times are minutes since midnight.
  ///
  /// - Parameters:
  ///   - planned: what a bar is called that was planned.
  ///   - real: what a bar is called that was.
  public static func day(
    title: String, description: String, planned: String, real: String,
    rows: [(label: String, planned: ClosedRange<Int>?, real: ClosedRange<Int>?)],
    instead: [Report.Block]
  ) -> Report.Picture {
    let all = rows.flatMap { [$0.planned, $0.real].compactMap { $0 } }
    let start = ((all.map(\.lowerBound).min() ?? 0) / 60) * 60
    let end = (((all.map(\.upperBound).max() ?? 60) + 59) / 60) * 60
    let (width, left, top, high) = (660.0, 250.0, 20.0, 24.0)
    func x(_ minute: Int) -> Double {
      left + (width - left - 8) * Double(minute - start) / Double(max(60, end - start))
    }
    let bottom = top + high * Double(rows.count)
    var shapes: [Shape] = stride(from: start, through: end, by: 60).flatMap { minute -> [Shape] in
      [
        .line([Point(x(minute), top), Point(x(minute), bottom)], isDashed: true),
        .text(String(minute / 60), at: Point(x(minute), top - 6), .middle),
      ]
    }
    func bar(_ range: ClosedRange<Int>?, _ y: Double, _ ink: Ink) -> [Shape] {
      guard let range else { return [] }
      let wide = max(2, x(range.upperBound) - x(range.lowerBound))
      return [.box(x: x(range.lowerBound), y: y, width: wide, height: 8, ink)]
    }
    for (index, row) in rows.enumerated() {
      let y = top + high * Double(index)
      let name = lines(row.label, width: left - 10, most: 1).first ?? ""
      shapes.append(.text(name, at: Point(0, y + 16)))
      shapes += bar(row.planned, y + 3, .pale) + bar(row.real, y + 13, .full)
    }
    return Report.Picture(
      title: title, description: description, width: width, height: bottom + 4, shapes: shapes,
      instead: instead, mermaid: Mermaid.day(rows: rows, planned: planned, real: real))
  }
}
