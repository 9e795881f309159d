import TextSafety

/// What is written down when the room empties: a title and blocks, in no format yet.
///
/// Every text is plain, as somebody typed it. It is never markup: a renderer, one file a format,
/// sanitises and escapes it. Within a text `\n` is a line break and an empty line a new paragraph,
/// where the block allows them; headings, labels and table cells fold them to a space.
public struct Report: Equatable, Sendable {
  public var title: String
  /// The code of the language it is written in, such as `en`.
  public var language: String
  /// What stands right behind a label in this language.
  public var colon: String
  public var blocks: [Block]

  public init(
    title: String, language: String = "en", colon: String = ":", blocks: [Block] = []
  ) {
    self.title = title
    self.language = language
    self.colon = colon
    self.blocks = blocks
  }

  /// One part of a report, from top to bottom. A block without text leaves no trace.
  public enum Block: Equatable, Sendable {
    /// Level 1 is a chapter right under the title; deeper than 5 counts as 5.
    case heading(level: Int, String)
    case paragraph(String)
    /// Somebody's own words, and whose.
    case quote(String, by: String? = nil)
    case list([Item])
    /// Labels and what was filled in, for instance a sheet's fields.
    case facts([Fact])
    /// Rows shorter than the longest are filled up with empty cells; a missing alignment is
    /// leading.
    case table(header: [String], rows: [[String]], alignment: [Alignment] = [])
    /// What belongs to the report and stands elsewhere.
    case links([Link])
    /// A bar chart whose full width stands for `maximum`; nil: the largest value.
    case bars([Bar], maximum: Double? = nil)
    /// A drawing; a format that draws nothing writes what stands in its place.
    case picture(Picture)
    /// A drawing that lies beside the document, by the name of its file, and what it is.
    case image(String, text: String)
    /// Text whose spaces and line ends matter.
    case preformatted(String)
    /// A remark of the program, set apart from what people said.
    case note(String)
  }

  /// An entry of a list, with entries of its own.
  public struct Item: Equatable, Sendable {
    public var text: String
    /// Ticked or not, for something to do; nil for an ordinary entry.
    public var isDone: Bool?
    public var children: [Item]

    public init(_ text: String, isDone: Bool? = nil, children: [Item] = []) {
      self.text = text
      self.isDone = isDone
      self.children = children
    }
  }

  /// A label with its text.
  public struct Fact: Equatable, Sendable {
    public var label: String
    public var text: String

    public init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }
  }

  /// A text that leads to something of the report's.
  public struct Link: Equatable, Sendable {
    enum Target: Equatable, Sendable {
      case file(String)
      case chapter(String)
    }

    public var text: String
    let target: Target

    /// - Parameter file: the name of a file that lies beside the report: letters, digits, hyphens and
    ///   points; what is none of them is no link.
    public init(_ text: String, file: String) {
      self.text = text
      target = .file(file)
    }

    /// - Parameter chapter: the heading of a chapter of the same document.
    public init(_ text: String, chapter: String) {
      self.text = text
      target = .chapter(chapter)
    }

    /// Where it leads, as a reader follows it; nil where it leads nowhere.
    ///
    /// - Parameter chapters: the ids of the document's chapters by their headings.
    func address(_ chapters: [String: String]) -> String? {
      switch target {
      case .chapter(let heading): chapters[Report.line(heading)].map { "#" + $0 }
      case .file(let name): Self.isSafe(name) ? name : nil
      }
    }

    private static func isSafe(_ file: String) -> Bool {
      !file.isEmpty && !file.hasPrefix(".")
        && file.unicodeScalars.allSatisfy {
          $0.isASCII
            && ($0.properties.isAlphabetic || $0.properties.numericType != nil
              || $0 == "-" || $0 == ".")
        }
    }
  }

  /// The ids of the report's chapters by their headings.
  ///
  /// - Parameter id: what a format gives a heading for an id, by its place among the headings, from 0 on.
  func chapters(_ id: (Int, String) -> String) -> [String: String] {
    var chapters: [String: String] = [:]
    var count = 0
    for case .heading(let level, let text) in blocks {
      let line = Report.line(text)
      guard !line.isEmpty else { continue }
      let own = id(count, line)
      if level <= 1 { chapters[line] = own }
      count += 1
    }
    return chapters
  }

  /// A line of a bar chart.
  public struct Bar: Equatable, Sendable {
    public var label: String
    /// Zero or more, in the unit of the chart's maximum.
    public var value: Double
    /// The value as people read it, such as `12` or `4.2`.
    public var text: String

    public init(_ label: String, value: Double, text: String) {
      self.label = label
      self.value = value
      self.text = text
    }
  }

  /// Where a column's text stands.
  public enum Alignment: Equatable, Sendable { case leading, center, trailing }
}

extension Report {
  /// The text without anything that steers, hides or reorders. Every way of ending a line becomes `\n`.
  static func sanitised(_ text: String) -> String { SafeText.of(text, newlines: true) }

  /// Whether a scalar is seen wherever it stands; in JSON the others are written as numbers.
  static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x20..<0x7F).contains(scalar.value) }
    if scalar == "\u{FE0E}" || scalar == "\u{FE0F}" { return true }
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint { return false }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned: return false
    case .lineSeparator, .paragraphSeparator: return false
    default: return true
    }
  }

  /// The sanitised lines of a text, each without spaces at its ends and with one space for several.
  static func lines(_ text: String) -> [String] {
    sanitised(text).unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { folded(String($0)) }
  }

  /// The whole text on one sanitised line.
  static func line(_ text: String) -> String { folded(sanitised(text)) }

  private static func folded(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace && !isFixedSpace($0) }
      .map(trimmed).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// No-break spaces stay within a text (French punctuation needs them), but not at its ends.
  private static func isFixedSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{A0}" || scalar == "\u{202F}"
  }

  private static func trimmed(_ word: Substring.UnicodeScalarView) -> String {
    var word = word
    while let first = word.first, isFixedSpace(first) { word.removeFirst() }
    while let last = word.last, isFixedSpace(last) { word.removeLast() }
    return String(word)
  }
}
