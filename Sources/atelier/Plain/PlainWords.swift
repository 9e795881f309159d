import Boards
import Cards
import Languages
import Shell
import Terminal
import Voting
import WorkshopCore

/// What a typed line asks for where there is no screen: a deed by its word or its key, or a text.
enum PlainWords {
  enum Meaning {
    case deed(Binding)
    /// Keys, named one after another.
    case keys([Key])
    /// It goes where text is typed, and is given.
    case text(String)
    /// The empty line.
    case nothing
    /// More than one deed is called so.
    case several([Binding])
    case unknown(String)
  }

  /// What begins a deed where every line is a text.
  static let mark: Character = "/"

  /// Whether a line is a text here unless it begins with the mark.
  static func isTextual(_ scene: Scene) -> Bool {
    if let overlay = scene.focus.overlay { return overlay is Menu || overlay.typed != nil }
    switch scene.role {
    case .notes: return true
    case .ballot: return scene.asksBallotText
    case .facilitator, .stage: return false
    }
  }

  static func meaning(of line: String, _ scene: Scene) -> Meaning {
    let text = line.trimmed
    guard !text.isEmpty else { return .nothing }
    let isDeed = text.first == mark && text.count > 1
    if isTextual(scene), !isDeed { return .text(text) }
    let word = isDeed ? String(text.dropFirst()).trimmed : text
    return deed(word, scene) ?? keys(word).map(Meaning.keys) ?? .unknown(word)
  }

  /// What can be done now, each deed once.
  static func deeds(_ scene: Scene) -> [Binding] {
    var known: Set<String> = []
    return Keymap.bindings(scene).filter {
      !silent.contains($0.action.id) && known.insert($0.action.id).inserted
    }
  }

  /// What makes no sense without a screen.
  private static let silent: Set<String> = [
    Action.repaint.id, Action.nextTheme.id, Action.suspend.id, Action.compose.id, "toggle-mouse",
    Action.copy.id,
  ]

  /// A deed's word as it is offered, with its key.
  static func offer(_ binding: Binding, _ scene: Scene) -> String {
    let word = name(binding, scene)
    let phrase = scene.say(binding.action.phrase)
    let key = binding.keys.first.map { Keymap.name($0, scene.language) } ?? ""
    let head = word == phrase ? word : scene.language.labelled(word, phrase)
    return key.isEmpty ? head : "\(head) (\(key))"
  }

  /// Whether a word asks for the list of words, also where no key does.
  static func isHelp(_ typed: String, _ scene: Scene) -> Bool {
    let names = [
      scene.language(Action.help.phrase), Action.help.id, Keymap.name(.function(1), scene.language),
    ]
    return names.contains { Fold.plain($0) == Fold.plain(typed) } || typed == "?"
  }

  /// What is typed for a deed that a sentence speaks of; nil where it has no short word.
  static func word(_ binding: Binding, _ scene: Scene) -> String? {
    guard !silent.contains(binding.action.id) else { return nil }
    return binding.hintWord(scene).map { isTextual(scene) ? String(mark) + $0 : $0 }
  }

  /// The shortest name that a deed has.
  static func name(_ binding: Binding, _ scene: Scene) -> String {
    binding.hintWord(scene) ?? scene.say(binding.action.phrase)
  }

  private static func deed(_ typed: String, _ scene: Scene) -> Meaning? {
    let all = deeds(scene)
    if let key = all.first(where: { $0.keys.contains { isKey(typed, $0, scene) } }) {
      return .deed(key)
    }
    let wanted = Fold.plain(typed)
    guard wanted.count > 1 else { return nil }
    func names(_ binding: Binding) -> [String] {
      let own = [binding.hintWord(scene), scene.say(binding.action.phrase)].compactMap { $0 }
      return (own + [binding.action.id.split(separator: "-").joined(separator: " ")]).map {
        Fold.plain($0)
      } + [binding.action.id]
    }
    let ways: [(String) -> Bool] = [
      { $0 == wanted }, { $0.hasPrefix(wanted) },
      { name in
        let parts = name.split { !$0.isLetter && !$0.isNumber }
        return wanted.split(separator: " ").allSatisfy { word in
          parts.contains { $0.hasPrefix(word) }
        }
      },
    ]
    for (rank, way) in ways.enumerated() {
      // Names of keys go before mere beginnings of words.
      if rank == 2, let keys = keys(typed) { return .keys(keys) }
      let found = all.filter { names($0).contains(where: way) }
      // One that can be done goes before those that cannot.
      let able = found.filter { $0.disabled == nil }
      if found.count == 1 || able.count == 1 { return .deed(able.first ?? found[0]) }
      if !found.isEmpty { return .several(able.isEmpty ? found : able) }
    }
    return nil
  }

  private static func isKey(_ typed: String, _ key: Key, _ scene: Scene) -> Bool {
    typed == key.label || typed == Keymap.name(key, scene.language)
      || typed.count > 1 && Fold.plain(typed) == Fold.plain(Keymap.name(key, scene.language))
  }

  /// Keys by their names, with spaces between: `Down Down Enter`.
  private static func keys(_ typed: String) -> [Key]? {
    let keys = typed.split(separator: " ").map { name -> Key? in
      // Names of one letter are letters; of others the case does not matter.
      Key(label: String(name))
        ?? (name.count > 1 ? Key(label: name.prefix(1).uppercased() + name.dropFirst()) : nil)
    }
    return keys.contains { $0 == nil } ? nil : keys.compactMap { $0 }
  }
}
