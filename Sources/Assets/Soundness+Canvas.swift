import WorkshopCore

extension Soundness {
  /// A grid's most units along a side: more than any wall has room for.
  private static let side = 1_000

  static func check(_ canvas: Canvas) throws(Fault) {
    try filled(canvas.title, ["title"])
    for (key, units) in [("columns", canvas.columns), ("rows", canvas.rows)] {
      if units < 1 { throw Fault([.name(key)], .below(1)) }
      if units > side { throw Fault([.name(key)], .above(side)) }
    }
    try some(canvas.blocks, ["blocks"])
    try unique(canvas.blocks.map(\.id), ["blocks"])
    for (index, block) in canvas.blocks.enumerated() {
      let path: [Fault.Key] = ["blocks", .place(index)]
      try filled(block.label, path + ["label"])
      try place(block, in: canvas, path)
      if let other = canvas.blocks.prefix(index).first(where: { overlaps($0, block) }) {
        throw Fault(path, .overlap(other.id))
      }
    }
    try order(canvas)
  }

  private static func place(
    _ block: Canvas.Block, in canvas: Canvas, _ path: [Fault.Key]
  ) throws(Fault) {
    for (key, value, least) in [
      ("x", block.x, 0), ("y", block.y, 0), ("width", block.width, 1), ("height", block.height, 1),
    ] where value < least {
      throw Fault(path + [.name(key)], .below(least))
    }
    if block.x + block.width > canvas.columns || block.y + block.height > canvas.rows {
      throw Fault(path, .outside(columns: canvas.columns, rows: canvas.rows))
    }
  }

  private static func overlaps(_ a: Canvas.Block, _ b: Canvas.Block) -> Bool {
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
  }

  /// Every block has its turn, and only blocks have one.
  private static func order(_ canvas: Canvas) throws(Fault) {
    for (key, ids) in [("order", canvas.order), ("mini", canvas.mini ?? [])] {
      var known: Set<String> = []
      for (index, id) in ids.enumerated() {
        let path: [Fault.Key] = [.name(key), .place(index)]
        if canvas.block(id) == nil { throw Fault(path, .unknownBlock(id)) }
        if !known.insert(id).inserted { throw Fault(path, .duplicateID(id)) }
      }
    }
    if let left = canvas.blocks.first(where: { !canvas.order.contains($0.id) }) {
      throw Fault(["order"], .unordered(left.id))
    }
    if let mini = canvas.mini { try some(mini, ["mini"]) }
  }
}
