import Foundation
import Glibc
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Journaling

/// Whose files they are, and what happens when somebody takes them away.
@Suite(.serialized)
struct OwnershipTests {
  private func mode(_ path: String) -> UInt32 {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  /// Has everything made that the program makes in a workshop; the modes of folders and of files.
  private func modes(in directory: Directory) throws -> (folders: Set<UInt32>, files: Set<UInt32>) {
    var journal = try Journal(directory, by: "ana")
    _ = journal.append(Sample.card("a"), now: Sample.now)
    #expect(journal.close(now: Sample.now) == true)
    let drafts = try Drafts(directory, writer: journal.writer, by: "ana")
    drafts.update(role: "notes", board: nil, text: "x", at: 0)
    drafts.close()
    let derived = try Derived(directory)
    #expect(derived.acquire())
    derived.write(session: Data("{}".utf8), minutes: Data("#".utf8))
    derived.close()
    var file = try PlanFile(directory)
    try file.save(file.plan)
    try directory.addAsset("{}", at: "sheets/x.json")
    var (folders, files): (Set<UInt32>, Set<UInt32>) = ([mode(directory.root)], [])
    let found = try #require(FileManager.default.enumerator(atPath: directory.root))
    for case let name as String in found {
      let isFolder = found.fileAttributes?[.type] as? FileAttributeType == .typeDirectory
      let mode = mode(directory.root + "/" + name)
      if isFolder { folders.insert(mode) } else { files.insert(mode) }
    }
    return (folders, files)
  }

  @Test func `umask 000 still gives 0600 and 0700`() throws {
    let place = Place()
    let before = umask(0)
    defer { umask(before) }
    let directory = try place.workshop()
    let modes = try modes(in: directory)
    #expect(modes.folders == [0o700] && modes.files == [0o600])
    #expect(directory.names().count == 1)
    #expect(try directory.check().isEmpty)
  }

  @Test func `umask 077 still gives the group of a shared workshop 0660 and 2770`() throws {
    let place = Place()
    let before = umask(0o077)
    defer { umask(before) }
    try Directory.create(at: place.path + "/s", plan: Sample.plan, sharedWith: getegid())
    let directory = Directory(place.path + "/s")
    let modes = try modes(in: directory)
    #expect(modes.folders == [0o2770] && modes.files == [0o660])
    #expect(directory.groupNumber == getegid())
    #expect(try directory.check().filter { $0.file.hasPrefix("journal") }.isEmpty)
  }

  @Test func `a process that only looks creates nothing`() throws {
    let place = Place()
    let directory = try place.workshop()
    let before = directory.names(in: "")
    var journal = try Journal(directory, by: "stage", isViewer: true)
    _ = journal.refresh(now: Sample.now)
    #expect(journal.isReadOnly == true)
    #expect(journal.append(Sample.card("a"), now: Sample.now).event == nil)
    journal.retry(now: Sample.now + 1)
    #expect(journal.close(now: Sample.now) == true)
    _ = try directory.check()
    #expect(directory.names(in: "") == before && directory.names().isEmpty)
  }

  @Test(arguments: ["renamed over", "deleted", "cut short", "folder replaced", "folder deleted"])
  func `a session whose journal was taken away is written again`(how: String) throws {
    let place = Place()
    let directory = try place.workshop()
    var journal = try Journal(directory, by: "ana")
    var other = try Journal(directory, by: "other")
    _ = other.refresh(now: Sample.now)
    var entries = (1...3).map { journal.append(Sample.card("\($0)"), now: Sample.now) }
    #expect(journal.settle(milliseconds: 5_000) == true)
    let name = try #require(directory.names().first)
    switch how {
    case "renamed over":
      try directory.put([], "journal/.syncthing.x.tmp")
      #expect(
        rename(directory.journal + "/.syncthing.x.tmp", directory.journal + "/" + name) == 0)
    case "deleted": #expect(unlink(directory.journal + "/" + name) == 0)
    case "cut short": #expect(truncate(directory.journal + "/" + name, 10) == 0)
    default:
      #expect(rename(directory.journal, directory.root + "/old") == 0)
      if how == "folder replaced" { #expect(mkdir(directory.journal, 0o700) == 0) }
    }
    entries.append(journal.append(Sample.card("after"), now: Sample.now + 1))
    #expect(journal.settle(milliseconds: 5_000) == true)
    #expect(journal.saving == .saved)
    #expect(try directory.entries().entries == entries)
    #expect(other.refresh(now: Sample.now + 2).sorted() == entries)
  }

  @Test func `a taken journal is noticed without anything being typed`() throws {
    let place = Place()
    let directory = try place.workshop()
    var journal = try Journal(directory, by: "ana")
    let entry = journal.append(Sample.card("a"), now: Sample.now)
    #expect(journal.settle(milliseconds: 5_000) == true)
    #expect(unlink(directory.journal + "/" + (directory.names().first ?? "")) == 0)
    _ = journal.refresh(now: Sample.now + 2)
    #expect(journal.settle(milliseconds: 5_000) == true)
    #expect(try directory.entries().entries == [entry])
    #expect(journal.findings.map(\.kind) == [.replaced])
  }

  @Test func `a journal that is taken away all the time does not fill the directory`() throws {
    let place = Place()
    let directory = try place.workshop()
    var journal = try Journal(directory, by: "ana")
    let entry = journal.append(Sample.card("a"), now: Sample.now)
    var seen: Set<String> = []
    for second in 1...300 {
      seen.formUnion(directory.names())
      for name in directory.names() { unlink(directory.journal + "/" + name) }
      _ = journal.refresh(now: Sample.now + 2 * second)
      journal.retry(now: Sample.now + 2 * second)
    }
    #expect(seen.count < 20)
    journal.retry(now: Sample.now + 1_000)
    #expect(journal.settle(milliseconds: 5_000) == true)
    #expect(try directory.entries().entries == [entry])
  }

  @Test func `a directory without the right to write opens for looking`() throws {
    let place = Place()
    let directory = try place.workshop()
    var calls = SystemCalls.real
    calls.mayWrite = { _ in -EACCES }
    var journal = try Journal(directory, by: "ana", calls: calls)
    #expect(journal.isReadOnly == true)
    #expect(journal.append(Sample.card("a"), now: Sample.now).event == nil)
    #expect(journal.refresh().isEmpty && directory.names().isEmpty)
  }

  @Test func `a full disk shows the banner and loses nothing`() throws {
    let place = Place()
    let mounted = place.path + "/disk"
    #expect(mkdir(mounted, 0o700) == 0)
    guard geteuid() == 0, mount("tmpfs", mounted, "tmpfs", 0, "size=64k") == 0 else { return }
    defer { umount2(mounted, Int32(MNT_DETACH)) }
    try Directory.create(at: mounted + "/w", plan: Sample.plan)
    let directory = Directory(mounted + "/w")
    var journal = try Journal(directory, by: "ana")
    let text = String(repeating: "word ", count: 100)
    var entries: [Entry] = []
    var now = Sample.now
    for _ in 0..<200 {
      entries.append(journal.append(Sample.card(text), now: now))
      journal.settle(milliseconds: 100)
    }
    guard case .notSaved(let count, .unwritable(_, ENOSPC)) = journal.saving else {
      Issue.record("no banner: \(journal.saving)")
      return
    }
    #expect(count == entries.filter { !journal.isSaved($0.id) }.count)
    #expect(
      try directory.entries().entries.starts(with: entries.prefix(200 - count)),
      "what has its tick is there")
    #expect(throws: JournalError.self) {
      var file = try PlanFile(directory)
      try file.save(file.plan)
    }
    now = now + 1
    journal.retry(now: now)
    #expect(mount(nil, mounted, nil, UInt(MS_REMOUNT), "size=1m") == 0)
    now = now + 1
    journal.retry(now: now)
    #expect(journal.settle(milliseconds: 5_000) == true)
    #expect(journal.saving == .saved)
    #expect(try directory.entries().entries == entries)
  }

  @Test func `a disk mounted for reading opens for looking`() throws {
    let place = Place()
    let mounted = place.path + "/disk"
    #expect(mkdir(mounted, 0o700) == 0)
    guard geteuid() == 0, mount("tmpfs", mounted, "tmpfs", 0, "size=1m") == 0 else { return }
    defer { umount2(mounted, Int32(MNT_DETACH)) }
    try Directory.create(at: mounted + "/w", plan: Sample.plan)
    let directory = Directory(mounted + "/w")
    var writing: Entry?
    do {
      var journal = try Journal(directory, by: "ana")
      writing = journal.append(Sample.card("a"), now: Sample.now)
      #expect(journal.close(now: Sample.now) == true)
    }
    let flags = UInt(MS_REMOUNT) | UInt(MS_RDONLY)
    #expect(mount(nil, mounted, nil, flags, nil) == 0)
    var journal = try Journal(directory, by: "ana")
    #expect(journal.isReadOnly == true)
    #expect(journal.refresh(now: Sample.now) == [writing].compactMap { $0 })
  }

  @Test func `forty writers and one reader agree`() throws {
    let place = Place()
    let directory = try place.workshop()
    var reader = try Journal(directory, by: "reader", isViewer: true)
    var live: [Entry] = []
    var written: [Entry] = []
    for round in 0..<5 {
      for writer in 0..<40 {
        var journal = try Journal(directory, by: "w\(writer)")
        let now = Sample.now + (writer % 7 - round)
        for index in 0..<5 {
          written.append(journal.append(Sample.card("\(round) \(writer) \(index)"), now: now))
        }
        live += reader.refresh(now: now)
      }
    }
    live += reader.refresh()
    #expect(live.sorted() == written.sorted())
    #expect(try directory.entries().entries == written.sorted())
  }
}
