import FoundationEssentials
import WorkshopCore
import WorkshopQueries

extension RestorationScript {
  private var activities: [StateDocument.Activity] { document.sessions.flatMap(\.activities) }

  /// When the room was where; the last opening is where it is.
  mutating func writeOpenings() {
    var last: (at: Int64, activity: ActivityID)?
    for activity in activities {
      for (index, at) in activity.opened.enumerated() {
        let zones = activity.offsets ?? []
        add(
          .activityOpened(activity: activity.id, seconds: nil), at: at,
          offset: zones.indices.contains(index) ? zones[index] : nil)
        if at >= last?.at ?? .min { last = (at, activity.id) }
      }
      if let rounds = activity.rounds {
        add(
          .roundsArranged(
            activity: activity.id, order: rounds.order, skipped: rounds.skipped,
            seed: rounds.seed))
      }
    }
    if let current = document.current, current != last?.activity {
      add(.activityOpened(activity: current, seconds: nil))
    }
  }

  /// Votes with their ballots, each voter a number; what was not revealed begins anew. How a ballot came,
  /// on paper or on a screen, is not in the document, and neither is who cast it.
  mutating func writePolls() throws(Restoration.DocumentError) {
    for poll in document.polls {
      guard let method = WorkshopCore.Poll.Method(rawValue: poll.method) else {
        throw .badID(poll.method)
      }
      try make(
        poll.id,
        .pollOpened(
          activity: poll.activity, question: poll.question, method: method,
          options: poll.options.map(\.id), dots: poll.dots, cap: poll.cap, winners: poll.winners,
          settings: poll.settings, runoffOf: poll.runoffOf),
        at: end.milliseconds)
      for (index, ballot) in (poll.ballots ?? []).enumerated() {
        add(
          .ballotCast(
            poll: poll.id, voter: String(index + 1), marks: ballot.marks, reasons: ballot.reasons))
      }
      for count in poll.counted ?? [] {
        add(
          .totalsCounted(
            poll: poll.id, totals: count.totals, voters: count.voters,
            way: WorkshopCore.Ballot.Way(rawValue: count.way), wall: count.wall))
      }
      if !poll.open { add(.pollClosed(poll: poll.id, cut: [writer: lastSequence])) }
      if poll.revealed { add(.pollRevealed(poll: poll.id)) }
      for note in poll.remedies ?? [] {
        guard let remedy = WorkshopCore.Remedy(rawValue: note.remedy) else {
          throw .badID(note.remedy)
        }
        add(
          .tieResolved(
            poll: poll.id, remedy: remedy, chosen: note.chosen, who: note.who, reason: note.reason,
            seed: note.seed), by: note.by)
      }
    }
  }

  /// Themes are cards whose board is told apart; their status is said where the cards do not say it.
  mutating func writeThemes() {
    guard let board = base.themesBoard else { return }
    for theme in document.themes {
      var texts = [
        WorkshopCore.Card.text: theme.name,
        WorkshopCore.Theme.challengeField: theme.challenge ?? "",
        WorkshopCore.Theme.sponsorField: theme.sponsor ?? "",
        WorkshopCore.Theme.reasonField: theme.reason ?? "",
      ]
      guard let card = base.card(ofTheme: theme.id) else {
        texts = texts.filter { !$0.value.isEmpty && $0.key != WorkshopCore.Card.text }
        try? make(theme.id, .cardAdded(board: board, text: theme.name, fields: texts))
        continue
      }
      let planned = document.plan?.theme(theme.id)
      let before = [
        WorkshopCore.Card.text: planned?.name.text(in: document.language),
        WorkshopCore.Theme.challengeField: planned?.challenge?.text(in: document.language),
        WorkshopCore.Theme.sponsorField: planned?.sponsor,
      ]
      for (field, text) in texts.sorted(by: { $0.key < $1.key })
      where text != (before[field] ?? nil) ?? "" {
        add(.fieldSet(card: card.id, field: field, value: text, over: nil))
      }
    }
    let listed = Set(document.themes.map(\.id))
    let moved = Set(document.cards.map(\.id))
    for theme in base.themes where !listed.contains(theme.id) {
      guard let card = base.card(ofTheme: theme.id), !moved.contains(card.id) else { continue }
      add(.cardBinned(card: card.id))
    }
    let workshop = workshop
    for theme in document.themes {
      let status =
        workshop.isExplored(theme.id) ? WorkshopCore.Theme.explored : WorkshopCore.Theme.notExplored
      guard status != theme.status, let card = workshop.card(ofTheme: theme.id) else { continue }
      add(
        .fieldSet(
          card: card.id, field: WorkshopCore.Theme.statusField, value: theme.status,
          over: nil))
    }
  }

  /// What everybody looks at.
  mutating func writeStage() {
    let workshop = workshop
    for activity in activities {
      for name in activity.ready {
        add(.readied(activity: activity.id, ready: true), by: name)
      }
      if let view = activity.view {
        add(.viewShown(activity: activity.id, view: view.name, step: view.step))
      }
      guard let turn = activity.turn, let planned = workshop.plan.activity(activity.id) else {
        continue
      }
      let playlist = workshop.playlist(of: planned)
      guard playlist.indices.contains(turn) else { continue }
      let place = playlist[turn].place
      add(
        .segmentOpened(
          activity: activity.id, round: place.round, segment: place.segment, seconds: nil))
    }
    if let shown = document.shown { add(.boardShown(board: shown)) }
    if let card = document.spotlit { add(.cardShown(card: card)) }
    for setting in (document.off ?? []).compactMap(Setting.init) {
      add(.settingChanged(setting: setting, isOn: false))
    }
  }

  /// Times as they stood when the document was written. One that waits for the room to come back is set
  /// before the room left.
  mutating func writeClocks() {
    let left = activities.flatMap(\.opened).max() ?? end.milliseconds
    let current = document.current
    let isElsewhere = { (clock: StateDocument.Countdown) in
      clock.waits == true && clock.activity != current
    }
    let clocks = (document.clocks ?? []) + [document.countdown].compactMap { $0 }
    for clock in clocks where !isElsewhere(clock) { write(clock, at: end.milliseconds) }
    for clock in clocks where isElsewhere(clock) { write(clock, runs: true, at: left - 1) }
  }

  private mutating func write(
    _ clock: StateDocument.Countdown, runs: Bool? = nil, at: Int64
  ) {
    add(
      .countdownSet(
        activity: clock.activity, seconds: clock.remaining, table: clock.table,
        of: clock.seconds), at: at)
    if runs ?? clock.running {
      add(.countdownResumed(activity: clock.activity, table: clock.table), at: at)
    }
  }
}

extension StateDocument {
  /// Reads what `moment` wrote: milliseconds since 1970.
  static func milliseconds(_ written: String) -> Int64? {
    (try? Date(written, strategy: .iso8601)).map { Int64($0.timeIntervalSince1970 * 1000) }
  }
}
