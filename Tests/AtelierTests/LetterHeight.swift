@testable import Terminal

/// How high a text stands on a screen, found in the frame itself.
enum LetterHeight {
  /// A capital's share of a row of body text, and of a row of large letters: six of eight dots in four rows.
  private static let capital = 0.7
  private static let large = 0.75

  /// A frame's rows, one scalar a column.
  private struct Picture {
    let rows: [[UInt32]]
    let text: String

    init(_ frame: Frame) {
      rows = (0..<frame.size.rows).map { y in
        frame.row(y).map { $0.text.unicodeScalars.first?.value ?? 0 }
      }
      text = frame.text
    }

    /// A screen's text, line by line.
    init(_ screen: String) {
      rows = screen.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.unicodeScalars.map(\.value)
      }
      text = screen
    }

    /// Whether rows of blocks stand somewhere beneath each other.
    func holds(_ blocks: [String]) -> Bool {
      // A terminal gives no spaces at the end of a line.
      let wanted = blocks.map { $0.unicodeScalars.map(\.value) }
      guard let width = wanted.first?.count, blocks.count <= rows.count else { return false }
      return (0...(rows.count - blocks.count)).contains { y in
        let part = rows[y..<(y + wanted.count)]
        let last = (part.map(\.count).max() ?? 0) - width
        guard last >= 0 else { return false }
        let padded = part.map { $0 + Array(repeating: 32, count: max(0, last + width - $0.count)) }
        return (0...last).contains { x in
          wanted.indices.allSatisfy { padded[$0][x..<(x + width)].elementsEqual(wanted[$0]) }
        }
      }
    }

    func isDrawn(_ word: String, _ dot: Int) -> Bool {
      Lettering(word, dot: dot).map { holds($0.rows().flatMap(\.rows)) } ?? false
    }
  }

  /// The height of the capitals in which a text is drawn, as a share of the frame's; nil where its first
  /// word is not to be found.
  static func share(of text: String, in frame: Frame) -> Double? {
    let word = text.split { $0 == " " || $0 == "\n" }.first.map(String.init) ?? text
    let picture = Picture(frame)
    let dot = Lettering.dots.first { picture.isDrawn(word, $0) }
    let rows = dot.map { Double(Lettering.rows($0)) * large }
    return (rows ?? (picture.text.contains(word) ? capital : nil)).map {
      $0 / Double(frame.size.rows)
    }
  }

  /// Whether every word of a text is to be read, in letters of whatever size.
  static func shows(_ text: String, in frame: Frame) -> Bool { shows(text, in: Picture(frame)) }

  /// The same of a screen's text.
  static func shows(_ text: String, in screen: String) -> Bool {
    screen.contains(text) || shows(text, in: Picture(screen))
  }

  private static func shows(_ text: String, in picture: Picture) -> Bool {
    let body = picture.text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    if body.contains(text) { return true }
    return Lettering.dots.reversed().contains { dot in
      var line: [Substring] = []
      // Words that stand in one line are drawn in one go.
      for word in text.split(separator: " ") {
        let longer = (line + [word]).joined(separator: " ")
        if picture.isDrawn(longer, dot) {
          line.append(word)
        } else if picture.isDrawn(String(word), dot) {
          line = [word]
        } else {
          return false
        }
      }
      return true
    }
  }
}
