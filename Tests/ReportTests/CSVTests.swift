import Foundation
import Testing

@testable import Reporting

@Suite(.enabled(if: Reader.hasPython, "python3 is not installed"))
struct CSVTests {
  /// As the languages' own files have it.
  private static func separator(_ language: String) -> String { language == "en" ? "," : ";" }

  private func read(_ list: List, _ language: String) throws -> [[String]] {
    try Reader.read(
      CSV.render(list, separator: Self.separator(language)),
      with: """
        import csv
        text = open(sys.argv[1], 'rb').read()
        assert text.startswith(b'\\xef\\xbb\\xbf')
        lines = text[3:].decode('utf-8').splitlines(keepends=True)
        assert lines[-1].endswith('\\r\\n')
        f = open(sys.argv[1], encoding='utf-8-sig', newline='')
        print(json.dumps(list(csv.reader(f, delimiter='\(Self.separator(language))', strict=True))))
        """, as: [[String]].self)
  }

  @Test(arguments: ["en", "fr", "hu"])
  func `Hostile texts fill their own cell and no other, and none is a formula`(
    language: String
  ) throws {
    let texts =
      HostileTexts.corpus + HostileTexts.random(300, seed: 3) + [
        "=1+1", "+33 1 23 45", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "=cmd|' /C calc'!A0",
        "＝1", "\"=1\"", "a;b,c", "a\n=b", "\"", "\"\"", String(repeating: "é", count: 4_000),
      ]
    let rows = texts.map { ["anchor", $0, "end"] }
    let found = try read(List(name: "x", header: texts, rows: rows), language)
    try #require(found.count == texts.count + 1)
    for (row, text) in zip(found.dropFirst(), texts) {
      try #require(
        row.count == 3 && row[0] == "anchor" && row[2] == "end", "\(text.debugDescription)")
      let plain = Report.lines(text).joined(separator: "\n")
      #expect(row[1] == plain || row[1] == "'" + plain, "\(text.debugDescription)")
      let isFormula = row[1].drop { $0 == " " }.first.map { "=+-@＝".contains($0) } ?? false
      #expect(!isFormula || Double(row[1]) != nil, "\(row[1].debugDescription)")
    }
    #expect(found[0].count == texts.count)
  }

  @Test(arguments: ["0", "-5", "12.5", "-12,5"]) func `Numbers stay numbers`(number: String) throws
  {
    #expect(try read(List(name: "x", header: ["n"], rows: [[number]]), "fr") == [["n"], [number]])
  }
}
