import FoundationEssentials

/// Why `workshop.json`, or a file of the workshop's own content, was refused, and where.
public struct PlanProblem: Error, Hashable, Sendable {
  /// Counted from 1.
  public let line: Int
  /// In characters, counted from 1.
  public let column: Int
  /// Where in the file, such as `sessions[0].activities[3].minutes`; empty for the whole.
  public let path: String
  public let reason: Reason
  /// What was likely meant.
  public var suggestion: String?
  /// All that may stand there, where they are few.
  public var others: [String] = []
  public var weight = Weight.refused

  public init(line: Int, column: Int, path: String, reason: Reason) {
    self.line = line
    self.column = column
    self.path = path
    self.reason = reason
  }

  /// How much hangs on it, the most first.
  public enum Weight: Int, Comparable, Sendable {
    /// The file cannot be used.
    case refused
    /// The file can be used, but something in it will not do what was meant.
    case lost
    /// A key that nothing reads.
    case unread
    /// It may be meant so.
    case doubt

    public static func < (a: Weight, b: Weight) -> Bool { a.rawValue < b.rawValue }
  }

  public enum Reason: Hashable, Sendable {
    case empty
    case notUTF8
    case utf16
    case tooDeep
    case expected(Expected)
    case unfinishedText
    /// A quote in the midst of a text would end it.
    case quoteInText
    /// A text in other quotes, or in none.
    case quotes
    case controlCharacter
    case badEscape
    case badNumber
    case trailingComma
    case missingComma
    /// JSON has none.
    case comment
    case duplicateKey(String)
    case afterEnd
    case missing(String)
    /// Another kind of value than it should be.
    case wrongKind(Kind)
    case hugeNumber
    /// A word that is not among those that may stand there.
    case unknownWord(String)
    /// A value that the plan cannot have, as the plan says.
    case invalid(String)
    /// A board, activity, session, theme or person of this id stands further up.
    case duplicateID(String)
    /// A number under the least or over the most that may stand there.
    case outside(ClosedRange<Int>)
    case notATime(String)
    case notADay(String)
    /// A key that nothing reads.
    case unknownKey(String)
    /// An id, or a name, of something that is not there.
    case unknownName(PlanWords.Kind, String)
    case emptyID
    /// An hour counts only where the item is fixed.
    case startNotFixed
    /// A vote is scored on so many criteria at most.
    case criteria(most: Int)
    case colonInID(String)
    case weightless
    /// A place on one's own idea cannot be left uncounted.
    case ownPlace
    /// So many more things are wrong.
    case more(Int)
    /// What comes after something that is no JSON was not looked at.
    case unreadRest
  }

  /// What should have stood there.
  public enum Expected: Hashable, Sendable {
    case value, key, colon, commaOrBrace, commaOrBracket, brace, bracket
  }

  /// What a value should be.
  public enum Kind: Hashable, Sendable {
    case wholeNumber, number, text, flag, list, object
    /// A text, or an object from language code to text.
    case localized
  }

  /// What is wrong, in English with `{}` for each argument.
  public var message: (key: String, arguments: [String]) {
    switch reason {
    case .empty: ("the file is empty", [])
    case .notUTF8: ("not UTF-8 text", [])
    case .utf16: ("the file is UTF-16 text, or no text; save it as UTF-8", [])
    case .tooDeep: ("too many brackets within brackets", [])
    case .expected(.value): ("expected a value", [])
    case .expected(.key): ("expected a key in quotes", [])
    case .expected(.colon): ("expected a colon", [])
    case .expected(.commaOrBrace): ("expected a comma or a closing brace", [])
    case .expected(.commaOrBracket): ("expected a comma or a closing bracket", [])
    case .expected(.brace): ("a closing brace is missing before this", [])
    case .expected(.bracket): ("a closing bracket is missing before this", [])
    case .unfinishedText: ("a text has no closing quote on its line", [])
    case .quoteInText: ("a quote within a text is written \\\"", [])
    case .quotes: ("a text goes between straight double quotes: \"…\"", [])
    case .controlCharacter: ("a text holds a control character", [])
    case .badEscape: ("no such escape in a text", [])
    case .badNumber: ("not a number", [])
    case .trailingComma: ("a comma after the last element", [])
    case .missingComma: ("a comma is missing here", [])
    case .comment: ("JSON has no comments; a key that begins with x- can hold one", [])
    case .duplicateKey(let key): ("the key {} is here twice", [key])
    case .afterEnd: ("unexpected text after the end", [])
    case .missing(let key): ("{} is missing", [key])
    case .wrongKind(.wholeNumber): ("{} should be a whole number", [path])
    case .wrongKind(.number): ("{} should be a number", [path])
    case .wrongKind(.text): ("{} should be a text in quotes", [path])
    case .wrongKind(.flag): ("{} should be true or false", [path])
    case .wrongKind(.list): ("{} should be a list in square brackets", [path])
    case .wrongKind(.object):
      path.isEmpty
        ? ("the file should be an object in braces", [])
        : ("{} should be an object in braces", [path])
    case .wrongKind(.localized):
      ("{} should be a text, or an object with a text for each language", [path])
    case .hugeNumber: ("{} is too large a number", [path])
    case .unknownWord(let word): ("“{}” is not one of the words allowed at {}", [word, path])
    case .invalid(let text): ("{}", [text])
    case .duplicateID(let id): ("the id {} is used further up already", [id])
    case .outside(let range):
      ("{} must be between {} and {}", [path, String(range.lowerBound), String(range.upperBound)])
    case .notATime(let text): ("“{}” is not a time such as 09:00", [text])
    case .notADay(let text): ("“{}” is not a date such as 2026-11-23", [text])
    case .unknownKey(let key): ("the key “{}” is unknown here, and nothing reads it", [key])
    case .unknownName(let kind, let name): (Self.unknown(kind), [name])
    case .emptyID: ("an id needs at least one letter", [])
    case .startNotFixed: ("a start without \"fixed\": true changes nothing", [])
    case .criteria(let most): ("there must be a criterion, and {} at most", [String(most)])
    case .colonInID(let id): ("the id “{}” must be a few letters without a colon", [id])
    case .weightless: ("at least one weight must be above 0", [])
    case .ownPlace:
      ("a place on one's own idea cannot be left uncounted: use “refused”", [])
    case .more(let count): ("… and {} more", [String(count)])
    case .unreadRest:
      ("what follows the last fault in its form could not be read; correct that first", [])
    }
  }

  private static func unknown(_ kind: PlanWords.Kind) -> String {
    switch kind {
    case .kind: "there is no kind of activity “{}”: it would be a plain board"
    case .language: "there is no language “{}”"
    case .sheet: "there is no sheet “{}”"
    case .canvas: "there is no canvas or user journey “{}”"
    case .deck: "there is no deck “{}”"
    case .warmUp: "there is no warm-up “{}”"
    case .method: "there is no method “{}”"
    case .board: "the plan has no board “{}”"
    case .theme: "the plan has no theme “{}”"
    case .person: "nobody on the list of people is called “{}”"
    case .activity: "the plan has no activity “{}”"
    }
  }

  /// A suggestion that stands without quotes: a number, true or false.
  public var isBareSuggestion: Bool {
    switch reason {
    case .wrongKind, .expected(.value): true
    default: false
    }
  }

  /// The message in English.
  var text: String {
    let (key, arguments) = message
    return arguments.reduce(key) { text, argument in
      text.replacing("{}", with: argument, maxReplacements: 1)
    }
  }
}
