import Foundation
import Glibc
import Testing
import WorkshopCore

@testable import Journaling

/// A directory that is given entries made elsewhere.
struct SeedTests {
  private func entry(_ writer: String, _ sequence: Int, _ event: Event?) -> Entry {
    Entry(
      id: EntryID(writer: writer, sequence: sequence),
      stamp: Stamp(milliseconds: Sample.now.milliseconds + Int64(sequence)),
      at: "2026-11-23T09:14:05+01:00", by: "Ána \(writer.prefix(1))", event: event)
  }

  @Test func `what is seeded is read as it was, one journal a writer`() throws {
    let place = Place()
    let directory = try place.workshop()
    let entries = Events.all.enumerated().map { index, event in
      entry(index % 2 == 0 ? "aaaaaaaaaaaa" : "bbbbbbbbbbbb", index / 2 + 1, event)
    }
    try directory.seed(entries)
    #expect(
      directory.names() == [
        "20261123-anaa-aaaaaaaaaaaa.jsonl", "20261123-anab-bbbbbbbbbbbb.jsonl",
      ])
    let (read, findings) = try directory.entries()
    #expect(read == entries.sorted() && findings.isEmpty)
    #expect(try directory.check().isEmpty, "open to nobody else, every line finished")
  }

  @Test func `a session goes on after what was seeded`() throws {
    let place = Place()
    let directory = try place.workshop()
    let seeded = entry("aaaaaaaaaaaa", 1, Sample.card("a"))
    try directory.seed([seeded])
    var journal = try Journal(directory, by: "ana")
    #expect(journal.refresh(now: Sample.now) == [seeded])
    let own = journal.append(.cardBinned(card: seeded.id.description), now: Sample.now + -60)
    #expect(own.stamp > seeded.stamp)
    #expect(journal.close(now: Sample.now) == true)
    #expect(try directory.entries().entries == [seeded, own])
  }

  @Test func `a journal that is there is never touched`() throws {
    let place = Place()
    let directory = try place.workshop()
    try directory.seed([entry("aaaaaaaaaaaa", 1, Sample.card("a"))])
    let name = "20261123-anaa-aaaaaaaaaaaa.jsonl"
    let before = try directory.bytes(of: "journal/" + name)
    #expect(throws: JournalError.alreadyThere(name)) {
      try directory.seed([entry("aaaaaaaaaaaa", 2, Sample.card("b"))])
    }
    #expect(try directory.bytes(of: "journal/" + name) == before)
  }

  @Test(arguments: ["short", "AAAAAAAAAAAA", "../../../xyz", "aaaaaaaaaaa\u{1b}", "aaaaaaaaaaaaa"])
  func `a writer that makes no journal's name is refused`(writer: String) throws {
    let place = Place()
    let directory = try place.workshop()
    #expect(throws: JournalError.self) {
      try directory.seed([entry(writer, 1, Sample.card("a"))])
    }
    #expect(directory.names().isEmpty)
  }

  @Test func `what cannot be seeded says why`() throws {
    let place = Place()
    let directory = try place.workshop()
    #expect(rmdir(directory.journal) == 0)
    try directory.put([], "journal")
    #expect(throws: JournalError.unwritable(directory.journal, errno: ENOTDIR)) {
      try directory.seed([entry("aaaaaaaaaaaa", 1, Sample.card("a"))])
    }
    #expect(throws: JournalError.workshopElsewhere(place.path, directory.root)) {
      try Directory(place.path).seed([])
    }
  }
}
