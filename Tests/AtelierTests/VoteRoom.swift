import Terminal
import WorkshopCore

@testable import Shell

/// A vote on eight ideas of a workshop made for the test, and whoever sits where.
enum VoteRoom {
  static let ideas = [
    "A mobile desk that follows the market days",
    "Callback within the day, same person to the end",
    "One form engine for all the towns of the region, so that nobody fills in the same page twice",
    "Librarians trained as first contact", "Letters that say who to call",
    "Home visits with the social workers", "A test room open to residents",
    "Pair every new agent with a builder",
  ]

  /// Who votes at the terminal where no code is asked for.
  static let voter = Receipt.screen("booth", 0, in: poll)

  /// The poll's id: the room's opening is the first entry.
  static let poll: PollID = "test-2"

  private static let plan: Plan = {
    var plan = Plan(title: "Digital Builders")
    let vote = Activity(id: "vote", title: "Dot vote", kind: "poll", minutes: 15)
    plan.sessions = [Session(id: "s", title: "Day 1", activities: [vote])]
    return plan
  }()

  /// A vote that was just opened, and what followed.
  static func scene(
    _ method: Poll.Method, _ role: Role = .ballot, _ code: String = "en", options: [String] = ideas,
    settings: Poll.Settings? = nil, then events: [Event] = []
  ) -> Scene {
    let (dots, cap): (Int, Int) =
      switch method {
      case .dots: (5, 2)
      case .points: (100, 100)
      case .quadratic: (16, 4)
      case .approval: (options.count, 1)
      default: (1, 1)
      }
    let opening = Event.pollOpened(
      activity: "vote", question: "Which ones do we work out?", method: method, options: options,
      dots: dots, cap: cap, winners: 3, settings: settings)
    let start: [Event] = [.activityOpened(activity: "vote", seconds: nil), opening]
    var scene = Stage.scene(plan, role: role, then: start + events)
    scene.language = Fixture.language(code)
    if role == .ballot {
      scene.me = "ballot"
      scene.focus.booth = Booth(login: "booth")
    }
    return scene
  }

  /// A workshop as somebody in a role sees it who has just sat down.
  static func shown(_ workshop: Workshop, _ role: Role, _ code: String = "en") -> Scene {
    var scene = scene(.dots, role, code)
    scene.workshop = workshop
    return scene
  }

  static let everyMethod: [Poll.Method] = Poll.Method.allCases

  /// Options of a method: the steps of a scale, else the ideas.
  static func options(_ method: Poll.Method) -> [String] {
    method == .scale ? ["5", "4", "3", "2", "1", "0"] : ideas
  }

  /// A few marks by keys, in every method.
  static let keys: [Poll.Method: [String]] = [
    .dots: ["2", "↓", "+", "↓", "↓", "Space"], .scale: ["4"], .single: ["↓", "Space"],
    .approval: ["2", "5"], .ranking: ["3", "1", "5"], .topFive: ["2", "1", "3"],
    .points: ["4", "0", "↓", "3", "5"],
    .quadratic: ["3", "↓", "2"], .criteria: ["4", "5", "3", "2", "5", "1"],
    .judgment: ["6", "4", "1"],
    .consent: ["↓", "Space", "t", "o", "o", "Space", "d", "e", "a", "r", "Enter"],
    .impact: ["5", "2", "3"],
  ]

  /// A ballot terminal after some keys.
  static func marked(
    _ method: Poll.Method, _ code: String = "en", then more: [String] = []
  ) -> Scene {
    var desk = Desk(scene(method, .ballot, code, options: options(method)))
    for key in (keys[method] ?? []) + more { desk.press(key) }
    return desk.scene
  }
}

extension Desk {
  /// The answer to the last key, as it is read.
  var said: String? { outcome.notice.map { scene.say($0) } }
}

extension Poll.Method {
  /// The methods that somebody can choose.
  static let choices = allCases.filter { !$0.isScale }
}
