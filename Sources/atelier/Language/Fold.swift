/// Texts made comparable: no capitals, no accents.
enum Fold {
  /// Lower case with the accents of Latin letters taken off.
  static func plain(_ text: String) -> String {
    let lower = text.lowercased()
    if lower.utf8.allSatisfy({ $0 < 128 }) { return lower }
    return String(lower.map { bases[$0] ?? $0 })
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
