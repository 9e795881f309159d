import Foundation
package import WorkshopCore

/// A plan as the text of `workshop.json`, and back.
package enum PlanText {
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
  package static func plan(from bytes: [UInt8]) throws(JournalError) -> (plan: Plan, isNewer: Bool) {
    guard bytes.count <= Limit.plan.most else { throw .limit(.plan) }
    let text: JSONText
    do { text = try JSONText(bytes) } catch { throw .planRefused(error) }
    let version = version(of: text)
    do {
      if let problem = text.badNumber ?? duplicateID(in: text) { throw problem }
      let plan = try JSONDecoder().decode(Plan.self, from: Data(text.body))
      return (plan, version > Plan.version)
    } catch {
      if version > Plan.version { throw .newerVersion(version) }
      throw .planRefused(error as? PlanProblem ?? text.problem(error as? DecodingError))
    }
  }

  /// Tells why a plan would be refused. One of a later version is not asked to make sense here.
  static func check(_ bytes: [UInt8]) throws(PlanProblem) {
    do throws(JournalError) {
      _ = try plan(from: bytes)
    } catch {
      if case .planRefused(let problem) = error { throw problem }
    }
  }

  private static func version(of text: JSONText) -> Int {
    guard let node = text.root["v"], case .scalar(let range) = node.value else { return 0 }
    return Int(String(decoding: text.bytes[range], as: UTF8.self)) ?? 0
  }

  /// The second of two boards, sessions, activities, themes or people that share an id.
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
      ?? first([("themes", root["themes"]?.elements ?? [])])
      ?? first([("people", root["people"]?.elements ?? [])])
  }

  /// Lays out JSON for people.
  private struct Printer {
    let bytes: [UInt8]
    var text = ""
    private static let width = 96
    private static let order = [
      "v", "id", "title", "name", "summary", "language", "goal", "programme", "tables", "date",
      "start", "place", "kind", "phase", "minutes", "minimum", "maximum", "priority", "fixed",
      "question", "points", "script", "lead", "material", "output", "board", "columns", "warmUp",
      "deck",
      "deal", "sheet", "canvas", "mini", "challenge", "sponsor", "organisation", "role",
      "cohort", "origin", "availability", "joinedOn", "email", "stakeholder", "poll", "method",
      "rounds", "zones", "en", "fr", "hu", "themes", "people", "boards", "sessions",
      "activities",
    ]

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func print(_ node: JSONText.Node, indent: Int) {
      let line = inline(node)
      if depth(node) <= 1, line.count + indent <= Self.width {
        text += line
        return
      }
      let margin = "\n" + String(repeating: " ", count: indent + 2)
      switch node.value {
      case .object(let members):
        text += "{"
        for (index, member) in sorted(members).enumerated() {
          text += (index > 0 ? "," : "") + margin + Self.quoted(member.key) + ": "
          print(member.node, indent: indent + 2)
        }
        text += margin.dropLast(2) + "}"
      case .array(let elements):
        text += "["
        for (index, element) in elements.enumerated() {
          text += (index > 0 ? "," : "") + margin
          print(element, indent: indent + 2)
        }
        text += margin.dropLast(2) + "]"
      case .text, .scalar: text += line
      }
    }

    private func inline(_ node: JSONText.Node) -> String {
      switch node.value {
      case .object(let members):
        members.isEmpty
          ? "{}"
          : "{ "
            + sorted(members).map { Self.quoted($0.key) + ": " + inline($0.node) }
            .joined(separator: ", ") + " }"
      case .array(let elements): "[" + elements.map(inline).joined(separator: ", ") + "]"
      case .text(let text): Self.quoted(text)
      case .scalar(let range): String(decoding: bytes[range], as: UTF8.self)
      }
    }

    /// How many containers stand within each other.
    private func depth(_ node: JSONText.Node) -> Int {
      switch node.value {
      case .object(let members): 1 + (members.map { depth($0.node) }.max() ?? 0)
      case .array(let elements): 1 + (elements.map(depth).max() ?? 0)
      case .text, .scalar: 0
      }
    }

    private func sorted(_ members: [JSONText.Member]) -> [JSONText.Member] {
      func rank(_ key: String) -> Int { Self.order.firstIndex(of: key) ?? Self.order.count }
      return members.sorted { a, b in
        let (first, second) = (rank(a.key), rank(b.key))
        return first == second ? a.key < b.key : first < second
      }
    }

    private static func quoted(_ text: String) -> String {
      text.unicodeScalars.reduce(into: "\"") { result, scalar in
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\t": result += "\\t"
        case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
      } + "\""
    }
  }
}
