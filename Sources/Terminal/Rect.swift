/// A rectangle of cells. Its width and height are never negative.
///
/// A view is laid out by cutting strips off the rectangle it was given; asking for more than there
/// is gives what there is, so small windows crop instead of failing.
public struct Rect: Equatable, Hashable, Sendable {
  public var x: Int
  public var y: Int
  public var width: Int
  public var height: Int

  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  public var isEmpty: Bool { width <= 0 || height <= 0 }

  /// The first column right of the rectangle.
  public var maxX: Int { x + width }

  /// The first row below the rectangle.
  public var maxY: Int { y + height }

  public var size: Size { Size(columns: width, rows: height) }

  public func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }

  /// The rectangle without a margin on each side; empty, in its middle, when the margins meet.
  public func inset(horizontal: Int = 0, vertical: Int = 0) -> Rect {
    let left = min(max(0, horizontal), width / 2)
    let above = min(max(0, vertical), height / 2)
    return Rect(
      x: x + left, y: y + above,
      width: width - 2 * max(0, horizontal), height: height - 2 * max(0, vertical))
  }

  /// Cuts rows off the top: the strip, then the rest.
  public func top(_ rows: Int) -> (strip: Rect, rest: Rect) {
    let cut = min(max(0, rows), height)
    return (
      Rect(x: x, y: y, width: width, height: cut),
      Rect(x: x, y: y + cut, width: width, height: height - cut)
    )
  }

  /// Cuts rows off the bottom: the strip, then the rest.
  public func bottom(_ rows: Int) -> (strip: Rect, rest: Rect) {
    let (rest, strip) = top(height - min(max(0, rows), height))
    return (strip, rest)
  }

  /// Cuts columns off the left: the strip, then the rest.
  public func left(_ columns: Int) -> (strip: Rect, rest: Rect) {
    let cut = min(max(0, columns), width)
    return (
      Rect(x: x, y: y, width: cut, height: height),
      Rect(x: x + cut, y: y, width: width - cut, height: height)
    )
  }

  /// Cuts columns off the right: the strip, then the rest.
  public func right(_ columns: Int) -> (strip: Rect, rest: Rect) {
    let (rest, strip) = left(width - min(max(0, columns), width))
    return (strip, rest)
  }

  /// Columns of equal width, as near as whole cells allow; the first ones take what is over.
  ///
  /// Always `count` rectangles, the last ones empty when there is no room for them.
  public func columns(_ count: Int, gap: Int = 1) -> [Rect] {
    guard count > 0 else { return [] }
    let room = max(0, width - max(0, gap) * (count - 1))
    var rest = self
    return (0..<count).map { index in
      let (column, after) = rest.left(room / count + (index < room % count ? 1 : 0))
      rest = after.left(gap).rest
      return column
    }
  }

  /// A rectangle of the given size in the middle of this one, cropped to it.
  public func centred(_ size: Size) -> Rect {
    let columns = min(max(0, size.columns), width)
    let rows = min(max(0, size.rows), height)
    return Rect(
      x: x + (width - columns) / 2, y: y + (height - rows) / 2, width: columns, height: rows)
  }
}
