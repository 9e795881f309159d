import Report
import Workshop

extension Chapter {
  /// What each theme asked, of whom, and what became of it.
  static let themes = Chapter("Themes") { scene in
    let rows = scene.workshop.themes.map { theme -> [String] in
      let reason = scene.workshop.card(ofTheme: theme.id)?[Theme.reasonField]
      let status = scene.say(scene.workshop.isExplored(theme.id) ? "explored" : "not explored")
      return [
        scene.say(theme.name), scene.say(theme.challenge), theme.sponsor ?? "",
        reason.map { scene.language.labelled(status, $0) } ?? status,
      ]
    }
    let header: [Phrase] = ["Theme", "Challenge", "Sponsor", "Status"]
    return [.table(header: header.map { scene.say($0) }, rows: rows)]
  }

  static let projects = Chapter("Projects") { filed($0, under: "project") }

  static let decisions = Chapter("Decisions") { filed($0, under: "decision") }

  /// What is to be done, as a list to tick off.
  static let nextSteps = Chapter("Next steps") { scene in
    [.list(scene.filed(under: "action").map { ReportParts.step($0, scene) })]
  }

  /// The boards of a sheet, each card with its fields.
  private static func filed(_ scene: Scene, under sheet: String) -> [Report.Block] {
    scene.workshop.boards.filter { $0.sheet == sheet }.flatMap {
      ReportParts.cards(scene, on: $0, level: 2)
    }
  }
}
