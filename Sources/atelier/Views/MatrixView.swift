import Terminal
import Workshop

/// Cards on a plane with two axes: their numbers as points, and what the numbers stand for beside it.
enum MatrixView {
  static func draw(
    _ scene: Scene, _ board: Board, _ matrix: Matrix, into frame: inout Frame, in rect: Rect,
    onStage: Bool
  ) {
    let cards = scene.workshop.cards(on: board.id)
    let selected = onStage ? nil : scene.selected(on: board)?.id
    let (foot, room) = rect.bottom(onStage ? 0 : 2)
    let (plot, rest) = room.left(max(28, min(room.width * 6 / 11, room.height * 4)))
    let points = zip(1..., cards).compactMap { number, card in
      matrix.place(of: card).map {
        Point(number: number, place: $0, isSelected: card.id == selected)
      }
    }
    plane(scene, matrix, points, into: &frame, in: plot)
    legend(scene, matrix, cards, selected, into: &frame, in: rest.left(2).rest)
    if let selected, let card = cards.first(where: { $0.id == selected }) {
      let place = matrix.place(of: card).map { place in
        [
          "\(scene.say(matrix.up.title)) \(place.y)",
          "\(scene.say(matrix.across.title)) \(place.x)",
          matrix.quadrant(of: place).map { scene.say($0) },
        ].compactMap { $0 }.joined(separator: " · ")
      }
      frame.paragraph(
        "\(card.text)  (\(place ?? scene.say("not placed yet")))", in: foot, style: .accent)
    }
  }

  /// A card's number on the plane.
  private struct Point {
    let number: Int
    let place: Matrix.Place
    let isSelected: Bool
  }

  private static func plane(
    _ scene: Scene, _ matrix: Matrix, _ points: [Point], into frame: inout Frame, in rect: Rect
  ) {
    let (head, below) = rect.top(1)
    let (foot, field) = below.bottom(1)
    frame.put(
      "↑ " + scene.say(matrix.up.title), x: head.x, y: head.y, style: .strong, width: head.width)
    frame.put(
      scene.say(matrix.across.title) + " →", x: foot.x, y: foot.y, style: .strong,
      width: foot.width, alignment: .right)
    guard field.width > 10, field.height > 4 else { return }
    let grid = Grid(field)
    frame.rule(x: field.x, y: grid.middle.y, width: field.width)
    for y in field.y..<field.maxY {
      frame.put(y == grid.middle.y ? "┼" : "│", x: grid.middle.x, y: y, style: .quiet)
    }
    let half = field.width / 2 - 1
    let names: [(Localized, Int, Int, Alignment)] = [
      (matrix.quadrants.topLeft, field.x, field.y, .left),
      (matrix.quadrants.topRight, field.maxX - half, field.y, .right),
      (matrix.quadrants.bottomLeft, field.x, field.maxY - 1, .left),
      (matrix.quadrants.bottomRight, field.maxX - half, field.maxY - 1, .right),
    ]
    for (name, x, y, alignment) in names {
      frame.put(
        scene.say(name), x: x, y: y, style: Style(.quiet, bold: true), width: half,
        alignment: alignment)
    }
    // No number stands on a name.
    var taken: Set<Cell> = []
    for (name, x, y, alignment) in names {
      let width = min(Text.width(scene.say(name)), half)
      let start = alignment == .left ? x : x + half - width
      taken.formUnion((start..<start + width).map { Cell(x: $0, y: y) })
    }
    // The chosen one keeps its place; whoever comes to it makes way.
    for point in points.filter(\.isSelected) + points.filter({ !$0.isSelected }) {
      let label = String(point.number)
      let spot = grid.spot(for: label, at: point.place, &taken)
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

    private func cell(_ place: Matrix.Place) -> Cell {
      let most = Matrix.span.upperBound
      return Cell(
        x: field.x + (field.width - 1) * place.x / most,
        y: field.maxY - 1 - (field.height - 1) * place.y / most)
    }

    /// The free place nearest to where a card belongs, in the same quarter, so that numbers at one place
    /// stand side by side and none says something else than its card.
    func spot(for label: String, at place: Matrix.Place, _ taken: inout Set<Cell>) -> Cell {
      let home = cell(place)
      let free = Self.offsets.lazy.map { Cell(x: home.x + $0.x, y: home.y + $0.y) }.first { spot in
        cells(label, spot).allSatisfy { isFree($0, for: place, taken) }
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

    private func isFree(_ cell: Cell, for place: Matrix.Place, _ taken: Set<Cell>) -> Bool {
      guard field.contains(Terminal.Point(x: cell.x, y: cell.y)), !taken.contains(cell) else {
        return false
      }
      return side(cell.x, middle.x, place.x)
        && side(cell.y, middle.y, Matrix.span.upperBound - place.y)
    }

    private func cells(_ label: String, _ spot: Cell) -> [Cell] {
      (0..<label.count).map { Cell(x: spot.x + $0, y: spot.y) }
    }

    /// Whether a coordinate lies on the side of the axis where its number does; on the axis itself only
    /// what belongs there.
    private func side(_ at: Int, _ axis: Int, _ value: Int) -> Bool {
      let half = Matrix.Place.middle.x
      return value < half ? at < axis : value > half ? at > axis : abs(at - axis) <= 12
    }
  }

  /// What the numbers stand for, those without a place last.
  private static func legend(
    _ scene: Scene, _ matrix: Matrix, _ cards: [Card], _ selected: CardID?,
    into frame: inout Frame, in rect: Rect
  ) {
    guard !cards.isEmpty else {
      frame.paragraph(scene.say("No card to place yet"), in: rect, style: .quiet)
      return
    }
    let items = zip(1..., cards).map { number, card in
      let isPlaced = matrix.place(of: card) != nil
      return NumberedList.Item(
        number: number, text: Wall.label(card), style: isPlaced ? .plain : .quiet,
        isSelected: card.id == selected)
    }
    let waiting = cards.count { matrix.place(of: $0) == nil }
    let (foot, list) = rect.bottom(waiting == 0 ? 0 : 2)
    NumberedList(items: items).draw(into: &frame, in: list)
    frame.put(
      waiting == 0 ? "" : scene.say("to be placed: \(waiting)"), x: foot.x, y: foot.y + 1,
      style: .quiet, width: foot.isEmpty ? 0 : foot.width)
  }
}
