import Languages
import Terminal
import WorkshopCore

/// What an undo did, by the things themselves: what is gone, what is there again, where the room is.
struct UndoText {
  /// From its last entry to its first.
  let act: [Entry]
  /// The state with it, and without.
  let before: Workshop
  let after: Workshop
  let now: Moment

  var phrase: Phrase {
    let events = act.compactMap(\.event)
    guard let event = events.last else { return "a change" }
    if events.count > 1 {
      if events.allSatisfy({ if case .cardAdded = $0 { true } else { false } }) {
        return "\(events.count) cards removed"
      }
      if events.allSatisfy({ if case .cardBinned = $0 { true } else { false } }) {
        return "\(events.count) cards back from the bin"
      }
    }
    return room(event) ?? time(event) ?? card(event) ?? board(event) ?? vote(event) ?? event.phrase
  }

  private func room(_ event: Event) -> Phrase? {
    switch event {
    case .activityOpened(let activity, _, _, _):
      let left = title(activity)
      // Somebody has moved everyone on since.
      guard after.current != before.current else { return "the visit to \(left)" }
      guard let current = after.plan.activity(after.current) else {
        return "back to before the start, from \(left)"
      }
      return "back to \(current.title), from \(left)"
    case .turnOpened, .segmentOpened: return "back to the turn before"
    case .viewShown, .boardShown, .cardShown:
      if let card = after.card(after.spotlit) {
        return "the projector shows “\(Self.short(card.text))” again"
      }
      if let board = after.board(after.shown) { return "the projector shows \(board.title) again" }
      return "the projector shows what it did before"
    default: return nil
    }
  }

  private func time(_ event: Event) -> Phrase? {
    switch event {
    case .countdownStarted(let activity, _, nil), .countdownPaused(let activity, nil, _),
      .countdownResumed(let activity, nil), .countdownExtended(let activity, _, nil),
      .countdownSet(let activity, _, nil, _):
      guard let countdown = after.countdowns[activity] else { return "no timer is running" }
      let text = TimeLeft.text(countdown, at: now)
      return countdown.isRunning
        ? "the timer runs on at \(text)" : "the timer is stopped at \(text)"
    case .settingChanged(.bell, let isOn):
      return isOn ? "the bell is off again" : "the bell is on again"
    case .settingChanged(.digits, let isOn):
      return isOn ? "the digits are off again" : "the digits are on again"
    case .planChanged(let changes):
      guard changes.count == 1, let change = changes.first else { return "the agenda is as it was" }
      return plan(change)
    default: return nil
    }
  }

  private func plan(_ change: PlanChange) -> Phrase {
    switch change {
    case .activitySet(let activity, _, _, _):
      return "the agenda is as it was: \(title(activity))"
    case .planSet: return "the workshop's own facts are as they were"
    case .sessionSet(let session, _, _, _):
      guard let title = after.plan.session(session)?.title else { return "the agenda is as it was" }
      return "\(title) as it was"
    case .boardSet(let board, _, _, _), .boardRemoved(let board), .boardMoved(let board, _, _):
      guard let title = after.board(board)?.title else { return "the boards are as they were" }
      return "\(title) as it was"
    case .boardAdded(let board): return "board removed: \(board.title)"
    default: return "the agenda is as it was"
    }
  }

  private func card(_ event: Event) -> Phrase? {
    switch event {
    case .cardAdded(_, let text, _): return "“\(Self.short(text))” removed"
    case .cardBinned(let card): return "“\(text(of: card))” back from the bin"
    case .cardRestored(let card): return "“\(text(of: card))” in the bin again"
    case .voiceAdded(let card): return "“\(text(of: card))”: +1 taken back"
    case .fieldSet(_, let field, _, _) where Card.isPrivate(field): return nil
    case .fieldSet(let card, Card.text, let value, _):
      return "“\(text(of: card))” again, not “\(Self.short(value))”"
    case .fieldSet(let card, Card.zone, _, _): return moved(card)
    case .fieldSet(let card, let field, let value, _):
      let old = after.card(card)?[field] ?? ""
      return old.isEmpty
        ? "“\(text(of: card))”: without “\(Self.short(value))”"
        : "“\(text(of: card))”: “\(Self.short(old))” again"
    case .fieldsSet(Card.zone, let values) where values.count == 1:
      return values.keys.first.map(moved)
    case .fieldsSet(_, let values):
      return values.count == 1 ? "1 card as it was" : "\(values.count) cards as they were"
    case .memberAdded(let card, _, _), .memberRemoved(let card, _, _, _):
      return "“\(text(of: card))” as it was"
    default: return nil
    }
  }

  private func board(_ event: Event) -> Phrase? {
    switch event {
    case .boardAdded(let title, _, _, _): return "board removed: \(title)"
    case .boardKept(_, let title, _): return "version removed: \(title)"
    case .boardSet(let board, _, _):
      return after.board(board).map { "\($0.title) as it was" }
    case .zoneAdded(_, let title): return "cluster removed: \(title)"
    case .zoneRenamed(let zone, _):
      return after.zone(zone).map { "the cluster is \($0.zone.title) again" }
    default: return nil
    }
  }

  private func vote(_ event: Event) -> Phrase? {
    switch event {
    case .pollOpened(_, let question, _, _, _, _, _, _, _):
      return "vote removed: \(Self.short(question))"
    case .pollClosed(let poll, _, _):
      return before.poll(poll).map { "vote open again: \(Self.short($0.question))" }
    case .pollRevealed(let poll):
      return before.poll(poll).map { "result hidden again: \(Self.short($0.question))" }
    case .tieResolved: return "the tie is open again"
    case .totalsCounted: return "totals removed"
    default: return nil
    }
  }

  private func moved(_ card: CardID) -> Phrase {
    let zone = after.zone(after.card(card)?.zone ?? "")
    return zone.map { "“\(text(of: card))” back in \($0.zone.title)" }
      ?? "“\(text(of: card))” back where it was"
  }

  private func title(_ activity: ActivityID) -> Localized {
    before.plan.activity(activity)?.title ?? Localized(texts: ["en": activity])
  }

  /// A card's text where it is known without the act, else with it.
  private func text(of card: CardID) -> String {
    Self.short((after.card(card) ?? before.card(card))?.text ?? card)
  }

  /// A text on one line, cut where it is wider.
  static func short(_ text: String, to width: Int = 24) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return Text.width(line) > width ? Text.cut(line, to: width) : line
  }
}
