/// Writes a report as one HTML page that needs nothing else: no script, no file, no network.
///
/// What people typed is text and nothing but text. The page has a language, one `h1`, headings in order,
/// landmarks, a link past the contents, table headers with their scope, bars whose number stands beside
/// them; it prints, and is light or dark as the reader's system is. After WCAG 2.2
/// (https://www.w3.org/TR/WCAG22/).
public enum HTML {
  /// What the page says of its own, in the language of the report.
  public struct Words: Sendable {
    public var contents: String
    public var skip: String
    public var done: String
    public var open: String

    /// - Parameters:
    ///   - contents: the heading of the table of contents.
    ///   - skip: the link past it.
    ///   - done: what is ticked off, for who hears the page.
    ///   - open: what is not.
    public init(contents: String, skip: String, done: String, open: String) {
      self.contents = contents
      self.skip = skip
      self.done = done
      self.open = open
    }
  }

  /// The whole page; ends with one line end.
  public static func render(_ report: Report, words: Words) -> String {
    let body = HTMLBody(report, words: words)
    let title = text(report.title)
    return """
      <!DOCTYPE html>
      <html lang="\(text(report.language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title.isEmpty ? "–" : title)</title>
      <style>
      \(style)
      </style>
      </head>
      <body>
      <a class="skip" href="#main">\(text(words.skip))</a>
      <header>
      <h1>\(title.isEmpty ? "–" : title)</h1>
      </header>
      \(contents(body.headings, words))<main id="main" tabindex="-1">
      \(body.lines.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  private static func contents(_ headings: [HTMLBody.Heading], _ words: Words) -> String {
    let chapters = headings.filter { $0.level == 2 }
    guard chapters.count > 1 else { return "" }
    let lines = chapters.map { "<li><a href=\"#\($0.id)\">\($0.text)</a></li>" }
    return """
      <nav aria-labelledby="contents">
      <h2 id="contents">\(text(words.contents))</h2>
      <ol>
      \(lines.joined(separator: "\n"))
      </ol>
      </nav>

      """
  }

  /// One line of text.
  static func text(_ plain: String) -> String { escaped(Report.line(plain)) }

  /// One sanitised line in which addresses that may be followed are links.
  static func linked(_ line: String) -> String {
    let text = Array(line.unicodeScalars)
    var result = ""
    var start = 0
    func plain(_ range: Range<Int>) -> String {
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: text[range])
      return escaped(String(scalars))
    }
    for link in SafeLink.all(in: text) {
      let address = plain(link)
      result += plain(start..<link.lowerBound)
      result += "<a href=\"\(address)\" rel=\"noreferrer\">\(address)</a>"
      start = link.upperBound
    }
    return result + plain(start..<text.count)
  }

  /// What stands for itself in text and in an attribute between double quotes.
  static func escaped(_ plain: String) -> String {
    plain.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}

extension HTML {
  /// The page's style. Every pair of ink and paper has a contrast of 4.5:1 at least, in the light and in
  /// the dark.
  static let style = """
    :root { --paper: #ffffff; --ink: #1c1d21; --quiet: #55585f; --accent: #1d4e89; --line: #c9ccd3;
      --shade: #f3f4f7; }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #15171c; --ink: #e9e8e4; --quiet: #a9adb6; --accent: #9cc4ff;
        --line: #42464f; --shade: #20232a; }
    }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 48rem; background: var(--paper);
      color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", "DejaVu Sans", sans-serif;
      overflow-wrap: break-word; }
    h1 { font-size: 2rem; line-height: 1.2; margin: 1rem 0; }
    h2 { font-size: 1.45rem; line-height: 1.25; margin: 3rem 0 .75rem; padding-top: .75rem;
      border-top: 2px solid var(--accent); }
    h3 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
    h4, h5, h6 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
    h5, h6 { color: var(--quiet); }
    p { margin: .5rem 0; max-width: 42rem; }
    a { color: var(--accent); }
    a:focus-visible, .wide:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    .skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--paper); }
    .skip:focus { left: 1rem; top: .5rem; }
    main:focus { outline: none; }
    nav h2 { font-size: 1rem; margin: 1rem 0 .25rem; padding: 0; border: 0; color: var(--quiet); }
    nav ol { columns: 2; margin: 0; padding-left: 1.5rem; }
    .note { color: var(--quiet); font-style: italic; }
    blockquote { margin: .75rem 0; padding: .1rem 1rem; border-left: 4px solid var(--line); }
    blockquote footer { color: var(--quiet); }
    ul { margin: .5rem 0; padding-left: 1.4rem; }
    .task { list-style: none; margin-left: -1.4rem; }
    dl { margin: .5rem 0; }
    dt { font-weight: 600; color: var(--quiet); }
    dd { margin: 0 0 .5rem 0; }
    .wide { overflow-x: auto; margin: .75rem 0; }
    table { border-collapse: collapse; width: 100%; font-size: .92rem; }
    th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--line); text-align: left;
      vertical-align: top; overflow-wrap: normal; }
    .any { overflow-wrap: anywhere; }
    thead th { background: var(--shade); }
    tbody th { font-weight: 500; }
    .end { text-align: right; font-variant-numeric: tabular-nums; }
    .middle { text-align: center; }
    .bars { list-style: none; padding: 0; }
    .bars li { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; margin: .4rem 0; }
    .value { font-weight: 600; font-variant-numeric: tabular-nums; }
    .bar { grid-column: 1 / -1; width: 100%; height: .55rem; }
    .bars.short li { grid-template-columns: 12rem 1fr auto; align-items: center; }
    .bars.short .bar { grid-column: 2; grid-row: 1; }
    figure { margin: 1rem 0; }
    figcaption { color: var(--quiet); font-size: .92rem; }
    svg.picture { max-width: 100%; height: auto; font-family: inherit; }
    svg text { fill: var(--ink); }
    svg .b { font-weight: 600; }
    svg .l, svg .o { stroke: var(--ink); fill: none; }
    svg .g { stroke: var(--quiet); stroke-dasharray: 3 3; fill: none; }
    svg .p { stroke: var(--line); fill: var(--shade); }
    svg .f { stroke: none; fill: var(--accent); }
    pre { overflow-x: auto; padding: .75rem; background: var(--shade); }
    @media (min-width: 40rem) {
      dl { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: .25rem 1rem; }
      dd { margin: 0; }
    }
    @media (max-width: 30rem) {
      nav ol { columns: 1; }
      .bars.short li { grid-template-columns: 7rem 1fr auto; }
    }
    @media print {
      :root { --paper: #ffffff; --ink: #000000; --quiet: #333333; --accent: #1d4e89;
        --line: #999999; --shade: #eeeeee; }
      body { max-width: none; padding: 0; font-size: 10.5pt; }
      nav, .skip { display: none; }
      h1 { font-size: 18pt; margin: 0 0 6pt; }
      h2 { font-size: 14pt; margin: 14pt 0 4pt; padding-top: 4pt; }
      h3 { font-size: 11.5pt; margin: 9pt 0 3pt; }
      h4, h5, h6 { font-size: 10.5pt; margin: 6pt 0 2pt; }
      p, ul, dl, figure, .wide { margin: 4pt 0; }
      body { line-height: 1.35; }
      th, td { padding: 2pt 4pt; }
      .bars li { margin: 2pt 0; }
      h2, h3, h4, h5 { break-after: avoid; }
      tr, li, blockquote, dd, figure, .short { break-inside: avoid; }
      ul.many { columns: 2; }
      table { font-size: 9pt; }
      thead { display: table-header-group; }
      .wide { overflow: visible; }
      thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    @page { size: A4; margin: 18mm; }
    """
}
