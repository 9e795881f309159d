import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Cards
@testable import Shell

/// Whatever the board and the window: no card is lost, and none lies over another.
@Suite struct WallLayoutTests {
  /// A board at random: how many cards, how long their texts are, what makes its columns.
  private static func scene(_ random: inout SplitMix64) -> Scene {
    let count = [0, 1, 5, 20, 42, 120, 300][Int(random.next() % 7)]
    let lengths = (0..<max(1, count)).map { _ in Int(random.next() % 12) * Int(random.next() % 12) }
    let columns = Board.Columns.allCases[Int(random.next() % 3)]
    return Ideas.scene(count, columns: columns) { number in
      number % 17 == 3
        ? String(repeating: "Donaudampfschifffahrt", count: lengths[number] % 5 + 1)
        : "Idea \(number)" + String(repeating: " közérthető levél", count: lengths[number] / 8)
    }
  }

  private static func sizes(_ random: inout SplitMix64) -> [Rect] {
    let edges = [(40, 12), (76, 18), (250, 70), (40, 70), (250, 12)]
    return edges.map { Rect(x: 3, y: 2, width: $0.0, height: $0.1) }
      + (0..<4).map { _ in
        Rect(x: 0, y: 0, width: 40 + Int(random.next() % 211), height: 12 + Int(random.next() % 59))
      }
  }

  @Test(arguments: 0..<40)
  func `every card is drawn or counted, inside the wall and over no other`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let scene = Self.scene(&random)
    let board = try #require(scene.workshop.board("ideas"))
    let all = scene.workshop.cards(on: "ideas")
    let groups = scene.groups(of: board)
    for rect in Self.sizes(&random) {
      let chosen = all.isEmpty ? nil : all[Int(random.next() % UInt64(all.count))].id
      for selected in [nil, chosen] {
        let layout = WallLayout(groups, in: rect, selected: selected)
        let shown = layout.cards.map(\.card.id)
        #expect(Set(shown).count == shown.count)
        for (index, group) in groups.enumerated() {
          let drawn = layout.cards.count { $0.group == index }
          let counted = layout.rests.filter { $0.group == index }.reduce(0) { $0 + $1.count }
          #expect(drawn + counted == group.cards.count, "\(group.title) \(rect)")
        }
        if let selected { #expect(shown.contains(selected), "\(rect)") }
        var taken: Set<Point> = []
        let places =
          layout.cards.map(\.place) + layout.rests.filter { !$0.isInHead }.map(\.place)
          + layout.heads.map(\.place)
        for place in places {
          #expect(!place.isEmpty)
          #expect(place.x >= rect.x && place.maxX <= rect.maxX)
          #expect(place.y >= rect.y && place.maxY <= rect.maxY)
          for y in place.y..<place.maxY {
            for x in place.x..<place.maxX {
              #expect(taken.insert(Point(x: x, y: y)).inserted, "\(x),\(y) in \(rect)")
            }
          }
        }
      }
    }
  }

  @Test func `a card's words stay whole where they have room`() throws {
    let scene = Ideas.scene(42)
    let board = try #require(scene.workshop.board("ideas"))
    for columns in [76, 116, 196] {
      let rect = Rect(x: 0, y: 0, width: columns, height: 18)
      let layout = WallLayout(scene.groups(of: board), in: rect)
      for placed in layout.cards {
        #expect(placed.place.width >= 24)
        #expect(
          placed.place.height >= 2 || Text.width(Wall.label(placed.card)) <= placed.place.width - 2)
      }
    }
  }

  @Test func `a wide window shows more cards, and a low one still says how many there are`() throws
  {
    let scene = Ideas.scene(120)
    let board = try #require(scene.workshop.board("ideas"))
    let shown = [(76, 18), (116, 34), (196, 54)].map { columns, rows in
      let rect = Rect(x: 0, y: 0, width: columns, height: rows)
      return WallLayout(scene.groups(of: board), in: rect).cards.count
    }
    #expect(shown == shown.sorted() && shown[2] == 120)
    let low = WallLayout(scene.groups(of: board), in: Rect(x: 0, y: 0, width: 40, height: 4))
    #expect(low.cards.count + low.rests.reduce(0) { $0 + $1.count } == 120)
  }

  @Test func `few cards have air between them, and none is shortened while its column has room`()
    throws
  {
    let text = { (number: Int) in
      "Idea \(number) of two lines, long enough for the narrow column it stands in"
    }
    let rect = Rect(x: 0, y: 0, width: 76, height: 17)
    for (count, gaps) in [(8, true), (20, false)] {
      let scene = Ideas.scene(count, isSorted: false, text: text)
      let board = try #require(scene.workshop.board("ideas"))
      let loose = scene.groups(of: board).filter { !$0.cards.isEmpty }
      let layout = WallLayout([Group(id: nil, title: "", cards: loose[0].cards)], in: rect)
      #expect(layout.heads.isEmpty && layout.cards.map(\.place.y).min() == 0)
      let columns = Dictionary(grouping: layout.cards, by: \.place.x)
      for column in columns.values {
        let places = column.map(\.place).sorted { $0.y < $1.y }
        let hasGaps = zip(places, places.dropFirst()).allSatisfy { $0.maxY < $1.y }
        #expect(hasGaps == gaps)
      }
    }
    // One full cluster beside a nearly empty one: only the full one is shortened.
    let cards = Ideas.scene(40, text: text).workshop.cards(on: "ideas")
    let groups = [
      Group(id: "a", title: "Full", cards: Array(cards.dropLast(2))),
      Group(id: "b", title: "Two", cards: Array(cards.suffix(2))),
    ]
    let layout = WallLayout(groups, in: rect)
    let heights = Dictionary(grouping: layout.cards, by: \.group).mapValues { cards in
      Set(cards.map(\.place.height))
    }
    #expect(heights[0] == [2] && heights[1].map { $0.min() ?? 0 > 2 } == true)
  }

  @Test func `where cards have an order of merit, the first ones are in sight`() throws {
    let cards = Ideas.scene(120).workshop.cards(on: "ideas")
    let groups = [Group(id: nil, title: "", cards: cards)]
    let rect = Rect(x: 0, y: 0, width: 76, height: 17)
    let best = WallLayout(groups, in: rect, keepsFirst: true).cards.map(\.card.id)
    let newest = WallLayout(groups, in: rect).cards.map(\.card.id)
    #expect(best.first == cards.first?.id && !best.contains(cards[119].id))
    #expect(newest.last == cards.last?.id && !newest.contains(cards[0].id))
  }

  @Test func `a card added to a wall moves none of the others`() throws {
    let texts = { (number: Int) in "An idea of one line \(number)" }
    let walls = try [20, 21].map { count in
      let scene = Ideas.scene(count, columns: .theme, text: texts)
      let board = try #require(scene.workshop.board("ideas"))
      let rect = Rect(x: 0, y: 0, width: 76, height: 18)
      return WallLayout(scene.groups(of: board), in: rect)
    }
    let (before, after) = (walls[0], walls[1])
    let places = Dictionary(after.cards.map { ($0.card.text, $0.place) }) { $1 }
    for placed in before.cards {
      #expect(places[placed.card.text] == placed.place)
    }
  }

  @Test func `groups beneath each other leave no column higher than it must be`() {
    let heights = [22, 16, 20, 14, 10, 10, 8]
    for columns in 1...7 {
      let stacks = WallLayout.packed(heights, over: columns)
      #expect(stacks.flatMap(\.self) == Array(heights.indices) && stacks.count <= columns)
      let highest = stacks.map { $0.reduce(0) { $0 + heights[$1] } }.max() ?? 0
      // Every way to part the groups in order, as bits of where a column ends.
      let best = (0..<(1 << (heights.count - 1))).filter { $0.nonzeroBitCount < columns }.map {
        cuts in
        var (most, own) = (0, 0)
        for (index, height) in heights.enumerated() {
          own += height
          most = max(most, own)
          if cuts >> index & 1 == 1 { own = 0 }
        }
        return most
      }.min()
      #expect(highest == best)
    }
  }
}
