import Synchronization
package import WorkshopCore

/// Many texts searched at once.
extension Fold {
  /// Where a text holds a wanted one.
  package enum Holding: Comparable, Sendable {
    case nowhere, inside, atWordStart
  }

  /// How each of the texts holds a wanted one, both folded: “vélo” begins a word of “Louer un vélo” and is
  /// inside one of “Développer”.
  ///
  /// Bytes are compared, and what was folded once is remembered: a board of thousands is searched anew at
  /// every key.
  package static func holdings(
    of wanted: String, in texts: some Collection<String>
  ) -> [Holding] {
    let wanted = Array(plain(wanted).utf8)
    return memo.withLock { memo in
      if memo.count > limit { memo.removeAll() }
      return texts.map { text in
        if let known = memo[text] { return holding(known, wanted) }
        let folded = Array(plain(text).utf8)
        memo[text] = folded
        return holding(folded, wanted)
      }
    }
  }

  private static let memo = Mutex<[String: [UInt8]]>([:])
  /// As many texts as are remembered.
  private static let limit = 20_000

  private static func holding(_ text: [UInt8], _ wanted: [UInt8]) -> Holding {
    guard let first = wanted.first else { return .atWordStart }
    guard text.count >= wanted.count else { return .nowhere }
    return text.withUnsafeBufferPointer { text in
      wanted.withUnsafeBufferPointer { wanted in
        var holding = Holding.nowhere
        for start in 0...(text.count - wanted.count) where text[start] == first {
          guard wanted.indices.allSatisfy({ text[start + $0] == wanted[$0] }) else { continue }
          if !isWord(text, before: start) || !isWord(first) { return .atWordStart }
          holding = .inside
        }
        return holding
      }
    }
  }

  /// Whether a word goes on over a place; “’”, “«” and a hard space are no letters.
  private static func isWord(_ text: UnsafeBufferPointer<UInt8>, before start: Int) -> Bool {
    guard start > 0, isWord(text[start - 1]) else { return false }
    if start > 1, text[start - 2] == 0xC2 { return false }
    return !(start > 2 && text[start - 3] == 0xE2 && text[start - 2] == 0x80)
  }

  /// Whether a byte is part of a letter or a number; every letter outside ASCII is.
  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
