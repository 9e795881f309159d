import Cards
import Languages
package import Reporting
package import Shell
import Terminal
package import WorkshopCore
import WorkshopQueries

extension ActivityKind {
  /// The serious game: each table draws cards and builds a persona from them.
  package static let persona = ActivityKind(
    id: "persona", name: "Persona cards", traits: .deck, writesBoard: true,
    rehearsal: RehearsalTraits(
      needsBoard: true, needsMaterial: true, isTableWork: true, lines: .none),
    planning: PlanningTraits(
      "Tables draw cards and make a person of them", minutes: 35, phase: .scan,
      board: .init(of: "persona", called: "Personas"), gathering: .tables, energy: 3),
    stage: { scene, activity, frame, rect in
      PersonaView.draw(scene, activity, into: &frame, in: rect)
    },
    desk: { scene, activity in
      PersonaDesk.stage(scene, activity) + PersonaDesk.tables(scene, activity)
        + [.init("Note", scene.say("Never a real person"), style: .quiet)]
    },
    bindings: { scene, activity in
      let dealt = scene.dealt(activity)
      let isTurned = dealt.contains { scene.drawn($0).contains(where: \.isTwist) }
      return [
        Binding(.character("d"), do: .deal, hint: dealt.isEmpty ? "deal" : nil)
      ] + PersonaSteps.bindings(scene, activity).prefix(2) + [
        Binding(
          .character("t"), do: .turnTwist, hint: dealt.isEmpty || isTurned ? nil : "surprise"),
        Binding(.character("f"), do: .fillPersona, hint: "sheet"),
      ] + PersonaSteps.bindings(scene, activity).dropFirst(2) + [
        Binding(.character("w"), do: .redraw)
      ]
    },
    notesBindings: { _, _ in
      [
        Binding(.function(5), do: .fillPersona, hint: "sheet"),
        Binding(.function(3), do: .readCards, hint: "cards"),
      ]
    },
    guide: { _, _ in "F5 fills a table's persona sheet, F3 shows its cards" },
    report: { scene, activity in
      guard let board = scene.board(of: activity), ReportParts.writes(activity, board, scene) else {
        return []
      }
      return scene.personas(activity).flatMap { PersonaDesk.report($0, scene) }
    })
}

/// What the facilitator and the report say of the personas.
package enum PersonaDesk {
  /// What the stage shows, when that is not all tables.
  static func stage(_ scene: Scene, _ activity: Activity) -> [DeskRow] {
    let view = scene.view(of: activity)
    let personas = scene.personas(activity)
    guard !personas.isEmpty else { return [] }
    let rounds = scene.dealRounds(activity).count
    let phrase: Phrase
    switch view.name {
    case PersonaView.deal where view.step == 0: phrase = "Face down. Press . to flip the first card"
    case PersonaView.deal: phrase = "Card \(min(view.step, rounds)) of \(rounds): . flips the next"
    case PersonaView.twist: phrase = "The surprise: t goes back to the tables"
    case PersonaView.hand:
      let dealt = scene.dealt(activity)
      guard !dealt.isEmpty else { return [] }
      phrase = "Cards of table \(dealt[min(view.step, dealt.count - 1)].table ?? "?")"
    case PersonaView.gallery:
      let index = min(view.step, personas.count - 1)
      phrase = "Gallery \(index + 1) of \(personas.count): \(scene.name(of: personas[index]))"
    case PersonaView.side: phrase = "All personas side by side"
    default: return []
    }
    return [.init("Shown", scene.say(phrase), style: .accent)]
  }

  /// A row for each persona: how far its sheet is, its name, whether anything shows it is true.
  static func tables(_ scene: Scene, _ activity: Activity) -> [DeskRow] {
    let sheet = scene.sheet(of: scene.board(of: activity))
    let rows = scene.personas(activity).map { card -> DeskRow in
      let fields = sheet?.fields ?? []
      let filled = fields.filter { card[$0.id] != nil }.count
      let name = card.text.isEmpty ? "…" : card.text
      let mark = PersonaView.mark(card, scene)
      return .init(
        "Table \(card.table ?? "?")",
        scene.say("\(filled) of \(fields.count)") + "  " + name + (mark.isEmpty ? "" : "  \(mark)"))
    }
    return rows.isEmpty
      ? [.init("Tables", scene.say("no cards yet: d deals"), style: .accent)] : rows
  }

  /// A persona in the report: what it rests on, its sheet, its feelings in a line, its cards.
  package static func report(_ card: Card, _ scene: Scene) -> [Report.Block] {
    let sheet = scene.sheet(of: scene.workshop.board(card.board))
    let feelings = Feelings(card["emotions"] ?? "")
    let curve = sheet?.fields.first { $0.id == "emotions" }.flatMap { field in
      feelings.isEmpty ? nil : Report.Fact(scene.say(field.label), feelings.line)
    }
    let drawn = scene.drawn(card).map { scene.language.labelled($0.label, $0.text) }
    return [
      .heading(level: 3, scene.name(of: card)),
      .note(scene.isHypothesis(card) ? scene.say("Hypothesis: no evidence yet") : ""),
    ]
      + ReportParts.fields(scene, card, leavingOut: feelings.isEmpty ? [] : ["emotions"])
      + [.facts([curve].compactMap { $0 }), .list(drawn.map { .init($0) })]
  }
}
