import Cards
package import Languages
package import Shell
import Terminal
package import WorkshopCore
package import WorkshopQueries

/// Why a project is there, in words: every step of its chain, those that nobody linked included where
/// the workshop has a place for them.
package enum WhyText {
  /// A step of the chain, said.
  package struct Step {
    package let kind: Chain.Kind
    package let label: Phrase
    /// Each with the id of what it speaks of.
    package let items: [(id: String, text: String)]
    /// Said where there is no item; nil where the workshop has no place for such a step.
    package let missing: Phrase?
  }

  package static func steps(of project: Card, _ scene: Scene) -> [Step] {
    Chain(of: project, in: scene.workshop).steps.map { step in
      Step(
        kind: step.kind, label: label(step.kind),
        items: step.items.map { item($0, step.kind, of: project, scene) },
        missing: scene.workshop.hasPlace(for: step.kind) ? missing(step.kind) : nil)
    }
  }

  static func page(of project: Card, _ scene: Scene) -> Page {
    let rows = steps(of: project, scene).flatMap { step -> [Page.Row] in
      guard !step.items.isEmpty else {
        return step.missing.map {
          [Page.Row(term: scene.say(step.label), text: scene.say($0), isWarning: true)]
        } ?? []
      }
      return step.items.enumerated().map { index, item in
        Page.Row(term: index == 0 ? scene.say(step.label) : "", text: item.text)
      }
    }
    let before = HistoryText.lines(scene).enumerated().map { index, line in
      Page.Row(term: index == 0 ? scene.say("Earlier programmes") : "", text: line)
    }
    return Page(title: "Why: \(project.text)", lines: before + rows)
  }

  private static func label(_ kind: Chain.Kind) -> Phrase {
    switch kind {
    case .persona: "Persona"
    case .pain: "Pain point"
    case .idea: "Idea"
    case .cluster: "Cluster"
    case .vote: "Vote"
    case .canvas: "Canvas"
    case .draft: "Draft"
    case .pitch: "Pitch"
    case .feedback: "Feedback"
    case .jury: "Jury"
    case .decision: "Decision"
    case .action: "Actions"
    case .indicator: "Indicator"
    }
  }

  private static func missing(_ kind: Chain.Kind) -> Phrase {
    switch kind {
    case .persona: "no persona was linked"
    case .pain: "no pain point was linked"
    case .idea: "no idea was linked"
    case .cluster: "it was in no cluster"
    case .vote: "it was in no vote that was revealed"
    case .canvas: "no canvas is about it"
    case .draft: "no draft was written"
    case .pitch: "no pitch was held under its name"
    case .feedback: "no feedback was noted for it"
    case .jury: "no advice of a jury was noted for it"
    case .decision: "nothing was decided about it"
    case .action: "no action was linked"
    case .indicator: "no measure was chosen"
    }
  }

  private static func item(
    _ item: Chain.Item, _ kind: Chain.Kind, of project: Card, _ scene: Scene
  ) -> (id: String, text: String) {
    switch item {
    case .card(let id):
      return (id, scene.workshop.card(id).map { text($0, kind, scene) } ?? id)
    case .zone(let id, _):
      return (id, scene.workshop.zone(id).map { scene.say($0.zone.title) } ?? id)
    case .board(let id):
      return (id, scene.workshop.board(id).map { scene.title(of: $0) } ?? id)
    case .activity(let id):
      return (id, scene.workshop.plan.activity(id).map { scene.say($0.title) } ?? id)
    case .recommendations(let all):
      return (Workshop.adviceSheet, JuryWords.verdict(all, on: project.id, scene))
    case .vote(let vote):
      let score =
        scene.workshop.poll(vote.poll).map { scene.score(vote.score, $0) }
        ?? scene.score(vote.score)
      let words: Phrase =
        switch vote.method.unit {
        case .dots: "place \(vote.rank) of \(vote.options), \(score) dots"
        case .grade: "place \(vote.rank) of \(vote.options), graded “\(score)”"
        default: "place \(vote.rank) of \(vote.options), score \(score)"
        }
      let rank = scene.say(words)
      let chosen = vote.isChosen.map { scene.say($0 ? "chosen" : "not chosen") }
      let tail = [rank, chosen].compactMap { $0 }.joined(separator: ", ")
      return (vote.poll, "\(vote.question) \(tail)")
    }
  }

  private static func text(_ card: Card, _ kind: Chain.Kind, _ scene: Scene) -> String {
    switch kind {
    case .pain: return scene.pain(of: card.id) ?? card.text
    case .draft: return ProjectText.version(card, scene)
    case .action: return ActionText.line(card, scene)
    case .decision:
      let decision = Decision(card)
      let head = [
        scene.day(decision.day), scene.standing(decision),
        decision.deciders,
      ].compactMap { $0 }.joined(separator: " · ")
      let reason = scene.reason(of: decision)
      return reason.isEmpty ? head : scene.language.labelled(head, reason)
    case .feedback:
      let board = scene.workshop.board(card.board)
      let zone = board.flatMap { scene.title(ofZone: card.zone, on: $0) }
      return zone.map { scene.language.labelled($0, card.text) } ?? card.text
    case .jury:
      return card[Jury.audience] == Jury.readOut ? card.text : scene.say("for the team only")
    case .indicator: return indicator(card, scene)
    default: return card.text
    }
  }

  /// What is measured, from where, what it should reach and what came out; and where that was typed.
  private static func indicator(_ draft: Card, _ scene: Scene) -> String {
    let fields = scene.sheet(of: scene.workshop.board(draft.board))?.fields ?? []
    let told = ["measure", "baseline", "threshold", "result", "users-tested", "tested-on"]
    let facts = told.compactMap { id -> String? in
      guard let value = draft[id] else {
        return id == "result" ? scene.say("not measured yet") : nil
      }
      guard let field = fields.first(where: { $0.id == id }) else { return value }
      return scene.language.labelled(scene.say(field.label), Form.display(value, of: field, scene))
    }
    let place = scene.say("in the MVP sheet, version \(Workshop.version(of: draft))")
    return "\(facts.joined(separator: " · ")) (\(place))"
  }
}
