import Languages
import Reporting
package import Shell
import WorkshopCore

extension Chapter {
  /// What each theme asked, of whom, and what became of it.
  package static let themes = Chapter("Themes") { scene in
    let rows = scene.workshop.themes.map { theme -> [String] in
      let reason =
        scene.workshop.card(ofTheme: theme.id)?[Theme.reasonField]
        ?? scene.workshop.decision(onTheme: theme.id).map { scene.reason(of: $0) }
      let status = scene.say(scene.workshop.isExplored(theme.id) ? "explored" : "not explored")
      return [
        scene.say(theme.name), scene.say(theme.challenge), theme.sponsor ?? "",
        reason.map { scene.language.labelled(status, $0) } ?? status,
      ]
    }
    let header: [Phrase] = ["Theme", "Challenge", "Sponsor##of a theme", "Status"]
    return [.table(header: header.map { scene.say($0) }, rows: rows)]
  }
}
