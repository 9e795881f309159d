package import Languages
package import Terminal

/// Which keys work now, and what a key does.
///
/// Dispatch, the hint line, the help page, the palette, `atelier keys` and the README's table all
/// read these lists.
package enum Keymap {
  /// The bindings that are on in a scene: the topmost overlay's, or else the role's and the kind's.
  package static func bindings(_ scene: Scene) -> [Binding] {
    if let overlay = scene.focus.overlay {
      let own = overlay.bindings(scene.seen)
      let known = Set(own.map(\.action.id))
      let always =
        (scene.roleView?.always(scene) ?? []) + [
          Binding(.control("l"), do: .repaint), Binding(.control("z"), do: .suspend),
        ]
      return own + always.filter { !known.contains($0.action.id) }
    }
    return scene.roleView?.bindings(scene) ?? []
  }

  /// What a key leads to. Where text is typed, a printable key is always text.
  package static func decide(_ key: Key, _ scene: Scene) -> Outcome {
    if let binding = bindings(scene).first(where: { $0.keys.contains(key) }) {
      if let reason = binding.disabled { return .refused(reason) }
      let outcome = binding.action.decide(scene.seen)
      return scene.isLookingOver ? outcome.onlyLooking(scene) : outcome
    }
    if let overlay = scene.focus.overlay { return overlay.typing(key, scene.seen) }
    return scene.roleView?.typing(key, scene) ?? .nothing
  }

  /// Says which key was meant where a letter does nothing and its other case does something: Caps Lock is
  /// on, or Shift was held.
  package static func otherCase(_ key: Key, _ scene: Scene) -> Outcome {
    guard case .character(let character) = key, character.isLetter else { return .nothing }
    let other = Character(
      character.isUppercase ? character.lowercased() : character.uppercased())
    let meant = bindings(scene).first { $0.keys.contains(.character(other)) }
    guard other != character, let meant else { return .nothing }
    return .refused(
      "No such key: \(String(character)). \(String(other)): \(meant.action.phrase)")
  }

  /// The hint line: as many hints as fit, and always the way to all the others.
  static func hints(_ scene: Scene, width: Int) -> String {
    let known = bindings(scene)
    // Two texts that wait for a choice are the one thing nobody looks for.
    let all =
      known.filter { $0.action.hintPlace == .first }
      + known.filter { $0.action.hintPlace == .inTurn }
    let last = known.first { $0.action.hintPlace == .last }
    var text = ""
    let tail = last.map { hint($0, scene) } ?? ""
    let room = width - Text.width(tail) - (tail.isEmpty ? 0 : 3)
    for binding in all where binding.disabled == nil {
      guard binding.hint != nil else { continue }
      let part = (text.isEmpty ? "" : "   ") + hint(binding, scene)
      if Text.width(text) + Text.width(part) > room { continue }
      text += part
    }
    return text + (tail.isEmpty ? "" : (text.isEmpty ? "" : "   ") + tail)
  }

  private static func hint(_ binding: Binding, _ scene: Scene) -> String {
    let word = scene.say(binding.hint ?? binding.action.phrase)
    return "\(binding.keys.first.map { name($0, scene.language) } ?? "") \(word)"
  }

  /// A binding's keys in the reader's language.
  package static func names(_ binding: Binding, _ language: Language) -> String {
    binding.keys.map { name($0, language) }.joined(separator: " ")
  }

  /// A key's name in the reader's language.
  static func name(_ key: Key, _ language: Language) -> String {
    switch key {
    case .character(" "): language("Space")
    case .enter: language("Enter")
    case .escape: language("Esc")
    default: key.label
    }
  }
}
