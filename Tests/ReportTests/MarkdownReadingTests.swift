import Testing

@testable import Reporting
import WorkshopQueries

/// Whether the parser that GitHub uses reads back what was typed, and nothing else.
@Suite(.enabled(if: MarkdownReader.isInstalled, "cmark-gfm is not installed"))
struct MarkdownReadingTests {
  @Test(arguments: HostileTexts.corpus)
  func `A hostile text is read back as itself in every place`(text: String) throws {
    try expectReadBack([text])
  }

  @Test(arguments: 0..<20)
  func `Random texts are read back as themselves, a hundred in a document`(seed: Int) throws {
    try expectReadBack(HostileTexts.random(100, seed: UInt64(seed) + 1))
  }

  @Test func `The hostile texts do not join forces in one document`() throws {
    try expectReadBack(HostileTexts.corpus)
  }

  @Test func `A fence is longer than the backticks in the text`() throws {
    let markdown = Markdown.render(
      Report(title: "", blocks: [.preformatted("a\n````\n  <b>*x*\n```"), .paragraph("after")]))
    #expect(markdown == "`````\na\n````\n  <b>*x*\n```\n`````\n\nafter\n")
    #expect(
      try MarkdownReader.read(markdown) == ["code: a⏎````⏎  <b>*x*⏎```⏎", "paragraph: after"])
  }

  @Test func `Two lists in a row stay two lists`() throws {
    let markdown = Markdown.render(
      Report(
        title: "", blocks: [.list([.init("a")]), .facts([.init("b", "c")]), .list([.init("d")])]))
    #expect(markdown == "- a\n\n+ **b:** c\n\n- d\n")
    #expect(try MarkdownReader.read(markdown).count == 3)
  }

  private func expectReadBack(_ texts: [String]) throws {
    let report = Report(title: texts[0], blocks: texts.flatMap(everywhere))
    let markdown = Markdown.render(report)
    let title = Report.line(texts[0])
    let expected = (title.isEmpty ? [] : ["heading1: " + title]) + texts.flatMap(expectations)
    let found = try MarkdownReader.read(markdown)
    for (found, expected) in zip(found, expected) {
      try #require(found == expected, "in \(markdown.debugDescription)")
    }
    #expect(found.count == expected.count, "in \(markdown.debugDescription)")
  }

  /// The text in every kind of place, with an anchor before each so that nothing can merge.
  private func everywhere(_ text: String) -> [Report.Block] {
    [
      .heading(level: 2, text), .paragraph(text), .quote(text, by: text),
      .list([
        .init(text), .init("anchor", children: [.init(text, isDone: true), .init(text)]),
        .init(text, isDone: false),
      ]),
      .facts([.init("label", text), .init(text, "anchor")]),
      .table(header: [text, "anchor"], rows: [["anchor", text], [text, text, text]]), .note(text),
    ]
  }

  private func expectations(_ text: String) -> [String] {
    let line = Report.line(text)
    let lines = Report.lines(text)
    let paragraphs = lines.split { $0.isEmpty }.map { $0.joined(separator: "⏎") }
    let tight = lines.filter { !$0.isEmpty }.joined(separator: "⏎")
    let isEmpty = line.isEmpty
    var result: [String] = isEmpty ? [] : ["heading3: " + line]
    result += paragraphs.map { "paragraph: " + $0 }
    result += paragraphs.map { "block_quote/paragraph: " + $0 }
    if !isEmpty {
      result += ["block_quote/paragraph: — " + line, "list/item/paragraph: " + tight]
    }
    result.append("list/item/paragraph: anchor")
    if !isEmpty {
      result += [
        "list/item/list/done/paragraph: " + tight, "list/item/list/item/paragraph: " + tight,
      ]
      result.append("list/todo/paragraph: " + tight)
    }
    result.append("list/item/paragraph: ‹strong›label:‹/›" + (isEmpty ? "" : " " + tight))
    result.append("list/item/paragraph: " + (isEmpty ? "" : "‹strong›\(line):‹/› ") + "anchor")
    // Columns of long words that do not go on a page stand in a table of their own.
    let rows = [[line, "anchor", ""], ["anchor", line, ""], [line, line, line]]
    for columns in TableFit.parts(
      header: [text, "anchor"], rows: [["anchor", text], [text, text, text]])
    {
      for (index, row) in rows.enumerated() {
        let place = index == 0 ? "table/table_header/table_cell: " : "table/table_row/table_cell: "
        result += columns.map { place + row[$0] }
      }
    }
    return result + paragraphs.map { "paragraph: ‹emph›\($0)‹/›" }
  }
}
