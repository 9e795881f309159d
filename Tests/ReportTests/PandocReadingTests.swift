import Foundation
import Testing

@testable import Reporting

/// Where pandoc is; nil where it is not installed.
private enum PandocReader {
  static let program = ["/usr/bin/pandoc", "/usr/local/bin/pandoc", "/opt/homebrew/bin/pandoc"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// Whether pandoc reads back what was typed, in its own Markdown and in GitHub's.
@Suite(.enabled(if: PandocReader.program != nil, "pandoc is not installed"))
struct PandocReadingTests {
  private static let texts = [
    #"C:\temp\new"#, #"\alpha \begin{x}"#, "$x$", "$5 and 6$", "5$ a $6$", "5$", "@doe99 says",
    "see [@doe99]", "-@doe", "(@good) x", "«@doe»", "mail a@b.hu", "%%", "%% x", "% a", "100 %",
    "H~2~O", "~x ~y~", "2^10^", "x^", "^[note]", "[^1]", "[^1]: foot", "[text]{.cls}",
    "Title {#id}", "Title {-}", "::: warning", ":::", ": definition", "~ definition", "Table: x",
    ":x", "a. one", "A) one", "A. Kis", "ii. two", "XIV. Lajos", "iv) four", "(1) one", "(a) one",
    "dim. 29", "mi. d", "lim. x",
    "(#) one", "#. one", "#) one", "12345678901. x", "@. x", "C#", ":smile: x", "| verse", "_ x _",
    "2 * 3 * 4", "*[a]: x", "[a]: x", "<span>", "&copy;", "`a`{=html}", "~50 people, ~20 boats",
  ]

  @Test(arguments: ["markdown-smart", "gfm"])
  func `A card’s text is the same in the plain text that pandoc makes of it`(dialect: String)
    throws
  {
    let blocks = Self.texts.flatMap { text -> [Report.Block] in
      [
        .heading(level: 2, text), .paragraph(text), .paragraph(text + "\n" + text),
        .list([.init(text)]), .quote(text, by: nil),
      ]
    }
    let found = try plain(Markdown.render(Report(title: "Title", blocks: blocks)), dialect)
      .split(separator: "\n").map { $0.drop { $0 == " " } }
    let expected = Self.texts.flatMap { [$0, $0, $0, $0, "- " + $0, $0] }
    for (found, expected) in zip(found.dropFirst(), expected) {
      try #require(found.replacing("-   ", with: "- ") == expected)
    }
    #expect(found.count == expected.count + 1)
  }

  @Test func `A text stays in its own cell of a table`() throws {
    for text in Self.texts where !text.contains("|") {
      let table = Report.Block.table(header: ["h", text], rows: [[text, "x"]])
      let markdown = Markdown.render(Report(title: "", blocks: [table, .paragraph(text)]))
      let csv = try plain(markdown, "markdown-smart", as: "html")
      let cells = csv.components(separatedBy: "<t").filter {
        $0.hasPrefix("h>") || $0.hasPrefix("d>")
      }
      #expect(cells.count == 4, "\(markdown)")
      #expect(csv.contains("</table>\n<p>") && !csv.contains("<caption"), "\(markdown)")
    }
  }

  private func plain(
    _ markdown: String, _ dialect: String, as target: String = "plain"
  ) throws -> String {
    try MarkdownReader.run(
      try #require(PandocReader.program), ["--from", dialect, "--to", target, "--wrap", "none"],
      on: markdown)
  }
}
