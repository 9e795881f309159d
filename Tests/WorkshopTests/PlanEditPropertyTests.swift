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
    let plan = Self.edited(seed, inAnyOrder: true).workshop.plan
    let read = try JSONDecoder().decode(Plan.self, from: JSONEncoder().encode(plan))
    #expect(read == plan)
  }

  @Test(arguments: 0..<60)
  func `edits of fields and additions change nothing in a file that has them`(seed: Int) throws {
    let room = Self.edited(seed, inAnyOrder: false)
    let plan = room.workshop.plan
    var history = room.history
    history.replan(try JSONDecoder().decode(Plan.self, from: JSONEncoder().encode(plan)))
    #expect(history.workshop.plan == plan)
  }

  /// Forty edits, a sixth of them undone; where they are not in any order nothing moves or goes.
  private static func edited(_ seed: Int, inAnyOrder: Bool) -> Room {
    var random = SplitMix64(seed: UInt64(seed))
    var room = Room(Self.plan)
    for number in 0..<40 {
      guard let change = Self.change(room.workshop, number, using: &random) else { continue }
      switch change {
      case .activityRemoved, .sessionRemoved, .boardRemoved, .activityMoved, .activityCarried,
        .sessionMoved, .boardMoved:
        if !inAnyOrder { continue }
      default: break
      }
      let id = room.when(.planChanged(changes: [change]))
      if Int.random(in: 0..<6, using: &random) == 0 { room.when(.reverted(entry: id)) }
    }
    return room
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
