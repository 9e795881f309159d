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
    ("\u{1B}[31mred", "[31mred"), ("\u{9B}31m", "31m"), ("x\u{7F}y", "xy"),
    ("so\u{AD}ft", "so\u{AD}ft"), ("\u{AD}x \u{AD}", "x "),
    ("\u{202E}evil\u{202C}", "evil"), ("\u{61C}\u{200E}\u{200F}\u{2066}a\u{2069}", "a"),
    ("zero\u{200B}\u{2060}\u{FEFF}width", "zerowidth"), ("a\u{200D}b", "ab"),
    ("👩\u{200D}💻", "👩\u{200D}💻"), ("❤\u{FE0F}", "❤\u{FE0F}"), ("👩\u{200D}", "👩"),
    ("👩\u{200D}x", "👩x"), ("🙂\u{200D}\u{202E}\u{200D}💻", "🙂\u{200D}💻"),
    ("tag\u{E0041}\u{E007F}", "tag"), ("\u{FFFF}\u{E000}", "\u{FFFD}\u{E000}"),
    ("1 000\u{202F}€ «\u{A0}oui\u{A0}»", "1 000\u{202F}€ «\u{A0}oui\u{A0}»"),
    ("a\u{FE0F}", "a"), ("\u{3164}x\u{115F}", "x"), ("b\u{E0100}", "b"),
    ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("क्\u{200D}ष", "क्\u{200D}ष"),
    ("क\u{200C}\u{200C}\u{200D}", "क\u{200C}"), ("pay\u{200C}pal", "paypal"),
    ("1\u{FE0F}\u{20E3} #\u{FE0F}\u{20E3} 2\u{FE0F}", "1\u{FE0F}\u{20E3} #\u{FE0F}\u{20E3} 2"),
    ("👩🏽\u{200D}🚒 👁\u{FE0F}\u{200D}🗨", "👩🏽\u{200D}🚒 👁\u{FE0F}\u{200D}🗨"),
    (
      "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
      "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}"
    ),
    ("©\u{FE0F} ™\u{FE0E}", "©\u{FE0F} ™\u{FE0E}"), ("葛\u{E0100}\u{E0101}城", "葛\u{E0100}城"),
    ("\u{0B95}\u{0BCD}\u{200D} \u{378}", "\u{0B95}\u{0BCD}\u{200D} \u{378}"),
  ])
  func `only what can do no harm passes`(text: String, clean: String) {
    #expect(Text.sanitised(text) == clean)
    #expect(Text.sanitised(clean) == clean)
  }

  @Test func `line ends stay where they are allowed, each as one`() {
    #expect(Text.sanitised("a\r\nb\rc\nd\u{2029}e\tf", newlines: true) == "a\nb\nc\nd\ne f")
  }

  @Test func `a letter keeps its marks, and a terminal is shown a few of them`() {
    let tower = "a" + String(repeating: "\u{301}", count: 500)
    #expect(Text.sanitised(tower) == tower)
    #expect(Text.drawn(Character(tower)).unicodeScalars.count == 5)
  }

  @Test func `a terminal is shown nothing unseen, and no character that it may not know`() {
    let text = "क्\u{200D}ष 葛\u{E0100} so\u{AD}ft 1\u{FE0F}\u{20E3} \u{E000}\u{378}"
    var frame = Frame(size: Size(columns: 40, rows: 1))
    frame.put(text, x: 0, y: 0)
    #expect(frame.text.unicodeScalars.allSatisfy(HostileText.isHarmless))
    #expect(frame.text.contains("soft 1 \u{FFFD}\u{FFFD}"))
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

  @Test func `a line of simple characters is wrapped as any other`() {
    var random = SystemRandomNumberGenerator()
    let pieces = ["a", "é", "’", " ", " ", "  ", "\u{A0}", "word", "tizenkettő", "…"]
    for _ in 0..<5000 {
      let count = Int.random(in: 0...14, using: &random)
      let line = (0..<count).map { _ in pieces.randomElement(using: &random)! }.joined()
      let width = Int.random(in: 1...16, using: &random)
      #expect(Text.isSimple(line))
      #expect(
        Text.wrapSimple(line[...], to: width) == Text.wrapLine(line[...], to: width),
        "“\(line)” to \(width)")
    }
  }

  @Test func `where words are kept a long one is a line by itself`() {
    let lines = Text.wrap("see https://example.org/a/b or ask", to: 9, keepsWords: true)
    #expect(lines == ["see", "https://example.org/a/b", "or ask"])
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
