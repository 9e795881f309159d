package import Languages
package import Terminal

/// Keys that ask for an action.
package struct Binding: Sendable {
  package let keys: [Key]
  package var action: Action
  /// Why it cannot be done now; nil when it can.
  package var disabled: Phrase?
  /// A shorter word for the hint line; nil: not hinted.
  var hint: Phrase?

  package init(
    _ keys: Key..., do action: Action, hint: Phrase? = nil, unless disabled: Phrase? = nil
  ) {
    self.keys = keys
    self.action = action
    self.hint = hint
    self.disabled = disabled
  }
}
