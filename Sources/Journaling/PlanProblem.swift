import Foundation

/// Why `workshop.json`, or a file of the workshop's own content, was refused, and where.
public struct PlanProblem: Error, Hashable, Sendable {
  /// Counted from 1.
  public let line: Int
  /// In characters, counted from 1.
  public let column: Int
  /// Where in the file, such as `sessions[0].activities[3].minutes`; empty for the whole.
  public let path: String
  public let reason: Reason

  public enum Reason: Hashable, Sendable {
    case empty
    case notUTF8
    case tooDeep
    case expected(Expected)
    case unfinishedText
    case controlCharacter
    case badEscape
    case badNumber
    case trailingComma
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
  }

  /// What should have stood there.
  public enum Expected: Hashable, Sendable { case value, key, colon, commaOrBrace, commaOrBracket }

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
    case .tooDeep: ("too many brackets within brackets", [])
    case .expected(.value): ("expected a value", [])
    case .expected(.key): ("expected a key in quotes", [])
    case .expected(.colon): ("expected a colon", [])
    case .expected(.commaOrBrace): ("expected a comma or a closing brace", [])
    case .expected(.commaOrBracket): ("expected a comma or a closing bracket", [])
    case .unfinishedText: ("a text has no closing quote on its line", [])
    case .controlCharacter: ("a text holds a control character", [])
    case .badEscape: ("no such escape in a text", [])
    case .badNumber: ("not a number", [])
    case .trailingComma: ("a comma after the last element", [])
    case .duplicateKey(let key): ("the key {} stands here twice", [key])
    case .afterEnd: ("something stands after the end", [])
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
    case .unknownWord(let word): ("“{}” is none of the words that may stand at {}", [word, path])
    case .invalid(let text): ("{}", [text])
    case .duplicateID(let id): ("the id {} is taken further up", [id])
    }
  }

  /// The message in English.
  var text: String {
    let (key, arguments) = message
    return arguments.reduce(key) { text, argument in
      text.range(of: "{}").map { text.replacingCharacters(in: $0, with: argument) } ?? text
    }
  }
}
