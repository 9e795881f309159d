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
      let lost = history.lost(with: act)
      // Where the room reads the answer, a closed board's words are not in it.
      let isSeen = scene.focus.isOnStage && history.workshop.boards.contains(where: \.isClosed)
      var outcome = Outcome(
        events: Self.reverting(act),
        notice: isSeen ? "Undone" : "Undone: \(Event.phrase(of: act))")
      outcome.focus = scene.takingBack(act)
      guard let last = lost.last else { return outcome }
      // What came since asks again: nobody agreed to lose it.
      return Action.twice("undo-\(own.id)-\(last.id)", Self.warning(lost, isSeen: isSeen), scene) {
        outcome
      }
    }
    let others = history.undoable { entry in
      history.act(of: entry).allSatisfy { $0.event?.mayBeUndone(by: scene.role) ?? false }
    }
    guard let entry = others else { return .notice("Nothing to undo at this terminal") }
    let act = history.act(of: entry)
    let phrase = Event.phrase(of: act)
    let lost = history.lost(with: act)
    let question: Phrase =
      lost.isEmpty
      ? "Nothing of yours is left. \(entry.by): \(phrase). Again undoes that"
      : Self.warning(lost, isSeen: false)
    return Action.twice(
      "undo-\(entry.id)-\(lost.last?.id.description ?? "")", question, scene
    ) {
      Outcome(events: Self.reverting(act), notice: "Undone: \(entry.by): \(phrase)")
    }
  }

  package func redo() -> Outcome {
    guard let entry = history.redoable(by: writer) else { return .notice("Nothing to redo") }
    return Outcome(events: Self.reverting(history.act(of: entry)), notice: "Done again")
  }

  /// What others did since that would go too.
  private static func warning(_ lost: [Entry], isSeen: Bool) -> Phrase {
    let names = lost.reduce(into: [String]()) { names, entry in
      if !names.contains(entry.by) { names.append(entry.by) }
    }.joined(separator: ", ")
    // Who votes where is nobody's business.
    let ballots = lost.count { if case .ballotCast = $0.event { true } else { false } }
    if ballots > 0 { return "Ballots were cast since: \(ballots). Again undoes them too" }
    guard lost.count == 1, let event = lost[0].event, !isSeen else {
      return "Since then: \(names) (\(lost.count)). Again undoes theirs too"
    }
    return "Since then: \(names) (\(event.shortPhrase)). Again undoes that too"
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
