import Cards
import Languages
import Persona
import Projects
import Reporting
import Shell
import WorkshopCore
import WorkshopQueries

/// One project as a file of its own, for whoever takes it over: what it promises and to whom, who is in
/// the group, where it came from, how it was voted on and decided, what is to be done next.
enum Handover {
  static func report(_ project: Card, _ scene: Scene) -> Report {
    var scene = scene
    scene.isForFile = true
    let parts: [(Phrase, [Report.Block])] = [
      // Its own heading would say the title again.
      ("In short", ProjectsChapter.part(project, scene).dropFirst().map { $0.raised(to: 2) }),
      ("The team", group(project, scene)),
      ("Where it comes from", origin(project, scene)),
    ]
    let own = parts.flatMap { title, blocks -> [Report.Block] in
      let blocks = blocks.filter { !$0.isBlank }
      return blocks.isEmpty ? [] : [.heading(level: 1, scene.say(title))] + blocks
    }
    return Report(
      title: project.text, in: scene.language,
      blocks: [.note(scene.say(scene.workshop.plan.title))] + own + canvases(project, scene)
        + votes(project, scene) + related(project, scene))
  }

  private static func group(_ project: Card, _ scene: Scene) -> [Report.Block] {
    let people = scene.workshop.people.filter { $0[SignUpView.field] == project.id }
    let rows = people.map {
      [$0.text, $0[Card.organisation] ?? "", scene.shown(Card.role, of: $0)]
    }
    let header: [Phrase] = ["Name", "Organisation", "Role"]
    return [.table(header: header.map { scene.say($0) }, rows: rows)]
  }

  /// What the theme asked, and the persona behind it; the chain between them stands in the first part.
  private static func origin(_ project: Card, _ scene: Scene) -> [Report.Block] {
    let idea = scene.workshop.card(project["origin"])
    var facts: [Report.Fact] = []
    if let theme = scene.workshop.theme(project.theme ?? idea?.theme) {
      facts.append(.init(scene.say("Theme"), scene.say(theme.name)))
      facts.append(.init(scene.say("Challenge"), scene.say(theme.challenge)))
    }
    let persona = scene.workshop.card(project[Card.persona] ?? idea?[Card.persona])
    return [.facts(facts.filter { !$0.text.isEmpty })]
      + (persona.map { PersonaDesk.report($0, scene).map { $0.raised(to: 2) } } ?? [])
  }

  private static func canvases(_ project: Card, _ scene: Scene) -> [Report.Block] {
    let own = Set([project.id, project["origin"]].compactMap { $0 })
    return scene.workshop.boards.filter { own.contains($0.about ?? "") }.flatMap {
      board -> [Report.Block] in
      let blocks = ReportParts.cards(scene, on: board, level: 2).filter { !$0.isBlank }
      return blocks.isEmpty ? [] : [.heading(level: 1, scene.title(of: board))] + blocks
    }
  }

  /// Every revealed vote that it was in, with its place.
  private static func votes(_ project: Card, _ scene: Scene) -> [Report.Block] {
    let own = Set([project.id, project["origin"]].compactMap { $0 })
    let rows = scene.workshop.polls.filter(\.isRevealed).flatMap { poll in
      (poll.result?.rows ?? []).filter { own.contains($0.option) }.map { row in
        [
          poll.question, scene.workshop.label(ofOption: row.option),
          "\(row.rank)/\(poll.options.count)", scene.score(row.score, poll), String(poll.voters),
        ]
      }
    }
    let header: [Phrase] = ["Vote", "Option", "Place##in a vote", "Score##of a vote", "Voters"]
    guard !rows.isEmpty else { return [] }
    return [
      .heading(level: 1, scene.say("Votes")),
      .table(
        header: header.map { scene.say($0) }, rows: rows,
        alignment: [.leading, .leading, .trailing, .trailing, .trailing]),
    ]
  }

  /// What was written about it elsewhere: drafts, decisions, next steps, feedback, the jury's advice.
  private static func related(_ project: Card, _ scene: Scene) -> [Report.Block] {
    let decisions = scene.workshop.decisions(about: project.id)
    return scene.workshop.boards.filter { $0.id != Workshop.people && $0.id != project.board }
      .flatMap { board -> [Report.Block] in
        let cards = scene.workshop.cards(on: board.id).filter { $0[Card.project] == project.id }
        guard !cards.isEmpty else { return [] }
        let items = cards.map { card -> Report.Item in
          if let decision = decisions.first(where: { $0.id == card.id }) {
            return DecisionsChapter.item(decision, scene)
          }
          return board.sheet == Workshop.actionSheet
            ? StepsChapter.item(card, scene, leavingOut: [Card.project])
            : ReportParts.item(scene, card, on: board, leavingOut: [Card.project])
        }
        return [.heading(level: 1, scene.say(board.title)), .list(items)]
      }
  }
}

extension Report.Block {
  /// A heading at another level; anything else as it is.
  fileprivate func raised(to level: Int) -> Report.Block {
    if case .heading(_, let text) = self { .heading(level: level, text) } else { self }
  }
}
