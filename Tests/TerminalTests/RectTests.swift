import Terminal
import Testing

@Suite struct RectTests {
  static let sides: [@Sendable (Rect, Int) -> (Rect, Rect)] = [
    { $0.top($1) }, { $0.bottom($1) }, { $0.left($1) }, { $0.right($1) },
  ]

  @Test(arguments: [0, 1, 7], [0, 1, 5])
  func `a strip and the rest make the whole, whatever is asked for`(width: Int, height: Int) {
    let whole = Rect(x: 2, y: 3, width: width, height: height)
    for amount in [-4, 0, 1, 3, 100] {
      for cut in Self.sides {
        let (strip, rest) = cut(whole, amount)
        #expect(strip.width >= 0 && strip.height >= 0 && rest.width >= 0 && rest.height >= 0)
        #expect(strip.width * strip.height + rest.width * rest.height == width * height)
        for part in [strip, rest] where !part.isEmpty {
          #expect(part.x >= 2 && part.y >= 3)
          #expect(part.maxX <= whole.maxX && part.maxY <= whole.maxY)
        }
      }
    }
  }

  @Test func `each side gives the strip that lies there`() {
    let whole = Rect(x: 1, y: 1, width: 10, height: 6)
    #expect(whole.top(2).strip == Rect(x: 1, y: 1, width: 10, height: 2))
    #expect(whole.bottom(2).strip == Rect(x: 1, y: 5, width: 10, height: 2))
    #expect(whole.left(3).strip == Rect(x: 1, y: 1, width: 3, height: 6))
    #expect(whole.right(3).strip == Rect(x: 8, y: 1, width: 3, height: 6))
    #expect(whole.right(3).rest == Rect(x: 1, y: 1, width: 7, height: 6))
  }

  @Test(arguments: [(80, 3, 2), (79, 3, 1), (5, 4, 1), (2, 5, 1), (0, 2, 1), (10, 1, 3)])
  func `columns stay inside, apart, and differ by one cell at most`(
    width: Int, count: Int, gap: Int
  ) {
    let columns = Rect(x: 4, y: 0, width: width, height: 2).columns(count, gap: gap)
    #expect(columns.count == count)
    #expect(columns.allSatisfy { $0.maxX <= 4 + width })
    for (one, next) in zip(columns, columns.dropFirst()) where !next.isEmpty {
      #expect(next.x == one.maxX + gap)
    }
    let widths = columns.map(\.width)
    #expect((widths.max() ?? 0) - (widths.min() ?? 0) <= 1)
  }

  @Test func `no columns are none`() {
    #expect(Rect(x: 0, y: 0, width: 5, height: 1).columns(0).isEmpty)
  }

  @Test func `margins that meet leave an empty rectangle inside`() {
    let inner = Rect(x: 0, y: 0, width: 5, height: 3).inset(horizontal: 4, vertical: 1)
    #expect(inner == Rect(x: 2, y: 1, width: 0, height: 1))
    #expect(inner.isEmpty)
  }

  @Test func `what is centred is cropped to the room`() {
    let room = Rect(x: 2, y: 2, width: 6, height: 4)
    #expect(room.centred(Size(columns: 2, rows: 2)) == Rect(x: 4, y: 3, width: 2, height: 2))
    #expect(room.centred(Size(columns: 9, rows: 9)) == room)
  }
}
