package import Terminal

/// A text being typed, with a caret: mostly one line, several where a card may have them.
package struct Line: Equatable, Sendable {
  package private(set) var text: String
  /// Characters before the caret.
  package private(set) var caret: Int

  package init(_ text: String = "") {
    self.text = text
    caret = text.count
  }

  package var isEmpty: Bool { text.isEmpty }
  /// What stands before the caret.
  package var head: String { String(text.prefix(caret)) }

  /// A card's text may be this many characters long.
  package static let limit = 4000

  /// Whether no more characters go in.
  package var isFull: Bool { text.utf8.count >= Self.limit && text.count >= Self.limit }

  /// Takes an editing key; false when the key is not one, or changes nothing.
  package mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let text): insert(Text.sanitised(text))
    case .backspace: delete(from: caret - 1, to: caret)
    case .delete: delete(from: caret, to: caret + 1)
    case .control("w"), .altBackspace: delete(from: wordStart, to: caret)
    case .control("u"): delete(from: rowStart, to: caret)
    case .control("k"): delete(from: caret, to: rowEnd)
    case .left: move(to: caret - 1)
    case .right: move(to: caret + 1)
    case .home, .control("a"): move(to: rowStart)
    case .end, .control("e"): move(to: rowEnd)
    case .controlLeft, .altLeft: move(to: wordStart)
    case .controlRight, .altRight: move(to: wordEnd)
    default: return false
    }
    return true
  }

  package mutating func insert(_ addition: String) {
    let room = Self.limit - text.count
    guard room > 0 else { return }
    let addition = String(addition.prefix(room))
    let tail = text.dropFirst(caret)
    let start = head + addition
    text = start + tail
    caret = start.count
  }

  /// Moves the caret to the row above or below, between line breaks; false when there is none.
  package mutating func step(by rows: Int) -> Bool {
    guard text.utf8.contains(0x0A) else { return false }
    let column = caret - rowStart
    if rows < 0 {
      guard rowStart > 0 else { return false }
      move(to: rowStart - 1)
    } else {
      guard rowEnd < text.count else { return false }
      move(to: rowEnd + 1)
    }
    move(to: min(rowStart + column, rowEnd))
    return true
  }

  /// Replaces the word before the caret, for completion.
  package mutating func replaceWord(with word: String) {
    delete(from: wordStart, to: caret)
    insert(word)
  }

  private mutating func move(to place: Int) { caret = max(0, min(place, text.count)) }

  private mutating func delete(from start: Int, to end: Int) {
    let (start, end) = (max(0, start), min(end, text.count))
    guard start < end else { return }
    text = String(text.prefix(start)) + text.dropFirst(end)
    caret = start
  }

  private var wordStart: Int {
    let characters = Array(head)
    var index = characters.count
    while index > 0, characters[index - 1].isWhitespace { index -= 1 }
    while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
    return index
  }

  private var wordEnd: Int {
    let characters = Array(text)
    var index = caret
    while index < characters.count, characters[index].isWhitespace { index += 1 }
    while index < characters.count, !characters[index].isWhitespace { index += 1 }
    return index
  }

  /// The row between line breaks that the caret is in.
  private var rowStart: Int {
    caret - head.reversed().prefix { !$0.isNewline }.count
  }

  private var rowEnd: Int { caret + text.dropFirst(caret).prefix { !$0.isNewline }.count }
}
