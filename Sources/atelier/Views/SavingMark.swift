import Journal
import Terminal

/// Whether what was typed is on the disk.
enum SavingMark {
  static func text(_ scene: Scene) -> String {
    switch scene.saving {
    case .saved: "✓"
    case .saving: "●"
    case .notSaved: "!"
    }
  }

  static func style(_ scene: Scene) -> Style {
    if case .notSaved = scene.saving { return Style(.danger, bold: true) }
    return .quiet
  }

  /// The line across the screen when nothing can be saved.
  static func banner(_ scene: Scene) -> Phrase? {
    guard case .notSaved(let count, let reason) = scene.saving else { return nil }
    return "NOT SAVED: \(count) changes are kept in memory and tried again (\(Phrase(reason)))"
  }
}
