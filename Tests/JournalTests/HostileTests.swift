import Foundation
import Glibc
import Testing
import WorkshopCore

@testable import Journaling

/// Directories that somebody else filled.
struct HostileTests {
  private let name = "20261123-eve-eeeeeeeeeeee.jsonl"

  private func secret() throws -> [UInt8] {
    try Events.line(Sample.card("secret"), writer: "secretsecret") + [10]
  }

  /// A workshop with one good entry in it.
  private func workshop(_ place: Place) throws -> (Directory, Entry) {
    let directory = try place.workshop()
    var journal = try Journal(directory, by: "ana")
    let entry = journal.append(Sample.card("good"), now: Sample.now)
    #expect(journal.close(now: Sample.now) == true)
    return (directory, entry)
  }

  private func expectOnly(
    _ entry: Entry, _ kind: Diagnostic.Kind, in directory: Directory
  ) throws {
    let (entries, findings) = try directory.entries()
    #expect(entries == [entry])
    #expect(findings.map(\.kind) == [kind])
    // A process that is already there passes over it too.
    var journal = try Journal(directory, by: "late")
    #expect(journal.refresh(now: Sample.now) == [entry])
    #expect(journal.refresh(now: Sample.now + 2).isEmpty)
  }

  @Test func `a link is not followed`() throws {
    let place = Place()
    let (directory, entry) = try workshop(place)
    try Data(secret()).write(to: URL(fileURLWithPath: place.path + "/outside"))
    #expect(symlink(place.path + "/outside", directory.journal + "/" + name) == 0)
    try expectOnly(entry, .notAFile, in: directory)
  }

  @Test func `a second name of an outside file is not read`() throws {
    let place = Place()
    let (directory, entry) = try workshop(place)
    try Data(secret()).write(to: URL(fileURLWithPath: place.path + "/outside"))
    #expect(link(place.path + "/outside", directory.journal + "/" + name) == 0)
    try expectOnly(entry, .hardLink, in: directory)
  }

  @Test func `a FIFO does not hang the session`() throws {
    let place = Place()
    let (directory, entry) = try workshop(place)
    #expect(mkfifo(directory.journal + "/" + name, 0o600) == 0)
    try expectOnly(entry, .notAFile, in: directory)
  }

  @Test func `a directory of a journal's name is passed over`() throws {
    let place = Place()
    let (directory, entry) = try workshop(place)
    #expect(mkdir(directory.journal + "/" + name, 0o700) == 0)
    try expectOnly(entry, .notAFile, in: directory)
  }

  @Test func `a socket is passed over`() throws {
    let place = Place()
    let (directory, entry) = try workshop(place)
    #expect(mknod(directory.journal + "/" + name, S_IFSOCK | 0o600, 0) == 0)
    try expectOnly(entry, .notAFile, in: directory)
  }

  @Test func `ten gigabytes of nothing are not read to the end`() throws {
    let place = Place()
    let (directory, entry) = try workshop(place)
    let file = open(directory.journal + "/" + name, O_CREAT | O_WRONLY, 0o600)
    #expect(ftruncate(file, 10 << 30) == 0)
    close(file)
    let (entries, findings) = try directory.entries()
    #expect(entries == [entry])
    #expect(Set(findings.map(\.kind)) == [.over(.file), .refused(.tooLong)])
  }

  @Test func `a name with an escape in it is shown harmless`() throws {
    let place = Place()
    let (directory, entry) = try workshop(place)
    try directory.put(secret(), "journal/20261123-\u{1b}[2J-eeeeeeeeeeee.jsonl")
    try expectOnly(entry, .foreign, in: directory)
    let finding = try #require(try directory.entries().findings.first)
    #expect(finding.file == "20261123-\\x1b[2J-eeeeeeeeeeee.jsonl")
  }

  @Test func `a journal folder that is a link is not followed`() throws {
    let place = Place()
    let directory = try place.workshop()
    #expect(rmdir(directory.journal) == 0)
    #expect(mkdir(place.path + "/elsewhere", 0o700) == 0)
    try Data(secret()).write(to: URL(fileURLWithPath: place.path + "/elsewhere/" + name))
    #expect(symlink(place.path + "/elsewhere", directory.journal) == 0)
    let (entries, findings) = try directory.entries()
    #expect(entries.isEmpty && findings.map(\.kind) == [.notAFile])
    var journal = try Journal(directory, by: "ana")
    _ = journal.append(Sample.card("a"), now: Sample.now)
    guard case .notSaved = journal.saving else {
      Issue.record("written through a link")
      return
    }
  }

  @Test func `every prefix of a journal gives a prefix of its entries`() throws {
    let place = Place()
    let directory = try place.workshop()
    var bytes: [UInt8] = []
    var ends: [Int] = [0]
    for (index, event) in Events.all.prefix(4).enumerated() {
      bytes += try Events.line(event, sequence: index + 1) + [10]
      ends.append(bytes.count)
    }
    for count in 0...bytes.count {
      try directory.put(Array(bytes.prefix(count)), "journal/" + name)
      let (entries, findings, unfinished) = try directory.taken(name)
      #expect(entries.count == ends.lastIndex { $0 <= count })
      #expect(findings.isEmpty)
      let isWhole = ends.contains(count)
      #expect(unfinished.isEmpty == isWhole)
    }
    #expect(try directory.check().isEmpty)
    try directory.put(bytes.dropLast(), "journal/" + name)
    #expect(try directory.check().map(\.kind) == [.unfinished])
  }

  @Test func `every flipped bit of a journal is told`() throws {
    let place = Place()
    let directory = try place.workshop()
    let events = [Sample.card("a"), Event.ballotCast(poll: "p", voter: "v", marks: ["a": 1])]
    var bytes: [UInt8] = []
    for (index, event) in events.enumerated() {
      bytes += try Events.line(event, sequence: index + 1) + [10]
    }
    try directory.put(bytes, "journal/" + name)
    let whole = try directory.entries().entries
    for index in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[index] ^= 1 << bit
        try directory.put(flipped, "journal/" + name)
        let (entries, findings, _) = try directory.taken(name)
        // The last line is not finished then.
        guard index < bytes.count - 1 else { continue }
        if findings.isEmpty { Issue.record("bit \(bit) of byte \(index) was not told") }
        if findings.isEmpty { #expect(entries == whole) }
        for case .ballotCast(_, _, let marks, _, _, _)? in entries.map(\.event) {
          #expect(marks == ["a": 1])
        }
      }
    }
  }

  @Test
  func `a journal by hand needs no sums, and one line with a sum makes those without damaged`()
    throws
  {
    let place = Place()
    let directory = try place.workshop()
    func byHand(_ event: Event, _ sequence: Int) throws -> [UInt8] {
      Array(try Events.line(event, sequence: sequence).dropLast(16)) + Array("}\n".utf8)
    }
    let ballot = Event.ballotCast(poll: "p", voter: "v", marks: ["a": 1])
    let hand = try byHand(Sample.card("a"), 1) + byHand(ballot, 2) + byHand(Sample.card("b"), 3)
    try directory.put(hand, "journal/" + name)
    var journal = try Journal(directory, by: "ana")
    #expect(journal.refresh(now: Sample.now).compactMap(\.event).count == 3)
    #expect(journal.findings.isEmpty)
    // Whoever was reading meanwhile and whoever begins now come to the same.
    try directory.put(
      hand + Events.line(Sample.card("c"), sequence: 4) + [10] + byHand(ballot, 5),
      "journal/" + name)
    #expect(journal.refresh(now: Sample.now).compactMap(\.event) == [Sample.card("c")])
    #expect(journal.replaced().map(\.event) == [nil])
    let (entries, findings, _) = try directory.taken(name)
    #expect(
      entries.compactMap(\.event) == [Sample.card("a"), Sample.card("b"), Sample.card("c")])
    #expect(Set(findings.map(\.line)) == [1, 2, 3, 5])
    #expect(findings.filter { $0.kind == .setAside }.map(\.line).sorted() == [2, 5])
    #expect(Set(journal.findings) == Set(findings))
  }

  @Test func `a cut line is read once it is finished`() throws {
    let place = Place()
    let directory = try place.workshop()
    let line = try Events.line(Sample.card("a"))
    var journal = try Journal(directory, by: "ana")
    try directory.put(Array(line.prefix(50)), "journal/" + name)
    #expect(journal.refresh(now: Sample.now).isEmpty)
    try directory.put(line, "journal/" + name)
    #expect(journal.refresh(now: Sample.now).isEmpty)
    try directory.put(line + [13, 10], "journal/" + name)
    #expect(journal.refresh(now: Sample.now).count == 1)
    #expect(journal.findings.isEmpty)
  }

  @Test func `a line without end is passed over and what follows it is read`() throws {
    let place = Place()
    let directory = try place.workshop()
    let line = try Events.line(Sample.card("a"))
    for length in [16_385, 70_000, (1 << 20) - 1, (1 << 20) + 7, 3 << 20] {
      try directory.put(
        [UInt8](repeating: 120, count: length) + [10] + line + [10], "journal/" + name)
      let (entries, findings) = try directory.entries()
      #expect(entries.count == 1)
      #expect(findings.map(\.kind) == [.refused(.tooLong)])
    }
  }

  @Test func `a clock ahead is named once, the year 2100 is set aside`() throws {
    let place = Place()
    let directory = try place.workshop()
    let now = Sample.now.milliseconds
    var bytes: [UInt8] = []
    for (index, milliseconds) in [now + 600_000, now + 601_000, 4_102_444_800_000].enumerated() {
      bytes += try Events.line(
        Sample.card("a"), sequence: index + 1, milliseconds: milliseconds,
        at: "2026-11-23T09:24:05+01:00")
      bytes += [10]
    }
    // Whose own clock is right and who only followed.
    bytes += try Events.line(
      Sample.card("c"), writer: "cccccccccccc", sequence: 1, milliseconds: now + 602_000)
    bytes += [10]
    bytes += try Events.line(
      Sample.card("b"), writer: "bbbbbbbbbbbb", sequence: 1, milliseconds: 4_102_444_799_999)
    try directory.put(bytes + [10], "journal/" + name)
    var journal = try Journal(directory, by: "ana")
    #expect(journal.refresh(now: Sample.now).count == 4)
    let kinds = journal.findings.map(\.kind)
    let ahead = journal.findings.filter { $0.kind == .clockAhead(minutes: 10) }
    #expect(ahead.map(\.line) == [1], "the one that had it, not who followed it")
    #expect(kinds.filter { $0 == .farFuture }.count == 1)
    let mine = journal.append(Sample.card("mine"), now: Sample.now)
    #expect(mine.stamp > Stamp(milliseconds: now + 601_000), "followed")
    #expect(mine.stamp < Stamp(milliseconds: now + 700_000), "but not into the next century")
  }

  @Test func `two lines of one id come out the same, whatever is read first`() throws {
    let one = try Events.line(Sample.card("one")) + [10]
    let two = try Events.line(Sample.card("two")) + [10]
    var chosen: Set<String> = []
    for (first, second) in [(one, two), (two, one)] {
      for isLate in [false, true] {
        let place = Place()
        let directory = try place.workshop()
        try directory.put(first, "journal/20261123-a-aaaaaaaaaaaa.jsonl")
        if !isLate { try directory.put(second, "journal/20261123-b-aaaaaaaaaaaa.jsonl") }
        var journal = try Journal(directory, by: "ana")
        var entries = journal.refresh(now: Sample.now)
        if isLate {
          try directory.put(second, "journal/20261123-b-aaaaaaaaaaaa.jsonl")
          #expect(journal.refresh(now: Sample.now + 2).isEmpty)
          for entry in journal.replaced() { entries = [entry] }
        }
        chosen.insert("\(entries.map(\.event))")
        #expect(journal.findings.map(\.kind) == [.twice])
      }
    }
    #expect(chosen.count == 1)
  }

  @Test func `a whole copy stands before a damaged one`() throws {
    let place = Place()
    let directory = try place.workshop()
    let line = try Events.line(Sample.card("whole"))
    var damaged = line
    let at = try #require(line.indices.first { line[$0...].starts(with: Array("whole".utf8)) })
    damaged[at] = 120
    try directory.put(damaged + [10], "journal/" + name)
    var journal = try Journal(directory, by: "ana")
    #expect(journal.refresh().map(\.event) == [Sample.card("xhole")])
    #expect(journal.findings.map(\.kind) == [.damaged])
    try directory.put(
      line + [10],
      "journal/20261123-eve-eeeeeeeeeeee.sync-conflict-20261123-101112-ABCDEF7.jsonl")
    #expect(journal.refresh().isEmpty)
    #expect(journal.replaced().map(\.event) == [Sample.card("whole")])
  }

  @Test func `a later version opens the workshop for looking only`() throws {
    let place = Place()
    let (directory, entry) = try workshop(place)
    let later = String(decoding: try Events.line(Sample.card("later")), as: UTF8.self)
      .replacingOccurrences(of: "{\"v\":1", with: "{\"v\":2")
    let head = Array(later.utf8.dropLast(16))
    let sum = Checksum.hex(head.withUnsafeBytes(Checksum.crc32))
    try directory.put(head + Array(",\"c\":\"\(sum)\"}\n".utf8), "journal/" + name)
    var journal = try Journal(directory, by: "ana")
    #expect(journal.refresh(now: Sample.now).count == 2)
    #expect(journal.isReadOnly && journal.newestVersionSeen == 2)
    #expect(journal.append(Sample.card("no"), now: Sample.now).event == nil)
    #expect(directory.names().count == 2 && entry.event != nil)
  }
}
