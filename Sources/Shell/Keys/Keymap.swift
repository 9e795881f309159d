package import Languages
package import Terminal

/// Which keys work now, and what a key does.
///
/// Dispatch, the hint line, the help page, the palette, `atelier keys` and the README's table all
/// read these lists.
package enum Keymap {
  /// The bindings that are on in a scene: the topmost overlay's, or else the role's and the kind's.
  package static func bindings(_ scene: Scene) -> [Binding] {
    scene.ownKeys.applied(to: usual(scene))
  }

  /// The same on the keys that they have where nobody wants others.
  private static func usual(_ scene: Scene) -> [Binding] {
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
  ///
  /// - Parameter known: the bindings of the scene, where they are at hand.
  package static func decide(
    _ key: Key, _ scene: Scene, among known: [Binding]? = nil
  ) -> Outcome {
    if let binding = (known ?? bindings(scene)).first(where: { $0.keys.contains(key) }) {
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

  /// The hint line: what matters now as far as it fits, and always the way to all the others.
  static func hints(_ scene: Scene, width: Int) -> String {
    let known = scene.bindings ?? bindings(scene)
    let tail = known.first { $0.action.hintPlace == .last }.map { hint($0, scene) }
    var room = width - (tail.map { Text.width($0) } ?? -gap.count)
    var chosen: [(rank: Int, text: String)] = []
    for (rank, index) in ranked(known) {
      let text = hint(known[index], scene)
      guard Text.width(text) + gap.count <= room else { continue }
      room -= Text.width(text) + gap.count
      chosen.append((rank, text))
    }
    // A hint keeps its place on the line, whichever go first when there is little room.
    let texts = chosen.sorted { $0.rank < $1.rank }.map(\.text) + [tail].compactMap { $0 }
    return texts.joined(separator: gap)
  }

  private static let gap = "   "

  /// What is hinted now, as places in the list in the order in which it matters, each with its place on the
  /// line.
  private static func ranked(_ known: [Binding]) -> [(rank: Int, index: Int)] {
    let hinted = known.indices.filter {
      known[$0].disabled == nil && known[$0].hint != nil && known[$0].action.hintPlace != .last
    }
    // Two texts that wait for a choice are the one thing nobody looks for.
    let placed =
      hinted.filter { known[$0].action.hintPlace == .first }
      + hinted.filter { known[$0].action.hintPlace != .first }
    let ranked = placed.enumerated().map { (rank: $0.offset, index: $0.element) }
    let isEarly = { (item: (rank: Int, index: Int)) in
      known[item.index].isHintedEarly || known[item.index].action.hintPlace == .first
    }
    return ranked.filter(isEarly) + ranked.filter { !isEarly($0) }
  }

  /// The keys of this moment: those that are hinted, by how much they matter, then whatever else works.
  static func ofTheMoment(_ known: [Binding], most: Int) -> [Binding] {
    let hinted = ranked(known).prefix(most).sorted { $0.rank < $1.rank }.map { known[$0.index] }
    let ids = Set(hinted.map(\.action.id))
    let others = known.filter { binding in
      binding.disabled == nil && binding.action.hintPlace != .last
        && !ids.contains(binding.action.id)
    }
    return hinted + others.prefix(most - hinted.count)
  }

  private static func hint(_ binding: Binding, _ scene: Scene) -> String {
    let word = scene.say(binding.hint ?? binding.action.phrase)
    let keys = binding.hintKeys.isEmpty ? Array(binding.keys.prefix(1)) : binding.hintKeys
    return keys.map { name($0, scene.language) }.joined() + " " + word
  }

  /// A binding's keys in the reader's language.
  package static func names(_ binding: Binding, _ language: Language) -> String {
    binding.keys.map { name($0, language) }.joined(separator: " ")
  }

  /// A key's name in the reader's language, as it stands on a keyboard there.
  package static func name(_ key: Key, _ language: Language) -> String {
    let label = key.label
    guard label.utf8.count > 1 else { return label }
    let parts = label.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, label.count > 2, !parts[1].isEmpty else { return word(label, language) }
    return word(String(parts[0]), language) + "-" + word(String(parts[1]), language)
  }

  /// One key of a name, without those that are held with it.
  private static func word(_ label: String, _ language: Language) -> String {
    switch label {
    case "Space": language("Space")
    case "Enter": language("Enter")
    case "Esc": language("Esc")
    case "Shift": language("Shift")
    case "Delete": language("Delete")
    case "PgUp": language("PgUp")
    case "PgDn": language("PgDn")
    default: label
    }
  }
}
