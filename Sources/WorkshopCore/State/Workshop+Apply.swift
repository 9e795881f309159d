extension Workshop {
  /// Takes in the next entry of the shared order.
  public mutating func apply(_ entry: Entry) {
    guard let event = entry.event else {
      skipped += 1
      return
    }
    switch event {
    case .activityOpened(let activity, let seconds, let left, let from):
      open(activity, seconds: seconds, left: left, from: from, entry)
    case .turnOpened, .segmentOpened, .roundsArranged, .countdownStarted, .countdownPaused,
      .countdownResumed, .countdownExtended, .countdownSet:
      applyToTime(event, entry)
    case .planChanged(let changes) where !base.hasWritten(entry.id):
      for (index, change) in changes.enumerated() where !isKept(from: change) {
        let id = index == 0 ? entry.id.description : "\(entry.id).\(index + 1)"
        // Several changes at one stroke are what the rest of a day was cut to.
        if changes.count == 1, !isOfTheDay(change, entry) {
          prepared.apply(change, over: base, id: id, isHeld: !openings.isEmpty)
        }
        plan.apply(change, over: base, id: id, isHeld: !openings.isEmpty)
        follow(change)
      }
    case .settingChanged(let setting, let isOn):
      if isOn { off.remove(setting) } else { off.insert(setting) }
    case .viewShown(let activity, let view, let step):
      views[activity] = ShownView(name: view, step: max(0, step))
    case .boardShown(let board):
      shown = board
      spotlit = nil
    case .cardShown(let card):
      spotlit = card
    case .readied(let activity, let isReady):
      if isReady {
        ready[activity, default: []].insert(entry.by)
      } else {
        ready[activity]?.remove(entry.by)
      }
    case .cardAdded, .fieldSet, .fieldsSet, .cardBinned, .cardRestored, .voiceAdded, .memberAdded,
      .memberRemoved:
      applyToCards(event, entry)
    case .boardKept(let board, let title, let notes):
      keep(board, as: title, told: notes, entry)
    case .boardAdded, .zoneAdded, .zoneRenamed, .boardSet:
      applyToBoards(event, entry)
    case .pollOpened, .pollChanged, .ballotCast, .totalsCounted, .pollClosed, .pollRevealed,
      .voterListed,
      .tieResolved, .tokensIssued:
      applyToPolls(event, entry)
    case .planChanged, .reverted, .clockCorrected:
      // What the plan's file has already; and History leaves out what was reverted, and puts in order,
      // before it folds.
      break
    }
  }
}
