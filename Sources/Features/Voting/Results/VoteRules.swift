import Cards
import Languages
import Shell
import WorkshopCore

extension Scene {
  /// What is asked; of a run-off that it is one.
  func question(of poll: Poll) -> String {
    poll.runoffOf == nil ? poll.question : say("Run-off: \(poll.question)")
  }

  /// The rule in one sentence, as everyone reads it.
  func rule(of poll: Poll) -> Phrase { words(of: poll.method).rule(poll) }

  /// A rule under which ballots are counted again.
  func name(of rule: Recount.Rule, in poll: Poll) -> String {
    switch rule {
    case .dots: say("all dots")
    case .points: say("every point")
    case .votes: say("every vote")
    case .credits: say("credits spent")
    case .approval: say("approval")
    case .share: say("one vote each, shared out")
    case .favourite: say("first choices only")
    case .borda: say("order (Borda)")
    case .fiveToOne: "5-4-3-2-1"
    case .upperHalf: say("the upper half")
    case .pairwise: say("pairwise (Condorcet)")
    case .weighted: say("weighted means")
    case .equalWeights: say("equal weights")
    case .median: say("medians")
    case .mean: say("means")
    case .without(let id):
      say("without \(poll.settings.grid.first { $0.id == id }.map { say($0.name) } ?? id)")
    case .atLeastGood: say("\(grade(Judgment.good(of: poll.settings.gradeCount), poll)) or better")
    case .atLeastFair:
      say("\(grade(max(1, Judgment.good(of: poll.settings.gradeCount) - 1), poll)) or better")
    case .difference: say("impact less effort")
    case .impactOnly: say("impact alone")
    case .effortOnly: say("effort alone")
    }
  }

  /// The rule as the beginning of a sentence about what it makes of the ballots.
  func clause(of rule: Recount.Rule, in poll: Poll) -> String {
    let name = name(of: rule, in: poll)
    if case .without = rule { return name }
    return say("by \(name)")
  }

  /// Options by name, for a sentence.
  func names(_ options: [String]) -> String {
    options.map { language.quoted(workshop.label(ofOption: $0)) }.joined(separator: ", ")
  }

  /// How many voted, by the way in which they did.
  func turnout(_ poll: Poll) -> String {
    let parts = poll.turnout
    guard parts.count > 1 else { return parts.first.map { say($0.way.noun) } ?? "" }
    return parts.map { "\(say($0.way.noun)) \($0.voters)" }.joined(separator: " · ")
  }

  /// How many people are at the session of a vote, said calmly where there are more ballots than that;
  /// nil while nobody was checked in.
  ///
  /// - Parameter tellsMissing: also how many of them have not voted yet, as far as is typed.
  func presence(at poll: Poll, tellsMissing: Bool = false) -> String? {
    workshop.presentCount(of: poll.activity).map { present in
      if poll.voters > present { return say("\(poll.voters) ballots, \(present) present") }
      return tellsMissing && poll.isOpen && poll.voters < present
        ? say("present: \(present), not voted yet: \(present - poll.voters)")
        : say("present: \(present)")
    }
  }

  /// How many more must vote for the result to hold; empty where that many did, or any number may.
  func quorum(of poll: Poll) -> String {
    poll.lacksForQuorum == 0
      ? ""
      : say("\(poll.lacksForQuorum) more must vote: the quorum is \(poll.settings.quorum ?? 0)")
  }

  /// Ballots on screens that belong to no slip; empty without any.
  func unknown(_ poll: Poll) -> String {
    let count = poll.unknownBallots.count
    return count == 0 ? "" : say("Ballots without a printed slip: \(count)")
  }

  /// Refused ballots by reason.
  func refusals(_ poll: Poll) -> String {
    let kinds = Dictionary(grouping: poll.refusedBallots.map { say($0.objection.kind) }) { $0 }
    return kinds.sorted { $0.key < $1.key }.map { "\($0.value.count): \($0.key)" }
      .joined(separator: " · ")
  }
}
