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

  /// One's own last act; when none is left, what somebody else did last, by name and at a second press.
  package func undo(_ scene: Scene) -> Outcome {
    if let own = history.undoable(by: writer) {
      let act = history.act(of: own)
      let lost = history.lost(with: act)
      // Where the room reads the answer, a closed board's words are not in it.
      let isSeen = scene.focus.isOnStage && history.workshop.boards.contains(where: \.isClosed)
      let undone = undone(act, scene)
      var outcome = Outcome(
        events: Self.reverting(act), notice: isSeen ? "Undone" : "Undone: \(undone)")
      outcome.focus = scene.takingBack(act)
      let warning = lost.isEmpty ? nil : Self.warning(lost, isSeen: isSeen)
      guard let question = warning ?? stop(act, isSeen ? "the last thing done" : undone, scene)
      else { return outcome }
      return Action.twice(
        "undo-\(own.id)-\(lost.last?.id.description ?? "")", question, scene
      ) { outcome }
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
      ? "Nothing of yours to undo. Last change by \(entry.by): \(phrase). Press again to undo it"
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

  /// What is so once an act is undone.
  private func undone(_ act: [Entry], _ scene: Scene) -> Phrase {
    UndoText(
      act: act, before: history.workshop, after: history.workshop(without: act), now: scene.now
    ).phrase
  }

  /// Why a desk asks before it undoes an act of its own, though nobody else would lose anything: undo has
  /// come to the beginning of the activity, or would take the room back a second time.
  private func stop(_ act: [Entry], _ undone: Phrase, _ scene: Scene) -> Phrase? {
    guard scene.role == .facilitator, let last = act.first else { return nil }
    if let current = scene.current, let begun = scene.workshop.openings[current.id]?.last,
      last.stamp < begun.stamp
    {
      return "Before the start of \(current.title) this was done: \(undone). Press again to undo it"
    }
    guard history.isUndoing(writer), act.contains(where: { $0.event?.movesRoom == true }) else {
      return nil
    }
    return "Press again to move everyone too: \(undone)"
  }

  /// What others did since that would go too.
  private static func warning(_ lost: [Entry], isSeen: Bool) -> Phrase {
    let names = lost.reduce(into: [String]()) { names, entry in
      if !names.contains(entry.by) { names.append(entry.by) }
    }.joined(separator: ", ")
    // Who votes where is nobody's business.
    let ballots = lost.count { if case .ballotCast = $0.event { true } else { false } }
    if ballots > 0 { return "Ballots submitted since: \(ballots). Press again to undo them too" }
    guard lost.count == 1, let event = lost[0].event, !isSeen else {
      return "Since then: \(names) (\(lost.count)). Press again to undo the changes of others too"
    }
    return "Since then: \(names) (\(event.shortPhrase)). Press again to undo that too"
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
