import Cards
import Languages
import Reporting
package import Shell
import WorkshopCore
import WorkshopQueries

extension Chapter {
  /// What each theme gave: for whom, what hurts, the ideas that people supported most, the services. Then
  /// the votes in a line each.
  package static let results = Chapter("Results by theme") { scene in
    scene.workshop.themes.filter { scene.workshop.isExplored($0.id) }
      .flatMap { Results.theme($0, scene) } + Results.loose(scene) + Results.votes(scene)
  }
}

private enum Results {
  /// Ideas that are told of a theme; the rest is counted.
  static let most = 5

  static func theme(_ theme: Theme, _ scene: Scene) -> [Report.Block] {
    let workshop = scene.workshop
    func own(_ sheet: String) -> [Card] {
      workshop.cards(ofSheet: sheet).filter { $0.theme == theme.id && !$0.text.isEmpty }
    }
    let services = own(Workshop.projectSheet).map {
      scene.language.labelled($0.text, scene.standing(of: $0.id))
    }
    let facts: [Report.Fact] = [
      .init(scene.say("Challenge"), scene.say(theme.challenge)),
      .init(scene.say("Personas"), own("persona").map(\.text).joined(separator: ", ")),
      .init(scene.say("Ideas"), ideas(own("idea"), scene)),
      .init(scene.say("Services"), services.joined(separator: "\n")),
    ]
    let known = facts.filter { !$0.text.isEmpty }
    // A question that nobody answered is the plan's alone.
    guard known.contains(where: { $0.label != scene.say("Challenge") }) else { return [] }
    return [.heading(level: 2, scene.say(theme.name)), .facts(known)]
  }

  /// Ideas of no theme.
  static func loose(_ scene: Scene) -> [Report.Block] {
    let known = Set(scene.workshop.themes.map(\.id))
    let cards = scene.workshop.cards(ofSheet: "idea").filter { !known.contains($0.theme ?? "") }
    let text = ideas(cards, scene)
    guard !text.isEmpty else { return [] }
    let title: Phrase = known.isEmpty ? "Ideas" : "Without a theme"
    return [.heading(level: 2, scene.say(title)), .paragraph(text)]
  }

  /// How many, and those that people supported most: by the votes, then by how many said the same.
  private static func ideas(_ cards: [Card], _ scene: Scene) -> String {
    guard !cards.isEmpty else { return "" }
    let scores = scene.workshop.votesOnCards.flatMap { $0.result?.rows ?? [] }
      .reduce(into: [String: Double]()) { scores, row in
        if scores[row.option] == nil { scores[row.option] = row.score.value }
      }
    func weight(_ card: Card) -> [Double] { [scores[card.id] ?? -1, Double(card.voices)] }
    let best = cards.enumerated().sorted { a, b in
      let (first, second) = (weight(a.element), weight(b.element))
      return first == second ? a.offset < b.offset : second.lexicographicallyPrecedes(first)
    }.prefix(most).map(\.element.text)
    let rest = cards.count - best.count
    return best.joined(separator: "\n")
      + (rest > 0 ? "\n" + scene.say("and \(rest) more {1|idea|ideas}") : "")
  }

  static func votes(_ scene: Scene) -> [Report.Block] {
    let rows = scene.workshop.votesOnCards.map { poll -> [String] in
      let chosen = (scene.workshop.outcome(of: poll.id)?.chosen ?? [])
        .map { scene.workshop.label(ofOption: $0) }
      let more = chosen.count - 10
      let text = chosen.prefix(10).joined(separator: " · ")
      return [
        poll.question, String(poll.voters),
        more > 0 ? text + " · " + scene.say("and \(more) more") : text,
      ]
    }
    guard !rows.isEmpty else { return [] }
    let header: [Phrase] = ["Vote", "Voters", "Chosen##by a vote"]
    return [
      .heading(level: 2, scene.say("Votes")),
      .table(
        header: header.map { scene.say($0) }, rows: rows,
        alignment: [.leading, .trailing, .leading]),
    ]
  }
}
