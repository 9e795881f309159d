import Report
import Workshop

/// The report of a workshop: what was decided and what happens next, then the story by session.
enum Minutes {
  static func report(_ scene: Scene) -> Report {
    var blocks: [Report.Block] = []
    blocks.append(.paragraph(scene.say(scene.workshop.plan.goal)))
    blocks.append(.facts(essentials(scene)))
    blocks += outcomes(scene)
    blocks += chapter("Themes", [themes(scene)], scene)
    for session in scene.workshop.plan.sessions { blocks += story(of: session, scene) }
    blocks += chapter("Parking lot", [.list(scene.parked.map { parked($0, scene) })], scene)
    blocks += remaining(scene)
    return Report(
      title: scene.say(scene.workshop.plan.title), language: scene.language.code, blocks: blocks)
  }

  private static func essentials(_ scene: Scene) -> [Report.Fact] {
    let plan = scene.workshop.plan
    let cards = scene.workshop.cards.values.filter {
      !$0.isGone && !Workshop.ownBoards.contains($0.board)
    }
    let days = plan.sessions.compactMap { session -> String? in
      let parts = [session.date, session.place].compactMap { $0 }.filter { !$0.isEmpty }
      return parts.isEmpty
        ? nil : scene.language.labelled(scene.say(session.title), parts.joined(separator: ", "))
    }
    return [
      .init(scene.say("Days"), days.joined(separator: "\n")),
      .init(
        scene.say("Themes"),
        scene.workshop.themes.map { scene.say($0.name) }.joined(separator: ", ")),
      .init(
        scene.say("People"),
        scene.workshop.people.isEmpty ? "" : String(scene.workshop.people.count)),
      .init(scene.say("Cards"), String(cards.count)),
      .init(scene.say("Votes"), String(scene.workshop.polls.count)),
    ].filter { !$0.text.isEmpty }
  }

  /// Decisions, next steps and projects stand before the story: it is what most readers came for.
  private static func outcomes(_ scene: Scene) -> [Report.Block] {
    let steps = boards(of: "action", scene).flatMap { scene.workshop.cards(on: $0.id) }
    return chapter("Decisions", of: "decision", scene)
      + chapter("Next steps", [.list(steps.map { step(scene, $0) })], scene)
      + chapter("Projects", of: "project", scene)
  }

  /// What each theme asked, of whom, and what became of it.
  private static func themes(_ scene: Scene) -> Report.Block {
    let rows = scene.workshop.themes.map { theme -> [String] in
      let reason = scene.workshop.card(ofTheme: theme.id)?[Theme.reasonField]
      let status = scene.say(scene.workshop.isExplored(theme.id) ? "explored" : "not explored")
      return [
        scene.say(theme.name), scene.say(theme.challenge), theme.sponsor ?? "",
        reason.map { scene.language.labelled(status, $0) } ?? status,
      ]
    }
    let header: [Phrase] = ["Theme", "Challenge", "Sponsor", "Status"]
    return .table(header: header.map { scene.say($0) }, rows: rows)
  }

  private static func chapter(
    _ title: Phrase, of sheet: String, _ scene: Scene
  ) -> [Report.Block] {
    let cards = boards(of: sheet, scene).flatMap { ReportParts.cards(scene, on: $0, level: 2) }
    return chapter(title, cards, scene)
  }

  private static func chapter(
    _ title: Phrase, _ blocks: [Report.Block], _ scene: Scene
  ) -> [Report.Block] {
    let blocks = blocks.filter { !$0.isBlank }
    return blocks.isEmpty ? [] : [.heading(level: 1, scene.say(title))] + blocks
  }

  private static func boards(of sheet: String, _ scene: Scene) -> [Board] {
    scene.workshop.boards.filter { $0.sheet == sheet }
  }

  /// A next step with who and when.
  private static func step(_ scene: Scene, _ step: Card) -> Report.Item {
    let parts = [scene.owner(of: step), step["due"]].compactMap { $0 }
    let tail = parts.isEmpty ? "" : " — " + parts.joined(separator: ", ")
    return Report.Item(step.text + tail, isDone: step["status"] == "done")
  }

  /// Something kept for later: who takes it, what became of it, its answer.
  private static func parked(_ card: Card, _ scene: Scene) -> Report.Item {
    let outcome = Parking.fate(of: card)
    let parts = [
      outcome.map { scene.say($0.phrase) } ?? scene.say("Open"),
      scene.owner(of: card) ?? (Parking.isOpen(card) ? scene.say("nobody yet") : nil),
    ].compactMap { $0 }
    let raised = card[Card.from].map {
      Report.Item(scene.language.labelled(scene.say("Raised by"), $0))
    }
    let answer = card[Parking.answer].map { Report.Item($0) }
    return Report.Item(
      card.text + " — " + parts.joined(separator: ", "),
      isDone: !Parking.isOpen(card), children: [raised, answer].compactMap { $0 })
  }

  /// A session: planned against real times, then each activity's part.
  private static func story(of session: Session, _ scene: Scene) -> [Report.Block] {
    let agenda = Agenda(of: session, in: scene.workshop, now: scene.now)
    let title = [scene.say(session.title), session.date ?? ""].filter { !$0.isEmpty }.joined(
      separator: ", ")
    var blocks: [Report.Block] = [.heading(level: 1, title)]
    if !session.before.isEmpty {
      blocks.append(.heading(level: 2, scene.say("Before this session")))
      blocks.append(.list(session.before.map { Report.Item(scene.say($0)) }))
    }
    // Held on whatever day: an agenda speaks of the last one only.
    for item in agenda.items where scene.workshop.openings[item.activity.id] != nil {
      let part = ActivityKind.of(item.activity).report(scene, item.activity).filter { !$0.isBlank }
      guard !part.isEmpty else { continue }
      let title = scene.say(item.activity.title)
      let heading = item.activity.phase.map { scene.language.labelled(scene.say($0.name), title) }
      blocks.append(.heading(level: 2, heading ?? title))
      if let question = item.activity.question { blocks.append(.quote(scene.say(question))) }
      blocks += part
    }
    blocks.append(.heading(level: 2, scene.say("Time")))
    return blocks + TimeTable.blocks(session, agenda, scene)
  }

  /// Boards that no activity wrote down: nothing that was typed is left out.
  private static func remaining(_ scene: Scene) -> [Report.Block] {
    let rest = scene.workshop.boards.filter { board in
      !Workshop.ownBoards.contains(board.id) && !ReportParts.hasChapter(board)
        && !scene.workshop.plan.activities.contains {
          scene.workshop.openings[$0.id] != nil && ReportParts.isPart(board, of: $0, scene)
        }
    }
    let blocks = rest.flatMap { board -> [Report.Block] in
      let cards = ReportParts.cards(scene, on: board, level: 3).filter { !$0.isBlank }
      return cards.isEmpty ? [] : [.heading(level: 2, scene.say(board.title))] + cards
    }
    // The plan is edited by hand: cards of a board that it no longer has are written down all the same.
    let known = Set(scene.workshop.boards.map(\.id))
    let homeless = Dictionary(
      grouping: scene.workshop.order.compactMap(scene.workshop.card).filter {
        !$0.isGone && !known.contains($0.board)
      }, by: \.board
    ).sorted { $0.key < $1.key }.flatMap { board, cards -> [Report.Block] in
      [.heading(level: 2, board), .list(cards.map { Report.Item(Wall.label($0)) })]
    }
    return chapter("Other boards", blocks + homeless, scene)
      + chapter("People", PeopleChapter.blocks(scene), scene)
  }
}

extension Report.Block {
  /// Nothing would be written for it.
  fileprivate var isBlank: Bool {
    switch self {
    case .list(let items): items.isEmpty
    case .facts(let facts): facts.isEmpty
    case .paragraph(let text), .note(let text), .preformatted(let text): text.isEmpty
    case .table(_, let rows, _): rows.isEmpty
    case .bars(let bars, _): bars.isEmpty
    case .heading, .quote: false
    }
  }
}
