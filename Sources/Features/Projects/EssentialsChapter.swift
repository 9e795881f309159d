import Cards
import Languages
import Reporting
package import Shell
package import WorkshopCore
import WorkshopQueries

extension Chapter {
  /// One page for whoever reads one page: what it was, what was decided, who does what by when.
  package static let essentials = Chapter("In short") { scene in
    [.paragraph(scene.say(scene.workshop.plan.goal)), .facts(Essentials.facts(scene))]
      + Essentials.decided(scene) + Essentials.steps(scene) + ProgrammeReport.blocks(scene)
  }
}

private enum Essentials {
  /// Rows of a table on a page that must stay one.
  static let most = 15

  static func facts(_ scene: Scene) -> [Report.Fact] {
    let workshop = scene.workshop
    let cards = workshop.boards.filter { !Workshop.ownBoards.contains($0.id) }.flatMap {
      scene.listed(on: $0)
    }
    let days = workshop.plan.sessions.compactMap { session -> String? in
      let parts = [scene.date(of: session), session.place].compactMap { $0 }.filter { !$0.isEmpty }
      return parts.isEmpty
        ? nil : scene.language.labelled(scene.say(session.title), parts.joined(separator: ", "))
    }
    let organisations = Set(workshop.people.compactMap { $0[Card.organisation] }).count
    let people = workshop.people.count
    let facts: [Report.Fact] = [
      .init(scene.say("Days"), days.joined(separator: "\n")),
      .init(
        scene.say("Themes"), workshop.themes.map { scene.say($0.name) }.joined(separator: ", ")),
      .init(scene.say("People"), people == 0 ? "" : String(people)),
      .init(scene.say("Organisations"), organisations == 0 ? "" : String(organisations)),
      .init(scene.say("Cards"), String(cards.count)),
      .init(scene.say("Votes"), String(workshop.polls.count)),
    ]
    return (facts + ProgrammeReport.facts(scene)).filter { !$0.text.isEmpty }
  }

  /// The decision that stands on each project or theme; where nothing was decided yet, what the votes
  /// chose.
  static func decided(_ scene: Scene) -> [Report.Block] {
    let counting = scene.workshop.decisions.filter(\.counts)
    let last = Dictionary(counting.map { ($0.project ?? $0.theme ?? $0.id, $0.id) }) { $1 }
    let standing = Set(last.values)
    let rows = counting.filter { standing.contains($0.id) }.map { decision -> [String] in
      let project = scene.workshop.card(decision.project)?.text
      return [
        project ?? scene.title(ofTheme: decision.theme) ?? "", scene.standing(decision),
        told(decision, on: project, scene), scene.language.day(decision.day, from: nil),
      ]
    }
    guard !rows.isEmpty else { return chosen(scene) }
    return section("What was decided", ["Project", "Status", "Decision", "Date"], rows, scene)
  }

  /// A decision that has no words but the project's name and its status gives its reason.
  private static func told(_ decision: Decision, on project: String?, _ scene: Scene) -> String {
    guard let project, let status = decision.status else { return decision.text }
    let given = scene.language.labelled(project, scene.say(status.phrase))
    return decision.text == given ? scene.reason(of: decision) : decision.text
  }

  private static func chosen(_ scene: Scene) -> [Report.Block] {
    let rows = scene.workshop.polls.filter { $0.isRevealed && $0.winners > 0 }.compactMap {
      poll -> [String]? in
      let chosen = (scene.workshop.outcome(of: poll.id)?.chosen ?? []).map {
        scene.workshop.label(ofOption: $0)
      }
      return chosen.isEmpty ? nil : [poll.question, chosen.joined(separator: " · ")]
    }
    return section("What the votes chose", ["Vote", "Chosen"], rows, scene)
  }

  /// What is still to be done, the nearest first.
  static func steps(_ scene: Scene) -> [Report.Block] {
    let steps = scene.workshop.cards(ofSheet: Workshop.actionSheet)
    let open = steps.filter { !ActionText.isClosed($0) }
    let rows = open.sorted { ($0[DueText.due] ?? "~") < ($1[DueText.due] ?? "~") }.map {
      [
        $0.text, scene.owner(of: $0) ?? "",
        $0[DueText.due].map { StepsChapter.due($0, scene) } ?? "",
      ]
    }
    let done = steps.count - open.count
    let note = done == 0 ? "" : scene.say("\(done) of \(steps.count) next steps are done.")
    let table = section("Who does what by when", ["What", "Who", "By when"], rows, scene)
    return table + [.note(note)]
  }

  private static func section(
    _ title: Phrase, _ header: [Phrase], _ rows: [[String]], _ scene: Scene
  ) -> [Report.Block] {
    guard !rows.isEmpty else { return [] }
    let more = rows.count - most
    return [
      .heading(level: 2, scene.say(title)),
      .table(header: header.map { scene.say($0) }, rows: Array(rows.prefix(most))),
      .note(more > 0 ? scene.say("and \(more) more below") : ""),
    ]
  }
}

extension Scene {
  /// A field of a card as people read it; empty when it is not filled.
  package func shown(_ field: String, of card: Card) -> String {
    guard let value = card[field], !Card.isPrivate(field) else { return "" }
    let sheet = sheet(of: workshop.board(card.board))
    let known = sheet?.fields.first { $0.id == field }
    return known.map { Form.display(value, of: $0, self) } ?? value
  }
}
