import Testing

@testable import Reporting

/// Pictures as diagrams that readers of Markdown draw.
struct MermaidTests {
  private func markdown(_ blocks: [Report.Block]) -> String {
    Markdown.render(Report(title: "", blocks: blocks), pictures: .mermaid)
  }

  @Test func `a vote is a chart of lying bars, with its figures beneath`() {
    let bars = Report.Block.bars(
      [
        .init("One page with every consultation ✓", value: 12, text: "12"),
        .init("Ferry", value: 2.5, text: "2.5"), .init("None", value: 0, text: "0"),
      ], maximum: 15)
    #expect(
      markdown([bars]) == """
        ```mermaid
        xychart-beta horizontal
          x-axis ["One page with every consultatio…", "Ferry"]
          y-axis 0 --> 15
          bar [12, 2.500]
        ```

        - One page with every consultation ✓: 12
        - Ferry: 2.5
        - None: 0

        """)
  }

  @Test
  func `a user journey keeps the numbers of its stages, and leaves out those without a value`() {
    let curve = Report.Picture.curve(
      title: "Feelings", description: "", stages: [("Learn", 1), ("title x", nil), ("Apply", -2)],
      instead: [.paragraph("Learn +1 → Apply −2")])
    #expect(
      markdown([.picture(curve)]) == """
        ```mermaid
        journey
          title Feelings
          1. Learn: 4
          3. Apply: 1
        ```

        Learn +1 → Apply −2

        """)
  }

  @Test func `impact and effort are four quarters, and cards in one place share a point`() {
    let plane = Report.Picture.plane(
      title: "", description: "", across: "Effort", up: "Impact",
      quarters: ["do now", "plan for later", "if time allows", "let it be"],
      points: [("1", 3, 8), ("2", 10, 0), ("3", 3, 8)], instead: [])
    #expect(
      markdown([.picture(plane)]) == """
        ```mermaid
        quadrantChart
          x-axis "Effort →"
          y-axis "Impact →"
          quadrant-1 "plan for later"
          quadrant-2 "do now"
          quadrant-3 "if time allows"
          quadrant-4 "let it be"
          "1, 3": [0.300, 0.800]
          "2": [1, 0]
        ```

        """)
  }

  @Test func `a day is drawn as planned and as it was, also past midnight`() {
    let day = Report.Picture.day(
      title: "", description: "", planned: "planned", real: "real",
      rows: [("Talks: one", 540...570, 545...600), ("Party", nil, 1430...1450)], instead: [])
    let text = markdown([.picture(day)])
    #expect(
      text.contains(
        """
          section 1. Talks#58; one
            planned :done, 2001-01-01 09:00, 2001-01-01 09:30
            real :2001-01-01 09:05, 2001-01-01 10:00
          section 2. Party
            real :2001-01-01 23:50, 2001-01-02 00:10
        """))
  }

  @Test func `a canvas, which Mermaid cannot draw, stays text`() {
    let (sheet, _) = Report.Picture.sheet(
      title: "", description: "", columns: 2, rows: 1, blocks: [],
      instead: [.paragraph("Who pays: nobody yet")])
    #expect(markdown([.picture(sheet)]) == "Who pays: nobody yet\n")
  }

  @Test func `nothing that people type steers a diagram`() {
    for text in HostileTexts.corpus {
      let bars = Report.Block.bars([
        .init(text, value: 1, text: "1"), .init(text, value: 2, text: "2"),
      ])
      let curve = Report.Picture.curve(
        title: text, description: "", stages: [(text, 1), (text, -1)], instead: [])
      let plane = Report.Picture.plane(
        title: text, description: "", across: text, up: text, quarters: [text, text, text, text],
        points: [(text, 1, 1)], instead: [])
      let day = Report.Picture.day(
        title: text, description: "", planned: "planned", real: "real",
        rows: [(text, 1...2, 3...4)], instead: [])
      for (block, count) in [
        (bars, 4), (.picture(curve), 4), (.picture(plane), 8), (.picture(day), 9),
      ] {
        let lines = markdown([block]).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count { $0.hasPrefix("```") } == 2, "\(text)")
        let source = lines.dropFirst().prefix { !$0.hasPrefix("```") }
        #expect(source.count == count, "\(text)")
        for line in source where !line.hasPrefix("%%{init") {
          // Only what the program itself writes: numbers of characters, quotes around a label, lists. What
          // is written over a letter is none of its signs.
          let plain = String(
            String.UnicodeScalarView(
              line.unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }))
          let rest = plain.replacing(#/#[0-9]+;/#, with: "").replacing(#/"[^"]*"/#, with: "")
            .replacing(#/^ +(bar|x-axis|y-axis|axisFormat) .*/#, with: "")
            .replacing(#/: \[.*\]$/#, with: "")
          #expect(!rest.contains { "\"%;<>&{}[]`#$\\".contains($0) }, "\(text) → \(line)")
        }
      }
    }
  }
}
