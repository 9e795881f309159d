import Testing

@testable import Terminal

@Suite struct TextTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("Üröm ő", 6), ("日本", 4), ("한글", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("🙂", 2), ("👩\u{200D}💻", 2), ("❤\u{FE0F}", 1),
    ("👍🏽", 2), ("🇫🇷", 2), ("─│╭█▄", 5), ("●✓▪▶…›", 6), ("\u{1B}", 0), ("\n", 0),
    ("Ａ", 2), ("क्षि", 3), ("ﷺ", 1), ("👩\u{200D}👩\u{200D}👧\u{200D}👦", 2), ("⌚", 2), ("\u{FFFD}", 1),
  ])
  func `a text is as wide as its columns`(text: String, columns: Int) {
    #expect(Text.width(text) == columns)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a\tb", "a b"), ("a\r\nb\nc\rd", "a b c d"),
    ("a\u{2028}b\u{85}c", "a b c"),
    ("\u{1B}[31mred", "[31mred"), ("\u{9B}31m", "31m"), ("x\u{7F}y", "xy"), ("so\u{AD}ft", "soft"),
    ("\u{202E}evil\u{202C}", "evil"), ("\u{61C}\u{200E}\u{200F}\u{2066}a\u{2069}", "a"),
    ("zero\u{200B}\u{2060}\u{FEFF}width", "zerowidth"), ("a\u{200D}b", "ab"),
    ("👩\u{200D}💻", "👩\u{200D}💻"), ("❤\u{FE0F}", "❤\u{FE0F}"), ("👩\u{200D}", "👩"),
    ("👩\u{200D}x", "👩x"), ("🙂\u{200D}\u{202E}\u{200D}💻", "🙂\u{200D}💻"),
    ("tag\u{E0041}\u{E007F}", "tag"), ("\u{FFFF}\u{E000}", "\u{FFFD}\u{FFFD}"),
    ("1 000\u{202F}€ «\u{A0}oui\u{A0}»", "1 000\u{202F}€ «\u{A0}oui\u{A0}»"),
    ("a\u{FE0F}", "a"), ("\u{3164}x\u{115F}", "x"), ("b\u{E0100}", "b"),
  ])
  func `only what can do no harm passes`(text: String, clean: String) {
    #expect(Text.sanitised(text) == clean)
    #expect(Text.sanitised(clean) == clean)
  }

  @Test func `line ends stay where they are allowed, each as one`() {
    #expect(Text.sanitised("a\r\nb\rc\nd\u{2029}e\tf", newlines: true) == "a\nb\nc\nd\ne f")
  }

  @Test func `a letter keeps a few marks only`() {
    let tower = "a" + String(repeating: "\u{301}", count: 500) + "b"
    #expect(Text.sanitised(tower).unicodeScalars.count == 6)
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("one two", 3, ["one", "two"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]), ("a\n\nb", 5, ["a", "", "b"]), ("", 5, [""]),
    ("  in", 6, ["  in"]), ("a  b", 4, ["a  b"]), ("aaa  bbb", 4, ["aaa", "bbb"]),
    ("日本語", 4, ["日本", "語"]), ("prix\u{A0}: 5", 6, ["prix\u{A0}:", "5"]),
    ("a\r\nb", 9, ["a", "b"]), ("x", 0, ["x"]),
  ])
  func `text breaks at words`(text: String, width: Int, lines: [String]) {
    #expect(Text.wrap(text, to: width) == lines)
  }

  @Test(arguments: 1...40)
  func `wrapping loses nothing but spaces and exceeds no line`(width: Int) {
    var random = SplitMix(seed: UInt64(width))
    let letters: [Character] = ["a", "b", "é", "日", " ", " ", "\n", "🙂", "👩\u{200D}💻", "-", "ő"]
    for _ in 0..<60 {
      let text = String(
        (0..<Int.random(in: 0...90, using: &random)).map { _ in
          letters[Int.random(in: 0..<letters.count, using: &random)]
        })
      let lines = Text.wrap(text, to: width)
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " && $0 != "\n" })
      #expect(lines.allSatisfy { Text.width($0) <= width || $0.count == 1 })
      #expect(lines.count >= text.count { $0 == "\n" } + 1)
    }
  }

  @Test(arguments: [
    ("short", 9, "short"), ("exactly", 7, "exactly"), ("too long", 5, "too…"), ("abc", 1, "…"),
    ("abc", 0, ""), ("abc", -3, ""), ("日本語", 4, "日…"), ("日本", 4, "日本"),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
  ])
  func `what does not fit is cut between characters and marked`(
    text: String, width: Int, clipped: String
  ) {
    #expect(Text.clip(text, to: width) == clipped)
  }

  @Test func `padding fills a width exactly`() {
    #expect(Text.pad("ab", to: 5) == "ab   ")
    #expect(Text.pad("ab", to: 5, .right) == "   ab")
    #expect(Text.pad("ab", to: 5, .centre) == " ab  ")
    #expect(Text.pad("日本語", to: 4, .right) == " 日…")
  }
}

/// A generator that gives the same numbers on every machine (https://prng.di.unimi.it/splitmix64.c).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
