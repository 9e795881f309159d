import Foundation
import Testing
import WorkshopCore
import WorkshopQueries

@Suite struct PlanTests {
  private func plan(_ text: String) throws -> Plan {
    try JSONDecoder().decode(Plan.self, from: Data(text.utf8))
  }

  /// Why a plan is refused, nil when it is not.
  private func refusal(_ text: String) -> String? {
    do {
      _ = try plan(text)
      return nil
    } catch DecodingError.dataCorrupted(let context) {
      return context.debugDescription
    } catch {
      return "\(error)"
    }
  }

  private func withActivity(_ fields: String) -> String {
    #"{"title": "T", "sessions": [{"id": "s", "activities": [{"id": "a", "kind": "board", \#(fields)}]}]}"#
  }

  @Test func `a title is enough`() throws {
    let plan = try plan(#"{"title": "T"}"#)
    #expect(plan == Plan(title: "T"))
    #expect(plan.language == "en")
    #expect(plan.tables == 5)
    #expect(plan.activities.isEmpty)
  }

  @Test func `whatever has a default may be left out`() throws {
    let plan = try plan(
      """
      {"title": {"en": "T", "fr": "U"}, "themes": [{"id": "t", "name": "N"}],
       "people": [{"id": "p", "name": "P"}],
       "boards": [{"id": "b", "zones": [{"id": "z", "title": "Z"}]}],
       "sessions": [{"id": "s", "activities": [
         {"id": "a", "kind": "expert", "minutes": 5, "poll": {}, "rounds": [{"title": "R"},
          {"title": "Q", "segments": [{"title": "Talk", "minutes": 10}]}]}]}]}
      """)
    #expect(plan.title.text(in: "fr") == "U")
    #expect(plan.boards == [Board(id: "b", title: "b", zones: [Zone(id: "z", title: "Z")])])
    #expect(plan.sessions.first?.start == "09:00")
    let activity = try #require(plan.activity("a"))
    #expect(activity.title == "a")
    #expect(activity.priority == .must)
    #expect(activity.deal == .full)
    #expect(!activity.isFixed)
    #expect(activity.poll == PollPlan())
    #expect(activity.numberedRounds.map(\.id) == ["1", "2"])
    #expect(activity.rounds[1].segments.first == Segment(title: "Talk", minutes: 10))
    #expect(plan.session(of: "a")?.id == "s")
    #expect(plan.session(of: nil) == nil)
    #expect(plan.activity("none") == nil)
    #expect(plan.theme("t")?.name == "N")
  }

  @Test func `a full plan reads back as it was written`() throws {
    let activity = Activity(
      id: "a", title: Localized(texts: ["en": "A", "hu": "Á"]), kind: "poll", phase: .focus,
      minutes: 12, minimum: 8, maximum: 15, priority: .could, isFixed: true, question: "Q?",
      points: ["P"], script: "S", lead: "zoe", material: "M", output: "O", board: "b",
      warmUp: "w",
      rounds: [
        Round(title: "R", who: "zoe", theme: "t", segments: [Segment(title: "s", minutes: 3)])
      ],
      deck: "d", deal: .express, sheet: "sh", canvas: "c", isMini: true,
      poll: PollPlan(method: .scale, dots: 2, cap: 1, winners: 3))
    let plan = Plan(
      title: "T", summary: "S", language: "hu", goal: "G",
      themes: [Theme(id: "t", name: "N", challenge: "C", sponsor: "X")],
      people: [Person(id: "zoe", name: "Zoé", organisation: "O", role: "expert")], tables: 7,
      boards: [
        Board(
          id: "b", title: "B", question: "Q", sheet: "sh", columns: .theme,
          zones: [Zone(id: "z", title: "Z")], canvas: "c", about: "k-1")
      ],
      sessions: [
        Session(
          id: "s", title: "S", date: "2026-11-23", start: "13:30", place: "P",
          activities: [activity])
      ])
    let data = try JSONEncoder().encode(plan)
    #expect(try JSONDecoder().decode(Plan.self, from: data) == plan)
    #expect(String(decoding: data, as: UTF8.self).contains(#""v":1"#))
  }

  @Test(arguments: ["24:00", "9h30", "", "9:5", "+9:05"])
  func `a bad start time is refused with the text`(start: String) {
    let text = #"{"title": "T", "sessions": [{"id": "s", "start": "\#(start)"}]}"#
    #expect(refusal(text) == "\"\(start)\" is not a time such as 09:00")
  }

  @Test func `minutes must lie within a day`() {
    for minutes in [-1, 1441, Int.max] {
      let reason = "minutes must lie between 0 and 1440"
      #expect(refusal(withActivity(#""minutes": \#(minutes)"#)) == reason)
      let round = #"[{"title": "R", "segments": [{"title": "S", "minutes": \#(minutes)}]}]"#
      #expect(refusal(withActivity(#""minutes": 5, "rounds": \#(round)"#)) == reason)
    }
    #expect(refusal(withActivity(#""minutes": 1440"#)) == nil)
    #expect(
      refusal(withActivity(#""minutes": 5, "minimum": -2"#))
        == "minimum must lie between 0 and 1440")
    #expect(refusal(withActivity(#""phase": "scan""#))?.contains("minutes") == true)
  }

  @Test func `a room has at least one table`() {
    for tables in [-1, 0, 101] {
      #expect(
        refusal(#"{"title": "T", "tables": \#(tables)}"#) == "tables must lie between 1 and 100")
    }
  }

  @Test func `two things of one id are refused`() {
    let twice = #"the id "x" stands twice"#
    for list in ["themes", "people", "boards", "sessions"] {
      let item = #"{"id": "x", "name": "N", "title": "T"}"#
      #expect(refusal(#"{"title": "T", "\#(list)": [\#(item), \#(item)]}"#) == twice)
      #expect(refusal(#"{"title": "T", "\#(list)": [\#(item)]}"#) == nil)
    }
    let activity = #"{"id": "x", "kind": "break", "minutes": 5}"#
    let sessions = ["s", "t"].map { #"{"id": "\#($0)", "activities": [\#(activity)]}"# }
    #expect(
      refusal(#"{"title": "T", "sessions": [\#(sessions.joined(separator: ","))]}"#) == twice)
    let zone = #"{"id": "x", "title": "Z"}"#
    #expect(
      refusal(#"{"title": "T", "boards": [{"id": "b", "zones": [\#(zone), \#(zone)]}]}"#) == twice)
  }

  @Test func `a word the plan does not know is refused`() {
    #expect(refusal(withActivity(#""minutes": 5, "phase": "dream""#)) != nil)
    #expect(refusal(withActivity(#""minutes": 5, "priority": "urgent""#)) != nil)
    #expect(refusal(withActivity(#""minutes": 5, "poll": {"dots": 0}"#)) != nil)
  }

  @Test func `a text is found in the language, else plain, else English, else any`() {
    let both = Localized(texts: ["en": "E", "fr": "F"])
    #expect(both.text(in: "fr") == "F")
    #expect(both.text(in: "hu") == "E")
    #expect(Localized("own").text(in: "hu") == "own")
    #expect(Localized(texts: ["fr": "F", "hu": "H"]).text(in: "en") == "F")
    #expect(Localized(texts: [:]).text(in: "en") == "")
    #expect(Localized("").isEmpty)
    #expect(both.resolved(in: "fr") == "F")
  }
}
