import Cards
import Languages
import Reporting
package import Shell
import WorkshopCore
import WorkshopQueries

extension Chapter {
  /// What is asked of whoever reads the report, and by when.
  package static let asked = Chapter("What is asked of you") { scene in
    let header: [Phrase] = ["What", "About", "Due date"]
    return [.table(header: header.map { scene.say($0) }, rows: Asked.rows(scene))]
  }
}

enum Asked {
  /// What, about what, by when; the nearest first, what has no day last.
  static func rows(_ scene: Scene) -> [[String]] {
    let asked = decisions(scene) + money(scene) + owners(scene)
    return asked.sorted { ($0.day?.number ?? .max) < ($1.day?.number ?? .max) }.map { one in
      [
        scene.say(one.what), one.about,
        one.day.map { scene.language.day($0, from: nil) } ?? FigureText.none,
      ]
    }
  }

  private typealias One = (what: Phrase, about: String, day: Day?)

  /// Services that wait for a decision, or for a review.
  private static func decisions(_ scene: Scene) -> [One] {
    ServiceList.services(scene).compactMap { project in
      guard let decision = scene.workshop.standing(of: project.id) else { return nil }
      switch decision.status {
      case .onHold, .paused: return ("Look at it again, and decide", project.text, decision.review)
      case .potential, .defined: return ("Decide whether it goes ahead", project.text, nil)
      default: return nil
      }
    }
  }

  /// Services that go ahead without money, and budgets that go over the fund.
  private static func money(_ scene: Scene) -> [One] {
    guard let money = scene.workshop.money else { return [] }
    let without = money.withoutBudget.filter { scene.workshop.status(of: $0) == .go }
      .compactMap { scene.workshop.card($0)?.text }
    let over = money.left.flatMap { $0.cents < 0 ? $0 : nil }.map { left in
      scene.language.money(Amount(cents: -left.cents, currency: left.currency))
    }
    return without.map { ("Give it a budget", $0, nil) }
      + (over.map { [("Find what the fund lacks", $0, nil)] } ?? [])
  }

  /// Open next steps that nobody answers for.
  private static func owners(_ scene: Scene) -> [One] {
    scene.workshop.openActions.filter { (scene.owner(of: $0) ?? "").isEmpty }.map {
      ("Name who does it", $0.text, $0[DueText.due].flatMap { Day($0) })
    }
  }
}
