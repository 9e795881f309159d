@testable import atelier
import Assets
import Foundation
import Journaling
import Synchronization
import Terminal
import Testing
import WorkshopCore

@testable import Languages
@testable import Rehearsal
@testable import Shell

/// Scenes for tests: the demo programme in a language, taken to an activity of each kind.
enum Stage {
  /// 2 June 2020, 09:30, in a zone without offset: after all that happens in the demo.
  static let now = Moment(milliseconds: 1_591_090_200_000)

  /// One activity of the demo for each kind.
  static let activities = [
    "plenary": "opening", "warm-up": "jury-warm-up", "talk": "experts-1", "persona": "persona",
    "journey": "journey", "board": "cluster-1", "canvas": "canvas-2", "poll": "vote-1",
    "sign-up": "sign-up", "jury": "jury-advice", "decision": "jury-decisions",
    "actions": "jury-actions", "break": "lunch-1", "check-out": "check-out-2",
  ]

  /// What happened in the demo, in a language.
  static func entries(_ language: String) throws -> [Entry] {
    try stories.value(for: language) {
      let text = try #require(Content.builtIn.text(at: "demo/story.json"))
      return try Story(text, language: language, offset: 0).entries
    }
  }

  static func plan(_ language: String) throws -> Plan {
    try plans.value(for: language) {
      let text = try #require(Content.builtIn.text(at: "demo/workshop.json"))
      return try JSONDecoder().decode(Plan.self, from: Data(text.utf8)).resolved(in: language)
    }
  }

  /// The demo after all that happens in it.
  static func history(_ language: String) throws -> History {
    try histories.value(for: language) {
      History(plan: try plan(language), entries: try entries(language), catalogue: .all)
    }
  }

  private static let stories = Memory<[Entry]>()
  private static let plans = Memory<Plan>()
  private static let histories = Memory<History>()

  /// A scene with the room at an activity and more events after, a second apart, ending at `now`.
  static func scene(
    at activity: ActivityID? = nil, role: Role = .facilitator, language: String = "en",
    then events: [Event] = []
  ) throws -> Scene {
    var history = try history(language)
    let opening = activity.map { [Event.activityOpened(activity: $0, seconds: nil)] } ?? []
    let all = opening + events
    history.insert(
      all.enumerated().map { index, event in
        entry(event, index + 1, at: now.milliseconds - Int64(all.count - index) * 1000)
      })
    var scene = Scene(
      workshop: history.workshop, content: .builtIn, features: .all, role: role,
      language: try #require(Language.find(language, in: .builtIn)), focus: Focus(), now: now,
      me: "Ana")
    scene.asOf = history.asOf
    scene.past = Past(history)
    return scene
  }

  /// The first Digital Builders day while it goes on, with the room at an activity that was opened as many
  /// minutes late.
  static func live(
    at activity: ActivityID, late: Int = 0, language: String = "en"
  ) throws -> Scene {
    var plan = try #require(Content.builtIn.template("digital-builders")).resolved(in: language)
    plan.sessions[0].date = "2026-11-23"
    let starts = plan.sessions[0].plannedStarts
    let index = try #require(plan.sessions[0].activities.firstIndex { $0.id == activity })
    let opened = Fixture.nine + Int64(starts[index] - 540 + late) * 60_000
    return Scene(
      workshop: History(
        plan: plan,
        entries: [entry(.activityOpened(activity: activity, seconds: nil), 1, at: opened)],
        catalogue: .all
      ).workshop, content: .builtIn, features: .all, role: .facilitator,
      language: Fixture.language(language), focus: Focus(),
      now: Moment(milliseconds: opened + 60_000), me: "Ana")
  }

  /// A scene of a workshop made for the test.
  static func scene(_ plan: Plan, role: Role = .facilitator, then events: [Event] = []) -> Scene {
    let entries = events.enumerated().map { index, event in
      entry(event, index + 1, at: now.milliseconds - Int64(events.count - index) * 1000)
    }
    return Scene(
      workshop: History(plan: plan, entries: entries, catalogue: .all).workshop, content: .builtIn,
      features: .all,
      role: role,
      language: .english, focus: Focus(), now: now, me: "Ana")
  }

  static func entry(_ event: Event, _ sequence: Int, at milliseconds: Int64) -> Entry {
    Entry(
      id: EntryID(writer: "test", sequence: sequence), stamp: Stamp(milliseconds: milliseconds),
      at: "", by: "Ana", event: event)
  }
}

/// Values that many tests begin with, each made once.
final class Memory<Value: Sendable>: Sendable {
  private let values = Mutex<[String: Value]>([:])

  func value(for key: String, _ make: () throws -> Value) rethrows -> Value {
    if let known = values.withLock({ $0[key] }) { return known }
    let value = try make()
    values.withLock { $0[key] = value }
    return value
  }
}
