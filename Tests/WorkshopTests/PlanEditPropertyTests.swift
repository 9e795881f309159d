import Foundation
import Testing
import WorkshopCore
import WorkshopQueries

/// Any sequence of edits of the plan, written into its file and read again, is the same plan.
@Suite struct PlanEditPropertyTests {
  private static let plan = Plan(
    title: "Test", boards: ["ideas", "facts"].map { Board(id: $0, title: Localized($0)) },
    sessions: ["one", "two"].map { day in
      Session(
        id: day, title: Localized(day),
        activities: (1...3).map {
          Activity(id: "\(day)-\($0)", title: "A", kind: "board", minutes: 10 * $0, board: "ideas")
        })
    })

  @Test(arguments: 0..<60)
  func `any edits, written and read again, are the same plan`(seed: Int) throws {
    let plan = Self.edited(seed).workshop.plan
    let read = try JSONDecoder().decode(Plan.self, from: JSONEncoder().encode(plan))
    #expect(read == plan)
  }

  @Test(arguments: 0..<60)
  func `edits that a file has are not laid over it again, and those after it are`(
    seed: Int
  ) throws {
    var room = Self.edited(seed)
    let written = try Self.write(&room)
    #expect(room.workshop.plan == written)
    Self.edit(&room, times: 10, seed: seed + 1000)
    let again = room.workshop.plan
    #expect(try Self.write(&room).sessions == again.sessions)
    #expect(room.workshop.boards.map(\.id).starts(with: again.boards.map(\.id)))
  }

  @Test func `what was written can be undone and done again no more, and nothing pretends so`()
    throws
  {
    var room = Room(Self.plan)
    let undone = room.when(.planChanged(changes: [.activityRemoved(activity: "one-1")]))
    room.when(.reverted(entry: undone))
    #expect(room.history.redoable(by: undone.writer) != nil)
    _ = try Self.write(&room)
    #expect(room.history.redoable(by: undone.writer) == nil)
    let moved = room.when(.planChanged(changes: [room.workshop.moving("one-3", after: nil)]))
    #expect(room.history.undoable(by: moved.writer)?.id == moved)
    _ = try Self.write(&room)
    #expect(room.history.undoable(by: moved.writer) == nil)
    #expect(room.workshop.plan.sessions[0].activities.map(\.id) == ["one-3", "one-1", "one-2"])
  }

  @Test func `a list of what was written that names a writer twice, or no entry, stops nothing`()
    throws
  {
    let text = #"{"title": "T", "written": ["ana-3", "nonsense", "ana-7", "-1"]}"#
    let plan = try JSONDecoder().decode(Plan.self, from: Data(text.utf8))
    #expect(History(plan: plan).planToWrite.written == [EntryID(writer: "ana", sequence: 7)])
  }

  /// Puts the plan as it stands into its file, and reads it.
  private static func write(_ room: inout Room) throws -> Plan {
    let plan = room.history.planToWrite
    room.replan(try JSONDecoder().decode(Plan.self, from: JSONEncoder().encode(plan)))
    return plan
  }

  /// Forty edits, a sixth of them undone.
  private static func edited(_ seed: Int) -> Room {
    var room = Room(Self.plan)
    edit(&room, times: 40, seed: seed)
    return room
  }

  private static func edit(_ room: inout Room, times: Int, seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for number in 0..<times {
      guard let change = Self.change(room.workshop, number, using: &random) else { continue }
      let id = room.when(.planChanged(changes: [change]))
      if Int.random(in: 0..<6, using: &random) == 0 { room.when(.reverted(entry: id)) }
    }
  }

  /// One edit as a desk makes it; nil where what was drawn cannot be done now.
  private static func change(
    _ workshop: Workshop, _ number: Int, using random: inout SplitMix64
  ) -> PlanChange? {
    let plan = workshop.plan
    guard let session = plan.sessions.randomElement(using: &random) else { return nil }
    let activity = plan.activities.randomElement(using: &random)
    let board = plan.boards.randomElement(using: &random)
    let after = session.activities.randomElement(using: &random)?.id
    switch Int.random(in: 0..<14, using: &random) {
    case 0:
      return .activityAdded(
        session: session.id, after: after,
        activity: Activity(id: "", title: "New", kind: "poll", minutes: number, board: board?.id))
    case 1: return activity.map { .activityRemoved(activity: $0.id) }
    case 2:
      guard let activity, let day = plan.session(of: activity.id) else { return nil }
      let other = day.activities.filter { $0.id != activity.id }.randomElement(using: &random)
      return workshop.moving(activity.id, after: other?.id)
    case 3: return activity.map { workshop.carrying($0.id, to: session.id, after: after) }
    case 4:
      return .sessionAdded(
        after: session.id, session: Session(id: "day-\(number)", title: Localized("Day \(number)")))
    case 5: return plan.sessions.count > 1 ? .sessionRemoved(session: session.id) : nil
    case 6:
      let other = plan.sessions.filter { $0.id != session.id }.randomElement(using: &random)
      return workshop.moving(session: session.id, after: other?.id)
    case 7:
      let id = workshop.newID(ofBoard: ["Ideas", "Été \(number)", "…"][number % 3])
      return .boardAdded(board: Board(id: id, title: "New", sheet: "idea"))
    case 8: return board.map { .boardRemoved(board: $0.id) }
    case 9:
      guard let board else { return nil }
      let other = plan.boards.filter { $0.id != board.id }.randomElement(using: &random)
      return workshop.moving(board: board.id, after: other?.id)
    case 10:
      return board.map {
        workshop.setting("title", ofBoard: $0.id, to: "Board \(number)")
      }
    case 11: return workshop.setting("start", ofSession: session.id, to: "10:\(10 + number)")
    case 12: return workshop.setting("goal", to: number.isMultiple(of: 2) ? "" : "Goal \(number)")
    default:
      let values = [("vote", "points"), ("winners", "\(number)"), ("lead", ""), ("minutes", "7")]
      guard let activity, let (field, value) = values.randomElement(using: &random) else {
        return nil
      }
      return workshop.setting(field, of: activity.id, to: value)
    }
  }
}
