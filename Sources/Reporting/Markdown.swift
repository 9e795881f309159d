/// Writes a report as CommonMark with the tables and task lists of GitHub Flavored Markdown.
///
/// What people typed stays text, whatever it looks like: nothing they type becomes a heading, a
/// link, emphasis, code or HTML. Only a web address that needs no escape is left for the reader's
/// software to recognise. Escapes are few, so that the source reads like prose
/// (https://spec.commonmark.org/0.31.2/, https://github.github.com/gfm/).
public enum Markdown {
  /// What stands in place of pictures.
  public enum Pictures: Sendable {
    /// Text: tables, and bars of characters.
    case text
    /// Text whose bars are lines with their numbers, for a letter that is not of one width.
    case lines
    /// Diagrams as source in Mermaid's language, with the text beside them.
    case mermaid
  }

  /// The whole document; ends with one line end.
  public static func render(_ report: Report, pictures: Pictures = .text) -> String {
    var parts: [String] = []
    let title = Report.line(report.title)
    if !title.isEmpty { parts.append("# " + MarkdownText.heading(title)) }
    var bullet = Bullet.dash
    let chapters = MarkdownAnchors.chapters(of: report)
    for block in report.blocks {
      let diagram = pictures == .mermaid ? block.diagram : []
      if !diagram.isEmpty {
        parts.append((["```mermaid"] + diagram + ["```"]).joined(separator: "\n"))
        bullet = .dash
      }
      let isText = pictures == .text || pictures == .mermaid && diagram.isEmpty
      for block in isText ? block.told : block.inLines(report.colon) {
        let lines = Self.lines(of: block, bullet: bullet, colon: report.colon, chapters)
        guard !lines.isEmpty else { continue }
        parts.append(lines.joined(separator: "\n"))
        // Two lists in a row are two lists only if their bullets differ.
        bullet = block.isList && bullet == .dash ? .plus : .dash
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The document with its drawings as files beside it, for a program that reads both.
  public static func withPictures(
    _ report: Report
  ) -> (text: String, pictures: [(name: String, svg: String)]) {
    var pictures: [(name: String, svg: String)] = []
    var document = report
    document.blocks = report.blocks.flatMap { block -> [Report.Block] in
      let picture: Report.Picture
      switch block {
      case .picture(let drawn): picture = drawn
      case .bars(let bars, let maximum) where !bars.isEmpty:
        picture = .bars(bars, maximum: maximum, colon: report.colon)
      default: return [block]
      }
      let name = "picture-\(pictures.count + 1).svg"
      pictures.append((name, SVG.file(picture)))
      return [.image(name, text: picture.title)]
    }
    return (render(document), pictures)
  }

  private enum Bullet: String { case dash = "- ", plus = "+ " }

  private static func lines(
    of block: Report.Block, bullet: Bullet, colon: String, _ chapters: [String: String]
  ) -> [String] {
    switch block {
    case .heading(let level, let text):
      let text = Report.line(text)
      let marks = String(repeating: "#", count: min(6, max(2, level + 1)))
      return text.isEmpty ? [] : [marks + " " + MarkdownText.heading(text)]
    case .paragraph(let text):
      return paragraphs(text)
    case .quote(let text, let by):
      let name = by.map(Report.line) ?? ""
      let signature = name.isEmpty ? [] : ["", "— " + MarkdownText.escaped(name)]
      let words = paragraphs(text)
      return words.isEmpty ? [] : (words + signature).map { $0.isEmpty ? ">" : "> " + $0 }
    case .list(let items):
      return items.flatMap { lines(of: $0, bullet: bullet) }
    case .facts(let facts):
      return facts.flatMap { lines(of: $0, bullet: bullet, colon: colon) }
    case .table(let header, let rows, let alignment):
      return MarkdownTable(header: header, rows: rows, alignment: alignment).lines
    case .picture: return []
    case .image(let name, let text):
      return ["![\(MarkdownText.escaped(Report.line(text)))](\(name))"]
    case .links(let links):
      return links.map { link in
        let text = MarkdownText.escaped(Report.line(link.text))
        return bullet.rawValue + (link.address(chapters).map { "[\(text)](\($0))" } ?? text)
      }
    case .bars(let bars, let maximum):
      return fenced(BarChart(bars, maximum: maximum).lines)
    case .preformatted(let text):
      let lines = Report.sanitised(text).unicodeScalars
        .split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
      return fenced(lines)
    case .note(let text):
      return paragraphs(text, around: "*")
    }
  }

  /// Paragraphs with an empty line between them; a line end within one is a hard break.
  private static func paragraphs(_ text: String, around mark: String = "") -> [String] {
    let groups = Report.lines(text).split { $0.isEmpty }.map { broken(Array($0)) }
    return Array(
      groups.map { lines in
        var lines = lines
        lines[0] = mark + lines[0]
        lines[lines.count - 1] += mark
        return lines
      }.joined(separator: [""]))
  }

  /// Lines of one paragraph: all but the last end in a hard break.
  private static func broken(_ lines: [String]) -> [String] {
    lines.enumerated().map { index, line in
      let text = MarkdownText.atLineStart(line)
      guard index + 1 < lines.count else { return text }
      return text + (MarkdownText.endsWithAddress(line) ? " \\" : "\\")
    }
  }

  private static func lines(of item: Report.Item, bullet: Bullet) -> [String] {
    let text = broken(Report.lines(item.text).filter { !$0.isEmpty })
    let children = item.children.flatMap { lines(of: $0, bullet: .dash) }
    if text.isEmpty, children.isEmpty { return [] }
    let box = item.isDone.map { $0 ? "[x] " : "[ ] " } ?? ""
    let first = bullet.rawValue + box + (text.first ?? "–")
    return [first] + (text.dropFirst() + children).map { "  " + $0 }
  }

  /// A bold label with its text.
  private static func lines(
    of fact: Report.Fact, bullet: Bullet, colon: String
  ) -> [String] {
    let label = Report.line(fact.label)
    let text = broken(Report.lines(fact.text).filter { !$0.isEmpty })
    guard !label.isEmpty else { return lines(of: Report.Item(fact.text), bullet: bullet) }
    let first = bullet.rawValue + "**" + MarkdownText.escaped(label) + colon + "**"
    return [([first] + text.prefix(1)).joined(separator: " ")] + text.dropFirst().map { "  " + $0 }
  }

  /// A code block whose fence is longer than any run of backticks inside.
  private static func fenced(_ lines: [String]) -> [String] {
    guard lines.contains(where: { $0.contains { $0 != " " } }) else { return [] }
    var (longest, run) = (0, 0)
    for scalar in lines.joined(separator: "\n").unicodeScalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return [fence] + lines + [fence]
  }
}

extension Report.Block {
  /// A picture as the blocks in its place, a table in parts that fit on a page.
  fileprivate var told: [Report.Block] {
    if case .picture(let picture) = self { return picture.instead.flatMap(\.told) }
    return fitted
  }

  /// The source of its diagram; empty where Mermaid draws no such thing.
  fileprivate var diagram: [String] {
    switch self {
    case .picture(let picture): picture.mermaid
    case .bars(let bars, let maximum): Mermaid.bars(bars, maximum: maximum)
    default: []
    }
  }

  /// Without bars: each a line with its number.
  fileprivate func inLines(_ colon: String) -> [Report.Block] {
    guard case .bars(let bars, _) = self else { return told }
    return [.list(bars.map { Report.Item("\($0.label)\(colon) \($0.text)") })]
  }

  fileprivate var isList: Bool {
    switch self {
    case .list, .facts, .links: true
    default: false
    }
  }
}
