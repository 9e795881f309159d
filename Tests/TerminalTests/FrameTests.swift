import Testing

@testable import Terminal

@Suite struct FrameTests {
  @Test(arguments: HostileText.strings)
  func `no text brings a control into a frame`(text: String) {
    var frame = Frame(size: Size(columns: 30, rows: 6))
    frame.put(text, x: 0, y: 0)
    frame.put(text, x: 0, y: 1, width: 12)
    frame.put(text, x: 0, y: 2, width: 20, alignment: .right)
    frame.paragraph(text, in: Rect(x: 0, y: 3, width: 9, height: 3))
    for line in frame.text.split(separator: "\n") {
      #expect(line.unicodeScalars.allSatisfy(HostileText.isHarmless))
      #expect(Text.width(String(line)) <= 30)
    }
    for row in 0..<6 {
      for cell in frame.row(row) { #expect(cell.text.unicodeScalars.count <= 9) }
    }
  }

  @Test func `there are enough hostile strings, and all are hostile`() {
    #expect(HostileText.strings.count >= 33)
    for text in HostileText.strings {
      var frame = Frame(size: Size(columns: 400, rows: 1))
      frame.put(text, x: 0, y: 0)
      #expect(Text.sanitised(text) != text || frame.text != text)
    }
  }

  @Test func `what differs of two frames is all that differs, and cuts no wide character`() {
    var random = SystemRandomNumberGenerator()
    let pieces = ["a", "漢字", "é", " ", "xy", "😀", "…"]
    func frame() -> Frame {
      var frame = Frame(size: Size(columns: 12, rows: 1))
      let text = (0..<6).map { _ in pieces.randomElement(using: &random)! }.joined()
      frame.put(text, x: Int.random(in: 0..<4, using: &random), y: 0)
      return frame
    }
    for _ in 0..<500 {
      let (old, new) = (frame(), frame())
      let columns = new.columns(thatDifferFrom: old, y: 0) ?? 0..<0
      #expect(columns.isEmpty == (old.row(0) == new.row(0)))
      for x in 0..<12 where !columns.contains(x) { #expect(old[x, 0] == new[x, 0]) }
      for edge in [columns.lowerBound, columns.upperBound] where !columns.isEmpty && edge < 12 {
        #expect(!old[edge, 0].text.isEmpty && !new[edge, 0].text.isEmpty, "\(old.text)|\(new.text)")
      }
    }
    #expect(frame().columns(thatDifferFrom: nil, y: 0) == 0..<12)
  }

  @Test func `a text is cropped at every edge`() {
    var frame = Frame(size: Size(columns: 5, rows: 2))
    #expect(frame.put("abcdefg", x: 2, y: 0) == 9)
    #expect(frame.put("xyz", x: -1, y: 1) == 2)
    frame.put("no", x: 0, y: 2)
    frame.put("no", x: 0, y: -1)
    frame.put("no", x: 99, y: 0)
    #expect(frame.text == "  abc\nyz")
  }

  @Test func `a wide character that an edge would halve is spaces`() {
    var frame = Frame(size: Size(columns: 3, rows: 2))
    frame.put("a日本", x: 0, y: 0)
    frame.put("日a", x: -1, y: 1)
    #expect(frame.text == "a日\n a")
    var narrow = Frame(size: Size(columns: 2, rows: 1))
    narrow.put("a日", x: 0, y: 0)
    #expect(narrow.text == "a")
  }

  @Test(arguments: [(0, "x 本"), (1, " x本"), (2, "日x"), (3, "日 x"), (4, "日本x")])
  func `writing over half a wide character leaves no half`(x: Int, text: String) {
    var frame = Frame(size: Size(columns: 6, rows: 1))
    frame.put("日本", x: 0, y: 0)
    frame.put("x", x: x, y: 0)
    #expect(frame.text == text)
  }

  @Test func `a width cuts with a mark and an alignment places`() {
    var frame = Frame(size: Size(columns: 12, rows: 4))
    #expect(frame.put("too long", x: 1, y: 0, width: 5) == 5)
    #expect(frame.put("7", x: 0, y: 1, width: 4, alignment: .right) == 4)
    #expect(frame.put("mid", x: 0, y: 2, width: 9, alignment: .centre) == 9)
    frame.put("way too long", x: 0, y: 3, width: 8, alignment: .right)
    #expect(frame.text == " too…\n   7\n   mid\nway too…")
  }

  @Test func `a paragraph says that it goes on`() {
    var frame = Frame(size: Size(columns: 10, rows: 3))
    #expect(frame.paragraph("one two three four", in: Rect(x: 1, y: 0, width: 8, height: 2)) == 2)
    #expect(frame.text == " one two\n three…\n")
    var whole = Frame(size: Size(columns: 10, rows: 3))
    #expect(whole.paragraph("one\ntwo", in: whole.bounds) == 2)
    #expect(whole.paragraph("one", in: Rect(x: 0, y: 0, width: 0, height: 3)) == 0)
    #expect(whole.text == "one\ntwo\n")
  }

  @Test(arguments: [
    (12, "Help desk…"), (14, "Help desk…"), (16, "Help desk that…"),
    // Words alone would leave the row nearly empty.
    (9, "Help des…"),
  ])
  func `a paragraph that does not fit ends with a whole word`(width: Int, row: String) {
    var frame = Frame(size: Size(columns: 20, rows: 1))
    frame.paragraph(
      "Help desk that follows the market", in: Rect(x: 0, y: 0, width: width, height: 1))
    #expect(frame.text == row)
  }

  @Test func `a long word is cut where it must be`() {
    var frame = Frame(size: Size(columns: 20, rows: 1))
    frame.paragraph("A közösségszervezéssel", in: Rect(x: 0, y: 0, width: 10, height: 1))
    #expect(frame.text == "A közössé…")
  }

  @Test func `a box has round corners and keeps what is inside`() {
    var frame = Frame(size: Size(columns: 6, rows: 3))
    frame.put("card", x: 1, y: 1)
    frame.box(frame.bounds)
    #expect(frame.text == "╭────╮\n│card│\n╰────╯")
    frame.box(Rect(x: 0, y: 0, width: 1, height: 9))
    frame.box(Rect(x: -2, y: -2, width: 40, height: 40))
    #expect(frame.text == "╭────╮\n│card│\n╰────╯")
  }

  @Test func `fills are cropped, and never of a wide character`() {
    var frame = Frame(size: Size(columns: 4, rows: 2))
    frame.fill(Rect(x: -5, y: -5, width: 7, height: 6), with: "x")
    frame.fill(Rect(x: 2, y: 1, width: 99, height: 99), with: "日")
    frame.fill(Rect(x: 9, y: 9, width: 2, height: 2), with: "x")
    #expect(frame.text == "xx\n")
  }

  @Test func `the second text shows the inks`() {
    var frame = Frame(size: Size(columns: 14, rows: 2))
    let after = frame.put("Now ", x: 0, y: 0)
    frame.put("FOCUS", x: after, y: 0, style: Style(.focus, underline: true))
    frame.put("bar  ", x: 0, y: 1, style: .selection)
    #expect(frame.styledText == "Now ⟨focus underline|FOCUS⟩\n⟨selection|bar  ⟩")
    #expect(frame[0, 1] == Cell(text: "b", style: .selection))
    #expect(frame[-1, 7] == .blank)
  }

  @Test(arguments: [
    Size(columns: 0, rows: 0), Size(columns: 1, rows: 1), Size(columns: -3, rows: 2),
  ])
  func `nothing is too small to be drawn in`(size: Size) {
    var frame = Frame(size: size)
    frame.box(Rect(x: 0, y: 0, width: 4, height: 4))
    frame.put("日本", x: 0, y: 0, width: 1)
    frame.put("日本", x: -1, y: 0)
    frame.paragraph("one two", in: Rect(x: 0, y: 0, width: 3, height: 3))
    frame.big("12:34", in: frame.bounds)
    frame.rule(x: -1, y: 0, width: 9)
    #expect(frame.text.count <= 1)
  }
}
