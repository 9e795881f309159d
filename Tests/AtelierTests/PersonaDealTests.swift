import Assets
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages

/// The decks that come along, dealt to many rooms.
@Suite struct PersonaDealTests {
  private static let decks = ["persona", "public-agent"]
  private static let seeds = (0..<60).map { UInt64($0) * 7919 }
  private static let themes = ["inclusion", "relation", "participation", "resources", "data"]

  private func deck(_ id: String) throws -> Deck { try #require(Content.builtIn.decks[id]) }

  /// What each category gives, in domain order: life, territory, ease, equipment, need, obstacle,
  /// access, ally, attitude, twist.
  @Test(arguments: decks) func `a deal has so many cards of each category`(id: String) throws {
    let deck = try deck(id)
    let wanted: [(Deck.Deal, Bool, [Int])] = [
      (.full, true, [1, 1, 1, 1, 2, 2, 1, 1, 1, 1]),
      (.full, false, [1, 1, 1, 1, 2, 2, 0, 1, 0, 1]),
      (.short, true, [1, 0, 1, 0, 1, 1, 0, 0, 0, 1]),
      (.express, true, [1, 0, 1, 0, 1, 1, 0, 0, 0, 0]),
    ]
    for seed in Self.seeds {
      for (deal, optional, counts) in wanted {
        let hand = deck.hand(deal, theme: "data", optional: optional, seed: seed)
        let found = deck.categories.map { category in
          hand.filter { deck.card($0)?.category.id == category.id }.count
        }
        #expect(found == counts)
        #expect(Set(hand).count == hand.count, "a card twice in one hand")
      }
    }
  }

  @Test(arguments: decks) func `what is dealt open and what is turned make the whole hand`(
    id: String
  ) throws {
    let deck = try deck(id)
    #expect(deck.hiddenCategories.map(\.id) == ["twist"])
    for seed in Self.seeds {
      let open = deck.hand(.full, of: deck.openCategories, theme: "relation", seed: seed)
      let hidden = deck.hand(.full, of: deck.hiddenCategories, theme: "relation", seed: seed)
      #expect(open.count == 11 && hidden.count == 1)
      #expect(open + hidden == deck.hand(.full, theme: "relation", seed: seed))
    }
  }

  @Test(arguments: decks) func `no card lies on two tables before its pile is empty`(
    id: String
  ) throws {
    let deck = try deck(id)
    for seed in Self.seeds {
      var taken: Set<String> = []
      var drawn: [String: [String]] = [:]
      for table in 0..<14 {
        let theme = Self.themes[table % Self.themes.count]
        let hand = deck.hand(.full, theme: theme, taken: taken, seed: seed &+ UInt64(table))
        taken.formUnion(hand)
        for card in hand {
          let category = try #require(deck.card(card)?.category.id)
          drawn[category, default: []].append(card)
        }
      }
      for category in deck.categories {
        let cards = drawn[category.id] ?? []
        let first = cards.prefix(category.cards.count)
        #expect(Set(first).count == first.count, "\(category.id)")
      }
    }
  }

  @Test(arguments: decks) func `no card of another theme is dealt while one that fits is left`(
    id: String
  ) throws {
    let deck = try deck(id)
    for seed in Self.seeds {
      for theme in Self.themes {
        var taken: Set<String> = []
        for table in 0..<4 {
          let hand = deck.hand(.full, theme: theme, taken: taken, seed: seed &+ UInt64(table))
          for category in deck.categories {
            let held = hand.filter { deck.card($0)?.category.id == category.id }
            let strangers = held.filter { id in
              deck.card(id)?.card.themes.map { !$0.contains(theme) } ?? false
            }
            let left = category.cards.filter { card in
              !taken.contains(card.id) && !held.contains(card.id)
                && (card.themes?.contains(theme) ?? true)
            }
            #expect(strangers.isEmpty || left.isEmpty, "\(category.id): \(strangers)")
          }
          taken.formUnion(hand)
        }
      }
    }
  }

  @Test(arguments: decks) func `the same seed deals the same, and seeds differ`(id: String) throws {
    let deck = try deck(id)
    let hands = Self.seeds.map { deck.hand(.full, theme: "data", taken: ["ease-1"], seed: $0) }
    #expect(
      hands == Self.seeds.map { deck.hand(.full, theme: "data", taken: ["ease-1"], seed: $0) })
    #expect(Set(hands).count == hands.count)
  }

  @Test func `a card that goes back does not come again`() throws {
    let deck = try deck("persona")
    let pile = try #require(deck.categories.first { $0.id == "attitude" })
    let ids = pile.cards.map(\.id)
    for seed in Self.seeds {
      let fresh = deck.draw(
        1, from: pile, taken: Set(ids.prefix(4)), without: [ids[4]], seed: seed)
      #expect(fresh == [ids[5]])
      #expect(deck.draw(1, from: pile, without: Set(ids), seed: seed).isEmpty)
    }
  }
}
