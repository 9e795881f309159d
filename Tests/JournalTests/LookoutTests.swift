import Foundation
import Glibc
import Testing
import WorkshopCore

@testable import Journaling

/// The directory as it is looked at on another thread, and a disk that does not answer.
struct LookoutTests {
  private func waits(_ lookout: Lookout, milliseconds: Int32) -> Bool {
    var one = pollfd(fd: lookout.descriptor ?? -1, events: Int16(POLLIN), revents: 0)
    return poll(&one, 1, milliseconds) > 0
  }

  @Test func `whoever waits is woken by what grew, and by nothing while nothing moves`() throws {
    let place = Place()
    let directory = try place.workshop()
    let lookout = Lookout(directory, drafts: nil)
    defer { lookout.close() }
    #expect(waits(lookout, milliseconds: 5_000) && lookout.hasMoved(), "the first look")
    #expect(!waits(lookout, milliseconds: 1_500) && !lookout.hasMoved())
    try directory.put(Array("{}\n".utf8), "journal/20261123-ana-k7f3m2q9x4tc.jsonl")
    #expect(waits(lookout, milliseconds: 5_000) && lookout.hasMoved())
    try directory.put(Array("{}\n{}\n".utf8), "journal/20261123-ana-k7f3m2q9x4tc.jsonl")
    #expect(waits(lookout, milliseconds: 5_000) && lookout.hasMoved())
  }

  @Test func `content that somebody put into the directory is told once`() throws {
    let place = Place()
    let directory = try place.workshop()
    try directory.addAsset("{}", at: "decks/a.json")
    let lookout = Lookout(directory, drafts: nil)
    defer { lookout.close() }
    #expect(waits(lookout, milliseconds: 5_000) && lookout.hasMoved())
    #expect(!lookout.hasOtherContent(), "what was there when it began is known")
    try directory.putAsset("{ }", at: "decks/a.json")
    #expect(waits(lookout, milliseconds: 5_000) && lookout.hasMoved())
    #expect(lookout.hasOtherContent() && !lookout.hasOtherContent())
  }

  @Test func `who is here is known without a look of one's own`() throws {
    let place = Place()
    let directory = try place.workshop()
    let ana = try Drafts(directory, writer: "aaaaaaaaaaaa", by: "ana")
    let bea = try Drafts(directory, writer: "bbbbbbbbbbbb", by: "bea")
    let lookout = Lookout(directory, drafts: bea)
    defer { lookout.close() }
    ana.keep(ana.draft(role: "notes", board: "ideas", text: "a", at: 1_000))
    for _ in 0..<50 where lookout.present(now: 1_500).isEmpty { usleep(100_000) }
    #expect(lookout.present(now: 1_500).map(\.by) == ["ana"])
    #expect(lookout.present(now: 1_500) == bea.present(now: 1_500))
    ana.close()
    bea.close()
  }

  @Test func `what is written while the disk does not answer is kept, and written once it does`()
    throws
  {
    let place = Place()
    let directory = try place.workshop()
    var journal = try Journal(directory, by: "ana")
    _ = journal.append(Sample.card("before"), now: Sample.now)
    let isSettled = journal.settle(milliseconds: 5_000)
    #expect(isSettled)
    journal.hold(true, now: Sample.now)
    let entry = journal.append(Sample.card("meanwhile"), now: Sample.now)
    let before = journal.isSaved(entry.id)
    #expect(!before && journal.saving == .saving(1))
    journal.retry(now: Sample.now + 3)
    #expect(journal.saving == .notSaved(1, reason: .stalled), "and that is told")
    journal.hold(false, now: Sample.now + 4)
    _ = journal.settle(milliseconds: 5_000)
    let after = journal.isSaved(entry.id)
    #expect(after)
    var other = try Journal(directory, by: "bea", isViewer: true)
    let events = other.refresh().map(\.event)
    #expect(events == [Sample.card("before"), Sample.card("meanwhile")])
  }

  @Test func `a journal that has not grown is not opened again`() throws {
    let place = Place()
    let directory = try place.workshop()
    var writer = try Journal(directory, by: "ana")
    _ = writer.append(Sample.card("one"), now: Sample.now)
    let isWritten = writer.settle(milliseconds: 5_000)
    #expect(isWritten)
    let opened = Counter()
    var calls = SystemCalls.real
    calls.open = { folder, name, flags, mode in
      if name.hasSuffix(".jsonl") { opened.add() }
      return SystemCalls.real.open(folder, name, flags, mode)
    }
    var reader = try Journal(directory, by: "bea", isViewer: true, calls: calls)
    var read = reader.refresh(now: Sample.now)
    for second in 1...5 { read += reader.refresh(now: Sample.now + 2 * second) }
    #expect(read.count == 1 && opened.count == 1)
  }

  private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var value = 0
    var count: Int { lock.withLock { value } }
    func add() { lock.withLock { value += 1 } }
  }
}
