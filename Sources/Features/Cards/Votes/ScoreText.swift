import Languages
import Shell
package import WorkshopCore
import WorkshopQueries

extension Scene {
  /// A score as a number: whole where it is, else with one decimal.
  package func score(_ score: Score) -> String {
    score.whole.map { "\($0)" } ?? language.oneDecimal(score.value)
  }

  /// What a grade is called; its number, from 1 for the worst, where nobody named it.
  package func grade(_ grade: Int, _ poll: Poll) -> String {
    let names = Judgment.names(poll.settings.gradeCount) ?? []
    return names.indices.contains(grade) ? say(names[grade]) : String(grade + 1)
  }

  /// A score as people read it: a grade by its name, a mean with its decimals, others as numbers.
  package func score(_ score: Score, _ poll: Poll, decimals: Int = 1) -> String {
    switch poll.method.unit {
    case .grade: grade(score.numerator, poll)
    case .average where poll.settings.adds == true && !score.isNone: self.score(score)
    case .average, .difference:
      score.isNone ? "–" : language.decimals(score.value, decimals)
    case .dots, .people, .ticks, .points, .votes, .objections: self.score(score)
    }
  }
}
