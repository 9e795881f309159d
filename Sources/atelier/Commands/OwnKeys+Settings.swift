import Languages
import Shell
import Terminal

extension OwnKeys {
  /// The keys that a person wrote down, by actions' ids: `{"undo": "Alt-z"}`.
  ///
  /// Refused are ids and keys that do not exist, letters where text is typed, keys that work on the text
  /// itself, and two actions on one key in one place.
  init(_ written: [String: String]) throws(CommandError) {
    let parts = KeyTable.parts()
    var keys: [String: Key] = [:]
    for (id, name) in written.sorted(by: { $0.key < $1.key }) {
      let bindings = parts.flatMap(\.bindings).filter { $0.action.id == id }
      guard !bindings.isEmpty else {
        throw .failed("no action “\(id)”: atelier keys --ids lists them")
      }
      guard let key = Key(label: name), key.isCharacter || key.isChord, key.canArrive else {
        throw .failed("no key “\(name)” to choose. Examples: x, Alt-n, Ctrl-B, F7")
      }
      var line = Line()
      if key.isChord, line.take(key) {
        throw .failed("“\(name)” works on the text that is typed, and cannot be “\(id)”")
      }
      if key.isCharacter, !bindings.contains(where: { $0.keys.contains(where: \.isCharacter) }) {
        throw .failed("“\(id)” is done while text is typed: not with a letter. Example: Alt-n")
      }
      keys[id] = key
    }
    self.init(keys)
    for part in parts {
      let ids = Set(part.bindings.map(\.action.id))
      let usual = part.bindings + part.others.filter { !ids.contains($0.action.id) }
      let moved = applied(to: usual)
      for (old, new) in zip(usual, moved) where old.keys != new.keys {
        for other in moved where other.action.id != new.action.id {
          guard let key = other.keys.first(where: { new.keys.contains($0) }) else { continue }
          let (one, two) = (new.action.id, other.action.id)
          throw .failed("“\(key.label)” would be both “\(one)” and “\(two)”. Where: \(part.title)")
        }
      }
    }
  }
}

extension Key {
  /// Whether terminals have bytes of its own for it: Ctrl-I is Tab, Ctrl-M is Enter, Ctrl-H is Backspace.
  fileprivate var canArrive: Bool {
    if case .control(let letter) = self { return !["h", "i", "j", "m"].contains(letter) }
    return true
  }
}
