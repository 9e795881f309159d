import Journaling
import Languages
package import Terminal

/// Whether what was typed is on the disk.
package enum SavingMark {
  package static func text(_ scene: Scene) -> String {
    switch scene.saving {
    case .saved: "✓"
    case .saving: "●"
    case .notSaved: "!"
    }
  }

  package static func style(_ scene: Scene) -> Style {
    if case .notSaved = scene.saving { return Style(.danger, bold: true) }
    return .quiet
  }
}

/// The line across the screen when something is wrong: nothing can be saved, or the plan was refused.
package enum Banner {
  package static func draw(_ scene: Scene, into frame: inout Frame, y: Int) {
    guard let (phrase, style) = banner(scene) else { return }
    frame.fill(Rect(x: 0, y: y, width: frame.size.columns, height: 1), style: style)
    frame.put(scene.say(phrase), x: 1, y: y, style: style, width: frame.size.columns - 2)
  }

  private static func banner(_ scene: Scene) -> (Phrase, Style)? {
    if case .notSaved(let count, let reason) = scene.saving {
      let phrase: Phrase =
        "NOT SAVED: \(count) in memory, trying again (\(Phrase(short: reason)))"
      return (phrase, .danger)
    }
    return (scene.unread ?? scene.trouble).map { ($0, .banner) }
  }
}
