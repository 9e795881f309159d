import Cards
import Languages
import Reporting
package import Shell
import WorkshopCore
import WorkshopQueries

/// What came of a programme in single lines, for letters and summaries.
package enum CourseText {
  /// Goal, people, themes.
  package static func purpose(_ scene: Scene) -> String { FrontPage.work(scene) }

  /// Each service with where it stands, those that go ahead first; before any decision, what votes chose.
  package static func outcome(_ scene: Scene) -> [String] {
    let services = ServiceList.services(scene)
    guard services.isEmpty else {
      return services.map {
        scene.language.labelled($0.text, scene.standing(of: $0.id))
      }
    }
    return ServiceList.votes(scene).map { scene.language.labelled($0[0], $0[1]) }
  }

  /// Themes without work and projects that were given up, with the reason.
  package static func notKept(_ scene: Scene, isBrief: Bool = false) -> [String] {
    (NotDone.themes(scene) + NotDone.projects(scene)).map { item in
      let why = isBrief ? nil : item.children.first?.text
      return [item.text, why].compactMap { $0 }.joined(separator: ". ")
    }
  }

  /// Reviews that are set and the next steps that are due first, without names.
  package static func next(_ scene: Scene) -> [String] {
    let steps = scene.workshop.openActions.sorted {
      ($0[DueText.due] ?? "~") < ($1[DueText.due] ?? "~")
    }
    return reviews(scene)
      + steps.prefix(5).map { step in
        // A day that is over is no answer to what happens next.
        let due = step[DueText.due].flatMap { Day($0) }.flatMap { $0 < scene.today ? nil : $0 }
        return step.text.oneLine + (due.map { " (\(scene.language.day($0, from: nil)))" } ?? "")
      }
  }

  package static func reviews(_ scene: Scene) -> [String] {
    ServiceList.services(scene).compactMap { project in
      scene.workshop.standing(of: project.id)?.review.map {
        scene.say("\(project.text) is looked at again on: \(scene.language.day($0, from: nil))")
      }
    }
  }

  /// What the closing rounds said; nil where nobody gave a grade.
  package static func evaluation(_ scene: Scene) -> String? {
    Indicators(of: scene.workshop, now: scene.now).programme.evaluation.flatMap {
      ClosingWords.roti($0, scene)
    }
  }

  /// The fund against the budgets; empty without one.
  package static func fund(_ scene: Scene) -> String {
    let balance = MoneyText.balance(scene.workshop.money, scene)
    return balance.isEmpty ? "" : scene.language.labelled(scene.say("Fund"), balance) + "."
  }
}
