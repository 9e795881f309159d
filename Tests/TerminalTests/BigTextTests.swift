import Terminal
import Testing

@Suite struct BigTextTests {
  @Test(arguments: [
    (BigText.Scale.small, 17, 3), (.medium, 25, 5), (.large, 50, 9), (.huge, 75, 14),
    (.giant, 100, 18),
  ])
  func `a time takes the cells that its size says`(
    scale: BigText.Scale, columns: Int, rows: Int
  ) {
    #expect(BigText.size(of: "12:34", scale: scale) == Size(columns: columns, rows: rows))
    var frame = Frame(size: Size(columns: 120, rows: 30))
    frame.big("08:08", x: 0, y: 0, scale: scale)
    let lines = frame.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.map(\.count).max() == columns)
    #expect(lines.count { !$0.isEmpty } == rows)
  }

  @Test func `digits are as wide as each other, so that nothing jumps`() {
    for scale in BigText.Scale.allCases {
      #expect(Set((0...9).map { BigText.size(of: "\($0)", scale: scale).columns }).count == 1)
    }
  }

  @Test func `every digit looks different`() {
    for scale in BigText.Scale.allCases {
      let pictures = "0123456789+-:".map { character in
        var frame = Frame(size: Size(columns: 30, rows: 20))
        frame.big(String(character), x: 0, y: 0, scale: scale)
        return frame.text
      }
      #expect(Set(pictures).count == 13)
    }
  }

  @Test func `the largest that fits is chosen`() {
    #expect(BigText.largest(for: "12:34", in: Size(columns: 80, rows: 24)) == .huge)
    #expect(BigText.largest(for: "12:34", in: Size(columns: 60, rows: 24)) == .large)
    #expect(BigText.largest(for: "12:34", in: Size(columns: 80, rows: 4)) == .small)
    #expect(BigText.largest(for: "12:34", in: Size(columns: 16, rows: 9)) == nil)
  }

  @Test func `where none fits the text stands in one row`() {
    var frame = Frame(size: Size(columns: 9, rows: 3))
    frame.big("12:34", in: frame.bounds)
    #expect(frame.text == "\n  12:34\n")
  }

  @Test func `small digits are drawn with half blocks`() {
    var frame = Frame(size: Size(columns: 9, rows: 3))
    frame.big("2:0", x: 0, y: 0, scale: .small)
    #expect(frame.text == "▀▀█ ▄ █▀█\n█▀▀ ▄ █ █\n▀▀▀   ▀▀▀")
  }

  @Test func `both minus signs are drawn and letters are left out`() {
    #expect(BigText.size(of: "−5", scale: .small) == BigText.size(of: "-5", scale: .small))
    #expect(BigText.size(of: "abc", scale: .small) == Size(columns: 0, rows: 0))
  }
}
