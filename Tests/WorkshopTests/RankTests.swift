import Testing
import WorkshopCore
import WorkshopQueries

/// An order that several people make at once.
@Suite struct RankTests {
  @Test func `between two ranks there is always room for a third`() throws {
    var random = SplitMix64(seed: 7)
    var ranks: [String] = []
    for _ in 0..<2_000 {
      let index = Int.random(in: 0...ranks.count, using: &random)
      let low = index > 0 ? ranks[index - 1] : nil
      let high = index < ranks.count ? ranks[index] : nil
      let rank = try #require(Rank.between(low, high))
      #expect(low.map { $0 < rank } ?? true)
      #expect(high.map { rank < $0 } ?? true)
      #expect(!rank.hasSuffix("0"))
      ranks.insert(rank, at: index)
    }
    #expect(Rank.between("b", "a") == nil && Rank.between("a", "a") == nil)
  }

  @Test func `always going to one place makes ranks grow slowly`() throws {
    var high: String?
    for _ in 0..<500 { high = try #require(Rank.between("a", high) as String?) }
    #expect((high ?? "").count < 150)
  }

  /// A board of six cards and a way to move them.
  private func room() -> Room {
    var room = Room()
    for number in 1...6 {
      room.when(.cardAdded(board: "ideas", text: "\(number)", fields: nil))
    }
    return room
  }

  private func texts(_ workshop: Workshop) -> String {
    workshop.ordered(on: "ideas").map(\.text).joined()
  }

  @Test func `a card goes where it is put, and only it changes`() throws {
    var room = room()
    #expect(texts(room.workshop) == "123456")
    let last = try #require(room.workshop.ordered(on: "ideas").last)
    let ranks = room.workshop.ranks(moving: last.id, to: 0)
    #expect(Array(ranks.keys) == [last.id])
    room.when(.fieldsSet(field: Card.rank, values: ranks))
    #expect(texts(room.workshop) == "612345")
    #expect(room.workshop.ranks(moving: last.id, to: 0).isEmpty)
    #expect(room.workshop.card(last.id)?.rivals.isEmpty == true)
  }

  @Test func `two people who move different cards at once both have their way`() throws {
    let room = room()
    let cards = room.workshop.ordered(on: "ideas")
    let ana = room.workshop.ranks(moving: cards[5].id, to: 0)
    let louis = room.workshop.ranks(moving: cards[0].id, to: 3)
    var one = room
    one.when(.fieldsSet(field: Card.rank, values: ana))
    one.when(.fieldsSet(field: Card.rank, values: louis))
    var other = room
    other.when(.fieldsSet(field: Card.rank, values: louis))
    other.when(.fieldsSet(field: Card.rank, values: ana))
    #expect(texts(one.workshop) == texts(other.workshop))
    #expect(texts(one.workshop) == "623415")
  }

  @Test func `what somebody wrote by hand into the field puts no card out of the list`() {
    var room = room()
    let first = room.workshop.ordered(on: "ideas")[0].id
    room.when(.fieldsSet(field: Card.rank, values: [first: "Ünknown 0"]))
    #expect(texts(room.workshop) == "123456")
  }
}
