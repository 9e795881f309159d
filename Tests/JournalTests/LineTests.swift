import Foundation
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Journaling

/// The bytes of an entry, whole and damaged.
struct LineTests {
  @Test func `the check sum is CRC-32 as everybody computes it`() {
    #expect(Checksum.hex(Array("123456789".utf8).withUnsafeBytes(Checksum.crc32)) == "cbf43926")
    #expect(Checksum.hex([UInt8]().withUnsafeBytes(Checksum.crc32)) == "00000000")
  }

  /// The sum was computed by Python's `zlib.crc32`.
  @Test func `an entry is written byte for byte as promised`() throws {
    let json = try #require(EntryLine.json(.cardAdded(board: "ideas", text: "a/b", fields: nil)))
    let line = EntryLine.bytes(
      id: EntryID(writer: "k7f3m2q9x4tc", sequence: 12),
      stamp: Stamp(milliseconds: 0x01a2_06f3_6a03), at: "2026-11-23T09:14:05+01:00", by: "notes",
      event: json)
    #expect(
      String(decoding: line, as: UTF8.self)
        == #"{"v":1,"id":"k7f3m2q9x4tc-12","t":"01a206f36a03-0000","at":"2026-11-23T09:14:05+01:00","#
        + #""by":"notes","e":{"cardAdded":{"board":"ideas","text":"a/b"}},"c":"28f1f206"}"# + "\n")
  }

  @Test func `the same event always gives the same bytes`() {
    let marks = Dictionary(uniqueKeysWithValues: (0..<40).map { ("option\($0)", $0) })
    let event = Event.ballotCast(poll: "p", voter: "v", marks: marks)
    #expect(Set((0..<20).map { _ in EntryLine.json(event) }).count == 1)
  }

  @Test(arguments: Events.all) func `every event comes back from its line`(event: Event) throws {
    let line = try Events.line(event)
    let decoded = try #require(Events.decoded(line))
    #expect(decoded.entry.event == event)
    #expect(!decoded.isDamaged && decoded.unknown == nil)
  }

  @Test(arguments: Events.all)
  func `a flipped bit is told, or has changed nothing`(event: Event) throws {
    let line = try Events.line(event)
    let whole = try #require(Events.decoded(line)).entry
    for index in line.indices {
      for bit in 0..<8 {
        var flipped = line
        flipped[index] ^= 1 << bit
        guard let decoded = Events.decoded(flipped), !decoded.isDamaged else { continue }
        #expect(decoded.entry == whole, "byte \(index), bit \(bit)")
      }
    }
  }

  @Test(arguments: [
    ("[", LineError.notAnObject), ("{\u{1b}}", .controlByte), ("{\"a\":\"\t\"}", .controlByte),
    ("{\"a\":}}", .unbalanced), ("{]}", .unbalanced), ("{}{}", .unbalanced), ("{\"}", .unbalanced),
    ("{\"a\\\"}", .unbalanced), ("{}", .notAnEntry), ("{\"v\":1}", .notAnEntry),
    ("{\"v\":12345678901}", .hugeNumber), ("{\"v\":1e9}", .hugeNumber),
    ("{\"v\":0.12345678901}", .hugeNumber), ("{\"v\":-1e400}", .hugeNumber),
    (#"{"v":1,"id":"\u001b[2J-1","t":"01a206f36a03-0000","e":{"x":{}}}"#, .notAnEntry),
    (#"{"v":1,"id":"a-0","t":"01a206f36a03-0000","e":{"x":{}}}"#, .notAnEntry),
    (#"{"v":1,"id":"a-1","t":"01a206f36a03","e":{"x":{}}}"#, .notAnEntry),
    (#"{"v":1,"id":"a-1","t":"01a206f36a03-0000","e":[]}"#, .notAnEntry),
    (#"{"v":0,"id":"a-1","t":"01a206f36a03-0000","e":{"x":{}}}"#, .notAnEntry),
    (#"{"v":1,"id":"a-1","t":"01a206f36a03-0000","by":"\ud800","e":{"x":{}}"#, .unbalanced),
  ])
  func `what is no entry is refused`(text: String, refusal: LineError) {
    #expect(Events.refusal(Array(text.utf8)) == refusal)
  }

  @Test(arguments: [17, 513, 5_000, 16_000])
  func `deep nesting never reaches the decoder`(depth: Int) {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      let inner =
        String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
      let refusal = Events.refusal(Array("{\"v\":\(inner)}".utf8))
      #expect(refusal == .tooDeep || refusal == .tooLong)
      let unclosed = Array(("{\"v\":" + String(repeating: open, count: depth) + "}").utf8)
      #expect(Events.refusal(unclosed) == .tooDeep || unclosed.count > Limit.line.most)
    }
  }

  @Test func `bytes that are no UTF-8, lone surrogates and NUL do not crash`() throws {
    let line = try Events.line(Sample.card("mark"))
    let start = try #require(
      line.indices.first { line[$0...].starts(with: Array("mark".utf8)) })
    for bytes in [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], Array(#"\ud800"#.utf8),
      Array(#"\u0000"#.utf8), Array(#"\udc00\ud800"#.utf8), Array(#"\uZZZZ"#.utf8), [0xC3],
    ] as [[UInt8]] {
      var hostile = line
      hostile.replaceSubrange(start..<(start + 4), with: bytes)
      if let decoded = Events.decoded(hostile) { #expect(decoded.isDamaged) }
    }
  }

  @Test func `a line without a sum is taken as it is`() throws {
    let line =
      #"{"v":1,"id":"hand-1","t":"01a206f36a03-0000","e":{"cardBinned":{"card":"x"}}}"#
    let decoded = try #require(Events.decoded(Array(line.utf8)))
    #expect(!decoded.isDamaged && decoded.entry.event == .cardBinned(card: "x"))
  }

  @Test func `an event of a later version is kept without its content`() throws {
    let line =
      #"{"v":1,"id":"later-1","t":"01a206f36a03-0000","e":{"cardFolded":{"card":"x"}}}"#
    let decoded = try #require(Events.decoded(Array(line.utf8)))
    #expect(decoded.entry.event == nil && decoded.unknown == "cardFolded")
  }

  @Test func `times are written with their zone, also far from 1970`() {
    #expect(Timestamp(Sample.now).iso8601 == "2026-11-23T09:14:05+01:00")
    #expect(Timestamp(Moment(milliseconds: 951_782_399_000)).iso8601 == "2000-02-28T23:59:59+00:00")
    #expect(
      Timestamp(Moment(milliseconds: 951_868_800_000, offset: -12_600)).iso8601
        == "2000-02-29T20:30:00-03:30")
    #expect(Timestamp(Moment(milliseconds: .max)).compactDate.count == 8)
    #expect(Timestamp(Moment(milliseconds: .min)).compactDate == "19700101")
  }

  @Test(arguments: [
    ("20261123-ana-k7f3m2q9x4tc.jsonl", true), ("20261123-a1-000000000000.jsonl", true),
    ("20261123-ana-k7f3m2q9x4tc.sync-conflict-20261123-101112-ABCDEF7.jsonl", true),
    ("20261123-ana-k7f3m2q9x4tc (conflicted copy 2026-11-28 101500).jsonl", true),
    ("20261123-ana-k7f3m2q9x4tc (Ana's conflicted copy 2026-11-28).jsonl", true),
    ("20261123-ana-k7f3m2q9x4tc-DESKTOP-7.jsonl", true),
    ("20261123-ana-k7f3m2q9x4tc (1).jsonl", true),
    ("20261123-ana-k7f3m2q9x4tcx.jsonl", false),
    ("20261123-ana-k7f3m2q9x4tc (1\u{1B}).jsonl", false),
    ("20261123-ana-k7f3m2q9x4tc (1).jsonl.tmp", false),
    ("20261123--k7f3m2q9x4tc.jsonl", false), ("20261123-ana-k7f3m2q9x4t.jsonl", false),
    ("2026112-ana-k7f3m2q9x4tc.jsonl", false), ("20261123-Ana-k7f3m2q9x4tc.jsonl", false),
    ("20261123-ana-k7f3m2q9x4tc.json", false), (".20261123-ana-k7f3m2q9x4tc.jsonl", false),
    ("20261123-an/-k7f3m2q9x4tc.jsonl", false), ("20261123-a\u{1b}-k7f3m2q9x4tc.jsonl", false),
    ("", false), (".jsonl", false),
  ])
  func `only journals' names are accepted`(name: String, isAccepted: Bool) {
    #expect(JournalName.accepts(name) == isAccepted)
  }

  @Test(arguments: ["Ána Nagy", "őŰ", "山田", "", "-../..", String(repeating: "x", count: 99)])
  func `any user gives a name that is accepted`(user: String) {
    let name = JournalName.make(date: "20261123", by: user, unique: Base32.random(12))
    #expect(JournalName.accepts(name), "\(name)")
  }
}
