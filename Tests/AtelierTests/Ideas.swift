@testable import atelier
import Terminal
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Shell

/// Boards of as many ideas as a test wants, said by a room that has a morning behind it.
enum Ideas {
  private static let starts = [
    "A mobile desk that follows the market days", "Call people back within the day",
    "One form for all the municipalities", "Librarians trained as first contact",
    "Letters that say who to call, in plain words and on one page",
    "A test room where residents try every form before it goes live", "Home visits",
    "Lend tablets to families without a computer", "Show the waiting time on the website",
    "Short videos that explain how to fill in the form, made by the agents themselves",
    "Pair every new agent with an experienced colleague for three months",
    "A map of all the places with free wifi, a printer and somebody who helps",
    "Repair cafe for old phones", "A single telephone number", "Text message before an appointment",
  ]

  static func text(_ number: Int) -> String {
    starts[number % starts.count] + (number < starts.count ? "" : ", \(number + 1)")
  }

  /// A board with three clusters; every seventh idea is unsorted, every fifth has more voices.
  static func scene(
    _ count: Int, role: Role = .facilitator, language: String = "en",
    columns: Board.Columns = .zone, isSorted: Bool = true,
    secondsAgo: Int = 60, text: (Int) -> String = text
  ) -> Scene {
    var board = Board(id: "ideas", title: "Nobody left alone in front of a form", columns: columns)
    board.question = "How might we make sure nobody is left alone in front of an online form?"
    board.zones = [
      Zone(id: "home", title: "Counter and home"), Zone(id: "tools", title: "Tools"),
      Zone(id: "networks", title: "Networks"),
    ]
    var plan = Plan(title: "Digital Builders", boards: [board])
    plan.tables = 5
    plan.themes = ["Inclusion", "Relation", "Training"].map {
      Theme(id: $0.lowercased(), name: Localized($0))
    }
    let activity = Activity(
      id: "ideation", title: "Ideation", kind: "board", phase: .focus, minutes: 30, board: "ideas")
    plan.sessions = [Session(id: "one", title: "Day 1", activities: [activity])]
    var events: [Event] = [.activityOpened(activity: "ideation", seconds: nil)]
    for number in 0..<count {
      var fields = ["theme": plan.themes[number % 3].id, "table": String(number % 5 + 1)]
      if isSorted, number % 7 != 6 { fields["zone"] = board.zones[number % 3].id }
      events.append(.cardAdded(board: "ideas", text: text(number), fields: fields))
    }
    let voices = (0..<count).filter { $0 % 5 == 2 }.map { Event.voiceAdded(card: "test-\($0 + 2)") }
    events += voices
    let entries = events.enumerated().map { index, event in
      Stage.entry(
        event, index + 1,
        at: Stage.now.milliseconds - Int64(secondsAgo) * 1000 - Int64(events.count - index))
    }
    return Scene(
      workshop: History(plan: plan, entries: entries, catalogue: .all).workshop, content: .builtIn,
      features: .all,
      role: role,
      language: Language.find(language, in: .builtIn) ?? .english, focus: Focus(), now: Stage.now,
      me: "Ana")
  }

  /// The facilitator at the board, after keys.
  static func desk(
    _ count: Int, language: String = "en", isSorted: Bool = true, _ keys: String...
  ) -> Desk {
    var desk = Desk(scene(count, language: language, isSorted: isSorted))
    desk.arrange { $0.focus.place = .board("ideas") }
    for key in keys { desk.press(key) }
    return desk
  }
}
