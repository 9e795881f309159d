import Testing

@testable import Terminal

@Suite struct KeyTests {
  static let named: [Key] =
    [
      .enter, .altEnter, .escape, .tab, .backTab, .backspace, .altBackspace, .delete, .insert,
      .up, .down, .left, .right, .shiftUp, .shiftDown, .shiftLeft, .shiftRight, .altUp, .altDown,
      .altLeft, .altRight, .controlUp, .controlDown, .controlLeft, .controlRight, .home, .end,
      .pageUp, .pageDown, .resize, .control(" "), .control("\\"), .alt(" "), .alt("M"),
    ] + (1...20).map { .function($0) } + "abxyz".map { .control($0) }
    + "aZ 1+-?/^FMőé日".flatMap { [.character($0), .alt($0)] }

  @Test(arguments: named) func `a key's label names the key`(key: Key) {
    #expect(Key(label: key.label) == key)
  }

  @Test func `no two keys share a label`() {
    let keys = Set(Self.named)
    #expect(Set(keys.map(\.label)).count == keys.count)
  }

  @Test(arguments: [
    (Key.enter, "Enter"), (.control("b"), "Ctrl-B"), (.alt("x"), "Alt-x"), (.function(1), "F1"),
    (.character(" "), "Space"), (.up, "↑"), (.character("^"), "^"), (.character("F"), "F"),
  ])
  func `labels are what people write`(key: Key, label: String) {
    #expect(key.label == label)
    #expect(Key(label: label) == key)
  }

  @Test(arguments: [
    "", " ", "F0", "F21", "F01", "Ctrl-é", "^", "Alt-", "Alt-xy", "^B", "M-x", "nonsense", "Paste",
  ])
  func `what is no label is refused`(label: String) {
    let known: Set = ["^"]
    #expect((Key(label: label) == nil) == !known.contains(label))
  }

  @Test func `words for arrows are read`() {
    #expect(Key(label: "Up") == .up)
    #expect(Key(label: "Right") == .right)
  }
}
