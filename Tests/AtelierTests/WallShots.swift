import Terminal
import WorkshopCore

@testable import Shell

/// Walls of a few cards and of hundreds, and what is done with them.
extension Shot {
  static let walls = crowds + deeds

  private static let crowds = [5, 42, 120, 300].flatMap { count in
    [(80, 24), (120, 40), (200, 60)].flatMap { columns, rows in
      [
        Shot("ideas-\(count)-stage-en", columns, rows) { Ideas.scene(count, role: .stage) },
        Shot("ideas-\(count)-facilitator-en", columns, rows) {
          Ideas.desk(count, "↓").scene
        },
      ]
    }
  }

  private static let deeds: [Shot] = [
    Shot("ideas-marked-facilitator-en") { Ideas.desk(20, "↓", "Tab", "Tab", "→").scene },
    Shot("ideas-marked-facilitator-fr") {
      Ideas.desk(20, language: "fr", "↓", "Tab", "Tab", "→").scene
    },
    Shot("ideas-cluster-facilitator-en") {
      Ideas.desk(20, "↓", "Tab", "Tab", "c", "N", "e", "w").scene
    },
    Shot("ideas-filter-facilitator-en") { Ideas.desk(120, "/", "f", "o", "r", "m").scene },
    Shot("ideas-filter-facilitator-hu") {
      Ideas.desk(120, language: "hu", "/", "f", "o", "r", "m").scene
    },
    Shot("ideas-suggestions-facilitator-en") { loose("en") },
    Shot("ideas-suggestions-facilitator-fr") { loose("fr") },
    Shot("ideas-suggestions-facilitator-hu") { loose("hu") },
    Shot("ideas-merge-facilitator-en") { Ideas.desk(20, "↓", "M").scene },
    Shot("ideas-split-facilitator-en") { Ideas.desk(20, "↓", "|").scene },
    Shot("ideas-fresh-stage-en") { Ideas.scene(12, role: .stage, secondsAgo: 3) },
    Shot("ideas-newest-facilitator-en") { Ideas.desk(42, "S", "↓").scene },
    Shot("ideas-themes-facilitator-hu") { Ideas.desk(20, language: "hu", "C", "↓").scene },
    Shot("ideas-spotlight-facilitator-en") { spotlight(.facilitator, "en") },
    Shot("ideas-spotlight-facilitator-hu") { spotlight(.facilitator, "hu") },
    Shot("ideas-spotlight-stage-en") { spotlight(.stage, "en") },
    Shot("ideas-spotlight-stage-fr") { spotlight(.stage, "fr") },
    Shot("ideas-spotlight-stage-en", 120, 40) { spotlight(.stage, "en") },
    Shot("ideas-narrow-facilitator-en", 60, 15) { Ideas.desk(42, "↓").scene },
    Shot("ideas-narrow-stage-en", 60, 15) { Ideas.scene(42, role: .stage) },
  ]

  /// Every card unsorted, and suggestions asked for.
  private static func loose(_ language: String) -> Scene {
    Ideas.desk(42, language: language, isSorted: false, "↓", "g").scene
  }

  /// Three cards merged, one of them large.
  private static func spotlight(_ role: Role, _ language: String) -> Scene {
    var desk = Ideas.desk(20, language: language, "↓", "Tab", "Tab", "Tab", "M", "f", "p")
    desk.arrange { scene in
      scene.role = role
      if role == .stage { scene.focus = Focus() }
    }
    return desk.scene
  }
}
