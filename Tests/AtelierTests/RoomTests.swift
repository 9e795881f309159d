import Foundation
import Journaling
import Terminal
import Testing
import WorkshopCore

@testable import atelier
@testable import Languages
@testable import Shell

/// A terminal's work on a real directory, without a screen: keys, the journal, drafts, derived files.
@Suite struct RoomTests {
  private static let plan = Plan(
    title: "Trial", boards: [Board(id: "ideas", title: "Ideas", sheet: "idea")],
    sessions: [
      Session(
        id: "day", title: "Day",
        activities: [
          Activity(id: "one", title: "One", kind: "board", minutes: 10, board: "ideas"),
          Activity(id: "two", title: "Two", kind: "plenary", minutes: 20),
        ])
    ])

  private func inWorkshop(_ body: (Directory) throws -> Void) throws {
    try Seat.inWorkshop(Self.plan, body)
  }

  /// A note-taker at the ideas, once the facilitator has begun.
  private func noteTaker(in directory: Directory) throws -> Seat {
    var desk = try Seat(directory, .facilitator, "Facilitator")
    desk.look()
    desk.press(.character("n"))
    desk.room.close(desk.scene)
    var notes = try Seat(directory, .notes, "Ana")
    notes.look()
    return notes
  }

  /// By how many minutes another computer's clock is ahead: within the day that order follows, and beyond.
  private static let skews: [Int] = [15, 60, 24 * 60 - 1, 24 * 60 + 1, 33_000_000]

  @Test(arguments: skews)
  func `a note from a fast clock moves nobody's time, and is named at the desk`(
    _ minutes: Int
  ) throws {
    try inWorkshop { directory in
      var desk = try Seat(directory, .facilitator, "Facilitator")
      desk.look()
      desk.press(.character("n"), .character(" "))
      var notes = try Seat(directory, .notes, "ben")
      notes.look(after: minutes * 60)
      notes.type("early")
      notes.press(.enter)
      notes.room.close(notes.scene)
      desk.look(after: 1)
      #expect(desk.scene.workshop.cards(on: "ideas").map(\.text) == ["early"])
      #expect((590...600).contains(desk.scene.countdown?.secondsLeft(at: desk.scene.now) ?? 0))
      #expect(desk.scene.trouble.map { desk.scene.say($0).contains("ben") } == true)
      desk.press(.character("a"))
      desk.type("after it")
      desk.press(.enter)
      desk.room.close(desk.scene)
      var stage = try Seat(directory, .stage, "")
      stage.look(after: 2)
      #expect(stage.scene.workshop.cards(on: "ideas").map(\.text) == ["early", "after it"])
      #expect((590...600).contains(stage.scene.countdown?.secondsLeft(at: stage.scene.now) ?? 0))
    }
  }

  @Test(arguments: skews)
  func `a second desk with a fast clock moves the room and takes no time from it`(
    _ minutes: Int
  ) throws {
    try inWorkshop { directory in
      var desk = try Seat(directory, .facilitator, "Facilitator")
      var fast = try Seat(directory, .facilitator, "Ben")
      var stage = try Seat(directory, .stage, "")
      desk.look()
      fast.look(after: minutes * 60)
      stage.look()
      desk.press(.character("n"), .character(" "))
      desk.look(after: 30)
      fast.look(after: minutes * 60 + 30)
      fast.press(.character("n"), .character("n"), .character(" "))
      for seconds in [31, 32] {
        desk.look(after: seconds)
        stage.look(after: seconds)
        fast.look(after: minutes * 60 + seconds)
        for scene in [desk.scene, stage.scene, fast.scene] {
          #expect(scene.workshop.current == "two")
          let left = scene.countdown?.secondsLeft(at: scene.now) ?? 0
          #expect((1190...1200).contains(left), "\(scene.role) sees \(left) s left")
        }
      }
      desk.press(.character("b"), .character("b"))
      fast.look(after: minutes * 60 + 33)
      #expect(desk.scene.workshop.current == "one" && fast.scene.workshop.current == "one")
      let left = desk.scene.countdown?.secondsLeft(at: desk.scene.now) ?? 0
      #expect((560...600).contains(left), "\(left) s left of the first activity")
    }
  }

  @Test func `a desk is told who moved the room, and asked before it moves it again`() throws {
    try inWorkshop { directory in
      var desk = try Seat(directory, .facilitator, "Flora")
      desk.look()
      desk.press(.character("n"))
      var other = try Seat(directory, .facilitator, "Ben")
      other.look(after: 10)
      #expect(other.scene.focus.notice == nil, "what was so at the start is no news")
      other.press(.character("n"))
      desk.look(after: 11)
      #expect(desk.scene.say(desk.scene.focus.notice?.phrase ?? "") == "Ben has opened Two")
      desk.press(.character("b"))
      #expect(
        desk.scene.say(desk.scene.focus.notice?.phrase ?? "")
          == "Ben has just opened Two. Press again for One")
      #expect(desk.scene.workshop.current == "two")
    }
  }

  @Test func `two desks that press n together go on by one`() throws {
    try inWorkshop { directory in
      var desk = try Seat(directory, .facilitator, "Flora")
      var other = try Seat(directory, .facilitator, "Ben")
      desk.look()
      desk.press(.character("n"))
      other.look(after: 10)
      desk.look(after: 10)
      desk.press(.character("n"))
      other.press(.character("n"))
      for _ in 0..<2 {
        desk.look(after: 12)
        other.look(after: 12)
      }
      #expect(desk.scene.workshop.current == "two" && other.scene.workshop.current == "two")
      #expect(desk.scene.workshop.openings["two"]?.count == 1)
    }
  }

  @Test func `of three computers the one that is years ahead is corrected, the same everywhere`()
    throws
  {
    try inWorkshop { directory in
      var desk = try Seat(directory, .facilitator, "Facilitator")
      var ana = try Seat(directory, .notes, "Ana")
      desk.look()
      desk.press(.character("n"))
      ana.look(after: 1)
      ana.type("right")
      ana.press(.enter)
      desk.look(after: 2)
      let years = 3 * 365 * 86_400
      var ben = try Seat(directory, .notes, "Ben")
      ben.look(after: years)
      ben.type("from the future")
      ben.press(.enter)
      for seconds in [3, 4] {
        desk.look(after: seconds)
        ana.look(after: seconds)
      }
      ana.type("after it")
      ana.press(.enter)
      desk.look(after: 6)
      ben.look(after: years + 6)
      for scene in [desk.scene, ana.scene, ben.scene] {
        #expect(
          scene.workshop.cards(on: "ideas").map(\.text) == ["right", "from the future", "after it"])
      }
      let stamp = ana.scene.workshop.cards(on: "ideas").last?.added.milliseconds ?? .max
      #expect(stamp < Moment.now.milliseconds + 86_400_000, "nobody else goes on from there")
    }
  }

  @Test(arguments: [60 * 86_400, 50 * 365 * 86_400])
  func `a computer that is far behind corrects nobody, and what it writes counts`(
    _ behind: Int
  ) throws {
    try inWorkshop { directory in
      var desk = try Seat(directory, .facilitator, "Facilitator")
      desk.look()
      desk.press(.character("n"))
      var ana = try Seat(directory, .notes, "Ana")
      ana.look(after: 1)
      ana.type("first")
      ana.press(.enter)
      var slow = try Seat(directory, .notes, "Ben")
      slow.look(after: -behind)
      slow.press(.up)
      slow.type(" and second")
      slow.press(.enter)
      desk.look(after: 3)
      ana.look(after: 3)
      slow.look(after: 3 - behind)
      for scene in [desk.scene, ana.scene, slow.scene] {
        #expect(scene.workshop.cards(on: "ideas").map(\.text) == ["first and second"])
        #expect(scene.workshop.current == "one")
      }
    }
  }

  @Test func `a long paste becomes cards some at a time, and is undone as one`() throws {
    try inWorkshop { directory in
      var notes = try noteTaker(in: directory)
      notes.type((1...250).map { "idea \($0)" }.joined(separator: "\n"))
      #expect(notes.scene.focus.pastes.map(\.rows.count) == [250])
      var slices = 0
      while notes.room.goOnPasting(&notes.scene) {
        slices += 1
        // What is typed meanwhile stays on the line.
        if slices == 1 { notes.press(.character("x")) }
      }
      #expect(slices == 2 && notes.scene.focus.pastes.isEmpty)
      #expect(notes.scene.workshop.cards(on: "ideas").count == 250)
      #expect(notes.scene.focus.line.text == "x")
      notes.press(.backspace, .control("u"))
      notes.look()
      let outcome = Outcome.effect(.undo)
      notes.room.carryOut(outcome, &notes.scene)
      #expect(notes.scene.workshop.cards(on: "ideas").isEmpty)
      notes.room.close(notes.scene)
    }
  }

  @Test func `a second long paste waits for the first, and each is undone by itself`() throws {
    try inWorkshop { directory in
      var notes = try noteTaker(in: directory)
      for name in ["one", "two"] {
        notes.type((1...150).map { "\(name) \($0)" }.joined(separator: "\n"))
      }
      while notes.room.goOnPasting(&notes.scene) {}
      let texts = notes.scene.workshop.cards(on: "ideas").map(\.text)
      #expect(texts.count == 300 && texts.first == "one 1" && texts.last == "two 150")
      notes.room.carryOut(Outcome.effect(.undo), &notes.scene)
      #expect(notes.scene.workshop.cards(on: "ideas").map(\.text) == Array(texts.prefix(150)))
      notes.room.close(notes.scene)
    }
  }

  @Test func `what of a long paste a terminal had no time for is in a file when it is left`() throws
  {
    try inWorkshop { directory in
      var notes = try noteTaker(in: directory)
      notes.type((1...250).map { "idea \($0)" }.joined(separator: "\n"))
      notes.room.goOnPasting(&notes.scene)
      let home = Folder()
      let left = notes.room.close(notes.scene, rescue: [home.path])
      #expect(left.pasted == 150 && !left.isEmpty)
      let file = try #require(left.pasteFile)
      let rows = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
      #expect(rows.first == "idea 101" && rows.last == "idea 250" && rows.count == 150)
    }
  }

  @Test(arguments: Role.allCases)
  func `a journal that is not read is named on every screen, until it is read`(role: Role) throws {
    try inWorkshop { directory in
      let link = directory.journal + "/20261123-ana-aaaaaaaaaaaa.jsonl"
      try FileManager.default.createSymbolicLink(
        atPath: link, withDestinationPath: "/dev/null")
      var seat = try Seat(directory, role, "Ana")
      seat.look()
      let size = Size(columns: 80, rows: 24)
      #expect(View.draw(seat.scene, size: size).text.contains("20261123-ana-aaaaaaaaaaaa"))
      try FileManager.default.removeItem(atPath: link)
      seat.look(after: 2)
      #expect(!View.draw(seat.scene, size: size).text.contains("20261123-ana-aaaaaaaaaaaa"))
      seat.room.close(seat.scene)
    }
  }

  @Test func `what one terminal writes, the other has at its next look, and after both are closed`()
    throws
  {
    try inWorkshop { directory in
      var desk = try Seat(directory, .facilitator, "Facilitator")
      desk.press(.character("n"))
      #expect(desk.scene.workshop.current == "one", "a terminal knows its own deeds at once")
      var notes = try Seat(directory, .notes, "Ana")
      notes.look()
      notes.type("A desk that follows the market days")
      notes.press(.enter)
      #expect(notes.scene.focus.line.isEmpty)
      desk.look(after: 2)
      #expect(desk.scene.workshop.cards(on: "ideas").map(\.text).count == 1)
      notes.room.close(notes.scene)
      desk.room.close(desk.scene)
      let later = try Seat(directory, .stage, "stage")
      #expect(
        later.scene.workshop.cards(on: "ideas").map(\.text)
          == ["A desk that follows the market days"])
    }
  }

  @Test func `a line that nobody gave comes back to whoever typed it, and to nobody else`() throws {
    try inWorkshop { directory in
      var desk = try Seat(directory, .facilitator, "Facilitator")
      desk.press(.character("n"))
      do {
        var notes = try Seat(directory, .notes, "Ana")
        notes.look()
        notes.type("Librarians trained as")
        notes.room.close(notes.scene)
      }
      let other = try Seat(directory, .notes, "Louis")
      #expect(other.scene.focus.line.isEmpty)
      var back = try Seat(directory, .notes, "Ana")
      #expect(back.scene.focus.line.text == "Librarians trained as")
      back.press(.enter)
      #expect(back.scene.workshop.cards(on: "ideas").map(\.text) == ["Librarians trained as"])
    }
  }

  @Test func `undo takes back what one key wrote, however many entries that were`() throws {
    try inWorkshop { directory in
      var desk = try Seat(directory, .facilitator, "Facilitator")
      desk.press(.character("n"))
      let outcome = Outcome(
        events: ["A", "B", "C"].map { .cardAdded(board: "ideas", text: $0, fields: nil) },
        toAdded: { id, _ in [.voiceAdded(card: id)] })
      desk.room.carryOut(outcome, &desk.scene)
      #expect(desk.scene.workshop.cards(on: "ideas").map(\.voices) == [2, 2, 2])
      desk.press(.character("u"))
      #expect(desk.scene.workshop.cards(on: "ideas").isEmpty)
      desk.press(.control("r"))
      #expect(desk.scene.workshop.cards(on: "ideas").map(\.text) == ["A", "B", "C"])
    }
  }

  @Test func `what was written last is in the minutes when the terminal closes`() throws {
    try inWorkshop { directory in
      var desk = try Seat(directory, .facilitator, "Facilitator")
      desk.press(.character("n"))
      desk.press(.character("a"))
      desk.type("Callback within the day")
      desk.press(.enter)
      desk.room.close(desk.scene)
      let minutes = try String(contentsOfFile: directory.root + "/minutes.md", encoding: .utf8)
      #expect(minutes.contains("Callback within the day"))
    }
  }
}
