import Foundation
import Glibc
import Testing
import WorkshopCore

@testable import Journaling

/// Lines that stand alone: nothing in the directory connects them with who wrote them, or with each other.
struct AloneTests {
  private func ballot(_ option: String) -> Event {
    .ballotCast(poll: "p-1", voter: "x", marks: [option: 1], way: .terminal)
  }

  private let stamp = Stamp(milliseconds: Sample.now.milliseconds - 600_000)

  @Test func `each has a journal, a writer and a date of its own, and no name or time`() throws {
    let place = Place()
    let directory = try place.workshop()
    var ana = try Journal(directory, by: "Ana")
    let card = ana.append(Sample.card("a"), now: Sample.now)
    let ballots = ["a", "b", "c"].map {
      ana.append(alone: ballot($0), at: stamp, now: Sample.now)
    }
    let isSettled = ana.settle(milliseconds: 5_000)
    #expect(isSettled && ana.saving == .saved)
    #expect(ballots.allSatisfy { ana.isSaved($0.id) && $0.by.isEmpty && $0.at.isEmpty })
    #expect(Set(ballots.map(\.id.writer) + [card.id.writer]).count == 4)
    let read = try directory.entries().entries
    #expect(Set(read.map(\.id)) == Set(ballots.map(\.id) + [card.id]))
    let names = directory.names().filter { $0.contains("-sealed-") }
    #expect(names.count == 3)
    for name in names {
      let path = directory.root + "/journal/" + name
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.contains("\"by\":\"\"") && text.contains("\"at\":\"\""))
      #expect(!text.contains(ana.writer) && !text.contains("Ana"))
      var status = stat()
      #expect(lstat(path, &status) == 0 && status.st_mtim.tv_sec == 946_684_800)
    }
  }

  @Test func `others read them, and nobody's clock is judged by them`() throws {
    let place = Place()
    let directory = try place.workshop()
    var ana = try Journal(directory, by: "Ana")
    var desk = try Journal(directory, by: "desk")
    #expect(desk.refresh(now: Sample.now).isEmpty)
    let entry = ana.append(alone: ballot("a"), at: stamp, now: Sample.now)
    #expect(desk.refresh(now: Sample.now + 2).map(\.id) == [entry.id])
    #expect(desk.clocksBehind.isEmpty && desk.findings.isEmpty)
  }

  @Test func `what the disk does not take is tried again, rescued, and never written twice`() throws
  {
    let place = Place()
    let directory = try place.workshop()
    let faults = Faults()
    var ana = try Journal(directory, by: "Ana", isViewer: false, calls: faults.calls)
    faults.fail(.write, nth: 1, times: 100, errno: ENOSPC)
    let entry = ana.append(alone: ballot("a"), at: stamp, now: Sample.now)
    #expect(ana.saving.count == 1 && !ana.isSaved(entry.id))
    let folder = place.path + "/elsewhere"
    mkdir(folder, 0o700)
    let rescued = try #require(try ana.rescue(into: [folder], now: Sample.now))
    #expect(try String(contentsOfFile: rescued, encoding: .utf8).contains(entry.id.writer))
    faults.heal()
    ana.retry(now: Sample.now + 2)
    let isClosed = ana.close(now: Sample.now + 2)
    #expect(isClosed)
    #expect(try directory.entries().entries.map(\.id) == [entry.id])
  }
}
