import Terminal
import WorkshopCore
import WorkshopQueries

@testable import Journaling
@testable import Shell
@testable import Voting

/// Votes of every method in a room of the tests' own: set up, open, revealed, tied, counted again.
enum Ballots {
  static let texts = [
    "Shared handling of digital user relations", "Training for staff", "Participation platform",
    "A mobile desk that follows the market days, with somebody who stays until the form is sent",
    "Letters that say who to call", "Data counter",
  ]
  static let activity = "vote"
  static let poll = PollID("test-\(texts.count + 2)")
  static let options = (1...texts.count).map { "test-\($0 + 1)" }

  /// Marks of three voters for an option, by its place; a method reads them in its own way.
  private static func marks(_ method: Poll.Method, _ voter: Int) -> [String: Int] {
    let order = [[0, 1, 2, 3], [1, 0, 3, 2], [0, 2, 1, 5], [3, 0, 1, 2], [1, 3, 0, 2]][voter]
    func each(_ value: (Int) -> Int) -> [String: Int] {
      Dictionary(order.enumerated().map { (options[$0.element], value($0.offset)) }) { $1 }
    }
    switch method {
    case .dots: return [options[order[0]]: 1, options[order[1]]: 1]
    case .single, .scale: return [options[order[0]]: 1]
    case .approval: return each { _ in 1 }
    case .ranking, .topFive: return each { $0 + 1 }
    case .points: return each { 40 - 10 * $0 }
    case .quadratic: return each { max(0, 3 - $0) }
    case .judgment: return each { 5 - $0 }
    case .consent: return voter == 4 ? [options[1]: 1] : [:]
    default:
      let parts =
        method == .impact
        ? [Impact.impact, Impact.effort] : Criterion.programme.map(\.id)
      var marks: [String: Int] = [:]
      for (place, index) in order.enumerated() {
        for (part, name) in parts.enumerated() {
          marks[Poll.key(name, options[index])] = 1 + (59 - place - part * index) % 5
        }
      }
      return marks
    }
  }

  /// Events up to the opening, with cards first.
  static func opened(_ plan: PollPlan, texts: [String] = texts) -> [Event] {
    let ids = texts.indices.map { "test-\($0 + 2)" }
    return texts.map { .cardAdded(board: "ideas", text: $0, fields: nil) }
      + [plan.opening(of: activity, question: "What do we work out in detail?", options: ids)]
  }

  static func cast(_ method: Poll.Method, voters: Int = 5) -> [Event] {
    (0..<voters).map { voter in
      .ballotCast(
        poll: poll, voter: "v\(voter)", marks: marks(method, voter),
        way: voter % 2 == 0 ? .paper : .terminal,
        reasons: method == .consent && voter == 4 ? [options[1]: "Nobody has the time"] : nil)
    }
  }

  static func plan(_ method: Poll.Method) -> PollPlan {
    PollPlan(method: method, winners: 2)
  }

  static func revealed(_ method: Poll.Method, then events: [Event] = []) -> [Event] {
    let cast = cast(method)
    let last = texts.count + 2 + cast.count
    return opened(plan(method)) + cast
      + [.pollClosed(poll: poll, cut: ["test": last]), .pollRevealed(poll: poll)] + events
  }

  /// 1 and 2 lead with three dots each after three ballots of one dot more.
  static var tied: [Event] {
    let plan = PollPlan(method: .dots, dots: 1, cap: 1, winners: 1)
    let votes = [0, 1, 2].enumerated().map { voter, option in
      Event.ballotCast(
        poll: poll, voter: "v\(voter)", marks: [options[option]: 1], way: .paper)
    }
    return opened(plan) + votes
      + [
        .pollClosed(poll: poll, cut: ["test": texts.count + 2 + votes.count]),
        .pollRevealed(poll: poll),
      ]
  }

  static func scene(
    _ events: [Event], _ role: Role = .stage, _ language: String = "en"
  ) -> Scene {
    var scene = Stage.scene(
      FixturePlan.plan(), role: role,
      then: [.activityOpened(activity: activity, seconds: nil)] + events)
    scene.language = Fixture.language(language)
    return scene
  }
}

extension Shot {
  static let results: [Shot] = {
    var shots: [Shot] = []
    for method in Poll.Method.choices {
      shots.append(shot("open-\(method)", Ballots.opened(Ballots.plan(method))))
      shots.append(shot("revealed-\(method)", Ballots.revealed(method)))
      shots.append(shot("revealed-\(method)", Ballots.revealed(method), size: (120, 40)))
    }
    for language in ["fr", "hu"] {
      shots.append(shot("revealed-judgment", Ballots.revealed(.judgment), language: language))
      shots.append(shot("revealed-dots", Ballots.revealed(.dots), language: language))
      shots.append(shot("setup", cards, keys: ["d"], language: language))
      shots.append(shot("ladder", Ballots.tied, keys: ["x"], language: language))
    }
    let long = (1...60).map { "Option \($0): a desk, a number or a letter that somebody answers" }
    shots += [
      shot("open-sixty", Ballots.opened(PollPlan(), texts: long)),
      shot("open-sixty", Ballots.opened(PollPlan(), texts: long), size: (120, 40)),
      shot("tied", Ballots.tied),
      shot(
        "place-by-place",
        Ballots.revealed(
          .dots,
          then: [
            .viewShown(activity: Ballots.activity, view: VoteShown.places, step: 2)
          ])),
      shot("setup", cards, keys: ["d"]),
      shot("setup-criteria", cards, keys: ["d"] + Array(repeating: "→", count: 7)),
      shot("rules", Ballots.opened(Ballots.plan(.dots)) + Ballots.cast(.dots), keys: ["m"]),
      shot("ladder", Ballots.tied, keys: ["x"]),
      shot("read", Ballots.revealed(.dots), keys: ["Y"]),
      shot("read", Ballots.revealed(.dots), keys: ["Y"], size: (120, 40)),
      shot("desk", Ballots.opened(Ballots.plan(.dots)) + Ballots.cast(.dots), keys: ["Esc"]),
    ]
    return shots
  }()

  private static var cards: [Event] {
    (Ballots.texts + ["A welcome desk for the digital relations of everybody"]).map {
      .cardAdded(board: "ideas", text: $0, fields: nil)
    }
  }

  private static func shot(
    _ name: String, _ events: [Event], keys: [String] = [], language: String = "en",
    size: (Int, Int) = (80, 24)
  ) -> Shot {
    let role: Role = keys.isEmpty ? .stage : .facilitator
    return Shot("vote-\(name)-\(role.rawValue)-\(language)", size.0, size.1) {
      var desk = Desk(Ballots.scene(events, role, language))
      for key in keys { desk.press(key) }
      return desk.scene
    }
  }
}
