import Synchronization
package import WorkshopCore

/// Many texts searched at once.
extension Fold {
  /// The texts that hold a wanted one, both folded: by their places.
  ///
  /// Bytes are compared, and what was folded once is remembered: a board of thousands is searched anew at
  /// every key.
  package static func places(of wanted: String, in texts: some Collection<String>) -> [Bool] {
    let wanted = Array(plain(wanted).utf8)
    return memo.withLock { memo in
      if memo.count > limit { memo.removeAll() }
      return texts.map { text in
        if let known = memo[text] { return holds(known, wanted) }
        let folded = Array(plain(text).utf8)
        memo[text] = folded
        return holds(folded, wanted)
      }
    }
  }

  private static let memo = Mutex<[String: [UInt8]]>([:])
  /// As many texts as are remembered.
  private static let limit = 20_000

  private static func holds(_ text: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first else { return true }
    guard text.count >= wanted.count else { return false }
    return text.withUnsafeBufferPointer { text in
      wanted.withUnsafeBufferPointer { wanted in
        for start in 0...(text.count - wanted.count) where text[start] == first {
          if wanted.indices.allSatisfy({ text[start + $0] == wanted[$0] }) { return true }
        }
        return false
      }
    }
  }
}
