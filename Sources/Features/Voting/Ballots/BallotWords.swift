import Cards
import Languages
import Shell
import Terminal
import WorkshopCore

/// What a ballot's marks and faults are called.
enum BallotWords {
  /// How to mark and to finish, in one line.
  static func directions(_ poll: Poll) -> Phrase {
    let isShort = poll.hasShortNumbers
    switch poll.method.form {
    case .dots, .amounts: return "A digit, or + and −. Enter: finish"
    case .choice where poll.method.isScale: return "A digit chooses. Enter: finish"
    case .choice:
      return isShort ? "Its number chooses one. Enter: finish" : "Space chooses one. Enter: finish"
    case .ticks:
      return isShort ? "Its number ticks an option. Enter: finish" : "Space ticks. Enter: finish"
    case .places:
      return isShort
        ? "Type their numbers, the best first. Enter: finish"
        : "Space gives the next place. Enter: finish"
    case .scores: return "A digit scores and goes on. Enter: finish"
    case .grades: return "A digit grades and goes on. Enter: finish"
    case .objections:
      return isShort
        ? "Its number begins an objection. Enter: finish" : "Space objects. Enter: finish"
    }
  }

  /// What the highest score of a criterion, or of an axis, says.
  static func goodEnd(_ part: String, _ poll: Poll) -> Phrase {
    let highest = poll.settings.highest
    guard poll.hasAxes else { return "\(highest) is the best" }
    return part == Impact.impact ? "\(highest) changes the most" : "\(highest) takes the most work"
  }

  /// What is left to spend or to do.
  static func left(_ marks: [String: Int], _ poll: Poll, _ scene: Scene) -> Phrase {
    if let spending = scene.words(of: poll.method).spending {
      let left = max(0, poll.dots - poll.method.spent(marks))
      if poll.dots == 1, poll.method.form != .ticks {
        return left == 1 ? "No points given yet" : "All points are given"
      }
      return spending.left(left, poll.dots)
    }
    switch poll.method.form {
    case .choice, .ticks, .dots, .amounts:
      return marks.isEmpty ? "Nothing chosen yet" : "Chosen##on a ballot"
    case .places: return "\(marks.count) of \(poll.places) places given"
    case .scores:
      let done = poll.options.count { option in
        poll.parts.allSatisfy { marks[Poll.key($0, option)] != nil }
      }
      return "\(done) of \(poll.options.count) scored"
    case .grades: return "\(marks.count) of \(poll.options.count) graded"
    case .objections: return marks.isEmpty ? "No objection" : "Objections: \(marks.count)"
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
    return marks[option].map { mark($0, poll, scene) } ?? ""
  }

  /// How a mark reads beside its option.
  static func mark(_ mark: Int, _ poll: Poll, _ scene: Scene) -> String {
    switch poll.method.form {
    case .dots: mark > 6 ? "\(mark)" : String(repeating: "●", count: mark)
    case .choice: "●"
    case .ticks: "✓"
    case .places: scene.say("place \(mark)")
    case .amounts:
      scene.words(of: poll.method).spending?.mark.map { scene.say($0(mark)) } ?? "\(mark)"
    case .grades: scene.grade(mark, poll)
    case .objections: scene.say("I object")
    case .scores: "\(mark)"
    }
  }

  /// A criterion, or an axis, by its name.
  static func part(_ id: String, _ poll: Poll, _ scene: Scene) -> String {
    switch id {
    case Impact.impact where poll.hasAxes: return scene.say("Impact")
    case Impact.effort where poll.hasAxes: return scene.say("Effort")
    default:
      guard let criterion = poll.settings.grid.first(where: { $0.id == id }) else { return id }
      let weight = scene.say("weight \(criterion.weight) of \(poll.settings.weights)")
      return "\(scene.say(criterion.name)) (\(weight))"
    }
  }

  /// Why a ballot cannot be given.
  static func reason(_ objection: Poll.MarkError, _ poll: Poll) -> Phrase {
    let isDots = poll.method.form == .dots
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
        ? "One choice at most on each line" : "\(most) on one line: at most \(cap) are allowed"
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
    case .placeTwice(let place): return "Two options in place \(place)"
    case .placeLeftOut(let place): return "No option in place \(place)"
    case .outOfRange(let mark, let lowest, let highest):
      // Grades are counted from 0 where nobody sees it.
      let shift = poll.method.form == .grades && lowest == 0 ? 1 : 0
      return "\(mark + shift) is not between \(lowest + shift) and \(highest + shift)"
    case .incomplete: return "Score an option on every criterion, or on none"
    case .noReason: return "If you object, say why"
    case .ownIdea: return "No vote for one's own idea in this vote"
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
    let isPlaced = poll.method.form == .places
    let isTold = isPlaced || poll.method.form == .grades
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
          : Said(mark: scene.grade(0, poll), text: text, detail: scene.say("not graded"))
      }
      return Said(
        mark: mark(option, marks, poll, scene), text: text, detail: reasons[option] ?? "")
    }
  }

  /// A criterion, or an axis, without its weight.
  private static func name(_ part: String, _ poll: Poll, _ scene: Scene) -> String {
    guard let criterion = poll.settings.grid.first(where: { $0.id == part }),
      poll.method.asks(.weights)
    else { return self.part(part, poll, scene) }
    return scene.say(criterion.name)
  }
}
