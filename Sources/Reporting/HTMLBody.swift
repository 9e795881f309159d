/// The blocks of a report as HTML, and the headings among them.
struct HTMLBody {
  /// A heading of the page; `text` is HTML.
  struct Heading {
    let id: String
    let level: Int
    let text: String
  }

  private(set) var lines: [String] = []
  private(set) var headings: [Heading] = []
  private let words: HTML.Words
  private let language: String
  private var isOpen = false
  private var pictures = 0
  private let chapters: [String: String]

  init(_ report: Report, words: HTML.Words) {
    self.words = words
    language = report.language
    chapters = report.chapters { index, _ in Self.id(index) }
    for block in report.blocks.flatMap(\.fitted) { write(block) }
    if isOpen { lines.append("</section>") }
  }

  private mutating func write(_ block: Report.Block) {
    switch block {
    case .heading(let level, let text): heading(level, text)
    case .paragraph(let text): lines += Self.paragraphs(text)
    case .note(let text): lines += Self.paragraphs(text, attributes: " class=\"note\"")
    case .quote(let text, let by):
      let words = Self.paragraphs(text)
      guard !words.isEmpty else { return }
      let name = by.map(HTML.text) ?? ""
      let signature = name.isEmpty ? [] : ["<footer>— \(name)</footer>"]
      lines += ["<blockquote>"] + words + signature + ["</blockquote>"]
    case .list(let items): lines += list(items)
    case .facts(let facts): lines += self.facts(facts)
    case .table(let header, let rows, let alignment):
      lines +=
        HTMLTable(
          header: header, rows: rows, alignment: alignment, name: headings.last?.text ?? ""
        ).lines
    case .bars(let bars, let maximum): lines += Self.bars(bars, maximum: maximum)
    case .links(let links):
      guard !links.isEmpty else { return }
      let items = links.map { link in
        let text = HTML.text(link.text)
        let address = link.address(chapters)
        return "<li>" + (address.map { "<a href=\"\($0)\">\(text)</a>" } ?? text) + "</li>"
      }
      lines += ["<ul>"] + items + ["</ul>"]
    case .image(_, let text): lines += Self.paragraphs(text)
    case .picture(let picture):
      pictures += 1
      lines += ["<figure>", SVG.inline(picture, id: "p\(pictures)")]
      let caption = HTML.text(picture.title)
      lines += (caption.isEmpty ? [] : ["<figcaption>\(caption)</figcaption>"]) + ["</figure>"]
    case .preformatted(let text):
      let plain = HTML.escaped(Report.sanitised(text))
      // The line end after the tag is none of the text's: one that the text begins with stays.
      if !Report.line(text).isEmpty { lines.append("<pre>\n\(plain)</pre>") }
    }
  }

  /// Chapters are sections; no level is left out on the way down.
  private mutating func heading(_ level: Int, _ text: String) {
    let text = HTML.text(text)
    guard !text.isEmpty else { return }
    let level = min(6, max(2, level + 1), (headings.last?.level ?? 1) + 1)
    let heading = Heading(id: Self.id(headings.count), level: level, text: text)
    headings.append(heading)
    if level == 2 {
      if isOpen { lines.append("</section>") }
      lines.append("<section aria-labelledby=\"\(heading.id)\">")
      isOpen = true
    }
    lines.append("<h\(level) id=\"\(heading.id)\">\(text)</h\(level)>")
  }

  /// The id of a heading by its place among the headings.
  private static func id(_ index: Int) -> String { "s\(index + 1)" }

  static func paragraphs(_ text: String, attributes: String = "") -> [String] {
    Report.lines(text).split { $0.isEmpty }.map { lines in
      "<p\(attributes)>" + lines.map(HTML.linked).joined(separator: "<br>") + "</p>"
    }
  }

  /// Lines of a text without empty ones.
  private static func inline(_ text: String) -> String {
    Report.lines(text).filter { !$0.isEmpty }.map(HTML.linked).joined(separator: "<br>")
  }

  private func list(_ items: [Report.Item]) -> [String] {
    let isLong = items.count > Self.many
    let inner = items.flatMap { item -> [String] in
      let text = Self.inline(item.text)
      let children = list(item.children)
      guard !text.isEmpty || !children.isEmpty else { return [] }
      let box = item.isDone.map { isDone in
        "<span class=\"box\" role=\"img\" aria-label=\"\(HTML.text(isDone ? words.done : words.open))\">"
          + (isDone ? "☑" : "☐") + "</span> "
      }
      let start = (box == nil ? "<li>" : "<li class=\"task\">") + (box ?? "")
      return children.isEmpty
        ? [start + text + "</li>"] : [start + (text.isEmpty ? "–" : text)] + children + ["</li>"]
    }
    let start = isLong ? "<ul class=\"many\">" : "<ul>"
    return inner.isEmpty ? [] : [start] + inner + ["</ul>"]
  }

  /// Longer lists are set in two columns.
  private static let many = 30

  private func facts(_ facts: [Report.Fact]) -> [String] {
    let inner = facts.flatMap { fact -> [String] in
      let label = HTML.text(fact.label)
      let text = Self.inline(fact.text)
      guard !label.isEmpty || !text.isEmpty else { return [] }
      return ["<dt>\(label.isEmpty ? "–" : label)</dt>", "<dd>\(text)</dd>"]
    }
    return inner.isEmpty ? [] : ["<dl>"] + inner + ["</dl>"]
  }

  /// Letters of a label that has room before its bar.
  private static let shortLabel = 24

  /// The number is the text; the bar beneath it is for the eye alone.
  private static func bars(_ bars: [Report.Bar], maximum: Double?) -> [String] {
    guard !bars.isEmpty else { return [] }
    let largest = bars.map(\.value).filter(\.isFinite).max() ?? 0
    let full = maximum.flatMap { $0.isFinite && $0 > 0 ? $0 : nil } ?? largest
    let rows = bars.map { bar -> String in
      let share = bar.value.isFinite && full > 0 ? min(1, max(0, bar.value / full)) : 0
      let width = Int((share * 1000).rounded())
      return "<li><span class=\"label\">\(HTML.text(bar.label))</span> "
        + "<span class=\"value\">\(HTML.text(bar.text))</span> "
        + "<svg class=\"bar\" aria-hidden=\"true\" viewBox=\"0 0 1000 9\" preserveAspectRatio=\"none\">"
        + "<rect class=\"p\" width=\"1000\" height=\"9\"/>"
        + "<rect class=\"f\" width=\"\(width)\" height=\"9\"/></svg></li>"
    }
    // Short labels stand before their bars, long ones above.
    let isShort = bars.allSatisfy { Report.line($0.label).count <= Self.shortLabel }
    return ["<ul class=\"\(isShort ? "bars short" : "bars")\">"] + rows + ["</ul>"]
  }
}

/// A table in a region of its own that scrolls where it is too wide, with the keyboard too.
private struct HTMLTable {
  let lines: [String]

  /// - Parameter name: HTML that says what the table is about.
  init(header: [String], rows: [[String]], alignment: [Report.Alignment], name: String) {
    let count = max(header.count, rows.map(\.count).max() ?? 0)
    guard count > 0 else {
      lines = []
      return
    }
    let classes = (0..<count).map { column -> String in
      switch column < alignment.count ? alignment[column] : .leading {
      case .leading: ""
      case .center: " class=\"middle\""
      case .trailing: " class=\"end\""
      }
    }
    func cell(_ row: [String], _ column: Int) -> String {
      guard column < row.count else { return "" }
      let text = Report.line(row[column])
      let isLong = text.split(separator: " ").contains { $0.count > TableFit.longest }
      return isLong ? "<span class=\"any\">\(HTML.linked(text))</span>" : HTML.linked(text)
    }
    let head = (0..<count).map { column in
      let text = cell(header, column)
      return text.isEmpty
        ? "<td></td>" : "<th scope=\"col\"\(classes[column])>\(text)</th>"
    }
    let body = rows.map { row in
      "<tr>"
        + (0..<count).map { column in
          let text = cell(row, column)
          return column == 0 && !text.isEmpty
            ? "<th scope=\"row\"\(classes[column])>\(text)</th>"
            : "<td\(classes[column])>\(text)</td>"
        }.joined() + "</tr>"
    }
    let (shares, isShort) = TableFit.columns(header: header, rows: rows)
    let columns = shares.map { "<col style=\"width: \(Int($0.rounded()))%\">" }
    let label = name.isEmpty ? "" : " role=\"region\" aria-label=\"\(name)\""
    lines =
      [
        "<div class=\"wide\" tabindex=\"0\"\(label)>",
        isShort ? "<table class=\"short\">" : "<table>",
      ] + (count > 1 ? ["<colgroup>\(columns.joined())</colgroup>"] : [])
      + ["<thead><tr>\(head.joined())</tr></thead>", "<tbody>"] + body
      + ["</tbody>", "</table>", "</div>"]
  }
}
