import Cards
import Languages
package import Shell
import WorkshopCore

extension VoteMethod {
  package static let judgment = VoteMethod(
    .judgment, "Majority judgment", purpose: "five to eight services, a grade for each",
    rule: { _ in "A grade for each; none counts as the lowest" },
    ballot: { poll, scene in
      let grades = (0..<poll.settings.gradeCount).map { index in
        let (name, number) = (scene.grade(index, poll), String(index + 1))
        return name == number ? number : "\(number) \(name)"
      }
      return "A grade for each; none counts as 1. \(grades.joined(separator: " · "))"
    },
    counting: { poll, scene in
      let (worst, best) = (scene.grade(0, poll), scene.grade(poll.settings.gradeCount - 1, poll))
      return
        "Grades from 1 (\(worst)) to \(poll.settings.gradeCount) (\(best)); an empty cell counts as 1, a ballot without any grade abstains. The score is the grade in the middle of all, the lower of two. Where these are equal, take one such grade away from each option and look again."
    })
}
