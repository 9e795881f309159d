import WorkshopCore
import Languages

/// Ideas in a text: a list of Markdown, or one a line.
enum CardLines {
  /// An idea with the heading it stands under.
  struct Item: Equatable {
    let line: Int
    var text: String
    let cluster: String?
  }

  /// Whether a text without a name that tells has lists or headings.
  static func isMarkdown(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { heading($0) != nil }
  }

  /// Every line that holds something, without its list mark.
  static func plain(_ text: String) -> [Item] {
    lines(text).enumerated().compactMap { index, line in
      let text = ListMark.stripped(line).trimmed
      return text.isEmpty ? nil : Item(line: index + 1, text: text, cluster: nil)
    }
  }

  /// The items of lists, each under its heading; a line that goes on with an item belongs to it. Where
  /// there is no list every paragraph is an idea; else what stands outside of lists is left out.
  static func markdown(_ text: String) -> (items: [Item], left: [Int]) {
    let lines = lines(text)
    let hasList = lines.contains { ListMark.isItem($0) && !isRule($0) }
    var items: [Item] = []
    var left: [Int] = []
    var cluster: String?
    var isOpen = false
    var isFenced = false
    for (index, line) in lines.enumerated().dropFirst(frontMatter(lines)) {
      let text = line.trimmed
      if text.hasPrefix("```") || text.hasPrefix("~~~") { isFenced.toggle() }
      if text.isEmpty || isFenced || isRule(line) || text.hasPrefix("```") || text.hasPrefix("<!--")
      {
        isOpen = false
      } else if let title = heading(line) {
        cluster = unescaped(title)
        isOpen = false
      } else if isUnderline(text), !hasList || !isOpen, index > 0,
        let last = left.last ?? items.last?.line,
        last == index
      {
        // A title with a line beneath it.
        cluster = unescaped(lines[index - 1].trimmed)
        if left.last == index { left.removeLast() } else { items.removeLast() }
        isOpen = false
      } else if ListMark.isItem(line) {
        items.append(
          Item(line: index + 1, text: unescaped(ListMark.stripped(line).trimmed), cluster: cluster))
        isOpen = true
      } else if isOpen {
        items[items.count - 1].text += "\n" + unescaped(text)
      } else if hasList {
        left.append(index + 1)
      } else {
        items.append(Item(line: index + 1, text: unescaped(text), cluster: cluster))
        isOpen = true
      }
    }
    return (items.filter { !$0.text.trimmed.isEmpty }, left)
  }

  private static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
  }

  /// `## Title`
  private static func heading(_ line: some StringProtocol) -> String? {
    let marks = line.prefix { $0 == "#" }
    let rest = line.dropFirst(marks.count)
    guard (1...6).contains(marks.count), rest.first == " " else { return nil }
    var title = String(rest).trimmed
    while title.hasSuffix("#") { title.removeLast() }
    return title.trimmed
  }

  private static func isRule(_ line: some StringProtocol) -> Bool {
    let signs = line.filter { !$0.isWhitespace }
    return signs.count > 2
      && (signs.allSatisfy { $0 == "-" } || signs.allSatisfy { $0 == "*" }
        || signs.allSatisfy { $0 == "_" })
  }

  private static func isUnderline(_ text: String) -> Bool {
    text.count > 2 && text.allSatisfy { $0 == "=" }
  }

  /// How many lines a head of data takes, between two lines of dashes.
  private static func frontMatter(_ lines: [String]) -> Int {
    guard lines.first?.trimmed == "---" else { return 0 }
    return (lines.dropFirst().firstIndex { $0.trimmed == "---" } ?? -1) + 1
  }

  /// A text without the strokes that Markdown puts before its signs.
  private static func unescaped(_ text: String) -> String {
    var plain = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        if !(character.isASCII && (character.isPunctuation || character.isSymbol)) {
          plain.append("\\")
        }
        plain.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        plain.append(character)
      }
    }
    return isEscaped ? plain + "\\" : plain
  }
}
