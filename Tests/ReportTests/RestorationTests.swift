import Foundation
import Testing

@testable import Reporting
@testable import WorkshopCore
@testable import WorkshopQueries

/// JSON out and in: a workshop read back from its document has the same document.
struct RestorationTests {
  private func document(_ workshop: Workshop) -> StateDocument {
    StateDocument(workshop, now: Sample.now, withPlan: true)
  }

  private func reread(_ document: StateDocument) throws -> StateDocument {
    try JSONDecoder().decode(StateDocument.self, from: Data(document.json()))
  }

  private func restored(_ document: StateDocument) throws -> Workshop {
    let restoration = try Restoration(
      try reread(document), writer: "abcdefghijkl", now: Sample.now)
    return History(plan: restoration.plan, entries: restoration.entries.shuffled()).workshop
  }

  private func expectSame(_ workshop: Workshop, at location: SourceLocation = #_sourceLocation)
    throws
  {
    let before = document(workshop)
    let after = document(try restored(before))
    let texts = [before, after].map { String(decoding: $0.json(), as: UTF8.self) }
    let lines = texts.map { $0.split(separator: "\n") }
    let change = lines[1].difference(from: lines[0])
    #expect(change.isEmpty, "\(change)", sourceLocation: location)
  }

  @Test func `A small workshop comes back as it was`() throws {
    try expectSame(Sample.workshop(Sample.events + [.pollRevealed(poll: "w-9")]))
    try expectSame(Workshop(plan: Plan(title: "x")))
  }

  @Test func `Texts typed at the same time, moves, settings, turns and times come back`() throws {
    try expectSame(
      Sample.workshop([
        .activityOpened(activity: "hello", seconds: 300),
        .cardAdded(board: "ideas", text: "First", fields: ["f": "1"]),
        .cardAdded(board: "other", text: "Second", fields: nil),
        .cardAdded(board: "ideas", text: "Third", fields: nil),
        .fieldSet(card: "w-3", field: "board", value: "ideas", over: nil),
        .fieldSet(card: "w-2", field: "board", value: "other", over: nil),
        .fieldSet(card: "w-2", field: "board", value: "ideas", over: nil),
        .fieldSet(card: "w-4", field: "text", value: "Third a", over: nil),
        .fieldSet(card: "w-4", field: "text", value: "Third b", over: nil),
        .fieldSet(card: "anna", field: "organisation", value: "", over: nil),
        .fieldSet(card: "anna", field: "text", value: "Anna B.", over: nil),
        .fieldSet(card: "theme:sea", field: "status", value: "not-explored", over: nil),
        .cardAdded(board: "themes", text: "Sand", fields: ["challenge": "How?"]),
        .boardAdded(title: "Live", canvas: "social", sheet: nil, about: "w-2"),
        .zoneAdded(board: "ideas", title: "South"),
        .zoneRenamed(zone: "north", title: "Far north"),
        .boardSet(board: "ideas", setting: .sort, value: "voices"),
        .boardSet(board: "w-14", setting: .closed, value: "yes"),
        .countdownStarted(activity: "hello", seconds: 90, table: "2"),
        .activityOpened(activity: "storm", seconds: 600),
        .countdownSet(activity: "storm", seconds: 30), .countdownPaused(activity: "storm"),
        .viewShown(activity: "storm", view: "gallery", step: 2), .boardShown(board: "w-14"),
        .boardKept(board: "ideas", title: "v1"),
        .fieldSet(card: "w-4", field: "into", value: "w-2", over: nil),
        .voiceAdded(card: "w-4"), .zoneRenamed(zone: "north", title: ""),
        .boardKept(board: "w-14", title: "v1"),
        .cardShown(card: "w-2"), .settingChanged(setting: .bell, isOn: false),
        .totalsCounted(poll: "none", totals: [:], voters: nil),
      ]))
  }

  @Test(arguments: 1...60) func `Any workshop comes back as it was`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var events: [Event] = []
    for index in 1...80 { events.append(Self.event(index, &random)) }
    try expectSame(Sample.workshop(events))
  }

  /// Something that may happen at any time, to something that may not be there.
  private static func event(_ index: Int, _ random: inout SplitMix64) -> Event {
    func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
    let made = "w-\(Int.random(in: 1...index, using: &random))"
    let card = pick([made, made, made, "anna", "theme:sea"])
    let activity = pick(["hello", "storm"])
    let text = pick(["", "a", "B\nc", "=1", "\u{1B}[1m", "ő", String(repeating: "x", count: 900)])
    let field = pick(["text", "zone", "theme", "authors", "f", "effort", "table"])
    let over = EntryID("w-\(Int.random(in: 1...index, using: &random))")
    switch Int.random(in: 0..<25, using: &random) {
    case 0...4:
      return .cardAdded(
        board: pick(["ideas", "people", "meetings", made]), text: text, fields: [field: text])
    case 5...7: return .fieldSet(card: card, field: field, value: text, over: over)
    case 8: return .cardBinned(card: card)
    case 9: return .cardRestored(card: card)
    case 10: return .voiceAdded(card: card)
    case 11:
      return .memberAdded(card: card, set: pick(["present", "tags"]), member: pick(["day", "x"]))
    case 12: return .boardAdded(title: text, canvas: nil, sheet: "idea", about: made)
    case 13: return .zoneAdded(board: pick(["ideas", made]), title: text)
    case 14: return .boardSet(board: pick(["ideas", made]), setting: .revealed, value: "3")
    case 15: return .activityOpened(activity: activity, seconds: 60)
    case 16:
      return .countdownStarted(activity: activity, seconds: 45, table: pick(["1", "2"]))
    case 17: return .countdownPaused(activity: activity, table: pick(["1", "2"]))
    case 18: return .readied(activity: activity, ready: Bool.random(using: &random))
    case 19: return .fieldSet(card: card, field: "board", value: pick(["ideas", made]), over: nil)
    case 20: return .fieldSet(card: made, field: "into", value: pick(["", card]), over: over)
    case 21: return .boardKept(board: pick(["ideas", made]), title: pick(["v1", "v2"]))
    case 22: return .boardSet(board: pick(["ideas", made]), setting: .closed, value: "yes")
    case 23: return .zoneRenamed(zone: pick(["north", made]), title: pick(["", "New"]))
    default: return .viewShown(activity: activity, view: text, step: 1)
    }
  }

  @Test func `A sealed vote comes back without a mark, and is told to`() throws {
    let restoration = try Restoration(
      document(Sample.workshop()), writer: "abcdefghijkl", now: Sample.now)
    #expect(restoration.sealed.map(\.question) == ["Which?"])
    #expect(restoration.sealed.map(\.voters) == [2])
    let workshop = try restored(document(Sample.workshop()))
    let poll = try #require(workshop.polls.first)
    #expect(poll.id == "w-9" && !poll.isOpen && !poll.isRevealed && poll.countedBallots.isEmpty)
  }

  @Test func `A revealed vote counts the same, stickers included`() throws {
    let workshop = Sample.workshop([
      .pollOpened(
        activity: "storm", question: "?", method: .dots, options: ["a", "b", "c"], dots: 3, cap: 2,
        winners: 1),
      .ballotCast(poll: "w-1", voter: "1", marks: ["a": 2, "b": 1]),
      .ballotCast(poll: "w-1", voter: "2", marks: [:]),
      .totalsCounted(poll: "w-1", totals: ["c": 9], voters: 4),
      .pollClosed(poll: "w-1", cut: ["w": 99]), .pollRevealed(poll: "w-1"),
    ])
    try expectSame(workshop)
    let poll = try #require(try restored(document(workshop)).polls.first)
    #expect(poll.result?.rows.map(\.score.value) == [9, 2, 1] && poll.voters == 6)
  }

  @Test(arguments: Poll.Method.allCases)
  func `A vote by any method comes back with its ballots, counts and remedies`(
    method: Poll.Method
  ) throws {
    let marks: [[String: Int]] = [
      ["a": 1, "b": 2], ["b": 1], ["a": 1], ["programme:a": 3], [:],
    ]
    let opened = Event.pollOpened(
      activity: "storm", question: "?", method: method, options: ["a", "b"], dots: 4, cap: 2,
      winners: 1, settings: Poll.Settings(steps: 4, namesVoters: true), runoffOf: "w-99")
    let ballots = marks.enumerated().map { index, marks -> Event in
      .ballotCast(
        poll: "w-1", voter: "v\(index)", marks: marks, way: .paper, person: "anna",
        reasons: ["a": "Too dear"])
    }
    let rest: [Event] = [
      .totalsCounted(poll: "w-1", totals: ["a": 1], voters: 1, way: .hands, wall: "2"),
      .totalsCounted(poll: "w-1", totals: ["b": 3], voters: nil, way: .stickers),
      .pollClosed(poll: "w-1", cut: ["w": 99]), .pollRevealed(poll: "w-1"),
      .tieResolved(
        poll: "w-1", remedy: .decider, chosen: ["a"], who: "Zoé", reason: "So", seed: 7),
    ]
    let workshop = Sample.workshop([opened] + ballots + rest)
    try expectSame(workshop)
  }

  @Test func `What no room can have made is refused`() throws {
    func problem(_ change: (inout [String: Any]) -> Void) throws -> Restoration.DocumentError? {
      let data = Data(document(Sample.workshop()).json())
      var object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      change(&object)
      let changed = try JSONDecoder().decode(
        StateDocument.self, from: JSONSerialization.data(withJSONObject: object))
      do throws(Restoration.DocumentError) {
        _ = try Restoration(changed, writer: "abcdefghijkl", now: Sample.now)
        return nil
      } catch { return error }
    }
    func cards(_ object: inout [String: Any], _ change: (inout [[String: Any]]) -> Void) {
      var cards = object["cards"] as? [[String: Any]] ?? []
      change(&cards)
      object["cards"] = cards
    }
    #expect(try problem { _ in } == nil)
    #expect(try problem { $0["plan"] = nil } == .noPlan)
    #expect(try problem { $0["version"] = 9 } == .newer(9))
    #expect(try problem { cards(&$0) { $0[1]["id"] = "../x" } } == .badID("../x"))
    #expect(try problem { cards(&$0) { $0.append($0[1]) } } == .twice("w-2"))
    #expect(
      try problem { cards(&$0) { $0[1]["voices"] = 999_999_999 } } == .tooMany("A ferry"))
  }

  @Test func `Whoever reads what is published finds no script, address, name or remark`() throws {
    var workshop = Workshop(
      plan: {
        var plan = Sample.plan
        plan.people = [
          Person(id: "p-anna-kiss", name: "Anna Kiss", email: "anna@secret.example")
        ]
        plan.sessions[0].activities[1].script = "Zquiet"
        plan.sessions[0].activities[0].lead = "Anna Kiss"
        return plan
      }())
    let events: [Event] = [
      .cardAdded(
        board: "ideas", text: "Anna Kissnek", fields: ["owner": "p-anna-kiss", "authors": "Zoé"]),
      .cardAdded(
        board: "ideas", text: "Zremark",
        fields: ["juror": "p-anna-kiss", "audience": "private", "score-group": "4"]),
      .cardAdded(board: "ideas", text: "Zbin", fields: nil), .cardBinned(card: "w-3"),
      .memberAdded(card: "w-1", set: "team", member: "p-anna-kiss"),
    ]
    for (index, event) in events.enumerated() {
      workshop.apply(
        Entry(
          id: EntryID(writer: "w", sequence: index + 1),
          stamp: Stamp(milliseconds: Sample.start + Int64(index)), at: "", by: "Zby", event: event))
    }
    func json(_ workshop: Workshop) -> String {
      String(decoding: document(workshop).json(), as: UTF8.self)
    }
    let whole = json(workshop)
    for text in ["Zquiet", "Zremark", "Zbin", "Zby", "Anna Kiss"] {
      #expect(whole.contains(text), "\(text)")
    }
    #expect(!json(workshop.withoutPrivateRemarks).contains("Zremark"))
    let published = json(workshop.published)
    for text in ["Zquiet", "Zremark", "Zbin", "Zby", "secret"] {
      #expect(!published.contains(text), "\(text)")
    }
    let nameless = json(workshop.published.withoutNames { number, _ in "Participant \(number)" })
    for text in ["Anna", "anna", "kiss", "Zoé"] { #expect(!nameless.contains(text), "\(text)") }
    #expect(nameless.contains("Participant 1nek"))
  }
}
