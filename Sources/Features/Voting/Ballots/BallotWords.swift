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
      return dots < poll.options.count
        ? "Tick up to \(dots) that you can support" : "Tick every one that you can support"
    case .ranking: return "Put them in order: 1 is your best; what has no place gets nothing"
    case .topFive: return "Your best \(poll.places) in order: 1 is the best"
    case .points:
      if dots == 1 { return "You have one point" }
      return poll.settings.spendsAll == true
        ? "Share out all \(dots) points" : "Share out up to \(dots) points"
    case .quadratic:
      if dots == 1 { return "You have one credit, for one vote" }
      return "You have \(dots) credits: 1 vote costs 1, 2 cost 4, 3 cost 9, 4 cost 16"
    case .criteria:
      return "Score from 1 to \(poll.settings.highest) on every criterion, or leave the line out"
    case .judgment:
      let (worst, best) = (grade(0, poll, scene), grade(poll.settings.gradeCount - 1, poll, scene))
      return "Grade each from 1 (\(worst)) to \(poll.settings.gradeCount) (\(best)); no grade is 1"
    case .consent: return "Can you live with each? If not, Space, and say why"
    case .impact:
      return "How much it changes and how much it takes, from 1 to \(poll.settings.highest)"
    }
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
    case .ranking, .topFive, .points: return "\(mark)"
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
      return "\(scene.say(criterion.name)) (\(criterion.weight) %)"
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
    }
  }

  /// What a ballot says, option by option: what was marked, best first.
  static func lines(
    _ marks: [String: Int], _ reasons: [String: String], _ poll: Poll, _ scene: Scene
  ) -> [(mark: String, text: String)] {
    let marked = poll.options.filter { !mark($0, marks, poll, scene).isEmpty }
    let isPlaced = poll.method == .ranking || poll.method == .topFive
    let sorted = marked.enumerated().sorted { a, b in
      let (x, y) = (marks[a.element] ?? 0, marks[b.element] ?? 0)
      return x == y ? a.offset < b.offset : isPlaced ? x < y : x > y
    }
    return sorted.map(\.element).map { option in
      let why = reasons[option].map { ": " + $0 } ?? ""
      return (mark(option, marks, poll, scene), scene.workshop.label(ofOption: option) + why)
    }
  }
}
