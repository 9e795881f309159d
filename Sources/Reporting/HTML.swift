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
