import Foundation
import Glibc
import Testing
import WorkshopCore

@testable import Journaling

/// Two processes on one directory, when nothing goes wrong.
struct JournalTests {
  @Test func `entries of one act are known as one wherever they are read`() throws {
    let place = Place()
    let directory = try place.workshop()
    var ana = try Journal(directory, by: "Ana")
    let alone = ana.append(Sample.card("a"), now: Sample.now)
    let first = ana.append(Sample.card("b"), now: Sample.now)
    let second = ana.append(Sample.card("c"), now: Sample.now, act: first.act)
    #expect([alone, first, second].map(\.act) == [1, 2, 2])
    let isSettled = ana.settle(milliseconds: 5_000)
    #expect(isSettled)
    let read = try directory.entries().entries
    #expect(read == [alone, first, second] && read.map(\.act) == [1, 2, 2])
  }

  @Test func `what one writes, the other reads`() throws {
    let place = Place()
    let directory = try place.workshop()
    var ana = try Journal(directory, by: "Ána Nagy")
    var notes = try Journal(directory, by: "notes")
    #expect(ana.refresh(now: Sample.now).isEmpty)
    let first = ana.append(Sample.card("a"), now: Sample.now)
    let second = ana.append(Sample.card("b / \"c\"\n\u{1b}é🙂"), now: Sample.now)
    #expect(notes.refresh(now: Sample.now).sorted() == [first, second])
    #expect(notes.refresh(now: Sample.now).isEmpty)
    let third = notes.append(.reverted(entry: first.id), now: Sample.now + -3600)
    #expect(third.stamp > second.stamp, "a clock an hour behind still writes after what it saw")
    #expect(ana.refresh(now: Sample.now + 2) == [third])
    #expect(ana.settle(milliseconds: 5_000) && notes.settle(milliseconds: 5_000))
    #expect(ana.saving == .saved && ana.isSaved(first.id))
    #expect(ana.findings.isEmpty && notes.findings.isEmpty)
    #expect(try directory.entries().entries == [first, second, third])
    let names = directory.names()
    #expect(names.count == 2 && names.contains("20261123-ananagy-\(ana.writer).jsonl") == false)
    #expect(names.contains { $0.hasPrefix("20261123-ananagy-") })
  }

  @Test func `news of another's entry wakes who waits for it`() throws {
    let place = Place()
    let directory = try place.workshop()
    var ana = try Journal(directory, by: "ana")
    var notes = try Journal(directory, by: "notes")
    _ = ana.append(Sample.card("first"), now: Sample.now)
    #expect(notes.refresh(now: Sample.now).count == 1)
    notes.drain()
    let entry = ana.append(Sample.card("second"), now: Sample.now)
    var waiting = notes.descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    #expect(poll(&waiting, nfds_t(waiting.count), 10_000) > 0)
    let isPlanNews = notes.drain()
    #expect(!isPlanNews, "the plan is as it was")
    #expect(notes.refresh(now: Sample.now) == [entry], "before the look once a second")
  }

  @Test func `an edited plan is news of its own`() throws {
    let place = Place()
    let directory = try place.workshop()
    var journal = try Journal(directory, by: "ana")
    _ = journal.refresh(now: Sample.now)
    let news = (journal.drain(), journal.drain())
    #expect(news == (true, false), "at the start one should look, once")
    try directory.put(Array("{\"title\": \"New\"}".utf8), "workshop.json")
    let isNews = journal.drain()
    #expect(isNews)
    #expect(journal.refresh(now: Sample.now).isEmpty)
  }
}
