import Testing
import WorkshopCore
import WorkshopQueries

/// The plan as it is changed in the program, over the file that people edit by hand.
@Suite struct PlanChangeTests {
  private static func plan(minutes: Int = 20, order: [String] = ["a", "b", "c"]) -> Plan {
    Plan(
      title: "",
      sessions: [
        Session(
          id: "day", title: "Day",
          activities: order.map {
            Activity(id: $0, title: Localized($0), kind: "board", minutes: $0 == "b" ? minutes : 10)
          })
      ])
  }

  private func ids(_ workshop: Workshop) -> [String] { workshop.plan.activities.map(\.id) }

  private func change(_ room: inout Room, _ changes: PlanChange...) -> EntryID {
    room.when(.planChanged(changes: changes))
  }

  @Test func `a field is set, and an undo restores the plan exactly`() {
    var room = Room(Self.plan())
    let before = room.workshop.plan
    let id = change(&room, room.workshop.setting("minutes", of: "b", to: "35"))
    #expect(room.workshop.plan.activity("b")?.minutes == 35)
    #expect(room.workshop.base == before)
    room.when(.reverted(entry: id))
    #expect(room.workshop.plan == before)
  }

  @Test func `a hand edit of the same place speaks again, one elsewhere disturbs nothing`() {
    var room = Room(Self.plan())
    _ = change(&room, room.workshop.setting("minutes", of: "b", to: "35"))
    room.replan(Self.plan(minutes: 20, order: ["a", "b", "c", "d"]))
    #expect(room.workshop.plan.activity("b")?.minutes == 35)
    room.replan(Self.plan(minutes: 25))
    #expect(room.workshop.plan.activity("b")?.minutes == 25)
  }

  @Test func `the room gets another number of tables, until the file says another one`() {
    var room = Room(Self.plan())
    let id = change(&room, room.workshop.setting("tables", to: "7"))
    #expect(room.workshop.plan.tables == 7 && room.workshop.base.tables == 5)
    for refused in ["0", "101", "many", ""] {
      _ = change(&room, room.workshop.setting("tables", to: refused))
      #expect(room.workshop.plan.tables == 7, "\(refused)")
    }
    _ = change(&room, .planSet(field: "colour", value: "Mine", base: "Test"))
    #expect(room.workshop.plan.title == room.workshop.base.title, "no such field")
    var edited = Self.plan()
    edited.tables = 9
    room.replan(edited)
    #expect(room.workshop.plan.tables == 9)
    room.replan(Self.plan())
    room.when(.reverted(entry: id))
    #expect(room.workshop.plan.tables == 5)
  }

  @Test func `of two changes made at once the later one stands`() {
    var room = Room(Self.plan())
    let (one, two) = (
      room.workshop.setting("minutes", of: "b", to: "15"),
      room.workshop.setting("minutes", of: "b", to: "25")
    )
    room.when(.planChanged(changes: [one]), by: "ana")
    room.when(.planChanged(changes: [two]), by: "ben")
    #expect(room.workshop.plan.activity("b")?.minutes == 25)
  }

  @Test func `an item is inserted, changed, moved, left out and removed`() {
    var room = Room(Self.plan())
    let stretch = Activity(id: "", title: "Stretch", kind: "break", minutes: 5)
    let id = change(
      &room, .activityAdded(session: "day", after: "a", activity: stretch)
    ).description
    #expect(ids(room.workshop) == ["a", id, "b", "c"])
    _ = change(&room, room.workshop.setting("minutes", of: id, to: "8"))
    _ = change(&room, room.workshop.moving(id, after: "c"))
    #expect(ids(room.workshop) == ["a", "b", "c", id])
    #expect(room.workshop.plan.activity(id)?.minutes == 8)
    _ = change(&room, room.workshop.moving("c", after: nil))
    #expect(ids(room.workshop) == ["c", "a", "b", id])
    _ = change(&room, room.workshop.setting("dropped", of: "a", to: "yes"))
    #expect(room.workshop.plan.activity("a")?.isDropped == true)
    _ = change(&room, .activityRemoved(activity: id))
    #expect(ids(room.workshop) == ["c", "a", "b"])
  }

  @Test func `two items inserted by one change have two ids`() {
    var room = Room(Self.plan())
    let one = Activity(id: "", title: "One", kind: "break", minutes: 5)
    _ = change(
      &room, .activityAdded(session: "day", after: nil, activity: one),
      .activityAdded(session: "day", after: nil, activity: one))
    #expect(Set(ids(room.workshop)).count == 5)
  }

  @Test func `once the file says it, a change is no more to be undone`() {
    var room = Room(Self.plan())
    room.when(.boardShown(board: "ideas"))
    let first = room.entries[0].id
    let set = change(&room, room.workshop.setting("minutes", of: "b", to: "35"))
    let added = change(
      &room,
      .activityAdded(
        session: "day", after: "a",
        activity: Activity(id: "", title: "Stretch", kind: "break", minutes: 5)))
    #expect(room.history.undoable(by: "ana")?.id == added)
    room.when(.reverted(entry: added))
    #expect(room.history.undoable(by: "ana")?.id == set)
    room.replan(room.workshop.plan)
    #expect(room.history.undoable(by: "ana")?.id == first)
    #expect(room.workshop.plan.activity("b")?.minutes == 35)
  }

  @Test(arguments: [
    ("minutes", "x"), ("minutes", "-1"), ("minutes", "1441"), ("minutes", ""), ("minimum", "ten"),
    ("priority", "perhaps"), ("fixed", "true"), ("start", "25:00"), ("phase", "later"),
    ("title", ""), ("rounds/9/0", "5"), ("nothing", "x"),
  ])
  func `what cannot stand in a field changes nothing`(field: String, text: String) {
    var room = Room(Self.plan())
    let before = room.workshop.plan
    _ = change(&room, .activitySet(activity: "b", field: field, value: text, base: ""))
    #expect(room.workshop.plan == before)
    var activity = before.activities[1]
    let isTaken = activity.set(field, to: text)
    #expect(!isTaken)
  }

  @Test func `every field that can be set says afterwards what was set`() {
    var activity = Activity(
      id: "a", title: "A", kind: "talk", minutes: 10,
      rounds: [Round(title: "R", segments: [Segment(title: "S", minutes: 5)])])
    for (field, text) in [
      ("title", "New"), ("kind", "board"), ("phase", "act"), ("minutes", "12"), ("minimum", "5"),
      ("maximum", "20"), ("priority", "could"), ("fixed", "yes"), ("start", "12:20"),
      ("delay", "-5"), ("dropped", "yes"), ("question", "Why?"), ("script", "Say"),
      ("lead", "Ana"), ("material", "Pens"), ("output", "List"), ("board", "ideas"),
      ("warmUp", "boom"), ("rounds/1/0", "7"), ("rounds/1/who", "Zoé"),
    ] {
      let isTaken = activity.set(field, to: text)
      #expect(isTaken)
      #expect(activity.value(of: field) == text)
    }
    #expect(activity.rounds[0].segments[0].minutes == 7)
  }

  @Test
  func `a fixed item keeps its start when what is before it grows, unless its own is changed`() {
    var plan = Self.plan()
    plan.sessions[0].activities[2].isFixed = true
    var room = Room(plan)
    #expect(room.workshop.plan.activity("c")?.start == "09:30")
    _ = change(&room, room.workshop.setting("minutes", of: "b", to: "35"))
    #expect(room.workshop.plan.sessions[0].plannedStarts == [540, 550, 570])
    _ = change(&room, room.workshop.setting("start", of: "c", to: "09:20"))
    #expect(room.workshop.plan.sessions[0].plannedStarts == [540, 550, 560])
    _ = change(&room, room.workshop.setting("delay", of: "b", to: "7"))
    #expect(room.workshop.plan.sessions[0].plannedStarts == [540, 557, 560])
  }

  @Test func `a session's date, start and place are set`() {
    var room = Room(Self.plan())
    _ = change(
      &room, room.workshop.setting("start", ofSession: "day", to: "10:00"),
      room.workshop.setting("date", ofSession: "day", to: "2026-11-24"),
      room.workshop.setting("place", ofSession: "day", to: "Town hall"))
    let session = room.workshop.plan.sessions[0]
    #expect(session.start == "10:00" && session.date == "2026-11-24")
    #expect(session.place == "Town hall")
  }
}
