import Cards
import Languages
import Reporting
package import Shell
import WorkshopCore
import WorkshopQueries

extension Chapter {
  /// A row a project: what was decided before, what stands now and when it is looked at again, why, by whom.
  package static let decisionTable = Chapter("Decisions") { scene in
    let header: [Phrase] = ["Project", "Before", "Now", "Why", "Decided by"]
    let rows = scene.workshop.projects.compactMap { DecisionRow.row(of: $0, scene) }
    return [.table(header: header.map { scene.say($0) }, rows: rows)]
  }

  /// What is still to be done, by who does it, the nearest first.
  package static let owners = Chapter("Actions") { scene in Owners.blocks(scene) }

  /// People, organisations and what the closing rounds said, in five figures.
  package static let fiveFigures = Chapter("In five figures") { scene in
    let figures = Indicators(of: scene.workshop, now: scene.now)
    guard FiguresReport.hasData(figures, scene) else { return [] }
    let wanted = ["present", "organisations", "returned", "roti", "met"]
    let rows = FigureText.groups(figures.programme, isSession: false, scene).flatMap(\.rows)
    return [
      .facts(
        wanted.compactMap { id in
          rows.first { $0.id == id && $0.value != nil }.map {
            .init(scene.say($0.label), $0.text)
          }
        })
    ]
  }

  /// What was not done and why: themes without work, what was given up, what stood still.
  package static let notDone = Chapter("What was not done, and why") { scene in
    let all = NotDone.themes(scene) + NotDone.projects(scene) + NotDone.pauses(scene)
    return [.list(all)]
  }

  /// How it was worked: a line a session.
  package static let course = Chapter("How the work went") { scene in
    [.list(scene.workshop.holdings.map { Report.Item(Worked.line($0, scene)) })]
  }
}

private enum DecisionRow {
  /// Nil where nobody decided about it.
  static func row(of project: Card, _ scene: Scene) -> [String]? {
    let decisions = scene.workshop.decisions(about: project.id).filter {
      $0.counts && $0.status != nil
    }
    guard let last = decisions.last else { return nil }
    let before = decisions.dropLast().map { decision in
      // Whoever decided again has reviewed it.
      let isReviewed = decision.review != nil
      return dated(
        decision,
        isReviewed
          ? decision.status.map { scene.say($0.phrase) } ?? "" : scene.standing(decision), scene)
    }
    return [
      project.text, scene.language.clauses(before), dated(last, scene.standing(last), scene),
      why(decisions, scene), last.deciders ?? "",
    ]
  }

  private static func dated(_ decision: Decision, _ text: String, _ scene: Scene) -> String {
    scene.language.labelled(scene.language.briefly(decision.day, from: nil), text)
  }

  /// The reasons of the decision that stands; where it is the same once more, those of the first time too.
  private static func why(_ decisions: [Decision], _ scene: Scene) -> String {
    guard let last = decisions.last else { return "" }
    let same = decisions.reversed().prefix { $0.status == last.status }
    let reasons = same.map { (decision: $0, text: scene.reason(of: $0)) }.filter {
      !$0.text.isEmpty
    }
    guard reasons.count > 1 else { return reasons.first?.text ?? "" }
    return scene.language.clauses(
      reasons.map { reason in
        scene.language.labelled(
          scene.language.briefly(reason.decision.day, from: nil), reason.text)
      })
  }
}

private enum Owners {
  /// A day, marked where it was over when the report's state was.
  private static func day(_ text: String, _ scene: Scene) -> String {
    let due = StepsChapter.due(text, scene)
    guard let day = Day(text), scene.asOf.milliseconds > 0, day < scene.asOf.day else { return due }
    return "\(due) · \(scene.say("late"))"
  }

  /// Rows of a table on a page that must stay one; the rest stands in the annex.
  private static let most = 20

  static func blocks(_ scene: Scene) -> [Report.Block] {
    let steps = scene.workshop.cards(ofSheet: Workshop.actionSheet)
    let open = steps.filter { !ActionText.isClosed($0) }
    func due(_ step: Card) -> String { step[DueText.due] ?? "~" }
    let byOwner = Dictionary(grouping: open) { scene.owner(of: $0) ?? "" }
    let groups = byOwner.map { (owner: $0.key, steps: $0.value.sorted { due($0) < due($1) }) }
      .sorted { (due($0.steps[0]), $0.owner) < (due($1.steps[0]), $1.owner) }
    let rows = groups.flatMap { group in
      group.steps.enumerated().map { index, step in
        [
          index == 0 ? (group.owner.isEmpty ? scene.say("nobody yet") : group.owner) : "",
          step.text, scene.workshop.card(step[Card.project])?.text ?? "",
          step[DueText.due].map { day($0, scene) } ?? "",
        ]
      }
    }
    let header: [Phrase] = ["Who", "What", "Project", "Due date"]
    let more = rows.count - most
    let done = steps.count { $0[Workshop.statusField] == Workshop.done }
    return [
      .table(header: header.map { scene.say($0) }, rows: Array(rows.prefix(most))),
      .note(more > 0 ? scene.say("and \(more) more") : ""),
      .note(done == 0 ? "" : scene.say("\(done) of \(steps.count) actions are done.")),
    ]
  }
}

enum NotDone {
  static func themes(_ scene: Scene) -> [Report.Item] {
    guard !scene.workshop.holdings.isEmpty else { return [] }
    return scene.workshop.themes.filter { !scene.workshop.isExplored($0.id) }.map { theme in
      let decision = scene.workshop.decision(onTheme: theme.id)
      let reason =
        scene.workshop.card(ofTheme: theme.id)?[Theme.reasonField]
        ?? decision.map { scene.reason(of: $0) }
      return item(
        scene.language.labelled(scene.say(theme.name), scene.say("not explored")), reason,
        decision.flatMap { scene.workshop.card($0.id)?[Decision.consequences] }, scene)
    }
  }

  static func projects(_ scene: Scene) -> [Report.Item] {
    scene.workshop.projects.compactMap { project in
      guard let decision = scene.workshop.standing(of: project.id),
        [.dropped, .merged].contains(decision.status)
      else { return nil }
      let day = scene.language.day(decision.day, from: nil)
      return item(
        scene.language.labelled(project.text, "\(scene.standing(decision)) (\(day))"),
        scene.reason(of: decision),
        scene.workshop.card(decision.id)?[Decision.consequences], scene)
    }
  }

  /// When the programme or a project stood still.
  static func pauses(_ scene: Scene) -> [Report.Item] {
    scene.workshop.cards(ofSheet: "pause").map { pause in
      func day(_ field: String) -> String? {
        pause[field].map { StepsChapter.due($0, scene) }
      }
      let span = [day(Card.date), day(Card.resumed)].compactMap { $0 }.joined(separator: " – ")
      let what = scene.workshop.card(pause[Card.project])?.text ?? scene.say("The programme")
      let head = scene.language.labelled(what, scene.say("interrupted"))
      return item(span.isEmpty ? head : "\(head) (\(span))", pause.text, nil, scene)
    }
  }

  private static func item(
    _ text: String, _ reason: String?, _ next: String?, _ scene: Scene
  ) -> Report.Item {
    let children = [("Why", reason), ("What follows", next)] as [(Phrase, String?)]
    return Report.Item(
      text,
      children: children.compactMap { label, text in
        text.flatMap {
          $0.isEmpty ? nil : Report.Item(scene.language.labelled(scene.say(label), $0))
        }
      })
  }
}

private enum Worked {
  /// Activities of a session that are named.
  private static let most = 6

  static func line(_ holding: Holding, _ scene: Scene) -> String {
    let session = holding.session
    let head = "\(scene.say(session.title)), \(scene.language.day(holding.day, from: nil))"
    let present = scene.workshop.presentCount(at: session.id)
    let agenda = Agenda(of: session, in: scene.workshop, now: scene.now, asHeld: true)
    let real = Agenda.minutes(agenda.items.reduce(0) { $0 + $1.seconds })
    let planned = agenda.phases.reduce(0) { $0 + $1.planned }
    let time = real > 0 ? scene.say("\(real) {1|minute|minutes}, planned \(planned)") : ""
    // What somebody only opened on a later day was not held.
    let held = agenda.items.filter { [.done, .now].contains($0.state) }.map(\.activity)
    let phases = Phase.allCases.compactMap { phase -> String? in
      let titles = held.filter {
        $0.phase == phase && !scene.kind(of: $0).traits.contains(.rest)
          && scene.kind(of: $0).id != ActivityKind.plenary.id
      }.map { scene.say($0.title) }
      guard !titles.isEmpty else { return nil }
      return scene.language.labelled(
        scene.say(phase.name), titles.prefix(most).joined(separator: ", "))
    }
    let facts = [present > 0 ? scene.say("\(present) present") : "", time].filter { !$0.isEmpty }
    return scene.language.labelled(
      head, (facts + phases).joined(separator: " · "))
  }
}
