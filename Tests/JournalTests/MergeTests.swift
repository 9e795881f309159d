import Foundation
import Glibc
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Journaling

/// Copies of a directory, worked in apart, that come together again.
@Suite struct MergeTests {
  private let place = Place()

  /// A copy of a workshop, made as people make one.
  private func copy(_ directory: Directory, as name: String) throws -> Directory {
    let path = place.path + "/" + name
    try FileManager.default.copyItem(atPath: directory.root, toPath: path)
    return Directory(path)
  }

  /// Somebody works in a directory; the ids of what they wrote.
  @discardableResult
  private func write(
    _ events: [Event], in directory: Directory, by name: String, at second: Int = 0
  ) throws -> [EntryID] {
    var journal = try Journal(directory, by: name)
    _ = journal.refresh(now: Sample.now + second)
    let ids = events.enumerated().map {
      journal.append($0.element, now: Sample.now + second + $0.offset).id
    }
    #expect(journal.close(now: Sample.now + second) == true)
    return ids
  }

  private func state(_ directory: Directory) throws -> Workshop {
    let (entries, findings) = try directory.entries()
    #expect(findings.isEmpty, "\(findings)")
    return History(plan: try PlanFile(directory).plan, entries: entries).workshop
  }

  /// A workshop with one card, and three copies in which groups went on by themselves.
  private func diverged() throws -> (
    base: Directory, copies: [Directory], card: EntryID
  ) {
    let base = try place.workshop()
    let card = try #require(try write([Sample.card("shared")], in: base, by: "ana").first)
    let copies = try ["a", "b", "c"].map { try copy(base, as: $0) }
    for (index, copy) in copies.enumerated() {
      let name = ["claire", "hugo", "lan"][index]
      try write(
        [
          Sample.card("of \(name)"),
          .fieldSet(card: card.description, field: "text", value: "as \(name) says", over: card),
          .boardAdded(title: "Canvas of \(name)", canvas: "social", sheet: nil, about: nil),
          .voiceAdded(card: card.description),
        ], in: copy, by: name, at: 60 + index)
    }
    return (base, copies, card)
  }

  // MARK: What it promises

  @Test(arguments: [
    [0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0], [0, 0, 1, 2, 1, 0, 2],
  ])
  func `copies merged in any order, and again, give one state`(order: [Int]) throws {
    let (base, copies, card) = try diverged()
    for index in order { _ = try base.merge([copies[index]]) }
    let once = try copy(base, as: "whole")
    let workshop = try state(base)
    #expect(workshop.cards(on: "ideas").count == 4 && workshop.boards.count == 6)
    let shared = try #require(workshop.card(card.description))
    #expect(shared.voices == 4)
    // The last of three edits that knew nothing of each other stands; the other two are kept beside.
    #expect(shared.text == "as lan says")
    #expect(Set(shared.rivals["text"]?.map(\.text) ?? []) == ["as claire says", "as hugo says"])
    #expect(try base.merge(copies).isEmpty, "a second time does nothing")
    #expect(base.names() == once.names())
  }

  @Test func `copies merged into one another end equal, whoever takes in whom first`() throws {
    let (base, copies, _) = try diverged()
    _ = try base.merge(copies)
    _ = try copies[0].merge([copies[1]])
    _ = try copies[2].merge([copies[0]])
    _ = try copies[0].merge([copies[2], base])
    let states = try [base, copies[0], copies[2]].map(state)
    #expect(states[0] == states[1] && states[1] == states[2])
  }

  @Test(arguments: 0..<12)
  func `random work in three copies, merged at random, gives what one directory would have`(
    seed: Int
  ) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let base = try place.workshop()
    let start = try write((0..<5).map { Sample.card("card \($0)") }, in: base, by: "ana")
    let copies = try ["a", "b", "c"].map { try copy(base, as: $0) }
    var all: [Entry] = []
    for round in 0..<4 {
      for (index, copy) in copies.enumerated() {
        let events = (0..<Int.random(in: 0...4, using: &random)).map { step -> Event in
          let card = start[Int.random(in: 0..<start.count, using: &random)].description
          switch Int.random(in: 0..<5, using: &random) {
          case 0: return Sample.card("new \(round)\(index)\(step)")
          case 1: return .cardBinned(card: card)
          case 2: return .voiceAdded(card: card)
          case 3: return .fieldSet(card: card, field: "text", value: "\(round)\(index)", over: nil)
          default: return .memberAdded(card: card, set: "tags", member: "\(index)")
          }
        }
        try write(events, in: copy, by: "w\(index)", at: 100 * round + 7 * index)
      }
      let (to, from) = (
        Int.random(in: 0..<3, using: &random), Int.random(in: 0..<3, using: &random)
      )
      _ = try copies[to].merge([copies[from]])
    }
    for copy in copies { all += try copy.entries().entries }
    let one = History(plan: Sample.plan, entries: all).workshop
    for copy in copies.shuffled(using: &random) { _ = try base.merge([copy]) }
    #expect(try state(base) == one)
    for copy in copies { _ = try copy.merge([base]) }
    #expect(try copies.allSatisfy { try state($0) == one })
  }

  // MARK: Journals

  @Test func `a journal that goes on longer there is taken, one that is longer here stays`() throws
  {
    let base = try place.workshop()
    var journal = try Journal(base, by: "ana")
    _ = journal.append(Sample.card("one"), now: Sample.now)
    #expect(journal.settle() == true)
    let early = try copy(base, as: "early")
    _ = journal.append(Sample.card("two"), now: Sample.now)
    #expect(journal.close(now: Sample.now) == true)
    let name = try #require(base.names().first)
    let longer = try base.bytes(of: "journal/" + name)
    #expect(try base.merge([early]).isEmpty)
    #expect(try base.bytes(of: "journal/" + name) == longer)
    let merged = try early.merge([base])
    #expect(merged.sources.first?.journals == [.init(name: name, reason: .longer)])
    #expect(merged.entries.count == 1)
    #expect(try early.bytes(of: "journal/" + name) == longer)
    #expect(early.names() == [name], "nothing lies about")
  }

  @Test func `other bytes under one name are kept beside, once`() throws {
    let base = try place.workshop()
    try write([Sample.card("one")], in: base, by: "ana")
    let other = try copy(base, as: "other")
    let name = try #require(base.names().first)
    let own = try base.bytes(of: "journal/" + name)
    var line = own
    line[line.count - 6] ^= 1
    try other.put(line, "journal/" + name)
    let merged = try base.merge([other])
    #expect(merged.sources.first?.journals.first?.reason == .different)
    #expect(try base.bytes(of: "journal/" + name) == own)
    #expect(base.names().count == 2 && base.names().allSatisfy(JournalName.accepts))
    #expect(try base.merge([other]).isEmpty)
    // There it goes on: its copy here does too, and there is no third.
    try other.put(line + own, "journal/" + name)
    #expect(try base.merge([other]).sources.first?.journals.first?.reason == .longer)
    #expect(base.names().count == 2)
  }

  @Test func `nothing outside a copy is read, and what was not read is told`() throws {
    let base = try place.workshop()
    try write([Sample.card("one")], in: base, by: "ana")
    let other = try copy(base, as: "other")
    try write([Sample.card("two")], in: other, by: "hugo")
    let secret = place.path + "/secret"
    try Data("{\"v\":1}\n".utf8).write(to: URL(fileURLWithPath: secret))
    let journal = other.root + "/journal/"
    symlink(secret, journal + "20261123-link-aaaaaaaaaaaa.jsonl")
    link(secret, journal + "20261123-hard-aaaaaaaaaaaa.jsonl")
    mkfifo(journal + "20261123-pipe-aaaaaaaaaaaa.jsonl", 0o600)
    mkdir(journal + "20261123-dir-aaaaaaaaaaaa.jsonl", 0o700)
    try other.put(Array("x".utf8), "journal/note.txt")
    try other.put(Array("not json\n".utf8), "journal/20261123-junk-aaaaaaaaaaaa.jsonl")
    mkdir(other.root + "/drafts", 0o700)
    try other.put(Array("{}".utf8), "drafts/a.json")
    let merged = try base.merge([other])
    let files = merged.sources.first?.findings.map(\.file) ?? []
    for name in ["link", "hard", "pipe", "dir"] {
      #expect(files.contains("20261123-\(name)-aaaaaaaaaaaa.jsonl"), "\(name)")
      #expect(!base.names().contains("20261123-\(name)-aaaaaaaaaaaa.jsonl"))
    }
    #expect(files.contains("note.txt") && !base.names().contains("note.txt"))
    #expect(files.contains("20261123-junk-aaaaaaaaaaaa.jsonl"), "a line that is none is told")
    #expect(merged.entries.count == 1)
    #expect(!FileManager.default.fileExists(atPath: base.root + "/drafts/a.json"))
  }

  @Test func `a journal folder that is a link is not followed`() throws {
    let base = try place.workshop()
    let other = try copy(base, as: "other")
    try write([Sample.card("two")], in: other, by: "hugo")
    rename(other.root + "/journal", place.path + "/elsewhere")
    symlink(place.path + "/elsewhere", other.root + "/journal")
    let merged = try base.merge([other])
    #expect(merged.isEmpty && merged.sources.first?.findings.isEmpty == false)
  }

  // MARK: Plan, content, the directories themselves

  @Test func `another plan is told and never taken`() throws {
    let base = try place.workshop()
    let other = try copy(base, as: "other")
    var file = try PlanFile(other)
    var plan = file.plan
    plan.tables = 9
    plan.boards.append(Board(id: "more", title: "More"))
    try file.save(plan)
    let before = try base.bytes(of: "workshop.json")
    let merged = try base.merge([other])
    #expect(merged.sources.first?.plan == .parts(["tables", "boards"]))
    #expect(try base.bytes(of: "workshop.json") == before)
    try other.put(Array("{".utf8), "workshop.json")
    guard case .refused = try base.merge([other]).sources.first?.plan else {
      Issue.record("a plan that cannot be read is told")
      return
    }
  }

  /// Phrases of a language of one's own.
  private static func phrases(_ number: Int) -> String {
    "{\"phrases\": {\"pause\": \"\(number)\"}}"
  }

  @Test func `content of its own comes along where there is none, and overwrites nothing`() throws {
    let base = try place.workshop()
    let other = try copy(base, as: "other")
    try other.addAsset(Self.phrases(1), at: "languages/aa.json")
    try other.addAsset(Self.phrases(1), at: "languages/bb.json")
    try other.addAsset(Self.phrases(2), at: "languages/cc.json")
    try base.addAsset(Self.phrases(1), at: "languages/bb.json")
    try base.addAsset(Self.phrases(1), at: "languages/cc.json")
    let source = try #require(try base.merge([other]).sources.first)
    #expect(source.assets == ["languages/aa.json"] && source.otherAssets == ["languages/cc.json"])
    #expect(try base.bytes(of: "assets/languages/cc.json") == Array(Self.phrases(1).utf8))
    #expect(try base.merge([other]).isEmpty)
  }

  @Test func `a workshop of another name that shares no entry is refused`() throws {
    let base = try place.workshop()
    try write([Sample.card("one")], in: base, by: "ana")
    var plan = Sample.plan
    plan.title = "Something else"
    try Directory.create(at: place.path + "/x", plan: plan)
    let other = Directory(place.path + "/x")
    try write([Sample.card("two")], in: other, by: "hugo")
    #expect(throws: JournalError.anotherWorkshop(other.root)) { try base.merge([other]) }
    #expect(base.names().count == 1)
  }

  @Test func `itself, and what is no workshop`() throws {
    let base = try place.workshop()
    #expect(try base.merge([base]).sources.first?.isSame == true)
    #expect(throws: JournalError.workshopElsewhere(place.path, base.root)) {
      try base.merge([Directory(place.path)])
    }
  }

  @Test func `a trial tells the same and writes nothing`() throws {
    let (base, copies, _) = try diverged()
    let before = base.names()
    let trial = try base.merge(copies, isTrial: true)
    #expect(base.names() == before)
    let merged = try base.merge(copies)
    #expect(trial.entries == merged.entries)
    #expect(trial.sources.map(\.journals) == merged.sources.map(\.journals))
    #expect(merged.entries.count == 12)
  }

  // MARK: A disk that fails

  @Test(arguments: [Faults.Kind.create, .write, .shortWrite, .fsync], 1...3)
  fileprivate func `a full disk leaves everything as it was, and later all of it comes`(
    kind: Faults.Kind, nth: Int
  ) throws {
    let (base, copies, _) = try diverged()
    let before = base.names()
    let faults = Faults()
    faults.fail(kind, nth: nth, times: kind == .shortWrite ? 1 : 99, errno: ENOSPC)
    // Half a line is followed by the rest where there is room for it.
    if kind == .shortWrite {
      _ = try base.merge(copies, calls: faults.calls)
    } else {
      #expect(throws: JournalError.self) { try base.merge(copies, calls: faults.calls) }
      #expect(base.names() == before)
    }
    faults.heal()
    _ = try base.merge(copies, calls: faults.calls)
    #expect(try state(base).cards(on: "ideas").count == 4)
    #expect(base.names().count == 4)
  }

  @Test(arguments: 1...3)
  func `a rename that fails leaves whole journals and no drafts`(nth: Int) throws {
    let (base, copies, _) = try diverged()
    let faults = Faults()
    faults.fail(.rename, nth: nth, times: 1, errno: ENOSPC)
    #expect(throws: JournalError.self) { try base.merge(copies, calls: faults.calls) }
    #expect(base.names().count == nth && base.names().allSatisfy(JournalName.accepts))
    faults.heal()
    _ = try base.merge(copies, calls: faults.calls)
    #expect(try state(base).cards(on: "ideas").count == 4)
  }
}
