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
    case .scalar(let range):
      let digits = String(decoding: bytes[range], as: UTF8.self)
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
    "label", "prompt", "text", "name", "seated", "steps",
  ]

  /// Those among them that hold several such texts.
  private static let lists: Set<String> = ["points", "steps"]
}
