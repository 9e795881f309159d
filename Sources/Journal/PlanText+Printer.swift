extension PlanText {
  /// Lays out JSON for people.
  struct Printer {
    let bytes: [UInt8]
    private(set) var text = ""
    private static let width = 96
    private static let order = [
      "v", "id", "title", "name", "summary", "language", "goal", "tables", "date", "start",
      "place", "kind", "phase", "minutes", "minimum", "maximum", "priority", "fixed", "question",
      "points", "script", "lead", "material", "output", "board", "columns", "warmUp", "deck",
      "deal", "sheet", "canvas", "mini", "challenge", "sponsor", "organisation", "role", "poll",
      "method", "rounds", "zones", "en", "fr", "hu", "themes", "people", "boards", "sessions",
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
