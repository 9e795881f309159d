import Testing

@testable import Terminal

@Suite struct KeyDecoderTests {
  static let sequences: [(String, [Key])] = [
    ("a é日", [.character("a"), .character(" "), .character("é"), .character("日")]),
    ("\r\n\t\u{7F}\u{8}", [.enter, .control("j"), .tab, .backspace, .backspace]),
    ("\u{3}\u{1A}\u{13}\u{11}\u{12}\u{2}", "czsqrb".map { .control($0) }),
    ("\u{0}\u{1C}\u{1F}", [.control(" "), .control("\\"), .control("_")]),
    ("\u{1B}[A\u{1B}OB\u{1B}[C\u{1B}OD", [.up, .down, .right, .left]),
    ("\u{1B}[1;2A\u{1B}[1;3B\u{1B}[1;5C", [.shiftUp, .altDown, .controlRight]),
    ("\u{1B}\u{1B}[D\u{1B}Od", [.altLeft, .controlLeft]),
    ("\u{1B}[H\u{1B}[4~\u{1B}[1~\u{1B}OF", [.home, .end, .home, .end]),
    ("\u{1B}[5~\u{1B}[6~\u{1B}[3~\u{1B}[2~", [.pageUp, .pageDown, .delete, .insert]),
    (
      "\u{1B}OP\u{1B}[[B\u{1B}[15~\u{1B}[24~",
      [.function(1), .function(2), .function(5), .function(12)]
    ),
    ("\u{1B}[Z\u{1B}\r\u{1B}x\u{1B}ő", [.backTab, .altEnter, .alt("x"), .alt("ő")]),
    ("\u{1B}\u{7F}\u{1B}[13;2u\u{1B}[98;5u", [.altBackspace, .altEnter, .control("b")]),
    ("\u{1B}OM\u{1B}Oq", [.enter, .character("1")]),
    (
      "\u{1B}[<0;5;3M\u{1B}[<32;6;3M\u{1B}[<0;6;3m\u{1B}[<64;1;1M",
      [
        .mouse(Mouse(.press, x: 4, y: 2)), .mouse(Mouse(.drag, x: 5, y: 2)),
        .mouse(Mouse(.release, x: 5, y: 2)), .mouse(Mouse(.wheelUp, button: .none, x: 0, y: 0)),
      ]
    ),
    ("\u{1B}[M !!", [.mouse(Mouse(.press, x: 0, y: 0))]),
    ("\u{1B}[I\u{1B}[O\u{1B}[?1;2c", []), ("\u{1B}[a\u{1B}Ob", [.shiftUp, .controlDown]),
    ("\u{1B}[200~a\r\nb\rc\u{1B}[A\u{1B}[201~z", [.paste("a\nb\nc\u{1B}[A"), .character("z")]),
    ("\u{1B}[200~\u{1B}[201~", [.paste("")]),
    ("e\u{301}", [.character("e\u{301}")]),
    ("👩\u{200D}💻", [.character("👩\u{200D}💻")]),
    ("x\u{202E}y\u{9B}z", [.character("x"), .character("y"), .character("z")]),
  ]

  @Test(arguments: sequences)
  func `bytes become keys, in one piece and byte by byte`(text: String, keys: [Key]) {
    var whole = KeyDecoder()
    #expect(whole.feed(text.utf8) == keys)
    #expect(whole.patience == 0)
    var pieces = KeyDecoder()
    let slow = text.utf8.flatMap { pieces.feed([$0]) }
    let hasParts = text.unicodeScalars.count > text.count && !text.contains("\u{1B}")
    if !hasParts { #expect(slow == keys) }
    #expect(pieces.finish().isEmpty)
  }

  @Test func `Escape alone waits a moment, then is the key`() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.patience == 25)
    #expect(decoder.finish() == [.escape])
    #expect(decoder.patience == 0)
    #expect(decoder.feed([0x1B, 0x5B]).isEmpty)
    #expect(decoder.finish() == [.alt("[")])
  }

  @Test func `bytes that are not UTF-8 cost nothing but themselves`() {
    var decoder = KeyDecoder()
    #expect(
      decoder.feed([0xFF, 0x61, 0xE9, 0x62, 0xC3, 0x28, 0xF5, 0x80, 0x63])
        == "ab(c".map { .character($0) })
  }

  @Test(arguments: ["\n", "é"])
  func `a paste over the limit is cut between lines, else between characters, and its rest follows`(
    piece: String
  ) throws {
    var decoder = KeyDecoder()
    let text = "x" + String(repeating: piece == "\n" ? "idea\r\n" : piece, count: Key.pasteLimit)
    var keys = decoder.feed("\u{1B}[200~".utf8)
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: 4093) {
      keys += decoder.feed(bytes[start..<min(bytes.count, start + 4093)])
    }
    keys += decoder.feed("\u{1B}[201~".utf8)
    guard case .paste(let head)? = keys.first, case .pasteCut(let rest)? = keys.last else {
      Issue.record("\(keys.count) keys")
      return
    }
    #expect(keys.count == 2 && head.utf8.count <= Key.pasteLimit)
    #expect(head + rest == text.replacing("\r\n", with: "\n"))
    #expect(head.hasSuffix(piece))
  }

  @Test func `noise of any kind neither traps nor stays`() {
    var random = SplitMix(seed: 7)
    let likely: [UInt8] = [0x1B, 0x5B, 0x4F, 0x3B, 0x3C, 0x4D, 0x32, 0x30, 0x7E, 0xC3, 0xF0]
    for _ in 0..<3000 {
      var decoder = KeyDecoder()
      let bytes = (0..<40).map { _ in
        Bool.random(using: &random)
          ? likely[Int.random(in: 0..<likely.count, using: &random)]
          : UInt8.random(in: 0...255, using: &random)
      }
      _ = decoder.feed(bytes)
      _ = decoder.finish()
      #expect(decoder.patience == 0)
      let after = decoder.feed("\u{1B}[201~q".utf8)
      #expect(after.last == .character("q"))
    }
    var long = KeyDecoder()
    _ = long.feed([0x1B, 0x5B] + Array(repeating: 0x39, count: 5000))
    #expect(long.patience == 0)
  }

  @Test(arguments: [
    ("\u{1B}]11;rgb:ffff/ffff/ffff\u{7}", true), ("\u{1B}]11;rgb:fd/f6/e3\u{1B}\\", true),
    ("\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", false),
    ("\u{1B}]11;rgba:2828/2a2a/3636/ffff\u{7}", false),
  ])
  func `a terminal's answer about its background is no key, however it arrives`(
    answer: String, isLight: Bool
  ) {
    for cut in 0...answer.utf8.count {
      var decoder = KeyDecoder()
      decoder.awaitsBackground = true
      let bytes = Array(("a" + answer + "b").utf8)
      let keys = decoder.feed(bytes.prefix(cut + 1)) + decoder.feed(bytes.dropFirst(cut + 1))
      #expect(keys == [.character("a"), .character("b")])
      #expect(decoder.isBackgroundLight == isLight)
    }
  }

  @Test func `that the window has the keyboard, or has it no more, is no key`() {
    var decoder = KeyDecoder()
    #expect(decoder.hasFocus == nil)
    #expect(decoder.feed(Array("a\u{1B}[Ob".utf8)) == [.character("a"), .character("b")])
    #expect(decoder.hasFocus == false)
    #expect(decoder.feed(Array("\u{1B}[".utf8)) + decoder.feed(Array("I".utf8)) == [])
    #expect(decoder.hasFocus == true)
  }

  @Test func `a bracket with Alt stays a key while an answer is awaited`() {
    var decoder = KeyDecoder()
    decoder.awaitsBackground = true
    #expect(decoder.feed(Array("\u{1B}]x".utf8)) == [.alt("]"), .character("x")])
    #expect(decoder.isBackgroundLight == nil)
  }
}
