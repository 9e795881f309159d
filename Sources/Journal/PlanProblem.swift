import Foundation

/// Why `workshop.json` was refused, and where.
public struct PlanProblem: Error, Hashable, Sendable {
  /// Counted from 1.
  public let line: Int
  /// In characters, counted from 1.
  public let column: Int
  /// Where in the plan, such as `sessions[0].activities[3].minutes`; empty for the whole.
  public let path: String
  public let reason: Reason

  public enum Reason: Hashable, Sendable {
    case empty
    case notUTF8
    case tooLarge
    case tooDeep
    /// What should stand there, such as `a comma or }`.
    case expected(String)
    case unfinishedText
    case controlCharacter
    case badEscape
    case badNumber
    case trailingComma
    case duplicateKey(String)
    case afterEnd
    case missing(String)
    /// Another kind of value; what it should be.
    case wrongKind(String)
    /// A value that the plan cannot have, as the plan says.
    case invalid(String)
    /// A board, activity, session, theme or person of this id stands further up.
    case duplicateID(String)
  }

  /// What is wrong, in English with `{}` for each argument.
  public var message: (key: String, arguments: [String]) {
    switch reason {
    case .empty: ("the file is empty", [])
    case .notUTF8: ("not UTF-8 text", [])
    case .tooLarge: Limit.plan.message
    case .tooDeep: ("too many brackets within brackets", [])
    case .expected(let what): ("expected {}", [what])
    case .unfinishedText: ("a text has no closing quote on its line", [])
    case .controlCharacter: ("a text holds a control character", [])
    case .badEscape: ("no such escape in a text", [])
    case .badNumber: ("not a number", [])
    case .trailingComma: ("a comma after the last element", [])
    case .duplicateKey(let key): ("the key {} stands here twice", [key])
    case .afterEnd: ("something stands after the end", [])
    case .missing(let key): ("{} is missing", [key])
    case .wrongKind(let kind): ("{} should be {}", [path.isEmpty ? "the plan" : path, kind])
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
