/// A JSON text with the place of each value: the plan, or a file of the workshop's own content.
///
/// Strict: no trailing comma, no key twice, no comment, which the decoder would let pass. Whoever
/// decodes the text knows what is wrong and at which value; the text knows the line and the column.
public struct JSONText: Sendable {
  /// A value and where it starts, in bytes.
  struct Node: Sendable {
    let start: Int
    let value: Value
  }

  /// What a value is; numbers, true, false and null as they were written.
  indirect enum Value: Sendable {
    case object([Member])
    case array([Node])
    case text(String)
    case scalar(String)
  }

  /// A key with its value.
  struct Member: Sendable {
    let key: String
    let keyStart: Int
    let node: Node
  }

  let bytes: [UInt8]
  let root: Node
  /// What is no JSON in it; empty unless it was read leniently.
  let slips: [PlanProblem]
  /// Nothing could be made of what comes after the last slip.
  let isCut: Bool
  /// Something comes after it all the same.
  let hasRest: Bool

  public init(_ bytes: [UInt8]) throws(PlanProblem) {
    let text = JSONText(lenient: bytes)
    if let slip = text.slips.first { throw slip }
    self = text
  }

  /// Reads on over what is wrong where what was meant is plain: a comma, a quote or a brace too many or too
  /// few, a comment, a key twice.
  init(lenient bytes: [UInt8]) {
    self.bytes = bytes
    var parser = JSONParser(bytes)
    root = parser.document()
    isCut = parser.isCut
    hasRest = parser.hasRest
    let lines = LineStarts(bytes)
    slips = parser.slips.sorted { $0.offset < $1.offset }.map { slip in
      let (line, column) = lines.place(of: slip.offset)
      var problem = PlanProblem(line: line, column: column, path: slip.path, reason: slip.reason)
      problem.suggestion = slip.suggestion
      return problem
    }
  }

  /// What a decoder takes: the bytes without the mark that some editors put before them.
  var body: ArraySlice<UInt8> { bytes.dropFirst(Self.mark(of: bytes)) }

  /// How many bytes the mark takes.
  private static func mark(of bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The text for a decoder.
  public var text: String { String(decoding: body, as: UTF8.self) }

  /// Line and column of a value, both from 1; of the deepest one on the way that is there.
  public func place(of path: [any CodingKey]) -> (line: Int, column: Int) {
    Self.place(of: node(at: path).start, in: bytes)
  }

  /// Line and column of a byte, both from 1; columns in characters.
  static func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let head = bytes[..<min(offset, bytes.count)]
    let line = head.count { $0 == 10 } + 1
    let start = head.lastIndex(of: 10).map { $0 + 1 } ?? Self.mark(of: bytes)
    return (line, head[min(start, head.endIndex)...].count { $0 & 0xC0 != 0x80 } + 1)
  }

  func problem(_ offset: Int, _ path: String, _ reason: PlanProblem.Reason) -> PlanProblem {
    let (line, column) = Self.place(of: offset, in: bytes)
    return PlanProblem(line: line, column: column, path: path, reason: reason)
  }

  /// The deepest value along a coding path that is there.
  func node(at path: [any CodingKey]) -> Node {
    var node = root
    for key in path {
      switch node.value {
      case .object(let members):
        guard let member = members.first(where: { $0.key == key.stringValue }) else { return node }
        node = member.node
      case .array(let elements):
        guard let index = key.intValue, elements.indices.contains(index) else { return node }
        node = elements[index]
      case .text, .scalar: return node
      }
    }
    return node
  }

  /// A coding path as people write it: `sessions[0].activities[3].minutes`.
  public static func text(of path: [any CodingKey]) -> String {
    path.reduce(into: "") { text, key in
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += (text.isEmpty ? "" : ".") + key.stringValue
      }
    }
  }
}

extension JSONText.Node {
  subscript(key: String) -> JSONText.Node? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.node
  }

  var elements: [JSONText.Node] {
    if case .array(let elements) = value { elements } else { [] }
  }

  var text: String? { if case .text(let text) = value { text } else { nil } }

  /// A number as it was written.
  var number: String? {
    guard case .scalar(let word) = value, flag == nil, word != "null" else { return nil }
    return word
  }

  var flag: Bool? {
    guard case .scalar(let word) = value else { return nil }
    return ["true": true, "false": false][word]
  }

  var isNull: Bool { if case .scalar("null") = value { true } else { false } }
}

// What a decoder, and the rule on numbers, find wrong with a text, told with its place.

extension JSONText {
  /// The first number that is not whole or has more than six digits: whatever is computed from the
  /// others cannot overflow.
  public var badNumber: PlanProblem? { badNumber(in: root, "") }

  private func badNumber(in node: Node, _ path: String) -> PlanProblem? {
    switch node.value {
    case .object(let members):
      for member in members {
        let inner = path.isEmpty ? member.key : path + "." + member.key
        if let problem = badNumber(in: member.node, inner) { return problem }
      }
      return nil
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        if let problem = badNumber(in: element, path + "[\(index)]") { return problem }
      }
      return nil
    case .text: return nil
    case .scalar(let digits):
      guard let number = Double(digits) else { return nil }
      if abs(number) >= 1_000_000 { return problem(node.start, path, .hugeNumber) }
      return Int(digits) == nil ? problem(node.start, path, .wrongKind(.wholeNumber)) : nil
    }
  }

  /// What a decoder found wrong with this text.
  public func problem(_ error: DecodingError?) -> PlanProblem {
    func at(_ path: [any CodingKey], _ reason: PlanProblem.Reason) -> PlanProblem {
      problem(node(at: path).start, Self.text(of: path), reason)
    }
    switch error {
    case .keyNotFound(let key, let context):
      return at(context.codingPath, .missing(key.stringValue))
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      return at(context.codingPath, .wrongKind(Self.kind(of: type, at: context.codingPath)))
    case .dataCorrupted(let context):
      // A word that is not among those that may stand there, as the standard library says it.
      if context.debugDescription.hasPrefix("Cannot initialize"),
        let word = node(at: context.codingPath).text
      {
        return at(context.codingPath, .unknownWord(word))
      }
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
    default:
      if let key = path.last(where: { $0.intValue == nil }), localized.contains(key.stringValue) {
        path.last?.intValue == nil && lists.contains(key.stringValue) ? .list : .localized
      } else {
        String(describing: type).hasPrefix("Array") ? .list : .object
      }
    }
  }

  /// Keys whose texts may come in several languages; to the decoder they are objects.
  private static let localized: Set<String> = [
    "title", "summary", "goal", "challenge", "question", "points", "script", "material", "output",
    "label", "prompt", "text", "name", "seated", "steps", "rules", "few-themes",
    "close-people", "short-experiment", "easy-evaluation",
  ]

  /// Those among them that hold several such texts.
  private static let lists: Set<String> = ["points", "steps"]
}
