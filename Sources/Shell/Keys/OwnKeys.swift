package import Terminal

/// Keys that a person wants for actions, by the actions' ids.
package struct OwnKeys: Equatable, Sendable {
  private let keys: [String: Key]

  package init(_ keys: [String: Key] = [:]) { self.keys = keys }

  package var isEmpty: Bool { keys.isEmpty }

  /// The same bindings, each on the key that is wanted for its action.
  package func applied(to bindings: [Binding]) -> [Binding] {
    guard !isEmpty else { return bindings }
    let moved = bindings.map { binding in
      keys[binding.action.id].map { binding.moved(to: $0) } ?? binding
    }
    // A hint may name the keys of several bindings.
    var names: [Key: Key] = [:]
    for (old, new) in zip(bindings, moved) {
      for key in old.keys where !new.keys.contains(key) { names[key] = new.keys.first }
    }
    return moved.map { binding in
      var binding = binding
      binding.hintKeys = binding.hintKeys.map { names[$0] ?? $0 }
      return binding
    }
  }
}

extension Scene {
  /// A key's name, or that of what does the same here.
  package func name(of key: Key) -> String { keyName(key.label) ?? Keymap.name(key, language) }

  /// What a usual key is called where somebody has other keys, or types words; nil: as usual.
  func keyName(_ label: String) -> String? {
    var usual = self
    (usual.ownKeys, usual.word) = (OwnKeys(), nil)
    guard let key = Key(label: label),
      let binding = Keymap.bindings(usual).first(where: { $0.keys.contains(key) })
    else { return nil }
    if let word { return word(binding, usual) }
    let keys = ownKeys.applied(to: [binding]).first?.keys ?? []
    return keys.contains(key) ? nil : keys.first.map { Keymap.name($0, language) }
  }
}

extension Binding {
  /// The same action on another key. Arrows, Enter, Esc and the like go on asking for it: the mouse wheel
  /// and every form stand on them. Where it has no letter today text may be typed, and letters are text.
  fileprivate func moved(to key: Key) -> Binding {
    if key.isCharacter, !keys.contains(where: \.isCharacter) { return self }
    var binding = self
    binding.keys = [key] + keys.filter { $0 != key && !$0.isCharacter && !$0.isChord }
    return binding
  }
}

extension Key {
  package var isCharacter: Bool {
    if case .character = self { true } else { false }
  }

  /// Ctrl or Alt with a character, or a function key.
  package var isChord: Bool {
    switch self {
    case .control, .alt, .function: true
    default: false
    }
  }
}
