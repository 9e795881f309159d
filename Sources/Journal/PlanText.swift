import Foundation
import Workshop

/// A plan as the text of `workshop.json`, and back.
enum PlanText {
  /// The plan in a shape that people like to edit: known keys in the order in which one thinks of
  /// them, small lists and objects on one line. Nil only when the plan cannot be encoded.
  static func bytes(of plan: Plan) -> [UInt8]? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    guard let data = try? encoder.encode(plan), let text = try? JSONText([UInt8](data)) else {
      return nil
    }
    var printer = Printer(bytes: text.bytes)
    printer.print(text.root, indent: 0)
    return Array((printer.text + "\n").utf8)
  }

  /// Reads a plan; whatever is wrong is told with its place. `isNewer`: a later version wrote it.
  static func plan(from bytes: [UInt8]) throws(JournalError) -> (plan: Plan, isNewer: Bool) {
    guard bytes.count <= Limit.plan.most else { throw .limit(.plan) }
    let text: JSONText
    do { text = try JSONText(bytes) } catch { throw .planRefused(error) }
    let version = version(of: text)
    do {
      if let problem = hugeNumber(in: text) { throw problem }
      let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
      let plan = try JSONDecoder().decode(Plan.self, from: Data(body))
      return (plan, version > Plan.version)
    } catch {
      if version > Plan.version { throw .newerVersion(version) }
      if let problem = error as? PlanProblem { throw .planRefused(problem) }
      throw .planRefused(problem(error, in: text))
    }
  }

  private static func version(of text: JSONText) -> Int {
    guard let node = text.root["v"], case .scalar(let range) = node.value else { return 0 }
    return Int(String(decoding: text.bytes[range], as: UTF8.self)) ?? 0
  }

  /// No count in a plan has more than six digits; whatever is computed from it cannot overflow.
  private static func hugeNumber(in text: JSONText) -> PlanProblem? {
    firstNumber(in: text, text.root, "", .hugeNumber) { abs(Double($0) ?? 0) >= 1_000_000 }
  }

  /// The first number, as it is written, that a rule objects to.
  private static func firstNumber(
    in text: JSONText, _ node: JSONText.Node, _ path: String, _ reason: PlanProblem.Reason,
    where isBad: (String) -> Bool
  ) -> PlanProblem? {
    switch node.value {
    case .object(let members):
      for member in members {
        let inner = path.isEmpty ? member.key : path + "." + member.key
        if let problem = firstNumber(in: text, member.node, inner, reason, where: isBad) {
          return problem
        }
      }
      return nil
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        let inner = path + "[\(index)]"
        if let problem = firstNumber(in: text, element, inner, reason, where: isBad) {
          return problem
        }
      }
      return nil
    case .text: return nil
    case .scalar(let range):
      let number = String(decoding: text.bytes[range], as: UTF8.self)
      guard Double(number) != nil, isBad(number) else { return nil }
      return text.problem(node.start, path, reason)
    }
  }

  private static func problem(_ error: any Error, in text: JSONText) -> PlanProblem {
    func at(_ path: [any CodingKey], _ reason: PlanProblem.Reason) -> PlanProblem {
      text.problem(text.node(at: path).start, JSONText.text(of: path), reason)
    }
    switch error as? DecodingError {
    case .keyNotFound(let key, let context):
      return at(context.codingPath, .missing(key.stringValue))
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      return at(context.codingPath, .wrongKind(kind(of: type, at: context.codingPath)))
    case .dataCorrupted(let context):
      // The plan names the list in which an id stands twice, and the decoder no place at all for a
      // fraction; we can tell both exactly.
      if let problem = duplicateID(in: text) { return problem }
      if context.codingPath.isEmpty, let problem = fraction(in: text) { return problem }
      return at(context.codingPath, .invalid(context.debugDescription))
    default: return at([], .wrongKind(.object))
    }
  }

  private static func kind(
    of type: any Any.Type, at path: [any CodingKey]
  ) -> PlanProblem.Kind {
    switch type {
    case is Int.Type: .wholeNumber
    case is String.Type: .text
    case is Bool.Type: .flag
    case is Double.Type: .number
    case is [Any].Type: .list
    // The decoder asks for the same kind of dictionary whether it wants an object or a text.
    default:
      localized.contains(path.last { $0.intValue == nil }?.stringValue ?? "")
        ? .localized : .object
    }
  }

  /// Keys whose objects are texts in several languages.
  private static let localized: Set<String> = [
    "title", "name", "summary", "goal", "challenge", "question", "points", "script", "material",
    "output",
  ]

  /// The first number that is not whole: no count in a plan has a fraction.
  private static func fraction(in text: JSONText) -> PlanProblem? {
    firstNumber(in: text, text.root, "", .wrongKind(.wholeNumber)) { Int($0) == nil }
  }

  /// The second of two boards, zones of a board, sessions, activities, themes or people that share an
  /// id.
  private static func duplicateID(in text: JSONText) -> PlanProblem? {
    func first(_ lists: [(String, [JSONText.Node])]) -> PlanProblem? {
      var known: Set<String> = []
      for (path, list) in lists {
        for (index, node) in list.enumerated() {
          guard let id = node["id"], let name = id.text, !known.insert(name).inserted else {
            continue
          }
          return text.problem(id.start, "\(path)[\(index)].id", .duplicateID(name))
        }
      }
      return nil
    }
    let root = text.root
    let sessions = root["sessions"]?.elements ?? []
    let boards = root["boards"]?.elements ?? []
    return first([("boards", boards)])
      ?? first(
        sessions.enumerated().map { index, session in
          ("sessions[\(index)].activities", session["activities"]?.elements ?? [])
        })
      ?? first([("sessions", sessions)])
      ?? boards.enumerated().lazy.compactMap { index, board in
        first([("boards[\(index)].zones", board["zones"]?.elements ?? [])])
      }.first
      ?? first([("themes", root["themes"]?.elements ?? [])])
      ?? first([("people", root["people"]?.elements ?? [])])
  }
}
