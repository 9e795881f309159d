package import Languages
package import Terminal

/// Keys that ask for an action.
package struct Binding: Sendable {
  package internal(set) var keys: [Key]
  package var action: Action
  /// Why it cannot be done now; nil when it can.
  package var disabled: Phrase?
  /// A shorter word for the hint line; nil: not hinted.
  var hint: Phrase?
  package var isHinted: Bool { hint != nil }
  /// The shorter word, where it has one.
  package func hintWord(_ scene: Scene) -> String? { hint.map { scene.say($0) } }
  /// What it is about; nil: what is at hand.
  var topic: Topic?
  /// Its hint goes before others where the line has no room for all.
  package var isHintedEarly = false
  /// The keys that its hint names, where they are several bindings' that do alike; empty: its first.
  var hintKeys: [Key] = []

  package init(
    _ keys: Key..., do action: Action, hint: Phrase? = nil, naming hintKeys: [Key] = [],
    unless disabled: Phrase? = nil
  ) {
    self.hintKeys = hintKeys
    self.keys = keys
    self.action = action
    self.hint = hint
    self.disabled = disabled
  }
}
