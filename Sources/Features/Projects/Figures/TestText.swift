package import Languages
package import Shell
import WorkshopCore
package import WorkshopQueries

/// How far each project's test has come, in words.
package enum TestText {
  package static let header: [Phrase] = [
    "Project", "Status", "Users tested", "Days to first test", "Cost (€)",
  ]

  /// A row for each project; nothing where no draft says anything of a test.
  package static func rows(_ indicators: Indicators, _ scene: Scene) -> [[String]] {
    guard indicators.projects.contains(where: { $0.users ?? $0.days ?? $0.cost != nil }) else {
      return []
    }
    return indicators.projects.map { figures in
      [
        scene.workshop.card(figures.id)?.text ?? figures.id, scene.standing(of: figures.id),
      ]
        + [figures.users, figures.days, figures.cost].map { $0.map(String.init) ?? FigureText.none }
    }
  }
}
