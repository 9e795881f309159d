import Testing
import Workshop

@Suite struct HistoryTests {
  private func texts(_ room: Room) -> [String] { room.workshop.cards(on: "ideas").map(\.text) }

  /// What the user does: appends the revert that undo or redo asks for.
  private func undo(_ room: inout Room) {
    if let entry = room.history.undoable(by: "ana") { room.when(.reverted(entry: entry.id)) }
  }

  private func redo(_ room: inout Room) {
    if let entry = room.history.redoable(by: "ana") { room.when(.reverted(entry: entry.id)) }
  }

  @Test func `what is known is passed over`() {
    var room = Room()
    room.when(.cardAdded(board: "ideas", text: "a", fields: nil))
    var history = room.history
    let isNew = [history.insert(room.entries), history.insert([])]
    #expect(isNew == [false, false])
    #expect(history.entries.count == 1)
    #expect(history.workshop == room.workshop)
  }

  @Test func `several undos and redos walk back and forth`() {
    var room = Room()
    for text in ["a", "b", "c"] { _ = room.card(text) }
    undo(&room)
    #expect(texts(room) == ["a", "b"])
    undo(&room)
    #expect(texts(room) == ["a"])
    redo(&room)
    #expect(texts(room) == ["a", "b"])
    redo(&room)
    #expect(texts(room) == ["a", "b", "c"])
    #expect(room.history.redoable(by: "ana") == nil)
    undo(&room)
    undo(&room)
    undo(&room)
    #expect(texts(room) == [])
    #expect(room.history.undoable(by: "ana") == nil)
    redo(&room)
    redo(&room)
    undo(&room)
    redo(&room)
    redo(&room)
    #expect(texts(room) == ["a", "b", "c"])
  }

  @Test func `what somebody else did last can be offered, and redone after`() throws {
    var room = Room()
    _ = room.card("a")
    let other = try #require(room.history.undoable { _ in true })
    room.when(.reverted(entry: other.id))
    #expect(texts(room) == [] && room.history.undoable { _ in true } == nil)
    redo(&room)
    #expect(texts(room) == ["a"])
  }

  @Test func `a new action ends redo`() {
    var room = Room()
    _ = room.card("a")
    undo(&room)
    _ = room.card("b")
    #expect(room.history.redoable(by: "ana") == nil)
    undo(&room)
    redo(&room)
    #expect(texts(room) == ["b"])
    #expect(room.history.redoable(by: "ana") == nil)
    undo(&room)
    #expect(texts(room) == [])
    #expect(room.history.undoable(by: "ana") == nil)
  }

  @Test func `one undoes one's own entries only, and passes over what somebody else undid`() {
    var room = Room()
    let first = room.when(.cardAdded(board: "ideas", text: "a", fields: nil), by: "ana")
    let second = room.when(.cardAdded(board: "ideas", text: "b", fields: nil), by: "ana")
    room.when(.cardAdded(board: "ideas", text: "c", fields: nil), by: "ben")
    room.when(.reverted(entry: second), by: "ben")
    #expect(room.history.undoable(by: "ana")?.id == first)
    #expect(!room.history.counts(second))
    #expect(room.history.counts(first))
    #expect(!room.history.counts(EntryID(writer: "nobody", sequence: 1)))
    #expect(room.history.undoable(by: "nobody") == nil)
    #expect(texts(room) == ["a", "c"])
  }

  @Test func `a revert that arrives before its target takes effect when the target comes`() {
    var room = Room()
    let target = room.entry(.cardAdded(board: "ideas", text: "a", fields: nil), by: "ben")
    room.second += 1
    room.when(.reverted(entry: target.id))
    #expect(room.workshop == Room().workshop)
    var history = room.history
    history.insert([target])
    #expect(history.workshop == Room().workshop)
    #expect(!history.counts(target.id))
  }

  @Test func `a revert of a revert brings the entry back, however deep`() {
    var room = Room()
    var last = room.when(.cardAdded(board: "ideas", text: "a", fields: nil))
    for depth in 1...7 {
      last = room.when(.reverted(entry: last))
      #expect(texts(room) == (depth.isMultiple(of: 2) ? ["a"] : []))
    }
  }

  @Test func `reverts of themselves and of each other settle`() {
    var room = Room()
    _ = room.card("a")
    let (x, y) = (EntryID(writer: "x", sequence: 1), EntryID(writer: "y", sequence: 1))
    room.when(.reverted(entry: y), by: "x")
    room.when(.reverted(entry: x), by: "y")
    room.when(.reverted(entry: EntryID(writer: "z", sequence: 1)), by: "z")
    #expect(texts(room) == ["a"])
  }

  @Test func `undoing something a thousand entries ago folds it out`() {
    var room = Room()
    let old = room.when(.cardAdded(board: "ideas", text: "old", fields: nil))
    for index in 0..<1000 { _ = room.card("\(index)", on: "parked") }
    room.when(.reverted(entry: old))
    #expect(texts(room) == [])
    #expect(room.workshop == History(plan: Room.plan, entries: room.entries).workshop)
    redo(&room)
    #expect(texts(room) == ["old"])
  }

  @Test func `another plan folds the same entries anew`() {
    var room = Room()
    for index in 0..<900 { _ = room.card("\(index)") }
    room.when(.countdownExtended(activity: "two", seconds: 60))
    var plan = Room.plan
    plan.sessions[0].activities[1].minutes = 9
    plan.boards[0].title = "Other"
    var history = room.history
    history.replan(plan)
    #expect(history.workshop.plan == plan)
    #expect(history.workshop.countdowns["two"]?.seconds == 600)
    #expect(history.workshop == History(plan: plan, entries: room.entries).workshop)
    let late = room.entry(.cardAdded(board: "ideas", text: "more", fields: nil))
    history.insert([late])
    #expect(history.workshop.cards(on: "ideas").count == 901)
  }
}
