/// What is written down when the room empties: a title and blocks, in no format yet.
///
/// Every text is plain, as somebody typed it. It is never markup: a renderer, one file a format,
/// sanitises and escapes it. Within a text `\n` is a line break and an empty line a new paragraph,
/// where the block allows them; headings, labels and table cells fold them to a space.
public struct Report: Equatable, Sendable {
  public var title: String
  /// The code of the language it is written in: `en`, `fr` or `hu`.
  public var language: String
  public var blocks: [Block]

  public init(title: String, language: String = "en", blocks: [Block] = []) {
    self.title = title
    self.language = language
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
    /// A bar chart whose full width stands for `maximum`; nil: the largest value.
    case bars([Bar], maximum: Double? = nil)
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
