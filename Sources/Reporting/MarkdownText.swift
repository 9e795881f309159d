/// Escapes one line of plain text so that Markdown reads it as that text and nothing else.
///
/// The line is sanitised, trimmed and folded. A backslash is put only where the next character
/// could mean something, to CommonMark, to GitHub or to pandoc's own Markdown
/// (https://pandoc.org/MANUAL.html#pandocs-markdown): most prose stays as it was typed.
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
    var start = text.endIndex
    while start > 0, text[start - 1] == "#" { start -= 1 }
    var marks = inlineMarks(text, and: start..<text.endIndex)
    // Pandoc takes braces at the end for the heading's attributes.
    if text.last == "}", let brace = text.lastIndex(of: "{") { marks[brace] = true }
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

  /// Which scalars need a backslash wherever the text stands, with those that need one where it does.
  private static func inlineMarks(
    _ text: [Unicode.Scalar], and others: Range<Int> = 0..<0
  ) -> [Bool] {
    var marks = text.indices.map { others.contains($0) || needsEscape(text, at: $0) }
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
    // Between two of them pandoc reads a formula or a raised text, and the second may stand in another
    // cell or line.
    case "$", "^": return after != " "
    // A reference to a book, but for an address of mail or of the web.
    case "@": return !isWord(before) && isKey(after) && !isInAddress(text, index)
    case ":": return isShortcode(text[(index + 1)...])
    case "`", "[", "*": return true
    // cmark-gfm ticks a task when `[x]` stands anywhere on its line, escaped or not.
    case "]": return index > 1 && text[index - 2] == "[" && (before == "x" || before == "X")
    // At the line's ends a marker of ours may touch it.
    case "_": return !(before == " " && after == " ") && !(isWord(before) && isWord(after))
    // Before a word a tilde opens at most ("of ~50 people"), and no tilde is left to close. Elsewhere
    // cmark-gfm looks past it to tell whether a marker beside it is one.
    case "~": return !(before == " " && (isWord(after) || after == " "))
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
    case "|" where text.allSatisfy(isRuler): return 0
    // A title of the document; a definition, the caption of a table or a box.
    case "%" where second == "%" || isGap(second): return 0
    case ":": return 0
    case "T", "t":
      return text.dropFirst().starts(with: "able:".unicodeScalars) ? "Table".count : nil
    case "=": return text.allSatisfy { $0 == "=" || $0 == " " } ? 0 : nil
    case "_": return text.allSatisfy { $0 == "_" || $0 == " " } ? 0 : nil
    case "#" where second != "." && second != ")":
      let end = text.firstIndex { $0 != "#" } ?? text.endIndex
      return end <= 6 && (end == text.endIndex || isGap(text[end])) ? 0 : nil
    default: return listMark(text)
    }
  }

  /// The scalar to escape in `1. `, `(1) `, `a) `, `XIV. `, `#. ` and `(@good) `: what ends the number.
  private static func listMark(_ text: [Unicode.Scalar]) -> Int? {
    let start = text.first == "(" ? 1 : 0
    guard let end = text.firstIndex(where: { $0 == ")" || (start == 0 && $0 == ".") }), end > start,
      isGap(end + 1 < text.count ? text[end + 1] : nil)
    else { return nil }
    let label = text[start..<end]
    // A capital with a full stop is the initial of a name.
    let isInitial = label.count == 1 && text[end] == "." && ("A"..."Z").contains(label[start])
    let isLetter = label.count == 1 && (label[start] == "#" || label[start].properties.isAlphabetic)
    let isReference = label[start] == "@" && label.dropFirst().allSatisfy { isKey($0) || $0 == "-" }
    let isNumber = label.allSatisfy { ("0"..."9").contains($0) }
    let isMark = isNumber || isRoman(label) || isReference || isLetter
    return isMark && !(isInitial && end + 1 < text.count) ? end : nil
  }

  /// Whether letters are a number of the Romans: `xiv` is, and `dim` is not.
  private static func isRoman(_ label: ArraySlice<Unicode.Scalar>) -> Bool {
    var rest = String(String.UnicodeScalarView(label)).lowercased()[...]
    for sign in ["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"] {
      while rest.hasPrefix(sign) { rest = rest.dropFirst(sign.count) }
    }
    return rest.isEmpty
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

  /// Whether a reference's name may begin with it; a marker of ours may stand where the text ends.
  private static func isKey(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { isWord($0) || "_{*".unicodeScalars.contains($0) } ?? true
  }

  /// Whether what follows a colon makes it a picture: `tada:`, `+1:`.
  private static func isShortcode(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = rest.prefix { $0.isASCII && (isWord($0) || "_+-".unicodeScalars.contains($0)) }
    guard let first = name.first, !("0"..."9").contains(first) else { return false }
    return rest.dropFirst(name.count).first == ":"
  }

  private static func isInAddress(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    WebAddress.all(in: text).contains { $0.start < index && index < $0.end }
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
