import Testing
import WorkshopCore

@testable import Journaling

/// How far other computers' clocks are from ours, by what they write.
@Suite struct ClocksTests {
  private static let now: Int64 = 1_795_424_400_000
  private static let minute: Int64 = 60_000

  private func entry(_ writer: String, _ time: Int64, _ sequence: Int = 1) -> Entry {
    Entry(
      id: EntryID(writer: writer, sequence: sequence), stamp: Stamp(milliseconds: time), at: "",
      by: writer, event: nil)
  }

  private func behind(_ late: Int64..., isLive: Bool = true) -> Int64? {
    var clocks = Clocks()
    for (index, late) in late.enumerated() {
      let now = Self.now + Int64(index) * Self.minute
      clocks.compare([entry("w", now - late, index + 1)], at: now, isLive: isLive)
    }
    return clocks.behind["w"]
  }

  @Test func `a clock that is ahead shows at once, also in what was written before one looked`() {
    #expect(behind(-3_600_000) == -3_600_000)
    #expect(behind(-3_600_000, isLive: false) == -3_600_000)
    #expect(behind(-120_000) == -120_000)
    #expect(behind(-1_900) == nil)
  }

  @Test func `a clock that is behind shows when even the quickest news seems to be old`() {
    #expect(behind(3_600_000) == 3_600_000)
    #expect(behind(3_700_000, 3_601_000, 3_650_000) == 3_601_000)
    #expect(behind(3_600_000, 900) == nil, "on its way for an hour, and the next for a second")
    #expect(behind(900, 3_600_000) == nil)
    #expect(behind(3_600_000, isLive: false) == nil, "an old journal is no slow clock")
    #expect(behind(50_000) == nil, "a tool that carries files every minute")
  }

  @Test func `only a stamp more than a day ahead is not followed`() {
    var clocks = Clocks()
    let day = Clocks.followed
    clocks.compare(
      [entry("a", Self.now + day), entry("b", Self.now + day + 1), entry("b", Self.now, 2)],
      at: Self.now, isLive: false)
    #expect(clocks.notFollowed == ["b": Int(day / 1000) + 1])
  }

  @Test func `whoever only followed such a clock is ahead by their stamps, not by their time`() {
    var clocks = Clocks()
    let far = Self.now + 90 * Clocks.followed
    let follower = Entry(
      id: EntryID(writer: "c", sequence: 1), stamp: Stamp(milliseconds: far + 1),
      at: "2026-11-23T09:00:00Z", by: "c", event: nil)
    clocks.compare([entry("a", far), follower], at: Self.now + 5000, isLive: true)
    #expect(
      clocks.notFollowed == [
        "a": Int((far - Self.now - 5000) / 1000) + 1, "c": Int((far + 1 - Self.now) / 1000) + 1,
      ])
    #expect(clocks.isVouched(besides: "a") && !clocks.isVouched(besides: "c"))
  }

  @Test func `a clock ahead is told of once, and not of who followed it`() {
    var clocks = Clocks()
    let ahead = entry("a", Self.now + 10 * Self.minute)
    #expect(clocks.ahead(ahead, at: Self.now) == 10)
    #expect(clocks.ahead(ahead, at: Self.now) == nil)
    #expect(clocks.ahead(entry("b", Self.now + Self.minute), at: Self.now) == nil)
    let follower = Entry(
      id: EntryID(writer: "c", sequence: 1), stamp: ahead.stamp, at: "2026-11-23T09:00:00Z",
      by: "c", event: nil)
    #expect(clocks.ahead(follower, at: Self.now) == nil)
  }
}
