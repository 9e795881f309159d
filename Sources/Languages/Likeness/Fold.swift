import Synchronization

/// Texts compared without regard to capitals and accents, for finding what somebody types.
package enum Fold {
  /// Lower case with the accents of Latin letters taken off.
  package static func plain(_ text: String) -> String {
    let lower = text.lowercased()
    if lower.utf8.allSatisfy({ $0 < 128 }) { return lower }
    return String(lower.map { bases[$0] ?? $0 })
  }

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

  private static let bases: [Character: Character] = {
    let groups: [(Character, String)] = [
      ("a", "àáâãäåāăą"), ("c", "çćč"), ("d", "ďđ"), ("e", "èéêëēėęě"), ("g", "ğ"), ("i", "ìíîïīı"),
      ("l", "ł"), ("n", "ñńň"), ("o", "òóôõöőø"), ("r", "ř"), ("s", "śšşș"), ("t", "ťţț"),
      ("u", "ùúûüűūů"), ("y", "ýÿ"), ("z", "źżž"),
    ]
    return Dictionary(
      groups.flatMap { base, accented in accented.map { ($0, base) } },
      uniquingKeysWith: { a, _ in a })
  }()
}
