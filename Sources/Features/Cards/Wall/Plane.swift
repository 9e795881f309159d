package import Terminal
import WorkshopCore

/// A plane with two axes and numbers on it; what they stand for is told beside it.
package struct Plane {
  /// What the axes measure, upward and to the right.
  package let up: String
  package let across: String
  /// What the quarters are called, as one reads them.
  package let quarters: [String]
  package let points: [Point]

  package init(up: String, across: String, quarters: [String], points: [Point]) {
    self.up = up
    self.across = across
    self.quarters = quarters
    self.points = points
  }

  /// A number on the plane; both ways from 0 to 1, with the axes crossing at a half.
  package struct Point {
    package let number: Int
    package let x: Double
    package let y: Double
    package var isSelected = false

    package init(number: Int, x: Double, y: Double, isSelected: Bool = false) {
      self.number = number
      self.x = x
      self.y = y
      self.isSelected = isSelected
    }
  }

  package func draw(into frame: inout Frame, in rect: Rect) {
    let (head, below) = rect.top(1)
    let (foot, field) = below.bottom(1)
    frame.put("↑ " + up, x: head.x, y: head.y, style: .strong, width: head.width)
    frame.put(
      across + " →", x: foot.x, y: foot.y, style: .strong, width: foot.width, alignment: .right)
    guard field.width > 10, field.height > 4 else { return }
    let grid = Grid(field)
    frame.rule(x: field.x, y: grid.middle.y, width: field.width)
    for y in field.y..<field.maxY {
      frame.put(y == grid.middle.y ? "┼" : "│", x: grid.middle.x, y: y, style: .quiet)
    }
    let half = field.width / 2 - 1
    let corners: [(Int, Int, Alignment)] = [
      (field.x, field.y, .left), (field.maxX - half, field.y, .right),
      (field.x, field.maxY - 1, .left), (field.maxX - half, field.maxY - 1, .right),
    ]
    let names = zip(quarters, corners).map { ($0, $1.0, $1.1, $1.2) }
    for (name, x, y, alignment) in names {
      frame.put(
        name, x: x, y: y, style: Style(.quiet, bold: true), width: half,
        alignment: alignment)
    }
    // No number stands on a name.
    var taken: Set<Cell> = []
    for (name, x, y, alignment) in names {
      let width = min(Text.width(name), half)
      let start = alignment == .left ? x : x + half - width
      taken.formUnion((start..<start + width).map { Cell(x: $0, y: y) })
    }
    // The chosen one keeps its place; whoever comes to it makes way.
    for point in points.filter(\.isSelected) + points.filter({ !$0.isSelected }) {
      let label = String(point.number)
      let spot = grid.spot(for: label, at: point, &taken)
      frame.put(
        label, x: spot.x, y: spot.y,
        style: point.isSelected ? Style(.selection, bold: true) : Style(.accent, bold: true))
      if point.isSelected { frame.cursor = Terminal.Point(x: spot.x, y: spot.y) }
    }
  }

  private struct Cell: Hashable {
    let x: Int
    let y: Int
  }

  /// Where numbers stand on the screen.
  private struct Grid {
    let field: Rect
    /// Where the axes cross.
    let middle: Cell

    init(_ field: Rect) {
      self.field = field
      middle = Cell(x: field.x + field.width / 2, y: field.y + field.height / 2)
    }

    private func cell(_ point: Point) -> Cell {
      // A hair more, so that what is whole stays whole.
      func steps(_ share: Double, of size: Int) -> Int { Int(share * Double(size - 1) + 1e-9) }
      return Cell(
        x: field.x + steps(point.x, of: field.width),
        y: field.maxY - 1 - steps(point.y, of: field.height))
    }

    /// The free place nearest to where a card belongs, in the same quarter, so that numbers at one place
    /// stand side by side and none says something else than its card.
    func spot(for label: String, at point: Point, _ taken: inout Set<Cell>) -> Cell {
      let home = cell(point)
      let free = Self.offsets.lazy.map { Cell(x: home.x + $0.x, y: home.y + $0.y) }.first { spot in
        cells(label, spot).allSatisfy { isFree($0, for: point, taken) }
      }
      let spot = free ?? Cell(x: min(home.x, field.maxX - label.count), y: home.y)
      // A column of air on either side: 1 and 2 must not read as 12.
      taken.formUnion(cells(label, spot))
      taken.insert(Cell(x: spot.x - 1, y: spot.y))
      taken.insert(Cell(x: spot.x + label.count, y: spot.y))
      return spot
    }

    /// Where to look, nearest first; a row counts for about three columns.
    private static let offsets: [Cell] = {
      let all = (-4...4).flatMap { y in (-12...12).map { x in Cell(x: x, y: y) } }
      func distance(_ cell: Cell) -> Int { 9 * cell.y * cell.y + cell.x * cell.x }
      return all.sorted { a, b in
        let (one, other) = (distance(a), distance(b))
        return one != other ? one < other : a.y != b.y ? a.y < b.y : a.x < b.x
      }
    }()

    private func isFree(_ cell: Cell, for point: Point, _ taken: Set<Cell>) -> Bool {
      guard field.contains(Terminal.Point(x: cell.x, y: cell.y)), !taken.contains(cell) else {
        return false
      }
      return side(cell.x, middle.x, point.x) && side(cell.y, middle.y, 1 - point.y)
    }

    private func cells(_ label: String, _ spot: Cell) -> [Cell] {
      (0..<label.count).map { Cell(x: spot.x + $0, y: spot.y) }
    }

    /// Whether a coordinate lies on the side of the axis where its number does; on the axis itself only
    /// what belongs there.
    private func side(_ at: Int, _ axis: Int, _ value: Double) -> Bool {
      value < 0.5 ? at < axis : value > 0.5 ? at > axis : abs(at - axis) <= 12
    }
  }
}
