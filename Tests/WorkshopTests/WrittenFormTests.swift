import Foundation
import Testing
import WorkshopCore

/// Stamps, ids and times of day as text, and the clock that hands out stamps.
@Suite struct WrittenFormTests {
  @Test(arguments: ["000000000000-0000", "01a206f36a03-0000", "ffffffffffff-ffff"])
  func `a stamp reads back as it was written`(text: String) {
    #expect(Stamp(text)?.description == text)
  }

  @Test(arguments: [
    "", "-", "01a206f36a03", "01a206f36a03-", "01a206f36a03-000", "01a206f36a03-00000",
    "1a206f36a03-0000", "01A206F36A03-0000", "+1a206f36a03-0000", "01a206f36a03-+001",
    "01a206f36a03-0000-", "-1a206f36a03-0000", "01a206f36a0g-0000", " 01a206f36a03-0000",
    "01a206f36a03_0000", "٠١٢٣٤٥٦٧٨٩٠١-0000",
  ])
  func `anything else is no stamp`(text: String) {
    #expect(Stamp(text) == nil)
  }

  @Test func `stamps sort as their texts`() {
    var random = SplitMix64(seed: 3)
    let stamps = (0..<500).map { _ in
      Stamp(
        milliseconds: Int64.random(
          in: 0..<(1 << Int64.random(in: 1...48, using: &random)), using: &random),
        counter: UInt16.random(in: 0...3, using: &random))
    }
    #expect(stamps.sorted().map(\.description) == stamps.map(\.description).sorted())
    #expect(stamps.allSatisfy { Stamp($0.description) == $0 })
  }

  @Test func `a stamp stays within its digits`() {
    #expect(Stamp(milliseconds: -5).description == "000000000000-0000")
    #expect(Stamp(milliseconds: .max).description == "ffffffffffff-0000")
  }

  @Test func `an id reads back as it was written`() {
    for text in ["k7f3m2q9x4tc-12", "a-1", "a-b-3", "a--1"] {
      #expect(EntryID(text)?.description == text)
    }
    #expect(EntryID("k7f3m2q9x4tc-12") == EntryID(writer: "k7f3m2q9x4tc", sequence: 12))
  }

  @Test(arguments: [
    "", "-", "a", "a-", "-1", "a-0", "a-+1", "a-01", "a-1 ", "a-x", "a-٣",
    "a-99999999999999999999",
  ])
  func `anything else is no id`(text: String) {
    #expect(EntryID(text) == nil)
  }

  @Test func `ids order by writer, then by number`() {
    let ids = ["a-2", "a-10", "b-1"].compactMap { EntryID($0) }
    #expect(ids.reversed().sorted() == ids)
  }

  @Test func `stamps and ids are plain strings in JSON`() throws {
    let json = Data(#"["01a206f36a03-0007"]"#.utf8)
    let stamps = try JSONDecoder().decode([Stamp].self, from: json)
    #expect(try JSONEncoder().encode(stamps) == json)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Stamp].self, from: Data(#"["x"]"#.utf8))
    }
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([EntryID].self, from: Data(#"["x"]"#.utf8))
    }
  }

  @Test(arguments: [("0:00", 0), ("9:05", 545), ("09:05", 545), ("23:59", 1439)])
  func `a time of day is read`(text: String, minutes: Int) {
    #expect(ClockTime(text)?.minutes == minutes)
  }

  @Test(arguments: [
    "", ":", "9", "9:5", "09:60", "24:00", "-1:00", "+9:05", "9:+5", "009:05", " 9:05", "9:05 ",
    "9:05:00", "9.05", "٩:٠٥", "-0:05",
  ])
  func `anything else is no time of day`(text: String) {
    #expect(ClockTime(text) == nil)
  }

  @Test func `a time of day is written with two digits and wraps at midnight`() {
    #expect(ClockTime(minutes: 65).description == "01:05")
    #expect(ClockTime(minutes: 1440 + 61).description == "01:01")
    #expect(ClockTime(minutes: -1).description == "23:59")
  }

  @Test func `a moment tells its local time of day, before 1970 too`() {
    #expect(Room.moment(0).clock == "09:00")
    #expect(Moment(milliseconds: Room.nine, offset: 3600).clock == "10:00")
    #expect(Moment(milliseconds: Room.nine, offset: -36_000).clock == "23:00")
    #expect(Moment(milliseconds: -60_000).clock == "23:59")
    #expect(Room.moment(0).adding(seconds: -61).secondOfDay == 9 * 3600 - 61)
  }

  @Test func `the clock follows the wall and never goes back`() {
    var clock = HybridClock()
    let stamps = [100, 100, 90, 200, 150].map { (now: Int64) in clock.tick(now: now) }
    #expect(stamps.map(\.milliseconds) == [100, 100, 100, 200, 200])
    #expect(stamps.map(\.counter) == [0, 1, 2, 0, 1])
  }

  @Test func `what was seen is sorted before what is written next`() {
    var clock = HybridClock()
    let seen = Stamp(milliseconds: 500, counter: 7)
    clock.observe(seen)
    clock.observe(Stamp(milliseconds: 400))
    let next = clock.tick(now: 450)
    #expect(next == Stamp(milliseconds: 500, counter: 8))
  }

  @Test func `a full counter goes on to the next millisecond, and the end of time stands still`() {
    var clock = HybridClock(latest: Stamp(milliseconds: 10, counter: .max))
    let full = clock.tick(now: 10)
    #expect(full == Stamp(milliseconds: 11))
    clock.observe(Stamp(milliseconds: .max, counter: .max))
    let end = clock.tick(now: .max)
    #expect(end == Stamp(milliseconds: .max, counter: .max))
    clock = HybridClock()
    let (one, two) = (clock.tick(now: .max), clock.tick(now: .max))
    #expect(one < two)
  }
}
