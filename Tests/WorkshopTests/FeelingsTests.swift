import Testing
import WorkshopCore
import WorkshopQueries

@Suite struct FeelingsTests {
  @Test(arguments: [
    ("0 -1 2 1 2", [0, -1, 2, 1, 2]), ("+1,-2", [1, -2]), ("1; −2 ;0", [1, -2, 0]),
    ("+1/–1/—2/‑1", [1, -1, -2, -1]), ("0-1-2", [0, -1, -2]), ("5 -7 12 02", [2, -2, 2, 2]),
    ("start 1, then -2 … end +2", [1, -2, 2]), ("1.5 -0.5", [1, 0]), ("- 1", [1]), ("", []),
    ("no idea", []), ("99999999999999999999", [2]),
  ])
  func `feelings are read however they are typed`(text: String, points: [Int]) {
    #expect(Feelings(text).points == points)
  }

  @Test func `a question mark is a point of which nobody has spoken`() {
    let feelings = Feelings("1 ? -2")
    #expect(feelings.points == [1, nil, -2])
    #expect(feelings.line == "+1 → ? → −2")
    #expect(Feelings("? ?").isEmpty && !feelings.isEmpty)
  }

  @Test func `a line of feelings is read again as it was`() {
    let feelings = Feelings("0 -1 2 1 -2")
    #expect(feelings.line == "0 → −1 → +2 → +1 → −2")
    #expect(Feelings(feelings.line) == feelings)
  }

  @Test func `no text makes a point beyond the scale or more points than a story has`() {
    var random = SplitMix64(seed: 7)
    let signs = Array("0123456789+-−–.,;/? x")
    for _ in 0..<500 {
      let text = (0..<40).compactMap { _ in signs.randomElement(using: &random) }
      let points = Feelings(String(text)).points
      #expect(points.count <= Feelings.most)
      #expect(points.allSatisfy { $0.map { abs($0) <= 2 } ?? true })
    }
  }
}
