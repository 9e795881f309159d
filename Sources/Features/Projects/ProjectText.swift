import Cards
import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// A project's page, in rows: what is there, and what is still missing.
package enum ProjectText {
  static func rows(_ card: Card, _ scene: Scene) -> [Page.Row] {
    head(card, scene) + work(card, scene) + team(card, scene) + Grounds.rows(card, scene)
      + later(card, scene)
  }

  private static func row(_ term: Phrase, _ text: String, _ scene: Scene) -> [Page.Row] {
    text.isEmpty ? [] : [Page.Row(term: scene.say(term), text: text)]
  }

  private static func head(_ card: Card, _ scene: Scene) -> [Page.Row] {
    let decision = scene.workshop.standing(of: card.id)
    let status = [
      scene.standing(of: card.id),
      decision.map { scene.day($0.day) }, decision?.deciders,
    ].compactMap { $0 }.joined(separator: " · ")
    let reason = decision.map { scene.reason(of: $0) } ?? ""
    let persona = scene.workshop.card(card["persona"])?.text ?? ""
    return row("Status", status, scene) + row("Reason", reason, scene)
      + row("Promise", card["promise"] ?? scene.say("none yet: e fills the sheet"), scene)
      + row("Persona", persona, scene)
      + row("Theme", scene.title(ofTheme: card.theme) ?? "", scene)
      + row("Comes from", origin(card, scene), scene)
      + row("Continues", parts(card, scene).map(\.text).joined(separator: ", "), scene)
  }

  /// The idea or the cluster a project was made of.
  static func origin(_ card: Card, _ scene: Scene) -> String {
    guard let origin = card[Workshop.originField] else { return "" }
    if let idea = scene.workshop.card(origin)?.text { return idea }
    return scene.workshop.zone(origin).map { scene.say($0.zone.title) } ?? ""
  }

  /// Projects that this one goes on with.
  static func parts(_ card: Card, _ scene: Scene) -> [Card] {
    scene.workshop.projects.filter { scene.workshop.standing(of: $0.id)?.target == card.id }
  }

  private static func work(_ card: Card, _ scene: Scene) -> [Page.Row] {
    let drafts = scene.workshop.drafts(of: card.id)
    var rows: [Page.Row] = []
    if let draft = drafts.last {
      rows += row("MVP", version(draft, scene), scene)
      for field in ["assumption", "test", "threshold"] {
        rows += [
          Page.Row(text: label(field, of: draft, scene) + (draft[field] ?? "?"))
        ]
      }
      let earlier = drafts.dropLast().reversed().map { version($0, scene) }
      rows += row("Before##earlier versions", earlier.joined(separator: "\n"), scene)
    } else {
      rows += row("MVP", scene.say("none yet: m begins it"), scene)
    }
    let about = Set([card.id] + scene.workshop.origins(of: card.id).map(\.id))
    let boards = scene.workshop.boards.filter { $0.about.map(about.contains) ?? false }
    let canvases = boards.filter { scene.canvas(of: $0) != nil }.map { filled($0, scene) }
    let journeys = boards.filter { scene.journey(of: $0) != nil && $0.about == card.id }
      .map { filled($0, scene) }
    return rows
      + row(
        "Canvas",
        canvases.isEmpty ? scene.say("none yet: c makes one") : canvases.joined(separator: "\n"),
        scene)
      + row(
        "Journey",
        journeys.isEmpty ? scene.say("none yet: j makes one") : journeys.joined(separator: "\n"),
        scene)
  }

  private static func label(_ field: String, of card: Card, _ scene: Scene) -> String {
    let sheet = scene.sheet(of: scene.workshop.board(card.board))
    let label = sheet?.fields.first { $0.id == field }.map { scene.say($0.label) } ?? field
    return scene.language.labelled(label, "")
  }

  /// A draft's version with its day, who typed it, how much of it is filled in.
  static func version(_ draft: Card, _ scene: Scene) -> String {
    let fields = (scene.sheet(of: scene.workshop.board(draft.board))?.fields ?? []).map(\.id)
    let count = fields.filter { draft[$0] != nil }.count
    let day = scene.day(scene.now.at(draft.added.milliseconds).day)
    return [
      scene.say("version \(Workshop.version(of: draft))"), day, draft.by,
      scene.say("\(count) of \(fields.count)"),
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private static func filled(_ board: Board, _ scene: Scene) -> String {
    let zones = scene.zones(of: board)
    let used = Set(scene.workshop.cards(on: board.id).compactMap(\.zone))
    let filled = zones.count { used.contains($0.id) }
    return scene.say("\(filled) of \(zones.count)") + "  " + scene.title(of: board)
  }

  private static func team(_ card: Card, _ scene: Scene) -> [Page.Row] {
    let team = scene.team(of: card)
    let names = team.members.map { member in
      let since = team.late[member.id].map { scene.day($0) }
      let role = [Team.lead: "lead", Team.scribe: "note-taker"].first {
        card[$0.key] == member.id
      }.map { scene.say($0.value == "lead" ? "lead" : "note-taker") }
      let time = scene.shown(Card.availability, of: member)
      let marks = [
        role, since.map { scene.say("since \($0)") }, time.isEmpty ? nil : time,
      ].compactMap { $0 }
      return marks.isEmpty ? member.text : "\(member.text) (\(marks.joined(separator: ", ")))"
    }
    let gone = team.gone.compactMap { departure in
      scene.workshop.card(departure.person).map {
        "\($0.text) (\(scene.day(departure.day)))"
      }
    }
    let lacks = card.isAtWork(scene) ? scene.lacks(team) : ""
    return row("Team", "\(names.count)  " + names.joined(separator: ", "), scene)
      + (lacks.isEmpty
        ? [] : [Page.Row(term: scene.say("Warning"), text: lacks, isWarning: true)])
      + row("Supporters", team.supporters.map(\.text).joined(separator: ", "), scene)
      + row("Second choice", team.seconds.map(\.text).joined(separator: ", "), scene)
      + row("Left##people who left", gone.joined(separator: ", "), scene)
  }

  private static func later(_ card: Card, _ scene: Scene) -> [Page.Row] {
    func cards(_ sheet: String) -> [Card] { scene.workshop.cards(ofSheet: sheet, about: card.id) }
    let steps = cards(Workshop.actionSheet).map { ActionText.line($0, scene) }
    let decisions = scene.workshop.decisions(about: card.id).map { decision in
      let day = scene.day(decision.day)
      return "\(day) · \(scene.standing(decision))" + (decision.counts ? "" : " ?")
    }
    let feedback = cards(Workshop.feedbackSheet).map { said in
      let zone = scene.workshop.board(said.board).flatMap { scene.title(ofZone: said.zone, on: $0) }
      return zone.map { scene.language.labelled($0, said.text) } ?? said.text
    }
    let advice = cards(Workshop.adviceSheet).map(\.text)
    let jury = ([JuryWords.verdict(on: card.id, scene)] + advice).filter { !$0.isEmpty }
    return row(
      "Actions",
      steps.isEmpty ? scene.say("none yet: a adds one") : steps.joined(separator: "\n"), scene)
      + row(
        "Decisions",
        decisions.isEmpty
          ? scene.say("none yet: d decides") : decisions.joined(separator: "\n"), scene)
      + row("Jury", jury.joined(separator: "\n"), scene)
      + row("Feedback", feedback.joined(separator: "\n"), scene)
  }
}
