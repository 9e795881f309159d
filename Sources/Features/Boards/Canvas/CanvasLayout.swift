import Terminal
import WorkshopCore
import WorkshopQueries

/// Where the blocks of a canvas stand in a rectangle.
///
/// Of a whole canvas just where its file says. Where only some blocks are filled, the columns and rows of the
/// others are left out, and what stays grows into the room beneath and above it.
struct CanvasLayout {
  let places: [(block: Canvas.Block, place: Rect)]

  init(_ blocks: [Canvas.Block], of canvas: Canvas, in rect: Rect) {
    let isWhole = blocks.count == canvas.blocks.count
    let cells = isWhole ? blocks.map(Self.cell) : Self.grown(Self.packed(blocks.map(Self.cell)))
    let columns = isWhole ? canvas.columns : cells.map(\.maxX).max() ?? 1
    let rows = isWhole ? canvas.rows : cells.map(\.maxY).max() ?? 1
    places = zip(blocks, cells).map { block, cell in
      let x = rect.x + rect.width * cell.x / columns
      let y = rect.y + rect.height * cell.y / rows
      let right = rect.x + rect.width * cell.maxX / columns
      let bottom = rect.y + rect.height * cell.maxY / rows
      // One column between blocks: air instead of lines.
      return (block, Rect(x: x, y: y, width: right - x - 1, height: max(1, bottom - y)))
    }
  }

  /// Whether the smallest block has room for its label and a note or two.
  var hasRoomForText: Bool {
    places.allSatisfy { $0.place.width >= 18 && $0.place.height >= 4 }
  }

  private static func cell(_ block: Canvas.Block) -> Rect {
    Rect(x: block.x, y: block.y, width: block.width, height: block.height)
  }

  /// Cells without the columns and rows that none of them lies in.
  private static func packed(_ cells: [Rect]) -> [Rect] {
    let columns = Set(cells.flatMap { $0.x..<$0.maxX }).sorted()
    let rows = Set(cells.flatMap { $0.y..<$0.maxY }).sorted()
    return cells.map { cell in
      let x = columns.firstIndex(of: cell.x) ?? 0
      let y = rows.firstIndex(of: cell.y) ?? 0
      return Rect(x: x, y: y, width: cell.width, height: cell.height)
    }
  }

  /// Cells that reach down, then up, as far as nothing lies there.
  private static func grown(_ cells: [Rect]) -> [Rect] {
    var cells = cells
    let height = cells.map(\.maxY).max() ?? 0
    for index in cells.indices {
      let others = cells.indices.filter { $0 != index }.map { cells[$0] }.filter {
        $0.x < cells[index].maxX && cells[index].x < $0.maxX
      }
      let below = others.map(\.y).filter { $0 >= cells[index].maxY }.min() ?? height
      cells[index].height = below - cells[index].y
      let above = others.map(\.maxY).filter { $0 <= cells[index].y }.max() ?? 0
      cells[index].height += cells[index].y - above
      cells[index].y = above
    }
    return cells
  }
}
