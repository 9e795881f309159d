import Languages
import Terminal
import WorkshopCore

/// What the signs on a screen mean, of those that are on it.
enum Legend {
  /// A sign as the legend names it.
  private struct Sign: Sendable {
    let shown: String
    let meaning: Phrase
    /// Whether a row of the screen has it, by the regular expression that finds it there.
    let pattern: String
    /// Nil: wherever it stands.
    var place: Place?

    init(_ shown: String, _ meaning: Phrase, pattern: String, _ place: Place? = nil) {
      (self.shown, self.meaning, self.pattern, self.place) = (shown, meaning, pattern, place)
    }
  }

  /// Which screen a sign is looked for on, where others use it for something else.
  private enum Place { case agenda, board, notes }

  static func rows(_ scene: Scene) -> [Page.Row] {
    var scene = scene
    scene.guide = nil
    scene.bindings = nil
    scene.focus.notice = nil
    let lines = View.draw(scene, size: scene.size).text.split(separator: "\n").dropLast()
    let place = place(of: scene)
    return signs.filter { sign in
      guard sign.place == nil || sign.place == place,
        let pattern = try? Regex(sign.pattern)
      else { return false }
      return lines.contains { $0.contains(pattern) }
    }.map { Page.Row(term: $0.shown, text: scene.say($0.meaning)) }
  }

  private static func place(of scene: Scene) -> Place? {
    if scene.focus.overlay != nil { return nil }
    switch (scene.role, scene.focus.place) {
    case (.facilitator, _) where scene.focus.isOnStage: return .board
    case (.facilitator, .agenda): return .agenda
    case (.facilitator, .board), (.stage, _): return .board
    case (.notes, _): return .notes
    default: return nil
    }
  }

  private static let hour = #"\d\d:\d\d\s"#

  private static let signs = [
    Sign("▶", "Everyone is here", pattern: "▶ " + hour, .agenda),
    Sign("›", "The item you look at", pattern: "› " + hour, .agenda),
    Sign("✓", "Done##an item", pattern: hour + "✓", .agenda),
    Sign("-", "Left out", pattern: hour + "- ", .agenda),
    Sign("▪", "Starts at a fixed time", pattern: hour + "▪", .agenda),
    Sign("!8", "Minutes that a fixed item loses", pattern: hour + #".*!\d+ "#, .agenda),
    Sign(
      "+3 −2", "Minutes longer or shorter than planned", pattern: hour + #".*[+−]\d+ +\d+"#, .agenda
    ),
    Sign("━●─", "How far the day is", pattern: "[━●]─"),
    Sign("✓ 09:30", "Everything is saved", pattern: #"✓ \d\d:\d\d$"#),
    Sign("●", "Being saved", pattern: #"● \d\d:\d\d$"#),
    Sign("▶", "The chosen card", pattern: "▶", .board),
    Sign("✓", "A selected card", pattern: "✓[^ ]|▶✓|│ ?✓", .board),
    Sign("◆", "A new card", pattern: "◆"),
    Sign("×2", "How many said it", pattern: #"×\d"#),
    Sign("↳", "Comes from another card", pattern: "↳"),
    Sign("≡", "Merged from several cards", pattern: "≡"),
    Sign("≠", "Two texts, typed at the same time", pattern: "≠"),
    Sign("+ 3", "More cards than there is room for", pattern: #"\+ \d+"#, .board),
    Sign("›", "What you type", pattern: "› ", .notes),
    Sign("✎", "Somebody is writing here", pattern: #"✎ \S"#, .board),
    Sign("✎", "The card that you change", pattern: "✎ ", .notes),
    Sign("=", "How it is understood", pattern: "= ", .notes),
    Sign("#", "A theme", pattern: "#[a-z]"),
    Sign("@", "Who said it, or does it", pattern: "@[A-Za-z]", .notes),
    Sign("&", "The persona or project it is for", pattern: "&[A-Za-z]", .notes),
    Sign("‖", "Stopped, or blocked", pattern: "‖"),
    Sign("!", "A pain point", pattern: "! [A-Za-z]", .notes),
  ]
}
