import Cards
import Languages
import Reporting
package import Shell
import WorkshopCore
import WorkshopQueries

extension Chapter {
  /// What came of it: the services, those that were chosen first; the reasons side by side; the money.
  package static let outcome = Chapter("What came of it") { scene in
    let services = ServiceList.services(scene)
    guard !services.isEmpty else { return ServiceList.chosen(scene) }
    let funnel = FiguresReport.funnel(Indicators(of: scene.workshop, now: scene.now), scene)
    return [.list(services.map { ServiceList.item($0, scene) })] + funnel
      + ReasonsTable.blocks(services, scene) + ServiceList.money(services, scene)
  }
}

enum ServiceList {
  /// The projects somebody decided about, those that go ahead first; what was given up stands elsewhere.
  static func services(_ scene: Scene) -> [Card] {
    let order: [ProjectStatus] = [.delivered, .go, .onHold, .paused, .defined, .potential]
    let known = scene.workshop.projects.enumerated().compactMap { index, project in
      scene.workshop.standing(of: project.id).flatMap { decision in
        decision.status.flatMap(order.firstIndex).map {
          (project, [$0, decision.wave ?? 0, index])
        }
      }
    }
    return known.sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
  }

  static func item(_ project: Card, _ scene: Scene) -> Report.Item {
    let promise = project["promise"] ?? scene.workshop.drafts(of: project.id).last?["promise"]
    return Report.Item(
      scene.language.labelled(project.text, scene.standing(of: project.id)),
      children: promise.map { [Report.Item($0)] } ?? [])
  }

  /// Where nothing was decided yet, what the votes chose.
  static func chosen(_ scene: Scene) -> [Report.Block] {
    let header: [Phrase] = ["Vote", "Chosen##by a vote"]
    return [.table(header: header.map { scene.say($0) }, rows: votes(scene))]
  }

  /// Each vote with what it chose.
  static func votes(_ scene: Scene) -> [[String]] {
    scene.workshop.votesOnCards.filter { $0.winners > 0 }.compactMap {
      poll -> [String]? in
      let chosen = (scene.workshop.outcome(of: poll.id)?.chosen ?? []).map {
        scene.workshop.label(ofOption: $0)
      }
      return chosen.isEmpty ? nil : [poll.question, chosen.joined(separator: " · ")]
    }
  }

  /// What each service needs, and what that leaves of the fund.
  static func money(_ services: [Card], _ scene: Scene) -> [Report.Block] {
    guard let money = scene.workshop.money else { return [] }
    let code = scene.workshop.plan.programme?.fund.code ?? "EUR"
    let rows = services.compactMap { project -> [String]? in
      guard let typed = project[Workshop.budgetField] else { return nil }
      let sum = Amount(typed).map {
        scene.language.money(Amount(cents: $0.cents, currency: $0.currency ?? code))
      }
      return [
        project.text, scene.standing(of: project.id), sum ?? typed, project["funding"] ?? "",
      ]
    }
    let header: [Phrase] = ["Project", "Status", "Budget", "Funding"]
    let facts = MoneyText.group(money, scene).rows.filter { $0.value != nil }.map {
      Report.Fact(scene.say($0.label), $0.text)
    }
    return [
      .heading(level: 2, scene.say("Money")),
      .table(
        header: header.map { scene.say($0) }, rows: rows,
        alignment: [.leading, .leading, .trailing]),
      .facts(facts),
    ].filter { !$0.isBlank }
  }
}

/// Each service beside each of the four reasons for which services are chosen: met, partly, not.
///
/// A reason that a decision names is met, or not; of one that none names the jury's scores tell.
enum ReasonsTable {
  /// A reason: what it is called, the codes that say so, those that say the contrary, the jury's criterion.
  private struct Reason {
    let name: Phrase
    let met: Set<String>
    let unmet: Set<String>
    let criterion: String
  }

  private static let reasons = [
    Reason(
      name: "Team activity", met: ["group-active"], unmet: ["group-inactive", "too-few-people"],
      criterion: "score-group"),
    Reason(
      name: "Stakeholders", met: ["stakeholders-present"], unmet: ["stakeholders-missing"],
      criterion: "score-stakeholders"),
    Reason(
      name: "Policy and scale", met: ["policy-link"], unmet: ["no-policy-link"],
      criterion: "score-policy"),
    Reason(
      name: "Ease of testing", met: ["easy-test"], unmet: ["hard-to-test", "hard-to-implement"],
      criterion: "score-test"),
  ]

  /// How far a reason holds, with its sign.
  private enum Degree {
    case met, partly, unmet

    var phrase: Phrase {
      switch self {
      case .met: "● met"
      case .partly: "◐ partly"
      case .unmet: "○ not met"
      }
    }
  }

  /// Of a mean of the jury's scores, in shares of the whole scale: our own steps.
  private static let (high, low) = (0.75, 0.4)

  static func blocks(_ services: [Card], _ scene: Scene) -> [Report.Block] {
    let rows = services.map { project in (project, reasons.map { degree($0, project, scene) }) }
      .filter { $0.1.contains { $0 != nil } }
    guard !rows.isEmpty else { return [] }
    let header: [Phrase] = ["Service"] + reasons.map(\.name)
    return [
      .heading(level: 2, scene.say("Reasons")),
      .table(
        header: header.map { scene.say($0) },
        rows: rows.map { project, degrees in
          [project.text] + degrees.map { $0.map { scene.say($0.phrase) } ?? FigureText.none }
        }),
      .note(
        scene.say(
          "As the decisions say; where they name no reason, by the jury’s mean score: met from three quarters of the scale on, not met below two fifths."
        )),
    ]
  }

  private static func degree(_ reason: Reason, _ project: Card, _ scene: Scene) -> Degree? {
    let decisions = scene.workshop.decisions(about: project.id).filter(\.counts)
    // The last decision that names the reason, either way.
    for decision in decisions.reversed() {
      let motives = Set(decision.motives)
      switch (motives.isDisjoint(with: reason.met), motives.isDisjoint(with: reason.unmet)) {
      case (false, true): return .met
      case (true, false): return .unmet
      case (false, false): return .partly
      case (true, true): continue
      }
    }
    guard let board = scene.juryBoard, !board.isSealed, let jury = scene.jury(on: board),
      let field = jury.criteria.first(where: { $0.id == reason.criterion }),
      let mean = jury.scores.rows.first(where: { $0.project == project.id })?
        .spreads[reason.criterion]?.mean
    else { return nil }
    let (least, most) = (Double(field.minimum ?? 0), Double(field.maximum ?? 5))
    let share = (mean - least) / max(1, most - least)
    return share >= high ? .met : share < low ? .unmet : .partly
  }
}
