import Report
import Workshop

extension Chapter {
  /// What each theme asked, of whom, and what became of it.
  static let themes = Chapter("Themes") { scene in
    let rows = scene.workshop.themes.map { theme -> [String] in
      let reason =
        scene.workshop.card(ofTheme: theme.id)?[Theme.reasonField]
        ?? scene.workshop.decision(onTheme: theme.id).map { scene.reason(of: $0) }
      let status = scene.say(scene.workshop.isExplored(theme.id) ? "explored" : "not explored")
      return [
        scene.say(theme.name), scene.say(theme.challenge), theme.sponsor ?? "",
        reason.map { scene.language.labelled(status, $0) } ?? status,
      ]
    }
    let header: [Phrase] = ["Theme", "Challenge", "Sponsor", "Status"]
    return [.table(header: header.map { scene.say($0) }, rows: rows)]
  }

  static let projects = Chapter("Projects", blocks: ProjectsChapter.blocks)
  static let decisions = Chapter("Decisions", blocks: DecisionsChapter.blocks)
  static let nextSteps = Chapter("Next steps", blocks: StepsChapter.blocks)
  static let between = Chapter("Between the sessions", blocks: BetweenChapter.blocks)

  /// What was kept for later, and who takes it.
  static let parking = Chapter("Parking lot") { scene in
    [.list(scene.parked.map { parked($0, scene) })]
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
}
