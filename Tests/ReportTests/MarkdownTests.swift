import Testing

@testable import Reporting
import WorkshopQueries

struct MarkdownTests {
  @Test func `A report reads well as plain text`() {
    let report = Report(
      title: "Digital Builders", language: "fr", colon: "\u{A0}:",
      blocks: [
        .heading(level: 1, "Scan"), .paragraph("Two lines\nof one paragraph.\n\nAnother one."),
        .quote("It's 3.5 % - ok", by: "Anna"),
        .list([
          .init("Call the harbour", isDone: true, children: [.init("ask for Ms. O'Neil")]),
          .init("Write it down", isDone: false),
        ]),
        .facts([.init("Porteur", "Zoé\net Luc")]),
        .table(
          header: ["Idea", "Dots"], rows: [["A shared boat", "12"], ["Ferry | bus", "7"]],
          alignment: [.leading, .trailing]),
        .bars([
          .init("A shared boat", value: 12, text: "12"), .init("Ferry", value: 3, text: "3"),
          .init("None", value: 0, text: "0"),
        ]),
        .preformatted("a  b"), .note("Sealed."),
      ])
    #expect(
      Markdown.render(report) == """
        # Digital Builders

        ## Scan

        Two lines\\
        of one paragraph.

        Another one.

        > It's 3.5 % - ok
        >
        > — Anna

        - [x] Call the harbour
          - ask for Ms. O'Neil
        - [ ] Write it down

        + **Porteur\u{A0}:** Zoé\\
          et Luc

        | Idea          | Dots |
        | ------------- | ---: |
        | A shared boat |   12 |
        | Ferry \\| bus  |    7 |

        ```
        12  ████████████████████████  A shared boat
         3  ██████                    Ferry
         0                            None
        ```

        ```
        a  b
        ```

        *Sealed.*

        """)
  }

  @Test(arguments: [
    "it's 3.5 % - ok", "snake_case", "2 × 3", "of ~50 people", "a < b", "<3", "AT&T",
    "e.g. this. And that!",
    "yes/no (maybe) {x}", "https://example.org/a_b?c=1&d=2", "name@example.org",
    "50 % – 60 %: C'est ça !", "#hashtag",
    "-1 degree", "a | b", "2026-03-12", "price: 5 + 3 = 8", "5 $ each", "Tables: 4",
    "A. Kis", "at 10:30:00",
  ])
  func `Ordinary prose carries no backslash that nobody typed`(text: String) {
    #expect(Markdown.render(Report(title: "", blocks: [.paragraph(text)])) == text + "\n")
  }

  @Test(arguments: [
    ("# x", "\\# x"), ("1. x", "1\\. x"), ("*x*", "\\*x\\*"), ("[a](b)", "\\[a](b)"),
    ("<b>", "\\<b>"),
    ("&amp;", "\\&amp;"), ("x\\", "x\\\\"), ("a~~b~~", "a\\~\\~b\\~\\~"), ("> x", "\\> x"),
    ("- x", "\\- x"),
    ("https://a.example/*x*", "https\\://a.example/\\*x\\*"), ("a`b", "a\\`b"), ("===", "\\==="),
    // What pandoc reads beyond CommonMark: TeX, formulas, verse, lists, raised and lowered text,
    // notes, references, titles, boxes, definitions, captions, pictures.
    ("C:\\Users\\a.xlsx", "C:\\\\Users\\\\a.xlsx"), ("a \\euro 2", "a \\\\euro 2"),
    ("$total = prix$", "\\$total = prix\\$"), ("| ligne", "\\| ligne"),
    ("(@) exemple", "(@\\) exemple"), ("#. auto", "#\\. auto"), ("(1) x", "(1\\) x"),
    ("a. one", "a\\. one"), ("XIV. Lajos", "XIV\\. Lajos"), ("(#) x", "(#\\) x"),
    ("dim. 29", "dim. 29"),
    ("H~2~O", "H\\~2\\~O"), ("2^10^", "2\\^10\\^"), ("^[note]", "\\^\\[note]"),
    ("see [@doe]", "see \\[\\@doe]"), ("«@doe»", "«\\@doe»"), ("%% x", "\\%% x"),
    ("::: box", "\\::: box"), (": x", "\\: x"), ("Table: x", "Table\\: x"),
    ("[a]{.b}", "\\[a]{.b}"), ("so :tada:", "so \\:tada:"), ("2 * 3", "2 \\* 3"),
  ])
  func `What could mean something is escaped`(text: String, markdown: String) {
    #expect(Markdown.render(Report(title: "", blocks: [.paragraph(text)])) == markdown + "\n")
  }

  @Test func `An empty report is one line end, and blocks without text leave no trace`() {
    let empty: [Report.Block] = [
      .heading(level: 1, " "), .paragraph("\u{200B}"), .quote("", by: "x"), .list([.init("")]),
      .facts([]),
      .table(header: [], rows: []), .bars([]), .preformatted("\n"), .note("\n\n"),
    ]
    #expect(Markdown.render(Report(title: "", blocks: empty)) == "\n")
  }

  @Test func `An entry without text keeps the entries below it`() {
    let list = Report.Block.list([.init("", isDone: true, children: [.init("a\nb")])])
    #expect(Markdown.render(Report(title: "", blocks: [list])) == "- [x] –\n  - a\\\n    b\n")
  }

  @Test func `Headings stay between the second and the sixth level`() {
    let blocks = [-3, 0, 1, 5, 9].map { Report.Block.heading(level: $0, "x") }
    #expect(
      Markdown.render(Report(title: "", blocks: blocks))
        == "## x\n\n## x\n\n## x\n\n###### x\n\n###### x\n")
  }

  @Test func `A bar that is not a number is empty, and one past the maximum is full`() {
    let bars = [.nan, -.infinity, 5, 0.001].map { Report.Bar("x", value: $0, text: "") }
    let lines = BarChart(bars, maximum: 2).lines
    #expect(lines.map { $0.filter { "█▌".contains($0) }.count } == [0, 0, 24, 1])
  }

  @Test func `the steps of a scale stand before their bars, and their counts after`() {
    let lines = BarChart(
      [.init("10", value: 1, text: "1"), .init("5", value: 2, text: "2")], maximum: nil
    ).lines
    #expect(lines.map { $0.prefix(2) } == ["10", " 5"])
    #expect(lines.map { $0.suffix(1) } == ["1", "2"])
  }

  @Test func `A long label wraps under itself`() {
    let label = String(repeating: "harbour ", count: 12)
    let lines = BarChart([.init(label, value: 1, text: "1")], maximum: nil).lines
    #expect(lines.count == 2)
    #expect(
      lines[1] == String(repeating: " ", count: 29)
        + "harbour harbour harbour harbour harbour harbour")
  }
}
