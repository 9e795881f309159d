import Testing
import WorkshopCore
import WorkshopQueries

@Suite struct CardTests {
  @Test func `an added card lies on its board with its fields, under its entry's id`() {
    var room = Room()
    let id = room.when(
      .cardAdded(board: "ideas", text: "A shared desk", fields: ["zone": "now", "theme": "t"]),
      by: "ben")
    let card = room.workshop.card(id.description)
    #expect(card?.text == "A shared desk")
    #expect(card?.board == "ideas")
    #expect(card?.zone == "now")
    #expect(card?.theme == "t")
    #expect(card?.by == "ben")
    #expect(card?.voices == 1)
    #expect(room.workshop.cards(on: "ideas").map(\.id) == [id.description])
    #expect(room.workshop.cards(on: "parked").isEmpty)
  }

  @Test func `the roster lies on the board of people`() {
    let people = Room().workshop.people
    #expect(people.map(\.id) == ["zoe"])
    #expect(people.first?.text == "Zoé")
    #expect(people.first?["organisation"] == "Town hall")
    #expect(people.first?["role"] == nil)
  }

  @Test func `a field set in sight of the old value leaves no rival`() {
    var room = Room()
    let id = room.card("first")
    let first = room.workshop.card(id)?.values["text"]?.entry
    room.when(.fieldSet(card: id, field: "text", value: "second", over: first))
    #expect(room.workshop.card(id)?.text == "second")
    #expect(room.workshop.card(id)?.rivals.isEmpty == true)
  }

  @Test func `an emptied field reads as never filled`() {
    var room = Room()
    let id = room.card("x", fields: ["table": "3"])
    let old = room.workshop.card(id)?.values["table"]?.entry
    room.when(.fieldSet(card: id, field: "table", value: "", over: old))
    #expect(room.workshop.card(id)?.table == nil)
  }

  @Test func `of two edits that did not know each other the later wins and keeps the other`() {
    var room = Room()
    let id = room.card("old")
    let old = room.workshop.card(id)?.values["text"]?.entry
    room.when(.fieldSet(card: id, field: "text", value: "Ana's", over: old), by: "ana")
    room.when(.fieldSet(card: id, field: "text", value: "Ben's", over: old), by: "ben")
    let card = room.workshop.card(id)
    #expect(card?.text == "Ben's")
    #expect(card?.rivals["text"]?.map(\.text) == ["Ana's"])
    #expect(card?.rivals["text"]?.map(\.by) == ["ana"])
  }

  @Test func `an edit in sight of the winner settles the rivalry`() {
    var room = Room()
    let id = room.card("old")
    let old = room.workshop.card(id)?.values["text"]?.entry
    room.when(.fieldSet(card: id, field: "text", value: "Ana's", over: old), by: "ana")
    let bens = room.when(
      .fieldSet(card: id, field: "text", value: "Ben's", over: old), by: "ben")
    room.when(.fieldSet(card: id, field: "text", value: "Both", over: bens), by: "ana")
    #expect(room.workshop.card(id)?.text == "Both")
    #expect(room.workshop.card(id)?.rivals.isEmpty == true)
  }

  @Test func `a third edit at the same time that agrees with the second still keeps the first`() {
    var room = Room()
    let id = room.card("old")
    let old = room.workshop.card(id)?.values["text"]?.entry
    for (writer, text) in [("ana", "A"), ("ben", "B"), ("cleo", "B")] {
      room.when(.fieldSet(card: id, field: "text", value: text, over: old), by: writer)
    }
    #expect(room.workshop.card(id)?.rivals["text"]?.map(\.text) == ["A"])
  }

  @Test func `a text that the writer replaced knowingly is no rival of another's`() {
    var room = Room()
    let id = room.card("old")
    let old = room.workshop.card(id)?.values["text"]?.entry
    let anas = room.when(.fieldSet(card: id, field: "text", value: "A", over: old), by: "ana")
    room.when(.fieldSet(card: id, field: "text", value: "B", over: old), by: "ben")
    room.when(.fieldSet(card: id, field: "text", value: "A2", over: anas), by: "ana")
    #expect(room.workshop.card(id)?.text == "A2")
    #expect(room.workshop.card(id)?.rivals["text"]?.map(\.text) == ["B"])
  }

  @Test func `two moves at the same time leave no rival`() {
    var room = Room()
    let id = room.card("x", fields: ["zone": "now"])
    let old = room.workshop.card(id)?.values["zone"]?.entry
    room.when(.fieldSet(card: id, field: "zone", value: "a", over: old), by: "ana")
    room.when(.fieldSet(card: id, field: "zone", value: "b", over: old), by: "ben")
    #expect(room.workshop.card(id)?.zone == "b")
    #expect(room.workshop.card(id)?.rivals.isEmpty == true)
  }

  @Test func `a card moved to another board comes last there and leaves the old one`() {
    var room = Room()
    let moved = room.card("moved", on: "parked")
    let stays = room.card("stays")
    room.when(.fieldSet(card: moved, field: "board", value: "ideas", over: nil))
    #expect(room.workshop.cards(on: "ideas").map(\.id) == [stays, moved])
    #expect(room.workshop.cards(on: "parked").isEmpty)
  }

  @Test func `a binned card shows in the bin with what was typed meanwhile, and comes back`() {
    var room = Room()
    let id = room.card("old")
    room.when(.cardBinned(card: id))
    room.when(.fieldSet(card: id, field: "text", value: "new", over: nil))
    #expect(room.workshop.cards(on: "ideas").isEmpty)
    #expect(room.workshop.bin(of: "ideas").map(\.text) == ["new"])
    room.when(.cardRestored(card: id))
    #expect(room.workshop.cards(on: "ideas").map(\.text) == ["new"])
    #expect(room.workshop.bin(of: "ideas").isEmpty)
  }

  @Test func `voices are counted`() {
    var room = Room()
    let id = room.card("x")
    room.when(.voiceAdded(card: id))
    room.when(.voiceAdded(card: id))
    #expect(room.workshop.card(id)?.voices == 3)
  }

  @Test func `adding a member wins over taking it away at the same time`() {
    var room = Room()
    let id = room.card("x")
    room.when(.memberAdded(card: id, set: "tags", member: "t"), by: "ana")
    let seen = room.workshop.card(id)?.additions(of: "t", to: "tags") ?? []
    room.when(.memberAdded(card: id, set: "tags", member: "t"), by: "ben")
    room.when(.memberRemoved(card: id, set: "tags", member: "t", over: seen), by: "ana")
    #expect(room.workshop.card(id)?.members(of: "tags") == ["t"])
    let rest = room.workshop.card(id)?.additions(of: "t", to: "tags") ?? []
    room.when(.memberRemoved(card: id, set: "tags", member: "t", over: rest), by: "ana")
    #expect(room.workshop.card(id)?.members(of: "tags") == [])
  }

  @Test func `what names no card changes nothing`() {
    let before = Room().workshop
    for event: Event in [
      .fieldSet(card: "none-1", field: "text", value: "x", over: nil), .cardBinned(card: "none-1"),
      .cardRestored(card: "none-1"), .voiceAdded(card: "none-1"),
      .memberAdded(card: "none-1", set: "s", member: "m"),
      .memberRemoved(card: "none-1", set: "s", member: "m", over: []),
    ] {
      var room = Room()
      room.when(event)
      #expect(room.workshop == before)
    }
  }
}
