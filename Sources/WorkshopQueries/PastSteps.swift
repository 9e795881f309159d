public import WorkshopCore

extension Workshop {
  /// The set of a next step with the sessions at which it was looked at again, and the field with what
  /// was said then.
  public static let reviewed = "reviewed"
  public static let reviewNote = "review-note"

  /// The next steps that a session begins with: agreed on before it, and open then or looked at since.
  ///
  /// Before anything of the session was opened, all that are open.
  public func pastSteps(at session: Session) -> [Card] {
    once("past steps", session.id) {
      let start = session.activities.compactMap { openings[$0.id]?.first?.milliseconds }.min()
      return cards(ofSheet: Self.actionSheet).filter { step in
        if step.has(session.id, in: Self.reviewed) { return true }
        return (start.map { step.added.milliseconds < $0 } ?? true)
          && !["done", "dropped"].contains(step["status"])
      }
    }
  }
}
