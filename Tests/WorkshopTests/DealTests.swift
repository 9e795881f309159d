import Foundation
import Testing
import WorkshopCore
import WorkshopQueries

@Suite struct DealTests {
  /// Ages: six plain cards, two in a full deal; needs: themed ones, one; luck: optional.
  private static func deck() throws -> Deck {
    func card(_ id: String, _ themes: String = "null") -> String {
      #"{"id": "\#(id)", "text": "\#(id)", "themes": \#(themes)}"#
    }
    let ages = (1...6).map { card("age\($0)") }
    let needs = [card("n1", #"["data"]"#), card("n2"), card("n3", #"["care"]"#), card("n4")]
    func pile(_ id: String, _ counts: (Int, Int, Int), _ cards: [String], _ more: String = "")
      -> String
    {
      """
      {"id": "\(id)", "label": "\(id)", "full": \(counts.0), "short": \(counts.1),
       "express": \(counts.2), "cards": [\(cards.joined(separator: ","))]\(more)}
      """
    }
    let piles = [
      pile("ages", (2, 1, 0), ages), pile("needs", (1, 1, 1), needs),
      pile("luck", (1, 0, 0), [card("l1")], #", "optional": true"#),
    ]
    let text = #"{"id": "d", "title": "D", "categories": [\#(piles.joined(separator: ","))]}"#
    return try JSONDecoder().decode(Deck.self, from: Data(text.utf8))
  }

  @Test func `each deal draws as many cards of each category as it says`() throws {
    let deck = try Self.deck()
    func categories(_ hand: [String]) -> [String] { hand.compactMap { deck.card($0)?.category.id } }
    #expect(categories(deck.hand(.full, seed: 1)) == ["ages", "ages", "needs", "luck"])
    #expect(categories(deck.hand(.full, optional: false, seed: 1)) == ["ages", "ages", "needs"])
    #expect(categories(deck.hand(.short, seed: 1)) == ["ages", "needs"])
    #expect(categories(deck.hand(.express, seed: 1)) == ["needs"])
  }

  @Test func `the same seed draws the same hand, another seed another`() throws {
    let deck = try Self.deck()
    #expect(deck.hand(.full, seed: 5) == deck.hand(.full, seed: 5))
    #expect(Set((0..<50).map { deck.hand(.full, seed: $0) }).count > 10)
  }

  @Test func `tables draw different cards until a pile is empty`() throws {
    let deck = try Self.deck()
    var taken: Set<String> = []
    for table in 0..<3 {
      let ages = deck.hand(.full, taken: taken, seed: UInt64(table)).filter { $0.hasPrefix("age") }
      #expect(ages.count == 2)
      #expect(taken.isDisjoint(with: ages))
      taken.formUnion(ages)
    }
    let fourth = deck.hand(.full, taken: taken, seed: 9).filter { $0.hasPrefix("age") }
    #expect(Set(fourth).count == 2)
  }

  @Test func `cards for the theme come first, then those for all, then the others'`() throws {
    let deck = try Self.deck()
    for seed in 0..<20 as Range<UInt64> {
      func need(_ taken: Set<String>) -> String? {
        deck.hand(.express, theme: "data", taken: taken, seed: seed).first
      }
      #expect(need([]) == "n1")
      #expect(["n2", "n4"].contains(need(["n1"])))
      #expect(need(["n1", "n2", "n4"]) == "n3")
      #expect(need(["n1", "n2", "n3", "n4"]) == "n1")
    }
  }

  @Test func `a pile smaller than the deal gives what it has`() throws {
    let text = """
      {"id": "d", "title": "D", "categories": [{"id": "a", "label": "A", "full": 3, "short": -1,
       "express": 0, "cards": [{"id": "x", "text": "X"}]}]}
      """
    let deck = try JSONDecoder().decode(Deck.self, from: Data(text.utf8))
    #expect(deck.hand(.full, seed: 0) == ["x"])
    #expect(deck.hand(.short, seed: 0) == [])
    #expect(deck.card("none") == nil)
  }

  @Test func `the generator gives the published sequence`() {
    var random = SplitMix64(seed: 1_234_567)
    let numbers = (0..<3).map { _ in random.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }
}
