import WorkshopCore

/// What an object of `workshop.json`, or of a file of content, may hold: its keys in the order in which one
/// reads them.
///
/// The strict reader, the writer, the JSON Schema and the README's tables are all made from these.
package struct PlanShape: Sendable {
  /// What the object is, such as `activity`.
  package let name: String
  package let keys: [Key]
  /// The program cannot use the plan when a key is another one; else it goes on without it.
  var refusesOthers = false

  /// Keys that a plan may have besides its own: where an editor finds the schema, and a template's name.
  static let besides = ["$schema", "id"]

  package func key(_ name: String) -> Key? { keys.first { $0.name == name } }

  /// One key of an object.
  package struct Key: Sendable {
    package let name: String
    let value: Value
    var isRequired = false
    /// What it is when it is left out, as JSON; nil: nothing, or something that depends on the rest.
    var usual: String?
    /// What it is for, in English; the program translates it. Empty in files of content: nothing lists their
    /// keys.
    package let help: String
    /// The program cannot use the plan when this has another kind of value.
    var isRefused = true

    init(
      _ name: String, _ value: Value, isRequired: Bool = false, usual: String? = nil,
      help: String = "",
      isRefused: Bool = true
    ) {
      self.name = name
      self.value = value
      self.isRequired = isRequired
      self.usual = usual
      self.help = help
      self.isRefused = isRefused
    }
  }

  /// What may stand under a key.
  indirect enum Value: Sendable {
    case text
    /// A text, or an object with a text for each language.
    case localized
    case flag
    /// A whole number.
    case number(ClosedRange<Int>)
    /// A number, or a text as somebody typed it.
    case figure
    /// A time of day.
    case clock
    /// A day of the calendar.
    case day
    /// A day, and then whatever is told of it.
    case dayFirst
    /// One of these words.
    case word([String])
    /// The id of something that is elsewhere.
    case name(PlanWords.Kind)
    /// The id by which others name this.
    case id
    case object(PlanShape)
    case list(Value)
  }
}

/// The names that a plan may use although they do not stand in it, by what they name.
///
/// The plan's own boards, themes, people and activities are found by the reader.
public struct PlanWords: Sendable {
  /// What a plan names.
  public enum Kind: String, CaseIterable, Sendable {
    case kind, language, sheet, canvas, deck, warmUp, method, board, theme, person, activity
  }

  /// An id, and what people call it.
  public struct Word: Equatable, Sendable {
    public let id: String
    public let names: [String]

    public init(_ id: String, _ names: [String] = []) {
      self.id = id
      self.names = names
    }
  }

  private var words: [Kind: [Word]]

  public init(_ words: [Kind: [Word]] = [:]) { self.words = words }

  public subscript(kind: Kind) -> [Word] {
    get { words[kind] ?? [] }
    set { words[kind] = newValue }
  }
}
