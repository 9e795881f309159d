extension Frame {
  /// Puts a text into a rectangle, wrapped at words; returns how many rows it took.
  ///
  /// Line ends count. When it does not fit, the last row ends with "…".
  @discardableResult
  public mutating func paragraph(
    _ text: String, in rect: Rect, style: Style = .plain, alignment: Alignment = .left
  ) -> Int {
    guard !rect.isEmpty else { return 0 }
    let lines = Text.wrap(Text.sanitised(text, newlines: true), to: rect.width)
    for (index, line) in lines.prefix(rect.height).enumerated() {
      let isCut = index == rect.height - 1 && lines.count > rect.height
      put(
        isCut ? Text.cut(line, to: rect.width) : line,
        x: rect.x, y: rect.y + index, style: style, width: rect.width, alignment: alignment)
    }
    return min(lines.count, rect.height)
  }

  /// A line from x on; "─" unless another character of one column is given.
  public mutating func rule(
    x: Int, y: Int, width: Int, style: Style = .quiet, character: Character = "─"
  ) {
    fill(Rect(x: x, y: y, width: width, height: 1), style: style, with: character)
  }

  /// A card's border with round corners; what is inside stays.
  public mutating func box(_ rect: Rect, style: Style = .card) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    let right = rect.maxX - 1
    let bottom = rect.maxY - 1
    rule(x: rect.x + 1, y: rect.y, width: rect.width - 2, style: style)
    rule(x: rect.x + 1, y: bottom, width: rect.width - 2, style: style)
    let side = Rect(x: rect.x, y: rect.y + 1, width: 1, height: rect.height - 2)
    fill(side, style: style, with: "│")
    fill(
      Rect(x: right, y: side.y, width: 1, height: side.height), style: style, with: "│")
    put("╭", x: rect.x, y: rect.y, style: style)
    put("╮", x: right, y: rect.y, style: style)
    put("╰", x: rect.x, y: bottom, style: style)
    put("╯", x: right, y: bottom, style: style)
  }
}
