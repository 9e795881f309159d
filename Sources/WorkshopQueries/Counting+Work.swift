import WorkshopCore

// What was made, and what became of it.

extension Counting {
  /// Personas with a name; nil where there is no board for them.
  var personas: [Card]? {
    cards(ofSheet: "persona")?.filter { !$0.text.isEmpty }
  }

  /// Every idea that was put, also those that lie beneath another; nil where there is no board for them.
  var ideas: [Card]? { cards(ofSheet: "idea") }

  /// When the first note came on each canvas that holds one, in milliseconds since 1970; nil where the
  /// plan has none and nobody made one.
  var canvases: [Int64]? {
    let boards = workshop.boards.filter { $0.canvas != nil && $0.sheet != "journey" }
    let isPlanned = workshop.plan.activities.contains {
      workshop.catalogue.traits(of: $0).contains(.canvas)
    }
    guard isPlanned || !boards.isEmpty else { return nil }
    return boards.compactMap { board in
      workshop.cards(on: board.id).map(\.added.milliseconds).min()
    }
  }

  private func cards(ofSheet sheet: String) -> [Card]? {
    let boards = workshop.boards.filter { $0.sheet == sheet }
    guard !boards.isEmpty else { return nil }
    return boards.flatMap { workshop.ids(on: $0.id) }.compactMap { workshop.live($0) }
  }

  /// The funnel, and where every project stood at the end of a day.
  func services(into figures: inout Figures, until day: Day) {
    let decisions = workshop.decisions.filter { $0.counts && $0.project != nil && $0.day <= day }
    let projects = Set(workshop.projects.map(\.id))
    let byProject = Dictionary(grouping: decisions.filter { projects.contains($0.project ?? "") }) {
      $0.project ?? ""
    }
    if !byProject.isEmpty {
      for (index, step) in Self.ladder.enumerated() {
        let enough = Set(Self.ladder[index...].map(\.status))
        figures.reached[step.step] = byProject.values.count { decisions in
          decisions.contains { $0.status.map(enough.contains) ?? false }
        }
      }
      let standing = byProject.values.compactMap { $0.last { $0.status != nil }?.status }
      figures.standing = Dictionary(grouping: standing) { $0 }.mapValues(\.count)
    }
    let tested = workshop.tested(now)
    let tests = workshop.projects.compactMap { tested[$0.id] }
    if !workshop.cards(ofSheet: Workshop.draftSheet).isEmpty {
      figures.reached[.tested] = tests.count { $0 <= day }
    }
  }

  private static let ladder: [(step: Figures.Step, status: ProjectStatus)] = [
    (.potential, .potential), (.defined, .defined), (.go, .go), (.delivered, .delivered),
  ]

  /// Meetings that have taken place; nil where nobody ever noted one.
  var meetings: [Card]? {
    let all = workshop.cards(ofSheet: "meeting")
    guard !all.isEmpty else { return nil }
    return all.filter { day(of: $0) <= now.day }
  }

  private func day(of meeting: Card) -> Day {
    meeting[Card.date].flatMap { Day($0) } ?? now.at(meeting.added.milliseconds).day
  }

  /// Days after which a group that still works has outlived the workshop's drive.
  private static let longRun = 30

  /// What others write about a project is not its group's work.
  private static let othersWords: Set<String> = [
    Decision.sheet, Workshop.adviceSheet, Workshop.feedbackSheet, "conclusion",
  ]

  /// See `Figures.active`.
  var active: Portion? {
    let days = holdings.map(day)
    let belonging = Belonging(workshop)
    var worked: [CardID: Int64] = [:]
    for trace in workshop.trail
    where !days.contains(where: { $0.contains(trace.stamp.milliseconds) }) {
      guard let card = workshop.card(trace.card), let project = belonging.project(of: card),
        !Self.othersWords.contains(workshop.board(card.board)?.sheet ?? "")
      else { continue }
      worked[project] = max(worked[project] ?? 0, trace.stamp.milliseconds)
    }
    let sessionDays = Set(holdings.map(\.day))
    var old = 0
    var alive = 0
    for project in workshop.projects {
      guard let begun = workshop.begun(project) else { continue }
      let due = now.at(begun).day.adding(days: Self.longRun)
      guard due <= now.day else { continue }
      old += 1
      let last = worked[project.id].map { now.at($0).day }
      let hasMet = (meetings ?? []).contains { meeting in
        let day = day(of: meeting)
        return meeting[Card.project] == project.id && day >= due && !sessionDays.contains(day)
      }
      if hasMet || last.map({ $0 >= due }) ?? false { alive += 1 }
    }
    return old > 0 ? Portion(alive, of: old) : nil
  }

  /// See `Figures.onTime`.
  var onTime: Portion? {
    let due = workshop.cards(ofSheet: Workshop.actionSheet).compactMap { step -> (Card, Day)? in
      guard step["status"] != "dropped", let day = step["due"].flatMap({ Day($0) }), day < now.day
      else { return nil }
      return (step, day)
    }
    guard !due.isEmpty else { return nil }
    return Portion(
      due.count { step, day in
        step[Workshop.statusField] == Workshop.done
          && step[Workshop.doneOn].flatMap { Day($0) }.map { $0 <= day } ?? false
      }, of: due.count)
  }

  /// Planned and real minutes of a session that is over, and how much later it ended.
  func time(of holding: Holding, into figures: inout Figures) {
    let session = holding.session
    let agenda = Agenda(of: session, in: workshop, now: now, asHeld: true)
    guard !agenda.items.contains(where: { $0.state == .now || $0.state == .ahead }),
      let end = agenda.items.filter({ $0.state == .done }).map(\.end).max()
    else { return }
    let file = workshop.base.session(session.id) ?? session
    let seconds = agenda.items.reduce(0) { $0 + $1.seconds }
    figures.seconds = seconds
    figures.minutes = Figures.Pair(
      planned: file.activities.reduce(0) { $0 + ($1.isDropped ? 0 : $1.minutes) },
      actual: Agenda.minutes(seconds))
    figures.overrun = max(0, end - file.plannedEnd - agenda.shift)
  }
}
