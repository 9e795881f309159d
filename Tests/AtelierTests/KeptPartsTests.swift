import Foundation
import Reporting
import Synchronization
import Testing
import WorkshopCore

@testable import Languages
@testable import Shell
@testable import atelier

/// What the record says of days that are over is composed once, as long as nothing changes of it.
@Suite struct KeptPartsTests {
  /// What is kept from one record to the next, as the terminal that writes it keeps it.
  private let states = Past.States()
  private let parts = KeptParts()

  /// A scene of a history as it is written to a file after its last entry.
  private func scene(_ history: History, keeping parts: KeptParts?, features: Features = .all)
    -> Scene
  {
    var scene = Scene(
      workshop: history.workshop, content: .builtIn, features: features, role: .facilitator,
      language: .english, focus: Focus(), now: history.asOf.at(history.asOf.milliseconds + 60_000),
      me: "Ana")
    scene.past = parts == nil ? Past(history) : Past(history, keeping: states)
    scene.asOf = history.asOf
    scene.tell(\.withoutPrivateRemarks)
    scene.parts = parts
    return scene
  }

  private func story(_ scene: Scene) -> [Report.Block] {
    Minutes.report(scene, chapters: [.story]).blocks
  }

  /// Entries as they come: most in their order, some of them long after, a few at a time.
  private func arrivals(_ entries: [Entry], seed: Int) -> [[Entry]] {
    var random = SplitMix64(seed: UInt64(seed))
    let placed = entries.sorted().enumerated().map { index, entry in
      let isLate = Int.random(in: 0..<12, using: &random) == 0
      let wait = isLate ? Int.random(in: 0...entries.count / 2, using: &random) : 0
      return (place: index + wait, entry: entry)
    }
    let step = entries.count / 15 + 1
    return Dictionary(grouping: placed) { $0.place / step }.sorted { $0.key < $1.key }
      .map { $0.value.map(\.entry) }
  }

  @Test(arguments: 0..<8)
  func `a record of kept parts is the one composed from nothing, whatever is written later`(
    seed: Int
  ) throws {
    let random = try RandomHistory(seed: seed)
    var history = History(plan: random.plan, catalogue: .all)
    var plan = random.plan
    for (index, some) in arrivals(random.entries, seed: seed).enumerated() {
      history.insert(some)
      switch index % 5 {
      case 1:
        // Somebody calls an activity otherwise in the plan's file, and gives it another kind.
        let place = (seed + index) % plan.sessions[0].activities.count
        plan.sessions[0].activities[place].title = Localized(english: "Renamed \(index)")
        if seed % 2 == 0 { plan.sessions[0].activities[place].kind = "board" }
        history.replan(plan)
      case 3:
        // A terminal whose clock was ahead all along.
        let correction = Event.clockCorrected(writer: "ben", ahead: index * 3_600_000)
        history.insert([
          Entry(
            id: EntryID(writer: "zoe", sequence: index),
            stamp: Stamp(milliseconds: history.asOf.milliseconds), at: "", by: "Zoe",
            event: correction)
        ])
      default: break
      }
      let kept = story(scene(history, keeping: parts))
      #expect(kept == story(scene(history, keeping: nil)), "after \(index + 1) arrivals")
    }
  }

  @Test func `an evening's notes compose no part of a day that is over again`() throws {
    let composed = Mutex<[ActivityID]>([])
    var features = Features.all
    features.kinds = features.kinds.map { kind in
      var counted = kind
      counted.report = { scene, activity in
        composed.withLock { $0.append(activity.id) }
        return kind.report(scene, activity)
      }
      return counted
    }
    var history = try Stage.history("en")
    let first = story(scene(history, keeping: parts, features: features))
    #expect(composed.withLock { $0.count } > 20)
    composed.withLock { $0 = [] }
    let board = try #require(history.workshop.boards.first { $0.id == "ideas" })
    for sequence in 1...3 {
      history.insert([
        Stage.entry(
          .cardAdded(board: board.id, text: "Said later", fields: nil), sequence,
          at: Stage.now.milliseconds)
      ])
      #expect(story(scene(history, keeping: parts, features: features)) == first)
    }
    #expect(composed.withLock { $0 } == [])
  }

  @Test func `what was composed with private remarks is not used where fewer things may be told`()
    throws
  {
    let history = try Stage.history("en")
    let whole = story(scene(history, keeping: parts))
    var published = scene(history, keeping: parts)
    published.tell { $0.withoutNames(somebody: "somebody", onRosterOf: $0) { n, _ in "P\(n)" } }
    #expect(story(published) != whole)
  }
}
