import Assets
import Terminal
import Testing
import WorkshopCore

@testable import Boards
@testable import Cards
@testable import Languages
@testable import Shell

/// What a key costs, in counts that are the same on every machine.
struct WorkOnceTests {
  private static let size = Size(columns: 80, rows: 24)

  private func changed(_ a: Frame, _ b: Frame) -> Int {
    (0..<a.size.rows).reduce(0) { sum, y in
      sum + (0..<a.size.columns).count { a[$0, y] != b[$0, y] }
    }
  }

  @Test(arguments: [300, 2_000])
  func `a step on a wall of any size changes a few lines of the screen`(count: Int) {
    var scene = Ideas.scene(count)
    scene.focus.place = .board("ideas")
    var desk = Desk(scene)
    desk.press("Down", "Down")
    for key in ["Down", "Up", "Right", "Left"] {
      let before = View.draw(desk.scene, size: Self.size)
      desk.press(key)
      let after = View.draw(desk.scene, size: Self.size)
      let cells = changed(before, after)
      #expect(cells > 0 && cells < 700, "\(key): \(cells)")
    }
  }

  @Test func `of thousands of cards only those are compared that share words with the line`() {
    var compared = ComparedTexts()
    let texts = (0..<2_000).map { Ideas.text($0) + " \($0 * 7)" }
    compared.add(texts, Lexicon.builtIn.words(of: texts))
    let near = compared.near(Lexicon.builtIn.words(of: "Lend tablets to the library"))
    #expect(!near.isEmpty && near.count < 300, "\(near.count)")
  }

  @Test func `no card that is like another is passed over by the search`() {
    let pairs = LabelledPair.all
    let texts = pairs.map(\.b)
    let lexicon = Lexicon.builtIn
    let words = lexicon.words(of: texts)
    var compared = ComparedTexts()
    compared.add(texts, words)
    for pair in pairs {
      let wanted = lexicon.words(of: pair.a)
      let near = Set(compared.near(wanted))
      for place in texts.indices where !near.contains(place) {
        #expect(
          Likeness.match(wanted, words[place], compared.rarity, atLeast: 0.01) == nil,
          "“\(pair.a)” and “\(texts[place])”")
      }
    }
  }

  @Test func `a board that grows is compared as if it had been read anew`() {
    let texts = (0..<60).map(Ideas.text)
    var grown = ComparedTexts()
    for text in texts { grown.add([text], Lexicon.builtIn.words(of: [text])) }
    var whole = ComparedTexts()
    whole.add(texts, Lexicon.builtIn.words(of: texts))
    for text in texts {
      let wanted = Lexicon.builtIn.words(of: text)
      #expect(grown.near(wanted) == whole.near(wanted))
      for word in wanted.words {
        #expect(grown.rarity.weight(word) == whole.rarity.weight(word))
      }
    }
    #expect(grown.grows(into: texts + ["x"]) && !grown.grows(into: ["x"] + texts))
  }

  @Test func `content is decoded once somebody looks at it, and once only`() {
    let made = Made()
    let shelf = Shelf(["a", "b"]) { id in
      made.ids.append(id)
      return id == "b" ? nil : id.uppercased()
    }
    #expect(shelf.keys == ["a", "b"] && made.ids.isEmpty)
    #expect(shelf["a"] == "A" && shelf["a"] == "A" && shelf["c"] == nil && made.ids == ["a"])
    #expect(shelf["b"] == nil && shelf["b"] == nil && shelf.values == ["A"])
    #expect(made.ids == ["a", "b"])
  }

  private final class Made: @unchecked Sendable { var ids: [String] = [] }
}
