import Foundation
import Languages
import Shell
import Terminal
import WorkshopCore

/// What a ballot's rule, marks and faults are called, by the method.
enum BallotWords {
  /// What a voter may do, in one sentence.
  static func rule(_ poll: Poll, _ scene: Scene) -> Phrase {
    let (dots, cap) = (poll.dots, poll.cap)
    switch poll.method {
    case .dots:
      return dots == 1
        ? "You have one dot"
        : cap == 1
          ? "You have \(dots) dots, at most one on each line"
          : "You have \(dots) dots, at most \(cap) of them on one line"
    case .scale, .single: return "Choose one"
    case .approval:
      if dots == 1 { return "Tick the one that you can support" }
      if (poll.settings.fewest ?? 1) > 1 { return poll.picks }
      return dots < poll.options.count
        ? "Tick up to \(dots) that you can support" : "Tick every one that you can support"
    case .ranking:
      if let fewest = poll.settings.fewest, fewest > 1 {
        return "Put at least \(fewest) in order: place 1 is your best"
      }
      return "Put them in order: place 1 is your best; what has no place gets nothing"
    case .topFive:
      return (poll.settings.fewest ?? 1) >= poll.places
        ? "All \(poll.places) places in order: place 1 is your best"
        : "Up to \(poll.places) in order: place 1 is your best"
    case .points:
      if dots == 1 { return "You have one point" }
      return poll.settings.spendsAll == true
        ? "Share out all \(dots) points" : "Share out up to \(dots) points"
    case .quadratic:
      if dots == 1 { return "You have one credit, for one vote" }
      return "You have \(dots) credits: 1 vote costs 1, 2 cost 4, 3 cost 9, 4 cost 16"
    case .criteria:
      let scores = poll.settings.scores
      return
        "Score from \(scores.lowerBound) to \(scores.upperBound) on every criterion, or leave the line out"
    case .judgment:
      let grades = (0..<poll.settings.gradeCount).map { index in
        let (name, number) = (grade(index, poll, scene), String(index + 1))
        return name == number ? number : "\(number) \(name)"
      }
      return "A grade for each; none counts as 1. \(grades.joined(separator: " · "))"
    case .consent: return "Can you live with each? If not, Space, and say why"
    case .impact:
      let scores = poll.settings.scores
      return
        "How much it changes and how much it takes, from \(scores.lowerBound) to \(scores.upperBound)"
    }
  }

  /// How anybody can count the ballots again with a pencil.
  static func counting(_ poll: Poll, _ scene: Scene) -> Phrase {
    let count = poll.options.count
    switch poll.method {
    case .dots: return "Each number is dots; their sum is the score."
    case .single, .scale: return "1 is a choice; the score is how many there are."
    case .approval: return "1 is a tick; the score is how many there are."
    case .points: return "Each number is points; their sum is the score."
    case .quadratic: return "Each number is votes; their sum is the score."
    case .ranking:
      return
        "Each number is a place. Place 1 gives \(count - 1) points, each further place 1 fewer, no place 0; their sum is the score."
    case .topFive:
      return
        "Each number is a place. Place 1 gives 5 points, place 2 gives 4, and so on; no place gives 0. Their sum is the score."
    case .criteria:
      return
        "For each option, the mean of each criterion over the ballots that scored it, times its weight; the sum of these divided by \(poll.settings.weights) is the score."
    case .impact:
      return
        "For each option, the mean impact less the mean effort, over the ballots that scored it, is the score."
    case .judgment:
      let (worst, best) = (grade(0, poll, scene), grade(poll.settings.gradeCount - 1, poll, scene))
      return
        "Grades from 1 (\(worst)) to \(poll.settings.gradeCount) (\(best)); an empty cell counts as 1, a ballot without any grade abstains. The score is the grade in the middle of all, the lower of two. Where these are equal, take one such grade away from each option and look again."
    case .consent:
      return "1 is an objection, with its reason. What has no objection is agreed."
    }
  }

  /// How to mark and to finish, in one line.
  static func directions(_ poll: Poll) -> Phrase {
    let isShort = poll.hasShortNumbers
    switch poll.method {
    case .dots, .points, .quadratic: return "A digit, or + and −. Enter: finish"
    case .scale: return "A digit chooses. Enter: finish"
    case .single:
      return isShort ? "Its number chooses one. Enter: finish" : "Space chooses one. Enter: finish"
    case .approval:
      return isShort ? "Its number ticks an option. Enter: finish" : "Space ticks. Enter: finish"
    case .ranking, .topFive:
      return isShort
        ? "Type their numbers, the best first. Enter: finish"
        : "Space gives the next place. Enter: finish"
    case .criteria, .impact: return "A digit scores and goes on. Enter: finish"
    case .judgment: return "A digit grades and goes on. Enter: finish"
    case .consent:
      return isShort
        ? "Its number begins an objection. Enter: finish" : "Space objects. Enter: finish"
    }
  }

  /// What the highest score of a criterion, or of an axis, says.
  static func goodEnd(_ part: String, _ poll: Poll) -> Phrase {
    let highest = poll.settings.highest
    guard poll.method == .impact else { return "\(highest) is the best" }
    return part == Impact.impact ? "\(highest) changes the most" : "\(highest) takes the most work"
  }

  /// What is left to spend or to do.
  static func left(_ marks: [String: Int], _ poll: Poll) -> Phrase {
    let spent = poll.method.spent(marks)
    let left = max(0, poll.dots - spent)
    if poll.dots == 1, [.dots, .points, .quadratic].contains(poll.method) {
      return left == 1 ? "Nothing given yet" : "All is given"
    }
    switch poll.method {
    case .dots: return "\(left) of \(poll.dots) dots left"
    case .points: return "\(left) of \(poll.dots) points left"
    case .quadratic: return "\(left) of \(poll.dots) credits left"
    case .approval: return "Ticked: \(spent)"
    case .single, .scale: return marks.isEmpty ? "Nothing chosen yet" : "Chosen"
    case .ranking, .topFive: return "\(marks.count) of \(poll.places) places given"
    case .criteria, .impact:
      let done = poll.options.count { option in
        poll.parts.allSatisfy { marks[Poll.key($0, option)] != nil }
      }
      return "\(done) of \(poll.options.count) scored"
    case .judgment: return "\(marks.count) of \(poll.options.count) graded"
    case .consent: return marks.isEmpty ? "No objection" : "Objections: \(marks.count)"
    }
  }

  /// What stands beside an option on its ballot; empty when nothing does.
  static func mark(_ option: String, _ marks: [String: Int], _ poll: Poll, _ scene: Scene) -> String
  {
    guard !poll.method.isGrid else {
      let scores = poll.parts.map { marks[Poll.key($0, option)] }
      return scores.contains { $0 != nil }
        ? scores.map { $0.map(String.init) ?? "·" }.joined(separator: " ") : ""
    }
    guard let mark = marks[option] else { return "" }
    switch poll.method {
    case .dots: return mark > 6 ? "\(mark)" : String(repeating: "●", count: mark)
    case .single, .scale: return "●"
    case .approval: return "✓"
    case .ranking, .topFive: return scene.say("place \(mark)")
    case .points: return "\(mark)"
    case .quadratic: return scene.say("\(mark) (cost \(mark * mark))")
    case .judgment: return grade(mark, poll, scene)
    case .consent: return scene.say("I object")
    case .criteria, .impact: return ""
    }
  }

  /// A grade by its name, or its number from 1.
  static func grade(_ grade: Int, _ poll: Poll, _ scene: Scene) -> String {
    guard let names = Judgment.names(poll.settings.gradeCount), names.indices.contains(grade)
    else { return "\(grade + 1)" }
    return scene.say(names[grade])
  }

  /// A criterion, or an axis, by its name.
  static func part(_ id: String, _ poll: Poll, _ scene: Scene) -> String {
    switch id {
    case Impact.impact where poll.method == .impact: return scene.say("Impact")
    case Impact.effort where poll.method == .impact: return scene.say("Effort")
    default:
      guard let criterion = poll.settings.grid.first(where: { $0.id == id }) else { return id }
      let weight = scene.say("weight \(criterion.weight) of \(poll.settings.weights)")
      return "\(scene.say(criterion.name)) (\(weight))"
    }
  }

  /// Why a ballot cannot be given.
  static func reason(_ objection: Poll.MarkError, _ poll: Poll) -> Phrase {
    let isDots = poll.method == .dots
    switch objection {
    case .unknownOption: return "That is not an option of this vote"
    case .unknownCriterion: return "That is not a criterion of this vote"
    case .negative: return "A ballot cannot take dots away"
    case .overCap(let most, let cap):
      if isDots {
        return cap == 1
          ? "\(most) dots on one option: one at most is allowed"
          : "\(most) dots on one option: at most \(cap) are allowed"
      }
      return cap == 1
        ? "One mark at most on each line" : "\(most) on one line: at most \(cap) are allowed"
    case .overBudget(let spent, let dots):
      if isDots {
        return dots == 1
          ? "\(spent) dots on the ballot: one at most is allowed"
          : "\(spent) dots on the ballot: at most \(dots) are allowed"
      }
      return dots == 1
        ? "Only one can be chosen" : "\(spent) on the ballot: at most \(dots) are allowed"
    case .underBudget(let spent, let dots):
      return "\(spent) points on the ballot: all \(dots) must go"
    case .tooFew(let picks, let fewest):
      return "\(picks) picked: at least \(fewest), or none to abstain"
    case .overCredits(let spent, let credits):
      return "These votes cost \(spent) credits: there are \(credits)"
    case .placeTwice(let place): return "Two options on place \(place)"
    case .placeLeftOut(let place): return "No option on place \(place)"
    case .outOfRange(let mark, let lowest, let highest):
      // Grades are counted from 0 where nobody sees it.
      let shift = poll.method == .judgment && lowest == 0 ? 1 : 0
      return "\(mark + shift) is not between \(lowest + shift) and \(highest + shift)"
    case .incomplete: return "Score an option on every criterion, or on none"
    case .noReason: return "Whoever objects says why"
    case .ownIdea: return "No mark on one's own idea in this vote"
    case .tooManyProxies(let allowed): return "\(allowed) at most for people who are absent"
    }
  }

  /// What a ballot says of one option.
  struct Said: Equatable {
    /// Short, to stand before the option; empty where it takes more.
    let mark: String
    let text: String
    /// Scores by the names of their criteria, a reason, or what no mark means.
    let detail: String
  }

  /// What a ballot says, option by option, best first: what was marked, and what was not where that counts.
  /// Empty for a blank ballot.
  static func lines(
    _ marks: [String: Int], _ reasons: [String: String], _ poll: Poll, _ scene: Scene
  ) -> [Said] {
    guard !marks.isEmpty else { return [] }
    let isPlaced = poll.method == .ranking || poll.method == .topFive
    let isTold = isPlaced || poll.method == .judgment
    let told = poll.options.filter { isTold || !mark($0, marks, poll, scene).isEmpty }
    let sorted = told.enumerated().sorted { a, b in
      let none = isPlaced ? Int.max : -1
      let (x, y) = (marks[a.element] ?? none, marks[b.element] ?? none)
      return x == y ? a.offset < b.offset : isPlaced ? x < y : x > y
    }
    return sorted.map(\.element).map { option in
      let text = scene.workshop.label(ofOption: option)
      if poll.method.isGrid {
        let scores = poll.parts.compactMap { part in
          marks[Poll.key(part, option)].map { "\(name(part, poll, scene)) \($0)" }
        }
        return Said(mark: "", text: text, detail: scores.joined(separator: " · "))
      }
      if marks[option] == nil {
        return isPlaced
          ? Said(mark: "–", text: text, detail: scene.say("no place"))
          : Said(mark: grade(0, poll, scene), text: text, detail: scene.say("not graded"))
      }
      return Said(
        mark: mark(option, marks, poll, scene), text: text, detail: reasons[option] ?? "")
    }
  }

  /// A criterion, or an axis, without its weight.
  private static func name(_ part: String, _ poll: Poll, _ scene: Scene) -> String {
    guard let criterion = poll.settings.grid.first(where: { $0.id == part }),
      poll.method == .criteria
    else { return self.part(part, poll, scene) }
    return scene.say(criterion.name)
  }
}
