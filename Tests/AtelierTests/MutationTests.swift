import Assets
import Foundation
import Languages
import Testing
import TextSafety
import WorkshopCore

@testable import Journaling
@testable import People
@testable import Terminal

/// Whatever bytes come, whoever reads them neither traps nor hangs, and what was read holds together.
///
/// Samples are mutated by a seeded generator. `MUTATIONS=1000000 swift test --filter MutationTests` tries
/// more of them.
@Suite struct MutationTests {
  static let rounds = Int(ProcessInfo.processInfo.environment["MUTATIONS"] ?? "") ?? 400

  @Test func `a line of a journal is read whole, as damaged, or not at all`() {
    let samples = Self.events.enumerated().map { index, event in
      [UInt8](
        EntryLine.bytes(
          id: EntryID(writer: "aaaaaaaaaaaa", sequence: index + 1),
          stamp: Stamp(milliseconds: 1_795_421_645_000), at: "2026-11-23T09:14:05+01:00",
          by: "Ana", event: EntryLine.json(event) ?? []
        ).dropLast())
    }
    let whole = Set(samples)
    Mutator(samples, seed: 1).run(10 * Self.rounds) { line in
      guard case .entry(let decoded) = line.withUnsafeBytes(EntryLine.read),
        decoded.sum == .fitting
      else { return }
      #expect(whole.contains(line), "another line with a fitting sum")
    }
  }

  @Test func `a plan that is taken reads back as the same plan`() throws {
    let samples = Content.builtIn.templates.sorted().compactMap {
      Content.builtIn.text(at: "templates/\($0).json").map { Array($0.utf8) }
    }
    #expect(!samples.isEmpty)
    Mutator(samples, seed: 2).run(Self.rounds / 4) { bytes in
      guard let plan = try? PlanText.plan(from: bytes).plan, let text = PlanText.bytes(of: plan)
      else { return }
      #expect((try? PlanText.plan(from: text).plan) == plan)
    }
  }

  @Test func `a list of people gives no more people than two a line`() {
    let words = RosterWords(.builtIn)
    Mutator(Self.lists.map { Array($0.utf8) }, seed: 3).run(Self.rounds) { bytes in
      guard
        let file = try? RosterFile(
          bytes,
          RosterFile.Setting(
            language: "fr", words: words, sheet: Content.builtIn.sheets["person"]))
      else { return }
      let lines = bytes.count { $0 == 10 || $0 == 13 } + 1
      #expect(file.rows.count <= 2 * lines)
    }
  }

  @Test func `keys do not depend on how their bytes are cut`() {
    var random = SplitMix64(seed: 4)
    Mutator(Self.keys.map { Array($0.utf8) }, seed: 4).run(10 * Self.rounds) { bytes in
      var whole = KeyDecoder()
      let keys = whole.feed(bytes) + whole.finish()
      var cut = KeyDecoder()
      let place = Int.random(in: 0...bytes.count, using: &random)
      let parts = cut.feed(bytes[..<place]) + cut.feed(bytes[place...]) + cut.finish()
      #expect(Self.letters(keys) == Self.letters(parts), "\(bytes), cut at \(place)")
    }
  }

  @Test func `a text that was made safe is safe`() {
    Mutator(Self.texts.map { Array($0.utf8) }, seed: 5).run(10 * Self.rounds) { bytes in
      let safe = SafeText.of(String(decoding: bytes, as: UTF8.self), newlines: true)
      #expect(SafeText.of(safe, newlines: true) == safe)
      #expect(!safe.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      var frame = Frame(size: Size(columns: 20, rows: 2))
      frame.paragraph(safe, in: frame.bounds, style: .plain)
      #expect(frame.row(0).count == 20)
    }
  }

  /// Marks join the letter before them only where both come at once.
  private static func letters(_ keys: [Key]) -> String {
    keys.map { if case .character(let letter) = $0 { String(letter) } else { "⟨\($0)⟩" } }.joined()
  }

  private static let events: [Event] = [
    .cardAdded(board: "ideas", text: "Bench “à l’ombre”", fields: ["theme": "t"]),
    .ballotCast(poll: "p", voter: "v", marks: ["a": 1, "b": -2]),
    .activityOpened(activity: "one", seconds: 300),
    .reverted(entry: EntryID(writer: "aaaaaaaaaaaa", sequence: 1)),
    .fieldsSet(field: "table", values: ["x": "1"]), .boardShown(board: nil),
  ]
  private static let lists = [
    "Nom;Prénom;Courriel;Commune\nKeller;Ana;ana@example.org;Sceaux\nRoy;\"Paul;\n\"\"Jr\"\"\";;\n",
    "Name,Email\r\nAna Keller,ana@example.org\r\nPaul Roy,\r\n", "\u{FEFF}Név\tEmail\nNagy Éva\t\n",
  ]
  private static let keys = [
    "\u{1B}[A\u{1B}OP\u{1B}[1;5C\u{1B}[<0;10;5M\u{1B}[<0;10;5m\u{1B}[27;5;97~\u{1B}x é e\u{301}",
    "\u{1B}[200~two\nlines\u{1B}[201~\r\t\u{7F}\u{3}", "👩🏽\u{200D}🚒 क्\u{200D}ष 1\u{FE0F}\u{20E3}",
  ]
  private static let texts = keys + lists + ["\u{202E}x\u{AD}y می\u{200C}خواهم \u{E000}\u{10FFFF}"]
}

/// Makes new inputs of samples: bits flipped, pieces cut, doubled, taken from another sample or put in.
struct Mutator {
  private let samples: [[UInt8]]
  private var random: SplitMix64
  /// What readers may stumble over.
  private static let tokens =
    [
      "\"", "\\", "{", "}", "[[[[[[[[", "]", ",", ":", "null", "-1", "1e999",
      "99999999999999999999",
      "\\ud800", "\u{FEFF}", "\u{0}", "\u{1B}[", "\u{1B}[200~", "\n", "\r", ";", "\t", "\u{FFFD}",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]]

  init(_ samples: [[UInt8]], seed: UInt64) {
    self.samples = samples
    random = SplitMix64(seed: seed)
  }

  /// Hands so many inputs to a reader, each made by one to four changes.
  consuming func run(_ rounds: Int, _ read: ([UInt8]) -> Void) {
    var random = random
    for _ in 0..<rounds {
      guard var bytes = samples.randomElement(using: &random) else { return }
      for _ in 0..<Int.random(in: 1...4, using: &random) { change(&bytes, &random) }
      read(bytes)
    }
  }

  private func change(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 0...24, using: &random))
    switch Int.random(in: 0..<5, using: &random) {
    case 0 where place < bytes.count:
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 3:
      let other = samples.randomElement(using: &random) ?? []
      let from = Int.random(in: 0...other.count, using: &random)
      bytes.insert(contentsOf: other[from...].prefix(40), at: place)
    default:
      bytes.insert(contentsOf: Self.tokens.randomElement(using: &random) ?? [], at: place)
    }
  }
}
