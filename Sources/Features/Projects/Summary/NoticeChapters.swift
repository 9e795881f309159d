import Languages
import Reporting
package import Shell
import WorkshopCore

extension Chapter {
  /// What the report's own words mean, of those that this workshop gave occasion for.
  package static let glossary = Chapter { scene in
    let workshop = scene.workshop
    let kinds = workshop.plan.activities.filter { workshop.openings[$0.id] != nil }
      .map { scene.kind(of: $0).traits }
    var words: [(Phrase, Phrase)] = []
    if !workshop.cards(ofSheet: "persona").isEmpty {
      words.append(
        ("Persona", "An invented person who stands for many: with needs, obstacles and a story"))
    }
    if kinds.contains(where: { $0.contains(.canvas) }) {
      words.append(
        (
          "Canvas",
          "A sheet with blocks that asks of a service what it is, for whom and by what means"
        ))
    }
    if workshop.polls.contains(where: { $0.method == .dots }) {
      words.append(("Dots", "Everyone has some dots and gives them to what should go on"))
    }
    if !workshop.cards(ofSheet: Workshop.draftSheet).isEmpty {
      words.append(
        ("MVP", "The smallest version of a service that can be tried with real people"))
    }
    if workshop.projects.contains(where: { workshop.standing(of: $0.id) != nil }) {
      words += [
        ("Potential##a status", "People want to work on it; nothing is promised yet"),
        ("Defined##a status", "Its draft says what it is, for whom and how it is tried"),
        ("Approved", "Those who decide let it start; this says nothing of money"),
        ("On hold", "It waits, with a day on which it is looked at again"),
      ]
    }
    if kinds.contains(where: { $0.contains(.closing) }) {
      words.append(
        ("ROTI", "Return on time invested: was it worth the time, from 0 to 5"))
    }
    return [.facts(words.map { .init(scene.say($0), scene.say($1)) })]
  }

  /// What whoever hands the report on should know of the names in it.
  package static let namesNotice = Chapter { scene in
    guard !scene.workshop.people.isEmpty else { return [] }
    return [
      .paragraph(
        scene.say(
          "This report may name people, as they took part, own an action or sat on the jury. Addresses are never in it. A version without names can be written: ask the person who sent it."
        ))
    ]
  }
}
