import Testing
import WorkshopCore

@testable import Journaling

/// Lines that are read without a general decoder: what it would make of them.
struct PlainLineTests {
  private static let texts = [
    "A bench", "", "Zoé’s vélo 🚲", "two\nlines and a \"quote\" and a \\ and a / and a \t tab",
    "\u{7f}\u{85}\u{2028}", "\u{1}", "ﬁ\u{301}",
  ]

  /// What both ways make of a line; nil where it is refused.
  private func readings(_ line: [UInt8]) -> (quick: Entry?, general: EntryLine.Decoded?) {
    line.withUnsafeBytes { bytes in
      let general: EntryLine.Decoded? =
        if case .entry(let decoded) = EntryLine.readAny(bytes) { decoded } else { nil }
      return (PlainLine.entry(bytes), general)
    }
  }

  @Test(arguments: Events.all)
  func `a line that is read quickly says what the general decoder reads`(event: Event) throws {
    let (quick, general) = readings(try Events.line(event))
    #expect(quick == nil || quick == general?.entry)
    if case .cardAdded = event { #expect(quick != nil) }
  }

  @Test(arguments: texts)
  func `any text comes back from a line`(text: String) throws {
    for event in [
      Sample.card(text), .fieldsSet(field: text, values: ["a": text]),
      .ballotCast(poll: "p", voter: text, marks: ["a": -3, text: 0], way: .paper),
    ] {
      let (quick, general) = readings(try Events.line(event))
      #expect(general?.entry.event == event)
      #expect(quick == nil || quick == general?.entry)
    }
  }

  @Test(arguments: Events.all)
  func `no damage makes the two ways disagree`(event: Event) throws {
    let line = try Events.line(event)
    var random = SplitMix64(seed: 3)
    for _ in 0..<300 {
      var damaged = line
      for _ in 0...Int.random(in: 0...2, using: &random) {
        let place = damaged.indices.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<4, using: &random) {
        case 0: damaged[place] ^= 1 << Int.random(in: 0..<8, using: &random)
        case 1: damaged.remove(at: place)
        case 2:
          damaged.insert(Array("\"{}[]:,\\0-".utf8).randomElement(using: &random) ?? 0, at: place)
        default:
          let end = min(damaged.count, place + Int.random(in: 1...30, using: &random))
          damaged.insert(contentsOf: damaged[place..<end], at: place)
        }
      }
      let (quick, general) = readings(damaged)
      #expect(
        quick == nil || quick == general?.entry && general?.version == 1,
        "\(String(decoding: damaged, as: UTF8.self))")
    }
  }

  @Test func `hardly any line of a day needs the general decoder`() throws {
    let day: [Event] = [
      Sample.card("A bench"), .voiceAdded(card: "a-1"), .cardBinned(card: "a-1"),
      .fieldSet(card: "a-1", field: "text", value: "x", over: EntryID(writer: "a", sequence: 1)),
      .fieldsSet(field: "zone", values: ["a-1": "z"]),
      .memberAdded(card: "a-1", set: "tags", member: "m"),
      .ballotCast(poll: "p-1", voter: "v", marks: ["a": 1]),
    ]
    for event in day { #expect(readings(try Events.line(event)).quick?.event == event) }
  }
}
