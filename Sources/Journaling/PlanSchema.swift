/// The JSON Schema of `workshop.json`, by which an editor completes and checks a plan
/// (https://json-schema.org/draft/2020-12); made from `PlanShape`.
package enum PlanSchema {
  /// - Parameters:
  ///   - words: what the program, and perhaps a workshop's own content, has names for.
  ///   - say: what a key is for, in the reader's language.
  package static func text(_ words: PlanWords, say: (String) -> String) -> String {
    let definitions =
      PlanShape.all.filter { $0.name != PlanShape.plan.name }.map { shape in
        JSONText.Member(key: shape.name, keyStart: 0, node: schema(of: shape, words, say))
      } + [
        JSONText.Member(
          key: "localized", keyStart: 0,
          node: [
            "anyOf": .list([
              ["type": "string"],
              ["type": "object", "additionalProperties": ["type": "string"]],
            ])
          ])
      ]
    guard case .object(let plan) = schema(of: .plan, words, say).value else { return "" }
    let head: JSONText.Node = [
      "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "workshop.json",
    ]
    guard case .object(let first) = head.value else { return "" }
    let last = JSONText.Member(
      key: "$defs", keyStart: 0, node: JSONText.Node(.object(definitions)))
    let besides = PlanShape.besides.map {
      JSONText.Member(key: $0, keyStart: 0, node: ["type": "string"])
    }
    let all = plan.map { member -> JSONText.Member in
      guard member.key == "properties", case .object(let keys) = member.node.value else {
        return member
      }
      return JSONText.Member(
        key: member.key, keyStart: 0, node: JSONText.Node(.object(besides + keys)))
    }
    return JSONPrinter.text(of: JSONText.Node(.object(first + all + [last])))
  }

  private static func schema(
    of shape: PlanShape, _ words: PlanWords, _ say: (String) -> String
  ) -> JSONText.Node {
    let properties = shape.keys.map { key -> JSONText.Member in
      var members: [JSONText.Member] = [
        JSONText.Member(
          key: "description", keyStart: 0, node: JSONText.Node(.text(say(key.help))))
      ]
      if case .object(let own) = schema(of: key.value, words).value { members += own }
      if let usual = key.usual, let node = (try? JSONText(Array(usual.utf8)))?.root {
        members.append(JSONText.Member(key: "default", keyStart: 0, node: node))
      }
      return JSONText.Member(
        key: key.name, keyStart: 0, node: JSONText.Node(.object(members)))
    }
    let required = shape.keys.filter(\.isRequired).map { JSONText.Node(.text($0.name)) }
    var object: JSONText.Node = [
      "type": "object", "additionalProperties": .no,
      "properties": JSONText.Node(.object(properties)),
    ]
    if !required.isEmpty { object.append("required", .list(required)) }
    // Keys of people's own.
    object.append("patternProperties", ["^x-": .yes])
    return object
  }

  private static func schema(
    of value: PlanShape.Value, _ words: PlanWords
  ) -> JSONText.Node {
    switch value {
    case .text, .name(.board), .name(.theme), .name(.person), .name(.activity):
      ["type": "string"]
    case .id: ["type": "string", "minLength": .number(1)]
    case .localized: ["$ref": "#/$defs/localized"]
    case .flag: ["type": "boolean"]
    case .number(let range):
      [
        "type": "integer", "minimum": .number(range.lowerBound),
        "maximum": .number(range.upperBound),
      ]
    case .figure: ["type": .list(["string", "number"])]
    case .clock: ["type": "string", "pattern": "^([01]?[0-9]|2[0-3]):[0-5][0-9]$"]
    case .day: ["type": "string", "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"]
    case .dayFirst: ["type": "string", "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2}.*)?$"]
    case .word(let words): ["enum": .list(words.map { JSONText.Node(.text($0)) })]
    case .name(let kind): ["enum": .list(words[kind].map { JSONText.Node(.text($0.id)) })]
    case .object(let shape): ["$ref": JSONText.Node(.text("#/$defs/\(shape.name)"))]
    case .list(let element): ["type": "array", "items": schema(of: element, words)]
    }
  }
}

extension JSONText.Node: ExpressibleByDictionaryLiteral, ExpressibleByStringLiteral {
  init(dictionaryLiteral members: (String, JSONText.Node)...) {
    self.init(.object(members.map { JSONText.Member(key: $0.0, keyStart: 0, node: $0.1) }))
  }

  init(stringLiteral text: String) { self.init(.text(text)) }

  static func list(_ elements: [JSONText.Node]) -> JSONText.Node { JSONText.Node(.array(elements)) }
  static func number(_ number: Int) -> JSONText.Node { JSONText.Node(.scalar(String(number))) }
  static let yes = JSONText.Node(.scalar("true"))
  static let no = JSONText.Node(.scalar("false"))

  mutating func append(_ key: String, _ node: JSONText.Node) {
    guard case .object(let members) = value else { return }
    self = JSONText.Node(.object(members + [JSONText.Member(key: key, keyStart: 0, node: node)]))
  }
}
