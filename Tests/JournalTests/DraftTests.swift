import Foundation
import Glibc
import Testing
import WorkshopCore

@testable import Journaling

/// What people are typing, and what is derived.
struct DraftTests {
  @Test func `others see who is here and typing, not what`() throws {
    let place = Place()
    let directory = try place.workshop()
    let ana = try Drafts(directory, writer: "aaaaaaaaaaaa", by: "ana")
    let bea = try Drafts(directory, writer: "bbbbbbbbbbbb", by: "bea")
    ana.update(role: "notes", board: "ideas", text: "sec", at: 1_000)
    ana.update(role: "notes", board: "ideas", text: "secret", at: 2_000)
    ana.update(role: "notes", board: "ideas", text: "secret", at: 9_000)
    bea.update(role: "stage", board: nil, text: "", at: 1_000)
    try wait(for: 2, in: directory, containing: "secret")
    #expect(
      bea.present(now: 3_000) == [
        Presence(writer: "aaaaaaaaaaaa", by: "ana", role: "notes", board: "ideas", isTyping: true)
      ])
    #expect(bea.present(now: 7_001).map(\.isTyping) == [false], "unchanged since 2,000")
    #expect(ana.present(now: 3_000).map(\.by) == ["bea"])
    #expect(ana.abandoned(now: 3_000).isEmpty && bea.abandoned(now: 3_000).isEmpty)
    bea.close()
    #expect(ana.present(now: 3_000).isEmpty)
    #expect(directory.names(in: "drafts") == ["aaaaaaaaaaaa.json"], "nothing left of bea")
  }

  /// The writing happens behind the scenes: waits until it has.
  private func wait(for count: Int, in directory: Directory, containing text: String) throws {
    for _ in 0..<2_000 {
      let names = directory.names(in: "drafts").filter {
        $0.hasSuffix(".json") && !$0.hasPrefix(".")
      }
      let texts = names.compactMap { try? directory.bytes(of: "drafts/" + $0) }
      if names.count == count,
        texts.contains(where: { String(decoding: $0, as: UTF8.self).contains("\"\(text)\"") })
      {
        return
      }
      usleep(5_000)
    }
    Issue.record("no drafts")
  }

  /// A text of ana's whose process has died.
  private func leaveText(in directory: Directory) throws {
    let dead = try Drafts(directory, writer: "aaaaaaaaaaaa", by: "ana")
    dead.update(role: "notes", board: "ideas", text: "half a sent", at: 1_000)
    dead.close()
  }

  /// What is left for somebody. A program that another test starts has our files, too, until it is that
  /// program.
  private func left(by drafts: Drafts) -> Draft? {
    for _ in 0..<200 {
      if let draft = drafts.abandoned(now: 2_000).first { return draft }
      usleep(10_000)
    }
    return nil
  }

  @Test func `a dead process's text is offered to the same person, once`() throws {
    let place = Place()
    let directory = try place.workshop()
    try leaveText(in: directory)
    let ana = try Drafts(directory, writer: "cccccccccccc", by: "ana")
    let bea = try Drafts(directory, writer: "bbbbbbbbbbbb", by: "bea")
    #expect(bea.abandoned(now: 2_000).isEmpty)
    let draft = try #require(left(by: ana))
    #expect(draft.text == "half a sent" && draft.board == "ideas")
    #expect(ana.adopt(draft, at: 2_000))
    #expect(!ana.adopt(draft, at: 2_000))
    #expect(ana.abandoned(now: 2_000).isEmpty)
    #expect(directory.names(in: "drafts") == ["cccccccccccc.json"])
    ana.close()
    let again = try Drafts(directory, writer: "dddddddddddd", by: "ana")
    #expect(again.abandoned(now: 2_000).map(\.text) == ["half a sent"])
    #expect(again.discard(try #require(again.abandoned(now: 2_000).first)))
    #expect(directory.names(in: "drafts").isEmpty)
  }

  @Test func `a text is taken over while another terminal looks whether it is held`() throws {
    let place = Place()
    let directory = try place.workshop()
    try leaveText(in: directory)
    let ana = try Drafts(directory, writer: "cccccccccccc", by: "ana")
    let draft = try #require(left(by: ana))
    let look = Glibc.open(directory.root + "/drafts/aaaaaaaaaaaa.json", O_RDONLY | O_CLOEXEC)
    #expect(flock(look, LOCK_SH | LOCK_NB) == 0)
    Thread.detachNewThread {
      usleep(20_000)
      close(look)
    }
    #expect(ana.adopt(draft, at: 2_000))
  }

  @Test func `texts beside the line are handed back, and what was left is nobody's typing`() throws
  {
    let place = Place()
    let directory = try place.workshop()
    let prompt = TypedText("half a [card]", at: TypedPlace("add-card", of: ["board": "ideas"]))
    let left = TypedText("half a question", at: TypedPlace("park"), isLeft: true)
    let flora = try Drafts(directory, writer: "aaaaaaaaaaaa", by: "flora")
    let bea = try Drafts(directory, writer: "bbbbbbbbbbbb", by: "bea")
    flora.update(role: "facilitator", board: nil, text: "", texts: [prompt, left], at: 1_000)
    try wait(for: 1, in: directory, containing: "half a question")
    #expect(bea.present(now: 1_500).map(\.isTyping) == [true])
    flora.update(role: "facilitator", board: nil, text: "", texts: [left], at: 2_000)
    flora.close()
    let again = try Drafts(directory, writer: "cccccccccccc", by: "flora")
    let draft = try #require(again.abandoned(now: 3_000).first)
    #expect(draft.texts == [left] && !draft.isUnderWay && !draft.isEmpty)
    #expect(again.adopt(draft, at: 3_000))
    try wait(for: 1, in: directory, containing: "half a question")
    #expect(bea.present(now: 3_100).map(\.isTyping) == [false])
    again.update(role: "facilitator", board: nil, text: "", at: 4_000)
    again.close()
    #expect(directory.names(in: "drafts").isEmpty, "nothing is left of what was given")
  }

  @Test func `a living process's text cannot be taken`() throws {
    let place = Place()
    let directory = try place.workshop()
    let first = try Drafts(directory, writer: "aaaaaaaaaaaa", by: "ana")
    first.update(role: "notes", board: nil, text: "mine", at: 1_000)
    try wait(for: 1, in: directory, containing: "mine")
    let second = try Drafts(directory, writer: "bbbbbbbbbbbb", by: "ana")
    #expect(second.abandoned(now: 999_999_999).isEmpty)
    let forged = Draft(
      writer: "aaaaaaaaaaaa", by: "ana", role: "", board: nil, text: "", at: 0, host: "")
    #expect(!second.discard(forged))
    withExtendedLifetime(first) {}
  }

  @Test func `rubbish among the drafts is passed over`() throws {
    let place = Place()
    let directory = try place.workshop()
    #expect(mkdir(directory.drafts, 0o700) == 0)
    try directory.put(
      [UInt8](repeating: UInt8(ascii: "["), count: 5_000), "drafts/eeeeeeeeeeee.json")
    try directory.put(Array("{}".utf8), "drafts/ffffffffffff.json")
    #expect(mkfifo(directory.drafts + "/gggggggggggg.json", 0o600) == 0)
    #expect(symlink("/etc/passwd", directory.drafts + "/hhhhhhhhhhhh.json") == 0)
    let drafts = try Drafts(directory, writer: "aaaaaaaaaaaa", by: "ana")
    #expect(drafts.present(now: 0).isEmpty && drafts.abandoned(now: 0).isEmpty)
  }

  @Test func `one process a machine writes what is derived`() throws {
    let place = Place()
    let directory = try place.workshop()
    let first = try Derived(directory)
    let second = try Derived(directory)
    #expect(first.acquire() && first.acquire() && !second.acquire())
    second.write(session: Data("no".utf8), minutes: nil)
    first.write(session: Data("{}".utf8), minutes: Data("# a".utf8))
    first.write(session: nil, minutes: Data("# b".utf8))
    first.close()
    #expect(try directory.bytes(of: "session.json") == Array("{}".utf8))
    #expect(try directory.bytes(of: "minutes.md") == Array("# b".utf8))
    // A program that another test starts has our files, too, until it is that program.
    var isAcquired = second.acquire()
    for _ in 0..<200 where !isAcquired {
      usleep(10_000)
      isAcquired = second.acquire()
    }
    #expect(isAcquired)
    var before = stat()
    stat(directory.session, &before)
    second.write(session: Data("{}".utf8), minutes: Data("# c".utf8))
    second.close()
    var after = stat()
    stat(directory.session, &after)
    #expect(before.st_ino == after.st_ino, "unchanged content is not written again")
    #expect(try directory.bytes(of: "minutes.md") == Array("# c".utf8))
    #expect(second.failure == nil)
  }
}

extension Drafts {
  /// Keeps a draft of these parts.
  func update(
    role: String, board: String?, zone: String? = nil, text: String, edit: Draft.Edit? = nil,
    details: [String: String]? = nil, texts: [TypedText] = [], at now: Int64
  ) {
    keep(
      draft(
        role: role, board: board, zone: zone, text: text, edit: edit, details: details,
        texts: texts, at: now))
  }
}
