import Foundation
import Testing
import Workshop

@testable import Journal

/// Two processes on one directory, when nothing goes wrong.
struct JournalTests {
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
}
