public import WorkshopCore

/// Something that was begun and not brought to its end: what a room settles before it parts, and what a
/// report says is still open.
///
/// It says no words: each language finds its own. Only what the workshop has a place for is missed.
public enum LooseEnd: Equatable, Sendable {
  /// A card with a field that two people typed at the same time.
  case conflict(CardID)
  /// A vote that was opened and not closed, or closed and not revealed.
  case vote(PollID, isOpen: Bool)
  /// A parked question without an outcome.
  case parked(CardID)
  /// What the last vote chose, of which nobody made a project.
  case chosen(option: String, poll: PollID)
  /// People who chose no project while others did.
  case people([CardID])
  /// A project that was linked with none of these.
  case project(CardID, lacks: [Link])
  /// A decision that does not count yet.
  case decision(CardID, missing: [ProjectStatus.Need])
  /// A project whose decision was to be looked at again by a day that is over.
  case review(project: CardID, due: Day)
  /// A theme that the room made nothing of, or that was said not to be explored, without a reason.
  case theme(String)
  /// A next step that nobody has, or that has no day.
  case step(CardID, lacksOwner: Bool, lacksDay: Bool)
  /// A sheet of which less than half is filled in.
  case sheet(CardID, filled: Int, of: Int)

  /// What a project is linked with.
  public enum Link: String, CaseIterable, Sendable { case theme, persona, canvas }
}

extension Workshop {
  /// Everything that is still open, what holds up most first.
  ///
  /// - Parameters:
  ///   - now: reviews are due by its day.
  ///   - sheets: the content's, by id; they say how much there is to fill in.
  public func looseEnds(now: Moment, sheets: Shelf<Sheet>) -> [LooseEnd] {
    let conflicts = order.compactMap(live).filter { !$0.rivals.isEmpty }
      .map { LooseEnd.conflict($0.id) }
    let votes = polls.filter { !$0.isRevealed }.map { LooseEnd.vote($0.id, isOpen: $0.isOpen) }
    let questions = parked.filter(Parking.isOpen).map { LooseEnd.parked($0.id) }
    return conflicts + votes + questions + looseOptions + loosePeople + looseProjects
      + looseDecisions(now.day) + looseThemes + looseSteps + looseSheets(sheets)
  }

  /// What the last vote chose and is in no project: an idea's card or a cluster that still lies there.
  private var looseOptions: [LooseEnd] {
    guard let last = lastOutcome, last.poll.winners > 0,
      board(ofSheet: Self.projectSheet) != nil
    else { return [] }
    let used = Set(
      projects.flatMap { project in
        [project.id, project[Self.originField] ?? ""] + origins(of: project.id).map(\.id)
      })
    return last.outcome.chosen.filter { option in
      let isThere = live(option) != nil || zone(option) != nil
      return isThere && !used.contains(option)
    }.map { .chosen(option: $0, poll: last.poll.id) }
  }

  /// Nobody is missed before the first has chosen.
  private var loosePeople: [LooseEnd] {
    let known = Set(projects.map(\.id))
    let undecided = people.filter { person in
      person.choosesProject && !(person[Team.primary].map(known.contains) ?? false)
    }
    let hasBegun = people.contains { $0[Team.primary].map(known.contains) ?? false }
    return hasBegun && !undecided.isEmpty ? [.people(undecided.map(\.id))] : []
  }

  private var looseProjects: [LooseEnd] {
    let kinds: [(LooseEnd.Link, Chain.Kind)] = [(.persona, .persona), (.canvas, .canvas)]
    return projects.filter { isAtWork($0.id) }.compactMap { project in
      let chain = Chain(of: project, in: self)
      let themes = [project] + origins(of: project.id)
      let lacksTheme = !self.themes.isEmpty && themes.allSatisfy { $0.theme == nil }
      let lacks =
        (lacksTheme ? [.theme] : [])
        + kinds.filter { _, kind in
          hasPlace(for: kind) && chain.steps.contains { $0.kind == kind && $0.isMissing }
        }.map(\.0)
      return lacks.isEmpty ? nil : .project(project.id, lacks: lacks)
    }
  }

  /// Whether anybody still works on a project: it was neither dropped, merged nor delivered.
  public func isAtWork(_ project: CardID) -> Bool {
    ![.dropped, .merged, .delivered].contains(status(of: project))
  }

  private func looseDecisions(_ today: Day) -> [LooseEnd] {
    let open = decisions.filter { !$0.counts }.map {
      LooseEnd.decision($0.id, missing: $0.missing)
    }
    let late = projects.compactMap { project -> LooseEnd? in
      guard let review = standing(of: project.id)?.review, review < today else { return nil }
      return .review(project: project.id, due: review)
    }
    return open + late
  }

  /// Before anything was held no theme is missed.
  private var looseThemes: [LooseEnd] {
    guard !openings.isEmpty else { return [] }
    return themes.filter { theme in
      guard !isExplored(theme.id), decision(onTheme: theme.id) == nil else { return false }
      return card(ofTheme: theme.id)?[Theme.reasonField] == nil
    }.map { .theme($0.id) }
  }

  private var looseSteps: [LooseEnd] {
    openActions.compactMap { step in
      let lacksOwner = step["owner"] == nil
      let lacksDay = step["due"].flatMap { Day($0) } == nil
      return lacksOwner || lacksDay
        ? .step(step.id, lacksOwner: lacksOwner, lacksDay: lacksDay) : nil
    }
  }

  /// Personas, and each project's last draft.
  private func looseSheets(_ sheets: Shelf<Sheet>) -> [LooseEnd] {
    let drafts = projects.filter { isAtWork($0.id) }.compactMap { self.drafts(of: $0.id).last }
    return (cards(ofSheet: "persona") + drafts).compactMap { card in
      guard let fields = sheets[board(card.board)?.sheet ?? ""]?.fields else { return nil }
      let filled = fields.count { card[$0.id] != nil }
      return filled * 2 < fields.count ? .sheet(card.id, filled: filled, of: fields.count) : nil
    }
  }
}

extension Card {
  /// Whether somebody on the roster is asked to choose a project: whoever helps or judges is not.
  public var choosesProject: Bool {
    ![
      "jury", "sponsor", "facilitator", "note-taker", "expert", "consultant",
    ].contains(self[Card.role] ?? "")
  }
}
