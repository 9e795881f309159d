/// Escapes one line of plain text so that Markdown reads it as that text and nothing else.
///
/// The line is sanitised, trimmed and folded. A backslash is put only where the next character
/// could mean something: most prose stays as it was typed.
enum MarkdownText {
  /// Text that stands after something else on its line, or in a table's cell but for pipes.
  static func escaped(_ line: String) -> String {
    let text = Array(line.unicodeScalars)
    return written(text, inlineMarks(text))
  }

  /// Text that begins a line, where it could also begin a block.
  static func atLineStart(_ line: String) -> String {
    let text = Array(line.unicodeScalars)
    var marks = inlineMarks(text)
    if let index = blockMark(text) { marks[index] = true }
    return written(text, marks)
  }

  /// Text of a heading, whose closing `#` would be dropped.
  static func heading(_ line: String) -> String {
    let text = Array(line.unicodeScalars)
    var marks = inlineMarks(text)
    var start = text.endIndex
    while start > 0, text[start - 1] == "#" { start -= 1 }
    if start < text.endIndex, start == 0 || text[start - 1] == " " { marks[start] = true }
    return written(text, marks)
  }

  /// Text of a table's cell, where a pipe would end it.
  static func cell(_ line: String) -> String {
    let text = Array(line.unicodeScalars)
    var marks = inlineMarks(text)
    for index in text.indices where text[index] == "|" { marks[index] = true }
    return written(text, marks)
  }

  /// Whether the line's last word is an address, which would take in a backslash put right after
  /// it.
  static func endsWithAddress(_ line: String) -> Bool {
    let text = Array(line.unicodeScalars)
    return WebAddress.all(in: text).contains { $0.end == text.endIndex }
  }

  private static func written(_ text: [Unicode.Scalar], _ marks: [Bool]) -> String {
    var result = String.UnicodeScalarView()
    for (scalar, isMarked) in zip(text, marks) {
      if isMarked { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  /// Which scalars need a backslash wherever the text stands.
  private static func inlineMarks(_ text: [Unicode.Scalar]) -> [Bool] {
    var marks = text.indices.map { needsEscape(text, at: $0) }
    for (start, end, disarming) in WebAddress.all(in: text)
    where marks[start..<end].contains(true) {
      // An address is read raw, backslashes included: one that needs them must not be live.
      marks[disarming] = true
    }
    return marks
  }

  private static func needsEscape(_ text: [Unicode.Scalar], at index: Int) -> Bool {
    let before: Unicode.Scalar? = index > 0 ? text[index - 1] : nil
    let after: Unicode.Scalar? = index + 1 < text.count ? text[index + 1] : nil
    switch text[index] {
    // Pandoc takes what follows for a command of TeX.
    case "\\": return true
    // Between two of them pandoc reads a formula.
    case "$": return text.count(where: { $0 == "$" }) > 1
    case "`", "[": return true
    // cmark-gfm ticks a task when `[x]` stands anywhere on its line, escaped or not.
    case "]": return index > 1 && text[index - 2] == "[" && (before == "x" || before == "X")
    // At the line's ends a marker of ours may touch it.
    case "*": return before != " " || after != " "
    case "_": return !(isGap(before) && isGap(after)) && !(isWord(before) && isWord(after))
    // Before a word a tilde opens at most ("~50 people"), and no tilde is left to close. Elsewhere
    // cmark-gfm looks past it to tell whether a marker beside it is one.
    case "~": return !(isGap(before) && isWord(after)) && !(before == " " && after == " ")
    case "<": return !(isGap(after) || after.map(isHarmlessAfterLess) ?? true)
    case "&": return isEntity(text[(index + 1)...])
    default: return false
    }
  }

  /// The scalar to escape so that a line does not begin a list, a heading, a quote, a rule or a
  /// table, nor turn the line before it into a heading or a table's header.
  private static func blockMark(_ text: [Unicode.Scalar]) -> Int? {
    guard let first = text.first else { return nil }
    let second: Unicode.Scalar? = text.count > 1 ? text[1] : nil
    switch first {
    case ">": return 0
    case "+", "*": return isGap(second) ? 0 : nil
    case "-": return isGap(second) || text.allSatisfy(isRuler) ? 0 : nil
    // Pandoc keeps the lines of a verse that begin with a bar.
    case "|" where isGap(second): return 0
    case ":", "|": return text.allSatisfy(isRuler) ? 0 : nil
    case "(": return bracketMark(text)
    case "#" where second == "." && isGap(text.count > 2 ? text[2] : nil): return 0
    case "=": return text.allSatisfy { $0 == "=" || $0 == " " } ? 0 : nil
    case "_": return text.allSatisfy { $0 == "_" || $0 == " " } ? 0 : nil
    case "#":
      let end = text.firstIndex { $0 != "#" } ?? text.endIndex
      return end <= 6 && (end == text.endIndex || isGap(text[end])) ? 0 : nil
    case "0"..."9":
      let end = text.firstIndex { !("0"..."9").contains($0) } ?? text.endIndex
      guard end <= 9, end < text.endIndex, text[end] == "." || text[end] == ")" else { return nil }
      return end + 1 == text.endIndex || isGap(text[end + 1]) ? end : nil
    default: return nil
    }
  }

  /// The scalar to escape in `(1) `, `(a) ` and `(@) `, which pandoc numbers.
  private static func bracketMark(_ text: [Unicode.Scalar]) -> Int? {
    guard let end = text.firstIndex(of: ")"), end > 1,
      isGap(end + 1 < text.count ? text[end + 1] : nil)
    else { return nil }
    let label = text[1..<end]
    if label.first == "@" { return 1 }
    let isNumber = label.count < 10 && label.allSatisfy { ("0"..."9").contains($0) }
    let isLetter = label.count == 1 && label.allSatisfy { $0.isASCII && isWord($0) }
    let isRoman = label.count < 8 && label.allSatisfy { "ivxlcIVXLC".unicodeScalars.contains($0) }
    return isNumber || isLetter || isRoman ? end : nil
  }

  /// What the line under a table's header, a heading's underline or a rule is made of.
  private static func isRuler(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == ":" || scalar == "|" || scalar == " "
  }

  private static func isHarmlessAfterLess(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || scalar == "=" || scalar == "-"
  }

  /// Whether what follows an ampersand makes it a character reference: `amp;`, `#60;`, `#x3C;`.
  private static func isEntity(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let end = rest.firstIndex(of: ";"), end > rest.startIndex else { return false }
    return rest[..<end].allSatisfy { $0 == "#" || ($0.isASCII && isWord($0)) }
  }

  /// A space or a line's end.
  private static func isGap(_ scalar: Unicode.Scalar?) -> Bool { scalar == nil || scalar == " " }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber:
      return true
    default: return false
    }
  }
}
