import Assets
package import Languages
import Shell
package import WorkshopCore
import WorkshopQueries

/// What a slip of the closing round is typed with.
extension Scene {
  package var metChoices: [Choice] {
    content.sheets[Evaluation.sheet]?.fields.first { $0.id == Evaluation.met }?.choices ?? []
  }

  /// A yes or a no in words.
  package func answer(_ met: String) -> String {
    metChoices.first { $0.id == met }.map { say($0.label) } ?? met
  }

  /// How a slip is typed, with this language's letter for yes.
  package var slipPattern: Phrase {
    let yes = answer(Evaluation.yes).prefix(1).lowercased()
    return "A slip a line: 4 \(yes) + what to keep - what to change"
  }
}
