/// A string literal in a Swift source, with the place it stands at.
///
/// Found by reading brackets, quotes and comments only: enough to tell what a literal is given to.
struct SwiftLiteral {
  /// The text with escapes resolved and `{}` for each interpolation, as a phrase's key has it.
  let key: String
  /// Counted from 1.
  let line: Int
  /// What the literal is an argument of, such as `Binding`; empty outside of a call.
  let callee: String
  /// Its argument label, such as `hint`; empty without one.
  let label: String
  /// Its place among the arguments, from 0.
  let index: Int
  /// The code between the last comma, bracket or line's beginning and the literal.
  let lead: String
  /// The callees around it, the innermost last.
  let callees: [String]
  /// It stands where a value is declared to be a `Phrase`, as in `var phrase: Phrase { … }`.
  let isDeclaredPhrase: Bool
}

extension SwiftLiteral {
  /// Every string literal of a source, those inside interpolations too.
  static func all(in source: String) -> [SwiftLiteral] {
    var scan = Scan(Array(source.unicodeScalars))
    scan.code(until: nil)
    return scan.found
  }

  /// One pair of brackets that is open.
  private struct Frame {
    let bracket: Unicode.Scalar
    let callee: String
    let isDeclaredPhrase: Bool
    /// Where the argument or statement began.
    var start: Int
    var index = 0
  }

  private struct Scan {
    let source: [Unicode.Scalar]
    var at = 0
    var line = 1
    var frames: [Frame] = [
      Frame(bracket: "{", callee: "", isDeclaredPhrase: false, start: 0)
    ]
    var found: [SwiftLiteral] = []

    init(_ source: [Unicode.Scalar]) { self.source = source }

    private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
      source.indices.contains(at + ahead) ? source[at + ahead] : nil
    }

    /// Reads code up to the parenthesis that ends an interpolation, or to the end.
    mutating func code(until depth: Int?) {
      while let scalar = peek() {
        switch scalar {
        case "/" where peek(1) == "/": while let next = peek(), next != "\n" { at += 1 }
        case "/" where peek(1) == "*": comment()
        case "\"": literal()
        case "#" where peek(1) == "\"": literal()
        case "(", "[", "{": open(scalar)
        case ")", "]", "}":
          at += 1
          if frames.count == depth { return }
          if frames.count > 1 { frames.removeLast() }
          if scalar == "}" { frames[frames.count - 1].start = at }
        case ",":
          at += 1
          frames[frames.count - 1].start = at
          frames[frames.count - 1].index += 1
        case "\n":
          at += 1
          line += 1
          // A statement ends with its line; an argument does not.
          if frames[frames.count - 1].bracket == "{" { frames[frames.count - 1].start = at }
        default: at += 1
        }
      }
    }

    private mutating func comment() {
      at += 2
      while let scalar = peek(), !(scalar == "*" && peek(1) == "/") {
        if scalar == "\n" { line += 1 }
        at += 1
      }
      at += 2
    }

    /// The code of the current argument or statement so far.
    private var lead: String {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: source[min(frames[frames.count - 1].start, at)..<at])
      return String(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private mutating func open(_ bracket: Unicode.Scalar) {
      let lead = lead
      let callee = bracket == "{" ? "" : String(lead.reversed().prefix { $0.isWord }.reversed())
      frames.append(
        Frame(
          bracket: bracket, callee: callee,
          isDeclaredPhrase: isPhrase(inside: bracket, lead, callee),
          start: at + 1))
      at += 1
    }

    /// Whether what stands in the brackets that open here is declared to be a phrase.
    private func isPhrase(inside bracket: Unicode.Scalar, _ lead: String, _ callee: String) -> Bool
    {
      let outer = frames[frames.count - 1].isDeclaredPhrase
      switch bracket {
      case "{":
        let isDeclaration = lead.contains("func ") || lead.contains("var ")
        if isDeclaration { return lead.hasSuffix("Phrase") || lead.hasSuffix("Phrase?") }
        return outer && lead.firstMatch(of: /^(switch|if|else|guard|do|\} else)\b/) != nil
      case "[": return callee.isEmpty && (outer || Self.declares(lead))
      default: return callee.isEmpty && outer
      }
    }

    /// Whether a statement declares a phrase, as in `let idle: Phrase? =`.
    private static func declares(_ lead: String) -> Bool {
      lead.firstMatch(of: /(let|var) \w+: \[?Phrase\]?\??\s*=/) != nil
    }

    private mutating func literal() {
      let (first, lead, frame) = (line, lead, frames[frames.count - 1])
      let isRaw = peek() == "#"
      if isRaw { at += 1 }
      let isLong = peek(1) == "\"" && peek(2) == "\""
      at += isLong ? 3 : 1
      var key = String.UnicodeScalarView()
      let place = found.count
      while let scalar = peek() {
        if scalar == "\"", !isLong || (peek(1) == "\"" && peek(2) == "\""), !isRaw || peek(1) == "#"
        {
          at += (isLong ? 3 : 1) + (isRaw ? 1 : 0)
          break
        }
        if scalar == "\\", !isRaw {
          key.append(contentsOf: escape())
        } else {
          if scalar == "\n" { line += 1 }
          key.append(scalar)
          at += 1
        }
      }
      let label = lead.firstMatch(of: /^(\w+): ?/).map { String($0.1) } ?? ""
      found.insert(
        SwiftLiteral(
          key: String(key), line: first, callee: frame.callee, label: label, index: frame.index,
          lead: lead, callees: frames.map(\.callee).filter { !$0.isEmpty },
          isDeclaredPhrase: frame.isDeclaredPhrase || Self.declares(lead)), at: place)
    }

    /// Reads an escape; an interpolation's code is scanned and stands as `{}`.
    private mutating func escape() -> String.UnicodeScalarView {
      at += 2
      switch source.indices.contains(at - 1) ? source[at - 1] : "\\" {
      case "(":
        frames.append(Frame(bracket: "(", callee: "", isDeclaredPhrase: false, start: at))
        code(until: frames.count)
        frames.removeLast()
        return "{}".unicodeScalars
      case "n": return "\n".unicodeScalars
      case "t": return "\t".unicodeScalars
      case "u":
        var digits = ""
        at += 1
        while let scalar = peek(), scalar != "}" {
          digits.unicodeScalars.append(scalar)
          at += 1
        }
        at += 1
        let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "?"
        return String(scalar).unicodeScalars
      case let scalar: return String(scalar).unicodeScalars
      }
    }
  }
}

extension Character {
  fileprivate var isWord: Bool { isLetter || isNumber || self == "_" }
}
