import Testing

@testable import Reporting

struct SanitisedTests {
  @Test(arguments: [
    ("\u{1B}[31m", "[31m"), ("a\u{0}\u{7}\u{8}b", "ab"), ("\u{7F}\u{9B}x", "x"),
    ("\u{202E}x\u{2066}", "x"),
    ("a\u{200B}\u{200D}\u{2060}\u{FEFF}b", "ab"), ("\u{E0041}\u{E0100}x", "x"),
    ("\u{E000}x\u{10FFFF}", "\u{E000}x\u{FFFD}"),
    ("\u{3164}\u{AD}x", "x"), ("a\r\nb\rc\u{85}d\u{2028}e", "a\nb\nc\nd\ne"), ("a\tb", "a b"),
    ("é e\u{301} ő 漢字 🎉 ❤\u{FE0F} €", "é e\u{301} ő 漢字 🎉 ❤\u{FE0F} €"),
    ("«\u{A0}x\u{202F}»", "«\u{A0}x\u{202F}»"),
  ])
  func `Only what is seen passes`(text: String, sanitised: String) {
    #expect(Array(Report.sanitised(text).unicodeScalars) == Array(sanitised.unicodeScalars))
  }

  @Test func `No control of any block of Unicode passes`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), scalar != "\n", Report.isVisible(scalar) else {
        continue
      }
      let category = scalar.properties.generalCategory
      let isHidden = [.control, .format, .lineSeparator, .paragraphSeparator].contains(category)
      if isHidden { Issue.record("U+\(String(value, radix: 16)) passes") }
    }
  }

  @Test func `A line is folded, and no-break spaces stay inside only`() {
    #expect(Report.line("\u{A0} a \t b\n\u{3000}c : \u{A0}") == "a b c :")
    #expect(Report.line("a\u{A0}: b") == "a\u{A0}: b")
  }
}
