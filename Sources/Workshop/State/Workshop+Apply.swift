extension Workshop {
  /// Takes in the next entry of the shared order.
  public mutating func apply(_ entry: Entry) {
    guard let event = entry.event else {
      skipped += 1
      return
    }
    let now = entry.stamp.milliseconds
    switch event {
    case .activityOpened(let activity, let seconds):
      open(activity, seconds: seconds, entry)
    case .turnOpened(let activity, let turn, let seconds):
      guard turn >= 0 else { return }
      turns[activity] = turn
      if let seconds { countdowns[activity] = Countdown(seconds: seconds, startedAt: now) }
    case .countdownStarted(let activity, let seconds):
      countdowns[activity] = Countdown(seconds: seconds, startedAt: now)
    case .countdownPaused(let activity):
      countdowns[activity]?.pause(at: now)
    case .countdownResumed(let activity):
      countdowns[activity]?.resume(at: now)
    case .countdownExtended(let activity, let seconds):
      extend(activity, by: seconds)
    case .boardShown(let board):
      shown = board
    case .readied(let activity, let isReady):
      if isReady {
        ready[activity, default: []].insert(entry.by)
      } else {
        ready[activity]?.remove(entry.by)
      }
    case .cardAdded, .fieldSet, .cardBinned, .cardRestored, .voiceAdded, .memberAdded,
      .memberRemoved:
      applyToCards(event, entry)
    case .boardAdded, .zoneAdded, .zoneRenamed:
      applyToBoards(event, entry)
    case .pollOpened, .ballotCast, .totalsCounted, .pollClosed, .pollRevealed:
      applyToPolls(event, entry)
    case .reverted:
      break  // History leaves out what was reverted before it folds.
    }
  }

  private mutating func open(_ activity: ActivityID, seconds: Int?, _ entry: Entry) {
    let now = entry.stamp.milliseconds
    for other in countdowns.keys where other != activity { countdowns[other]?.pause(at: now) }
    current = activity
    shown = nil
    openings[activity, default: []].append(entry.stamp)
    if let seconds {
      if countdowns[activity] == nil {
        countdowns[activity] = Countdown(seconds: seconds, startedAt: now)
      } else {
        countdowns[activity]?.resume(at: now)
      }
    }
  }

  private mutating func extend(_ activity: ActivityID, by seconds: Int) {
    if countdowns[activity] == nil {
      let planned = (plan.activity(activity)?.minutes ?? 0) * 60
      countdowns[activity] = Countdown(seconds: planned, startedAt: nil)
    }
    countdowns[activity]?.extend(by: seconds)
  }
}
