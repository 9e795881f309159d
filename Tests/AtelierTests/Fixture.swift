@testable import atelier
import Assets
import Foundation

import Terminal
import WorkshopCore
import WorkshopQueries

@testable import Journaling
@testable import Languages
@testable import Shell

/// The tests' workshop at a moment of its morning, made of entries with fixed ids and times.
enum Fixture {
  /// The moments, in the order in which they happen; the raw value begins a golden's name.
  enum Stop: String, CaseIterable, Sendable {
    case plenary
    case warmUp = "warm-up"
    case talk, persona, board
    case rest = "break"
    case pollReady = "poll-ready"
    case pollOpen = "poll-open"
    case pollClosed = "poll-closed"
    case pollRevealed = "poll-revealed"
    case canvas
    case signUp = "sign-up"
    case actions
    case checkOut = "check-out"
    case checkOutRevealed = "check-out-revealed"
  }

  /// 23 November 2026, 09:00 UTC, in milliseconds since 1970.
  static let nine: Int64 = 1_795_424_400_000

  static func language(_ code: String) -> Language { .find(code, in: .builtIn) ?? .english }

  /// What one terminal knows at a moment; nil: before anything began.
  static func scene(
    _ stop: Stop?, _ role: Role = .facilitator, _ code: String = "en",
    secrets: Secrets = Secrets()
  ) -> Scene {
    let morning = Morning(until: stop, totals: secrets.totals)
    let plan = FixturePlan.plan(secret: secrets.script)
    var scene = Scene(
      workshop: History(plan: plan, entries: morning.entries, catalogue: .all).workshop,
      content: .builtIn,
      features: .all,
      role: role, language: language(code), focus: Focus(),
      now: Moment(milliseconds: nine + Int64(morning.second) * 1000), me: me(role))
    scene.presence = [
      Presence(writer: "louislouislo", by: "Louis", role: "notes", board: "ideas", isTyping: false)
    ]
    return scene
  }

  private static func me(_ role: Role) -> String { role == .notes ? "Ana" : "Paul" }

  /// What must not be seen on the stage: put in where a test looks for it.
  struct Secrets: Sendable {
    /// In every script.
    var script = ""
    /// Stickers on the ideas, best first.
    var totals = [47, 31, 31, 12]
  }
}

/// What happens in the morning, up to a moment of it.
struct Morning {
  private(set) var entries: [Entry] = []
  /// Seconds after 09:00.
  private(set) var second = -300
  private var sequences: [String: Int] = [:]
  private var ideas: [CardID] = []
  private var projects: [CardID] = []
  private var poll: PollID = ""
  private let totals: [Int]

  init(until stop: Fixture.Stop?, totals: [Int]) {
    self.totals = totals
    guard let stop else { return }
    for next in Fixture.Stop.allCases {
      play(next)
      if next == stop { break }
    }
    second += 41
  }

  private mutating func play(_ stop: Fixture.Stop) {
    switch stop {
    case .plenary:
      open("welcome", at: 1, minutes: 10)
      card("Will there be a copy of the slides?", on: "parking", by: "ana")
    case .warmUp: open("game", at: 12, minutes: 10)
    case .talk: talk()
    case .persona: personas()
    case .board: ideation()
    case .rest: open("coffee", at: 75, minutes: 15)
    case .pollReady: open("vote", at: 91)
    case .pollOpen: vote()
    case .pollClosed: when(.pollClosed(poll: poll, cut: [:]))
    case .pollRevealed: when(.pollRevealed(poll: poll))
    case .canvas: canvas()
    case .signUp: signUp()
    case .actions: steps()
    case .checkOut: checkOut()
    case .checkOutRevealed:
      when(.pollClosed(poll: poll, cut: [:]))
      when(.pollRevealed(poll: poll))
    }
  }

  private mutating func talk() {
    open("experts", at: 23)
    when(.turnOpened(activity: "experts", turn: 0, seconds: 360))
    card(
      "One resident in six has no e-mail address", on: "facts", by: "ana",
      ["zone": "fact", "theme": "inclusion"])
    card(
      "Who answers when the form breaks on a Friday evening?", on: "facts", by: "louis",
      ["zone": "question", "theme": "relation", "authors": "Lan Nguyen"])
  }

  private mutating func personas() {
    open("cards", at: 45, minutes: 30)
    let hands = [
      "life-night-shift ease-2 need-canteen obstacle-office-hours",
      "life-first-child ease-4 need-school obstacle-wrong-click",
      "life-student ease-3 need-housing obstacle-old-number",
    ]
    var ids: [CardID] = []
    for (index, hand) in hands.enumerated() {
      let fields = ["table": String(index + 1), "drawn": hand, "seed": String(index)]
      ids.append(card("", on: "personas", by: "paul", fields))
    }
    set("text", of: ids[0], to: "Mireille, 58, cleans offices at night")
    set("text", of: ids[1], to: "Dávid, new father")
    set("quote", of: ids[1], to: "I only need one form, not nine")
  }

  private mutating func ideation() {
    open("ideation", at: 61, minutes: 30)
    ideas = [
      card(
        "Shared handling of digital user relations", on: "ideas", by: "ana", ["theme": "relation"]),
      card("A mobile desk that follows the market days", on: "ideas", by: "louis"),
      card(
        "Librarians trained as first contact, with a number to call when they are stuck",
        on: "ideas", by: "ana", ["theme": "training", "authors": "Jean Morel"]),
      card("Űrlap helyett beszélgetés", on: "ideas", by: "louis", ["theme": "inclusion"]),
    ]
    when(.voiceAdded(card: ideas[2]), by: "louis")
    when(.voiceAdded(card: ideas[2]), by: "ana")
    let counter = when(.zoneAdded(board: "ideas", title: "Counter and home"))
    when(.zoneAdded(board: "ideas", title: "Networks"))
    set("zone", of: ideas[1], to: counter)
    let dropped = card("Nothing, it works", on: "ideas", by: "louis")
    when(.cardBinned(card: dropped), by: "louis")
  }

  private mutating func vote() {
    poll = when(
      .pollOpened(
        activity: "vote", question: "What do we work out in detail?", method: .dots,
        options: ideas, dots: 5, cap: 2, winners: 2))
    let counted = Dictionary(zip(ideas, totals)) { $1 }
    when(.totalsCounted(poll: poll, totals: counted, voters: 26))
  }

  private mutating func canvas() {
    open("model", at: 108, minutes: 30)
    let board = when(
      .boardAdded(
        title: "Shared handling of digital user relations", canvas: "social", sheet: nil,
        about: ideas[0]))
    card("People who gave up on a form", on: board, by: "ana", ["zone": "be"])
    card("Town-hall agents at the counter", on: board, by: "ana", ["zone": "be"])
    card("Somebody stays with you to the end", on: board, by: "louis", ["zone": "sv"])
    card("A callback within the day", on: board, by: "louis", ["zone": "ti"])
    card("Who pays the second year?", on: board, by: "louis")
  }

  private mutating func signUp() {
    open("teams", at: 140, minutes: 15)
    projects = [
      card(
        "Shared handling of digital user relations", on: "projects", by: "paul",
        ["origin": ideas[0], "theme": "relation"]),
      card(
        "Librarians trained as first contact", on: "projects", by: "paul",
        ["origin": ideas[2], "theme": "training"]),
    ]
    for person in ["p-jean", "p-sofia", "p-karim"] { set("project", of: person, to: projects[0]) }
    set("project", of: "p-ilona", to: projects[1])
  }

  private mutating func steps() {
    open("steps", at: 156, minutes: 15)
    card(
      "Ask the library for a room", on: "actions", by: "ana",
      ["owner": "p-ilona", "due": "2026-12-01"])
    card(
      "Write down every call of one week at the welcome desk, with what became of it",
      on: "actions", by: "louis", ["owner": "p-sofia"])
    card(
      "Tell the mayor", on: "actions", by: "ana",
      ["owner": "p-jean", "due": "2026-11-24", "status": "done"])
    card("Find a name", on: "actions", by: "louis")
  }

  private mutating func checkOut() {
    open("round", at: 172, minutes: 10)
    card("The cards: everybody laughed", on: "check-out", by: "ana", ["zone": "keep"])
    card("A longer break", on: "check-out", by: "louis", ["zone": "change"])
    poll = when(
      .pollOpened(
        activity: "round", question: "Was today worth your time? 0 to 5", method: .scale,
        options: ["5", "4", "3", "2", "1", "0"], dots: 1, cap: 1, winners: 0))
    when(
      .totalsCounted(
        poll: poll, totals: ["5": totals[3], "4": totals[0], "3": totals[1], "2": 1], voters: 26))
  }

  /// The room goes on, at a minute after 09:00; with a countdown when minutes are given.
  private mutating func open(_ activity: ActivityID, at minute: Int, minutes: Int? = nil) {
    second = minute * 60
    when(.activityOpened(activity: activity, seconds: minutes.map { $0 * 60 }))
    second += 137
  }

  @discardableResult
  private mutating func card(
    _ text: String, on board: BoardID, by name: String, _ fields: [String: String]? = nil
  ) -> CardID {
    when(.cardAdded(board: board, text: text, fields: fields), by: name)
  }

  private mutating func set(_ field: String, of card: CardID, to value: String) {
    // A card's text has a value from the start; nothing else that is set here has one.
    let over = field == Card.text ? EntryID(card) : nil
    when(.fieldSet(card: card, field: field, value: value, over: over), by: "paul")
  }

  /// Something happens, three seconds after what came before; returns its entry's id.
  @discardableResult
  private mutating func when(_ event: Event, by name: String = "paul") -> String {
    sequences[name, default: 0] += 1
    let id = EntryID(writer: name, sequence: sequences[name] ?? 1)
    let stamp = Stamp(milliseconds: Fixture.nine + Int64(second) * 1000)
    entries.append(Entry(id: id, stamp: stamp, at: "", by: name.capitalized, event: event))
    second += 3
    return id.description
  }
}

extension Catalogue {
  /// What the program reads a workshop by, with its own content.
  static let all = Features.all.catalogue(.builtIn)
}
