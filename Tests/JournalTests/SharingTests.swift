import Foundation
import Glibc
import Synchronization
import Testing
import WorkshopCore

@testable import Journaling

/// One directory, several accounts and machines.
struct SharingTests {
  @Test func `check tells of a journal that the group cannot read`() throws {
    let place = Place()
    try Directory.create(at: place.path + "/s", plan: Sample.plan, sharedWith: getegid())
    let directory = Directory(place.path + "/s")
    var journal = try Journal(directory, by: "ana")
    _ = journal.append(Sample.card("a"), now: Sample.now)
    #expect(journal.close(now: Sample.now) == true)
    let name = try #require(directory.names().first)
    #expect(chmod(directory.journal + "/" + name, 0o600) == 0)
    #expect(try directory.check().map(\.kind) == [.closed(mode: "600")])
  }

  @Test func `a journal of a shared directory has its name once the group may read it`() throws {
    let place = Place()
    try Directory.create(at: place.path + "/s", plan: Sample.plan, sharedWith: getegid())
    let directory = Directory(place.path + "/s")
    let modes = Mutex<[String: mode_t]>([:])
    var calls = SystemCalls.real
    calls.rename = { folder, from, to in
      var status = stat()
      fstatat(folder, from, &status, 0)
      let mode = status.st_mode & 0o777
      modes.withLock { $0[to] = mode }
      return SystemCalls.real.rename(folder, from, to)
    }
    var journal = try Journal(directory, by: "ana", calls: calls)
    _ = journal.append(Sample.card("a"), now: Sample.now)
    #expect(journal.close(now: Sample.now) == true)
    let name = try #require(directory.names().first)
    #expect(modes.withLock { $0[name] } == 0o660)
    #expect(try directory.entries().entries.count == 1)
    #expect(try directory.check().isEmpty)
  }

  @Test(arguments: [
    "Copie de 20230101-ana-aaaaaaaaaaaa.jsonl", "20230101-ana-aaaaaaaaaaaa.jsonl.orig",
    "20230101-ana-aaaaaaaaaaaa.jsonl~", "notes (2).txt",
  ])
  func `a copy of a journal is read by what is in it, whatever its name`(name: String) throws {
    let place = Place()
    let directory = try place.workshop()
    var journal = try Journal(directory, by: "ana")
    let entry = journal.append(Sample.card("a"), now: Sample.now)
    #expect(journal.close(now: Sample.now) == true)
    let own = try #require(directory.names().first)
    #expect(rename(directory.journal + "/" + own, directory.journal + "/" + name) == 0)
    #expect(try directory.entries().entries == [entry])
    // And so it is when another directory takes it in.
    let other = Place()
    let there = try other.workshop()
    _ = try there.merge([directory])
    #expect(try there.entries().entries == [entry])
  }

  @Test func `a stranger among the journals, a hidden draft and a second name are not read`() throws
  {
    let place = Place()
    let directory = try place.workshop()
    var journal = try Journal(directory, by: "ana")
    _ = journal.append(Sample.card("a"), now: Sample.now)
    #expect(journal.close(now: Sample.now) == true)
    let own = directory.journal + "/" + (directory.names().first ?? "")
    try directory.put(Array("hello\n".utf8), "journal/readme.txt")
    #expect(rename(own, directory.journal + "/.x.jsonl.tmp") == 0)
    #expect(link(directory.journal + "/.x.jsonl.tmp", directory.journal + "/second.txt") == 0)
    #expect(try directory.entries().entries.isEmpty)
  }

  @Test(arguments: ["workshop.sync-conflict-1.json", "workshop (Ana's copy).json", "Copie.json"])
  func `a second plan is told with what it says differently`(name: String) throws {
    let place = Place()
    let directory = try place.workshop()
    var plan = Sample.plan
    plan.title = "Another"
    plan.sessions = [
      Session(
        id: "s", title: "Day",
        activities: [Activity(id: "a", title: "A", kind: "plenary", minutes: 5)])
    ]
    let bytes = try #require(PlanText.bytes(of: plan))
    try directory.put(bytes, name)
    var journal = try Journal(directory, by: "", isViewer: true)
    _ = journal.refresh(now: Sample.now)
    let parts = plan.differences(to: Sample.plan)
    #expect(journal.findings == [Diagnostic(name, .planCopy(parts: parts))])
    // One that says the same is no news.
    let same = try #require(PlanText.bytes(of: try PlanFile(directory).plan))
    try directory.put(same, name)
    _ = journal.refresh(now: Sample.now + 2)
    #expect(journal.findings.isEmpty)
  }

  @Test func `a mount is the innermost around a path, with its options`() throws {
    let table = """
      22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
      90 22 0:40 / /home/ana/my\\040notes rw,nosuid - fuse.sshfs ana@host:/w rw,user_id=0
      91 22 0:41 / /mnt/nfs rw - nfs4 host:/x rw,vers=4.2,acdirmax=1
      """
    let mount = try #require(Mount.around("/home/ana/my notes/w", in: table))
    #expect(mount.type == "fuse.sshfs" && mount.options.contains("nosuid"))
    #expect(Mount.around("/home/ana/my notes2", in: table)?.type == "ext4")
    #expect(Mount.around("/mnt/nfs", in: table)?.number("acdirmax") == 1)
  }

  @Test func `settings that make words late are told, good ones are not`() throws {
    func hurts(_ line: String, _ command: [String]? = nil) -> [Surroundings.Hurt] {
      Mount(line: Substring(line)).map { Surroundings.hurts(of: $0, command: command) } ?? []
    }
    let sshfs = "90 22 0:40 / /m rw - fuse.sshfs a:/w rw"
    #expect(
      hurts(sshfs, ["sshfs", "a:/w", "/m"]) == [.sshfs(missing: ["dir_cache=no", "reconnect"])])
    #expect(hurts(sshfs, ["sshfs", "a:/w", "/m", "-o", "reconnect,dir_cache=no"]).isEmpty)
    #expect(hurts(sshfs).isEmpty, "nobody knows")
    #expect(
      hurts("1 2 0:1 / /m rw - nfs4 h:/ rw,vers=4.2")
        == [.remembers(type: "nfs4", options: "actimeo=1")])
    #expect(hurts("1 2 0:1 / /m rw - nfs4 h:/ rw,acdirmax=1").isEmpty)
    #expect(hurts("1 2 0:1 / /m rw - fuse.rclone r: rw") == [.closesFirst(type: "fuse.rclone")])
    #expect(hurts("1 2 0:1 / /m rw - ext4 /dev/x rw").isEmpty)
  }

  @Test func `Syncthing's settings are read from its configuration`() throws {
    let place = Place()
    func hurts(_ attributes: String, at path: String) -> [Surroundings.Hurt] {
      Surroundings.hurts(
        ofSyncthing:
          "<configuration><folders/><folder id=\"x\" path=\"\(place.path)\" \(attributes)><a/></folder>",
        at: path)
    }
    let fast = "fsWatcherEnabled=\"true\" fsWatcherDelayS=\"1\""
    #expect(hurts(fast, at: place.path) == [.syncEverything])
    #expect(hurts("", at: place.path).first == .syncDelay(seconds: 10))
    #expect(hurts("fsWatcherEnabled=\"false\"", at: place.path).first == .syncUnwatched)
    #expect(hurts(fast, at: place.path + "/w") == [.syncWithin(folder: place.path)])
    #expect(hurts(fast, at: place.path + "2").isEmpty)
    _ = FileManager.default.createFile(atPath: place.path + "/.stignore", contents: Data())
    #expect(hurts(fast, at: place.path).isEmpty)
  }

  @Test func `what other programs are told keeps the secret of a ballot`() throws {
    func told(_ event: Event) -> String? {
      let entry = Entry(
        id: EntryID(writer: "aaaaaaaaaaaa", sequence: 1),
        stamp: Stamp(milliseconds: 1_000),
        at: "2026-01-01T00:00:00Z", by: "Ana \"x\"", event: event)
      return entry.told.map { String(decoding: $0, as: UTF8.self) }
    }
    let ballot = try #require(
      told(
        .ballotCast(
          poll: "p", voter: "secretvoter", marks: ["secret": 1], way: .terminal, person: "c",
          reasons: ["a": "why"])))
    #expect(
      !ballot.contains("secret") && !ballot.contains("why") && ballot.contains("\"poll\":\"p\""))
    #expect(told(.voterListed(poll: "p", person: "c")) == nil)
    let codes = try #require(told(.tokensIssued(marks: ["hash"])))
    #expect(!codes.contains("hash"))
    let card = try #require(told(.cardAdded(board: "ideas", text: "A bench", fields: nil)))
    #expect(card.hasSuffix("\n") && card.dropLast().allSatisfy { !$0.isNewline })
    let read = try JSONSerialization.jsonObject(with: Data(card.utf8)) as? [String: Any]
    #expect(read?["by"] as? String == "Ana \"x\"")
  }
}
