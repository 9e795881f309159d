import Terminal

/// Keys that ask for an action.
struct Binding: Sendable {
  let keys: [Key]
  let action: Action
  /// Why it cannot be done now; nil when it can.
  var disabled: Phrase?
  /// A shorter word for the hint line; nil: not hinted.
  var hint: Phrase?

  init(_ keys: Key..., do action: Action, hint: Phrase? = nil, unless disabled: Phrase? = nil) {
    self.keys = keys
    self.action = action
    self.hint = hint
    self.disabled = disabled
  }
}
