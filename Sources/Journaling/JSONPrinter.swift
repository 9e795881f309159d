/// Lays out JSON for people: small lists and objects on one line, everything else a line each.
enum JSONPrinter {
  private static let width = 96

  static func text(of node: JSONText.Node) -> String {
    var text = ""
    print(node, indent: 0, into: &text)
    return text
  }

  private static func print(_ node: JSONText.Node, indent: Int, into text: inout String) {
    if isSmall(node) {
      let line = inline(node)
      if line.count + indent <= width {
        text += line
        return
      }
    }
    let margin = "\n" + String(repeating: " ", count: indent + 2)
    switch node.value {
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        text += (index > 0 ? "," : "") + margin + quoted(member.key) + ": "
        print(member.node, indent: indent + 2, into: &text)
      }
      text += margin.dropLast(2) + "}"
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        text += (index > 0 ? "," : "") + margin
        print(element, indent: indent + 2, into: &text)
      }
      text += margin.dropLast(2) + "]"
    case .text, .scalar: text += inline(node)
    }
  }

  static func inline(_ node: JSONText.Node) -> String {
    switch node.value {
    case .object(let members):
      members.isEmpty
        ? "{}"
        : "{ "
          + members.map { quoted($0.key) + ": " + inline($0.node) }.joined(separator: ", ")
          + " }"
    case .array(let elements): "[" + elements.map(inline).joined(separator: ", ") + "]"
    case .text(let text): quoted(text)
    case .scalar(let word): word
    }
  }

  /// Whether no container stands within it, or within one in it.
  private static func isSmall(_ node: JSONText.Node) -> Bool {
    func isPlain(_ node: JSONText.Node) -> Bool {
      switch node.value {
      case .object, .array: false
      case .text, .scalar: true
      }
    }
    return switch node.value {
    case .object(let members): members.allSatisfy { isPlain($0.node) }
    case .array(let elements): elements.allSatisfy(isPlain)
    case .text, .scalar: true
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

extension JSONText.Node {
  init(_ value: JSONText.Value) { self.init(start: 0, value: value) }

  /// As a careful person would write it: keys in the order of its shape, without what is as usual.
  func tidied(as shape: PlanShape.Value) -> JSONText.Node {
    switch (value, shape) {
    case (.object(let members), .object(let shape)):
      let known = shape.keys.compactMap { key -> JSONText.Member? in
        guard let member = members.first(where: { $0.key == key.name }) else { return nil }
        let node = member.node.tidied(as: key.value)
        if let usual = key.usual, JSONPrinter.inline(node) == usual { return nil }
        return JSONText.Member(key: member.key, keyStart: 0, node: node)
      }
      let others = members.filter { shape.key($0.key) == nil }.sorted { $0.key < $1.key }
      return JSONText.Node(.object(known + others))
    case (.object(let members), .localized):
      let order = ["", "en", "fr", "hu"]
      func rank(_ key: String) -> Int { order.firstIndex(of: key) ?? order.count }
      return JSONText.Node(
        .object(members.sorted { (rank($0.key), $0.key) < (rank($1.key), $1.key) }))
    case (.array(let elements), .list(let element)):
      return JSONText.Node(.array(elements.map { $0.tidied(as: element) }))
    default: return self
    }
  }

  /// The same with the keys that nobody but people reads in the old text of it: their own (`x-…`), and
  /// those that were misspelt, so that a save throws nothing away.
  ///
  /// What has an id is the same wherever it stands; what has none is the same at the same place.
  func keepingOtherKeys(of old: JSONText.Node, as shape: PlanShape.Value) -> JSONText.Node {
    switch (value, old.value, shape) {
    case (.object(let members), .object(let before), .object(let shape)):
      let kept = members.map { member in
        guard let same = before.first(where: { $0.key == member.key }),
          let key = shape.key(member.key)
        else { return member }
        return JSONText.Member(
          key: member.key, keyStart: 0,
          node: member.node.keepingOtherKeys(of: same.node, as: key.value))
      }
      let others = before.filter { shape.key($0.key) == nil }
      return JSONText.Node(
        .object(
          others.filter { $0.key == "$schema" } + kept + others.filter { $0.key != "$schema" }))
    case (.array(let elements), .array(let before), .list(let element)):
      let named = Dictionary(
        before.compactMap { node in node["id"]?.text.map { ($0, node) } },
        uniquingKeysWith: { first, _ in first })
      return JSONText.Node(
        .array(
          elements.enumerated().map { index, node in
            if let id = node["id"]?.text {
              return named[id].map { node.keepingOtherKeys(of: $0, as: element) } ?? node
            }
            guard before.indices.contains(index), before[index]["id"] == nil else { return node }
            return node.keepingOtherKeys(of: before[index], as: element)
          }))
    default: return self
    }
  }
}
