import Testing
import WorkshopCore

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
    #expect(room.workshop == Room.history(Room.plan, room.entries).workshop)
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
    #expect(history.workshop == Room.history(plan, room.entries).workshop)
    let late = room.entry(.cardAdded(board: "ideas", text: "more", fields: nil))
    history.insert([late])
    #expect(history.workshop.cards(on: "ideas").count == 901)
  }
}

/// What one key did is one act, however many entries it took.
@Suite struct ActTests {
  /// Entries of one writer; each number is the sequence of the first entry of its act.
  private func history(_ acts: [Int?], by writer: String = "ana") -> History {
    History(
      plan: Room.plan,
      entries: acts.enumerated().map { index, act in
        Entry(
          id: EntryID(writer: writer, sequence: index + 1),
          stamp: Stamp(milliseconds: Room.nine + Int64(index)), at: "", by: writer,
          event: .cardAdded(board: "ideas", text: "\(index + 1)", fields: nil), act: act)
      })
  }

  private func reverted(_ history: inout History, _ act: [Entry], from sequence: Int) {
    history.insert(
      act.enumerated().map { index, entry in
        Entry(
          id: EntryID(writer: "ana", sequence: sequence + index),
          stamp: Stamp(milliseconds: Room.nine + Int64(100 + sequence + index)), at: "",
          by: "ana", event: .reverted(entry: entry.id), act: sequence)
      })
  }

  private func texts(_ history: History) -> [String] {
    history.workshop.cards(on: "ideas").map(\.text)
  }

  @Test func `an act is all its entries from the last to the first, and no other's`() throws {
    let history = history([nil, nil, 2, 2, nil])
    let last = try #require(history.undoable(by: "ana"))
    #expect(history.act(of: last).map(\.id.sequence) == [5])
    #expect(history.act(of: history.entries[3]).map(\.id.sequence) == [4, 3, 2])
    #expect(history.act(of: history.entries[0]).map(\.id.sequence) == [1])
  }

  @Test func `an act that was undone is one act to redo`() throws {
    var history = history([nil, nil, 2, 2])
    reverted(&history, history.act(of: try #require(history.undoable(by: "ana"))), from: 5)
    #expect(texts(history) == ["1"])
    let redo = history.act(of: try #require(history.redoable(by: "ana")))
    #expect(redo.count == 3)
    reverted(&history, redo, from: 8)
    #expect(texts(history) == ["1", "2", "3", "4"])
    #expect(history.redoable(by: "ana") == nil)
  }

  @Test func `what of an act was taken back already is not taken back again`() throws {
    var history = history([nil, 1, 1])
    reverted(&history, [history.entries[1]], from: 4)
    let act = history.act(of: try #require(history.undoable(by: "ana")))
    #expect(act.map(\.id.sequence) == [3, 1])
  }

  @Test func `others' entries in between belong to no act of ours`() {
    var history = history([nil, 1, 1])
    history.insert([
      Entry(
        id: EntryID(writer: "ben", sequence: 1), stamp: Stamp(milliseconds: Room.nine + 1), at: "",
        by: "ben", event: .cardAdded(board: "ideas", text: "ben", fields: nil), act: 1)
    ])
    let act = history.entries.last.map(history.act(of:)) ?? []
    #expect(act.map(\.id.writer) == ["ana", "ana", "ana"])
  }
}
