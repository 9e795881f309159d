import Languages
package import WorkshopCore

/// What undo and redo find in a history: acts, each as one key did it.
package struct Undoing {
  package let history: History
  /// Whose deeds come first.
  package let writer: String

  package init(history: History, writer: String) {
    self.history = history
    self.writer = writer
  }

  /// One's own last deed; when none is left, what somebody else did last, by name and at a second press.
  package func undo(_ scene: Scene) -> Outcome {
    if let own = history.undoable(by: writer) {
      let act = history.act(of: own)
      // Where the room reads the answer, a closed board's words are not in it.
      let isSeen = scene.focus.isOnStage && history.workshop.boards.contains(where: \.isClosed)
      var outcome = Outcome(
        events: Self.reverting(act),
        notice: isSeen ? "Undone" : "Undone: \(Event.phrase(of: act))")
      outcome.focus = scene.takingBack(act)
      return outcome
    }
    let others = history.undoable { entry in
      history.act(of: entry).allSatisfy { $0.event?.mayBeUndone(by: scene.role) ?? false }
    }
    guard let entry = others else { return .notice("Nothing to undo at this terminal") }
    let act = history.act(of: entry)
    let phrase = Event.phrase(of: act)
    return Action.twice(
      "undo-\(entry.id)", "Nothing of yours is left. \(entry.by): \(phrase). Again undoes that",
      scene
    ) {
      Outcome(events: Self.reverting(act), notice: "Undone: \(entry.by): \(phrase)")
    }
  }

  package func redo() -> Outcome {
    guard let entry = history.redoable(by: writer) else { return .notice("Nothing to redo") }
    return Outcome(events: Self.reverting(history.act(of: entry)), notice: "Done again")
  }

  private static func reverting(_ act: [Entry]) -> [Event] { act.map { .reverted(entry: $0.id) } }
}

extension Scene {
  /// After a voice was taken back: the line that gave way to it is there again.
  fileprivate func takingBack(_ act: [Entry]) -> Focus? {
    guard case .voiceAdded = act.last?.event, let given = focus.voiced, focus.line.isEmpty,
      focus.editing == nil
    else { return nil }
    return Outcome.typed(given, self).focus
  }
}
