import Cards
import Languages
package import Shell
import WorkshopCore
package import WorkshopQueries

/// A loose end in words: what it is about, and what is missing.
package enum LooseEndText {
  /// Such as `Order the tablets` and `next step without an owner`.
  package static func parts(_ end: LooseEnd, _ scene: Scene) -> (subject: String, lack: String) {
    func text(_ card: CardID) -> String {
      let text = scene.workshop.card(card)?.text ?? ""
      return text.isEmpty ? "…" : text
    }
    switch end {
    case .conflict(let card): return (text(card), scene.say("two texts at the same time"))
    case .vote(let id, let isOpen):
      let question = scene.workshop.poll(id)?.question ?? ""
      return (question, scene.say(isOpen ? "vote still open" : "vote not revealed"))
    case .parked(let card):
      let owner = scene.owner(of: scene.workshop.card(card))
      return (
        text(card), scene.say(owner == nil ? "parked, nobody has it" : "parked, no outcome")
      )
    case .chosen(let option, _):
      return (scene.workshop.label(ofOption: option), scene.say("chosen, and no project"))
    case .people(let people):
      let names = people.map(text).joined(separator: ", ")
      let lack: Phrase = people.count == 1 ? "no project" : "\(people.count) people, no project"
      return (names, scene.say(lack))
    case .project(let card, let lacks):
      return (text(card), lacks.map { scene.say($0.phrase) }.joined(separator: ", "))
    case .decision(let card, let missing):
      let lack = missing.map { scene.say($0.phrase) }.joined(separator: ", ")
      return (
        text(card),
        lack.isEmpty ? scene.say("decision without a status") : scene.say("decision lacks: \(lack)")
      )
    case .review(let project, let due):
      let day = scene.language.day(due, from: scene.today)
      return (text(project), scene.say("to be looked at again since \(day)"))
    case .theme(let id):
      return (scene.title(ofTheme: id) ?? id, scene.say("theme without a status"))
    case .step(let card, let lacksOwner, let lacksDay):
      let lack: Phrase =
        lacksOwner && lacksDay
        ? "action: no owner, no due date" : lacksOwner ? "action: no owner" : "action: no due date"
      return (text(card), scene.say(lack))
    case .sheet(let card, let filled, let count):
      return (text(card), scene.say("sheet half empty: \(filled) of \(count)"))
    }
  }

  package static func line(_ end: LooseEnd, _ scene: Scene) -> String {
    let (subject, lack) = parts(end, scene)
    return scene.language.labelled(subject, lack)
  }
}

extension LooseEnd.Link {
  fileprivate var phrase: Phrase {
    switch self {
    case .theme: "no theme"
    case .persona: "no persona"
    case .canvas: "no canvas"
    }
  }
}

extension Scene {
  fileprivate func owner(of card: Card?) -> String? { card.flatMap { self.owner(of: $0) } }
}
