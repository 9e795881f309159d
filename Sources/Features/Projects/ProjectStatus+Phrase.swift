import Assets
import Languages
import Shell
package import WorkshopCore
import WorkshopQueries

extension ProjectStatus {
  /// Why a project of some status cannot become this; nil when it can.
  func refusal(after status: ProjectStatus?) -> Phrase? {
    guard !Self.next(after: status).contains(self) else { return nil }
    switch (status, self) {
    case (let status, self) where status == self: return "That is what it is already"
    case (.delivered, _): return "It is delivered: what follows is a new project"
    case (.merged, _): return "It was merged: to come back, it becomes potential first"
    case (.dropped, _): return "It was dropped: to come back, it becomes potential or defined first"
    case (_, .go): return "It has to be defined before it is approved"
    case (_, .delivered): return "Only an approved project can be delivered"
    case (_, .paused): return "Only a defined or approved project can be paused"
    case (let status?, _): return "It is \(status.phrase): from there it does not become \(phrase)"
    case (nil, _): return "Nothing was decided about it yet"
    }
  }
}

extension ProjectStatus.Need {
  var phrase: Phrase {
    switch self {
    case .reason: "the reason"
    case .decider: "who decided"
    case .review: "the day it is looked at again"
    case .target: "the project that goes on with it"
    }
  }
}

extension Team.Warning {
  var phrase: Phrase {
    switch self {
    case .cannotStart(1): "one more person before it can start"
    case .cannotStart(let missing): "\(missing) more people before it can start"
    case .small: "small: under \(Team.comfortable.lowerBound)"
    case .large: "large: over \(Team.comfortable.upperBound)"
    case .oneOrganisation(let name): "all from \(name)"
    case .noLead: "no lead"
    case .noScribe: "no note-taker"
    case .noCoach: "no expert or consultant"
    case .littleTime(let free): "time between sessions: \(free) of them"
    }
  }

  /// Whether the room should see it: who does what is found in quiet.
  var isForTheRoom: Bool {
    switch self {
    case .cannotStart, .small, .large, .oneOrganisation: true
    case .noLead, .noScribe, .noCoach, .littleTime: false
    }
  }
}

extension Scene {
  func team(of project: Card) -> Team { workshop.team(of: project, offset: now.offset) }

  /// Where a project stands, in a few words: `go, wave 1`, `on hold, to review Tue 30 June`.
  package func standing(of project: CardID) -> String {
    guard let decision = workshop.standing(of: project) else { return say("not decided yet") }
    return standing(decision)
  }

  func standing(_ decision: Decision) -> String {
    if let isExplored = decision.isExplored {
      return say(isExplored ? "explored" : "not explored")
    }
    guard let status = decision.status else { return "" }
    let name = say(status.phrase)
    let target = decision.target.flatMap { workshop.card($0)?.text }
    switch (status, target) {
    case (.go, _): return say("approved, wave \(decision.wave ?? 1)")
    case (.merged, let target?): return say("merged into \(target)")
    case (.dropped, let target?): return say("dropped, replaced by \(target)")
    default: break
    }
    guard let review = decision.review else { return name }
    return say("\(name), to review \(day(review))")
  }

  /// The reasons' codes in words, then the reason itself.
  func reason(of decision: Decision) -> String {
    let sheet = content.sheets[Decision.sheet]
    let known = sheet?.fields.first { $0.id == Decision.motive }?.choices ?? []
    let motives = decision.motives.filter { $0 != Decision.otherMotive }.compactMap { code in
      known.first { $0.id == code }.map { say($0.label) }
    }.joined(separator: " · ")
    guard let reason = decision.reason else { return motives }
    return motives.isEmpty ? reason : language.labelled(motives, reason)
  }

  /// What a team lacks, in a line.
  func lacks(_ team: Team, forTheRoom: Bool = false) -> String {
    team.warnings.filter { !forTheRoom || $0.isForTheRoom }.map { say($0.phrase) }
      .joined(separator: " · ")
  }
}
