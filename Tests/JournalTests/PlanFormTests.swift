import Testing

@testable import Journaling

/// What is no JSON in a plan: told with its place, and read on where it is plain what was meant.
struct PlanFormTests {
  private func told(_ text: String) -> [String] {
    PlanText.problems(in: Array(text.utf8), words: PlanReaderTests.words).map {
      "\($0.line):\($0.column) \($0.text)\($0.suggestion.map { " → \($0)" } ?? "")"
    }
  }

  static let quotes = "a text goes between straight double quotes: \"…\""
  static let rest =
    "0:0 what follows the last fault in its form could not be read; correct that first"

  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let told: [String]
    var testDescription: String { text }
    init(_ text: String, _ told: [String]) { (self.text, self.told) = (text, told) }
  }

  static let cases = [
    Case(
      "{ \"title\": “Day”,\n  “goal”: 'l'été',\n  \"tabels\": 4 }",
      [
        "1:12 \(quotes)", "2:3 \(quotes)", "2:11 \(quotes)",
        "3:3 the key “tabels” is unknown here, and nothing reads it → tables",
      ]),
    Case(
      "{ title: \"Day\",\n  goal = \"G\";\n  \"tables\" 4 }",
      [
        "1:3 expected a key in quotes", "2:3 expected a key in quotes", "2:8 expected a colon",
        "2:13 expected a comma or a closing brace", "3:12 expected a colon",
      ]),
    Case(
      "{ \"title\": \"What is \"good\"?\",\n  \"goal\": \"G,\n  \"tabels\": 4 }",
      [
        "1:21 a quote within a text is written \\\"",
        "2:11 a text has no closing quote on its line",
        "3:3 the key “tabels” is unknown here, and nothing reads it → tables",
      ]),
    Case(
      "{ \"title\": My day,\n  \"tables\": 05,\n  \"goal\": ,\n  \"people\": [\n"
        + "    { \"id\": \"a\", \"name\": \"A\", \"stakeholder\": True },,\n"
        + "    { \"id\": \"b\", \"name\": \"B\" } ] }",
      [
        "1:12 \(quotes)", "2:13 not a number", "3:11 expected a value",
        "5:46 expected a value → true", "5:53 expected a value",
      ]),
    // A forgotten brace or bracket.
    Case(
      "{ \"title\": \"T\", \"boards\": [\n  { \"id\": \"a\",\n  { \"id\": \"b\", \"srot\": \"text\"\n  ]\n}",
      [
        "3:3 a closing brace is missing before this", "4:3 a closing brace is missing before this",
        "3:16 the key “srot” is unknown here, and nothing reads it → sort",
      ]),
    Case(
      "{ \"title\": \"T\", \"themes\": [{ \"id\": \"a\", \"name\": \"A\" }\n}",
      ["2:1 a closing bracket is missing before this"]),
    Case("title: My day\nsessions:\n", ["1:1 the file should be an object in braces", rest]),
    Case(" \n", ["2:1 the file is empty"]),
    Case("{ \"title\": \"T\"\n", ["2:1 expected a comma or a closing brace"]),
    // Where nothing can be made of the rest, what stands before it is told all the same.
    Case(
      "{ \"title\": \"T\", \"language\": \"de\" }\n, \"x\": 1 }",
      [
        "2:1 unexpected text after the end", "1:29 there is no language “de”", rest,
      ]),
    Case(
      "{ \"language\": \"English\", \"sessions\": [{ \"activities\": [{ \"board\": \"b\"\n  @",
      [
        "2:3 expected a comma or a closing brace", "1:15 there is no language “English” → en", rest,
      ]),
  ]

  @Test(arguments: cases) func `what is no JSON is told, and what comes after it as well`(
    slip: Case
  ) {
    #expect(told(slip.text) == slip.told)
  }

  @Test func `a plan in UTF-16, and bytes of no text, are told as what they are`() {
    let says = "the file is UTF-16 text, or no text; save it as UTF-8"
    let text = "{ \"title\": \"T\" }"
    let units = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let swapped = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [units, [0xFF, 0xFE] + units, swapped, [0xFE, 0xFF] + swapped, [0, 0, 0]] {
      let problems = PlanText.problems(in: bytes, words: PlanReaderTests.words)
      #expect(problems.first?.text == says && problems.first?.line == 1)
    }
    // Latin-1: said once, however many texts have an accent.
    let latin =
      Array("{ \"title\": \"".utf8) + [0xE9] + Array("\", \"goal\": \"".utf8) + [0xE9, 0x22, 0x7D]
    let problems = PlanText.problems(in: latin, words: PlanReaderTests.words)
    #expect(problems.map(\.text) == ["not UTF-8 text"])
  }

  @Test func `lines that end as on Windows, a mark and tabs move no place`() {
    let windows =
      "\u{FEFF}"
      + PlanReaderTests.sound.replacing("\n", with: "\r\n")
      .replacing("  ", with: "\t")
    #expect(told(windows) == [])
    #expect(
      told(windows.replacing("\"goal\": \"Fewer queues\",", with: "\"gaol\": \"Fewer queues,"))
        == [
          "4:10 a text has no closing quote on its line",
          "4:2 the key “gaol” is unknown here, and nothing reads it → goal",
        ])
  }

  @Test func `a running workshop says what check says first`() throws {
    for slip in Self.cases {
      let bytes = Array(slip.text.utf8)
      let first = try #require(PlanText.problems(in: bytes, words: PlanReaderTests.words).first)
      #expect(throws: JournalError.planRefused(first)) {
        try PlanText.plan(from: bytes)
      }
    }
  }
}
