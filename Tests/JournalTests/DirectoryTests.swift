import Foundation
import Glibc
import Testing
import WorkshopCore

@testable import Journaling

/// Making and finding workshops.
struct DirectoryTests {
  @Test func `a new workshop has a plan and what sync tools need`() throws {
    let place = Place()
    let directory = try place.workshop()
    #expect(
      directory.names(in: "") == [
        ".gitattributes", ".gitignore", ".stignore", "journal", "workshop.json",
      ])
    try directory.expectWorkshop()
    #expect(try PlanFile(directory).plan == Sample.plan)
  }

  @Test func `an empty directory may become a workshop, another not`() throws {
    let place = Place()
    #expect(mkdir(place.path + "/w", 0o755) == 0)
    try Directory.create(at: place.path + "/w/", plan: Sample.plan)
    #expect(throws: JournalError.alreadyThere(place.path + "/w")) {
      try Directory.create(at: place.path + "/w", plan: Sample.plan)
    }
    #expect(mkdir(place.path + "/full", 0o755) == 0)
    try Data().write(to: URL(fileURLWithPath: place.path + "/full/.hidden"))
    #expect(throws: JournalError.notEmpty(place.path + "/full")) {
      try Directory.create(at: place.path + "/full", plan: Sample.plan)
    }
    #expect(throws: JournalError.unwritable(place.path + "/no/such", errno: ENOENT)) {
      try Directory.create(at: place.path + "/no/such", plan: Sample.plan)
    }
  }

  @Test func `in a folder that a group shares everything is the group's, in any other nothing is`()
    throws
  {
    for (mode, folders, files) in [(0o2770, 0o2770, 0o660), (0o770, 0o700, 0o600)]
      as [(
        mode_t, mode_t, mode_t
      )]
    {
      let place = Place()
      mkdir(place.path, 0o700)
      chmod(place.path, mode)
      try Directory.create(at: place.path, plan: Sample.plan)
      var journal = try Journal(Directory(place.path), by: "ana")
      _ = journal.append(Sample.card("a"), now: Sample.now)
      journal.close(now: Sample.now)
      let drafts = try Drafts(Directory(place.path), writer: "aaaaaaaaaaaa", by: "ana")
      drafts.update(role: "notes", board: nil, text: "kept", at: 1)
      drafts.close()
      let found = try FileManager.default.subpathsOfDirectory(atPath: place.path)
      #expect(found.count > 6)
      for name in found {
        var status = stat()
        lstat(place.path + "/" + name, &status)
        let wanted = status.st_mode & S_IFMT == S_IFDIR ? folders : files
        #expect(status.st_mode & 0o7777 == wanted, "\(name)")
      }
      let told = try Directory(place.path).check().count {
        if case .open = $0.kind { true } else { false }
      }
      #expect(told == 0)
    }
  }

  @Test func `what is no workshop is told so`() throws {
    let place = Place()
    for (path, error) in [
      (place.path, JournalError.notAWorkshop(place.path)),
      (place.path + "/none", .notThere(place.path + "/none")),
      ("/dev/null", .notAFolder("/dev/null")),
    ] {
      #expect(throws: error) { try PlanFile(Directory(path)) }
      #expect(throws: error) { _ = try Journal(Directory(path), by: "ana") }
    }
  }

  @Test func `a folder beside the workshop that was meant names it`() throws {
    let place = Place()
    let directory = try place.workshop()
    #expect(mkdir(directory.journal, 0o700) == 0 || errno == EEXIST)
    for path in [place.path, directory.journal] {
      #expect(throws: JournalError.workshopElsewhere(path, directory.root)) {
        try Directory(path).expectWorkshop()
      }
    }
    // Of two nobody knows which.
    try Directory.create(at: place.path + "/other", plan: Sample.plan)
    #expect(throws: JournalError.notAWorkshop(place.path)) {
      try Directory(place.path).expectWorkshop()
    }
  }

  @Test func `a check lists what does not belong there`() throws {
    let place = Place()
    let directory = try place.workshop()
    try directory.put(Array("notes".utf8), "journal/readme.txt")
    try directory.put(Array("{\"title\": 1}".utf8), "workshop.json")
    chmod(directory.journal + "/readme.txt", 0o644)
    let findings = try directory.check(now: Sample.now)
    #expect(findings.map(\.file) == ["workshop.json", "readme.txt", "journal/readme.txt"])
    #expect(
      findings.allSatisfy { finding in
        finding.message.key.components(separatedBy: "{}").count == finding.message.arguments.count
          + 1
      })
  }

  @Test func `texts over the limits are refused with the limit`() {
    #expect(Journal.objection(to: Sample.card(String(repeating: "é", count: 4_000))) == nil)
    #expect(Journal.objection(to: Sample.card(String(repeating: "é", count: 4_001))) == .text)
    #expect(Journal.objection(to: Sample.card(String(repeating: "x", count: 10 << 20))) == .text)
    let controls = String(repeating: "\u{1}", count: 4_000)
    #expect(Journal.objection(to: Sample.card(controls)) == .line)
    let marks = Dictionary(uniqueKeysWithValues: (0..<2_000).map { ("option \($0)", 1) })
    #expect(Journal.objection(to: .ballotCast(poll: "p", voter: "v", marks: marks)) == .line)
  }

  @Test func `what was not refused can be read, however long the name`() throws {
    let place = Place()
    let directory = try place.workshop()
    var journal = try Journal(
      directory, by: String(repeating: "\"🙂\u{1b}\\", count: 5_000))
    var texts: [Entry] = []
    for length in stride(from: 2_500, through: 4_000, by: 100) {
      for text in ["🙂", "\u{1}", "\"", "x"] {
        let event = Sample.card(String(repeating: text, count: length))
        guard Journal.objection(to: event) == nil else { continue }
        texts.append(journal.append(event, now: Sample.now))
      }
    }
    #expect(journal.close(now: Sample.now) == true)
    #expect(texts.count > 20)
    #expect(try directory.entries().entries == texts)
    let over = Sample.card(String(repeating: "x", count: 5_000))
    #expect(journal.append(over, now: Sample.now).event == nil)
    #expect(journal.findings.map(\.kind) == [.notWritten])
  }
}
