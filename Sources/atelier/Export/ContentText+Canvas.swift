import Languages
import Terminal
import WorkshopCore

extension ContentText {
  /// A map of the blocks with their numbers in the order in which they are filled, then each block's
  /// question.
  func canvas(_ canvas: Canvas) -> [String] {
    var lines = map(canvas) + [""]
    let core = Set(canvas.mini ?? [])
    for (number, block) in canvas.guided(mini: false).enumerated() {
      let mark = core.contains(block.id) ? " · " + language("also in the short one") : ""
      lines += ["\(number + 1). \(language(block.label))\(mark)"]
      lines += paragraph(language(block.prompt), indent: 4)
    }
    if let source = canvas.source { lines += [""] + paragraph(source) }
    return lines
  }

  /// The grid, drawn so that the lowest block still has a line for its label.
  private func map(_ canvas: Canvas) -> [String] {
    let lowest = canvas.blocks.map(\.height).min() ?? 1
    let unit = max(1, (3 + lowest - 1) / lowest)
    // A grid that is taller than any screen is told by its blocks alone.
    guard canvas.rows * unit <= 60, canvas.columns <= Self.width else { return [] }
    var frame = Frame(size: Size(columns: Self.width, rows: canvas.rows * unit))
    for block in canvas.blocks {
      let x = Self.width * block.x / canvas.columns
      let right = Self.width * (block.x + block.width) / canvas.columns
      let rect = Rect(
        x: x, y: block.y * unit, width: right - x, height: block.height * unit)
      frame.box(rect)
      if let turn = canvas.order.firstIndex(of: block.id) {
        frame.put(" \(turn + 1) ", x: rect.x + 2, y: rect.y)
      }
      frame.paragraph(language(block.label), in: rect.inset(horizontal: 1, vertical: 1))
    }
    return frame.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
