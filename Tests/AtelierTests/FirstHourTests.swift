import Foundation
import Journaling
import Terminal
import Testing
import WorkshopCore

@testable import Languages
@testable import Rehearsal
@testable import Shell
@testable import atelier

/// What somebody meets who has just installed the program: the demo and the lessons.
@Suite struct FirstHourTests {
  /// A directory with a running morning, its tables, and a terminal in it.
  private final class Morning {
    let place: Folder
    let tables: DemoTables
    var seat: Seat

    init(_ place: Folder, _ tables: DemoTables, _ seat: consuming Seat) {
      (self.place, self.tables) = (place, tables)
      self.seat = seat
    }

    static func make(
      _ role: Role, _ code: String = "en", isRunning: Bool = true
    ) throws -> Morning {
      let language = try #require(Language.find(code, in: .builtIn))
      let place = Folder()
      let tables = try Command.makeMorning(at: place / "demo", language, isRunning: isRunning)
      let seat = try Seat(Directory(place / "demo"), role, "ana", language: language)
      return Morning(place, tables, seat)
    }

    deinit { tables.close() }

    /// No text of the lesson is cut on a screen of 80 columns.
    func expectFit(at location: SourceLocation = #_sourceLocation) {
      let head = seat.screen().split(separator: "\n", omittingEmptySubsequences: false).prefix(3)
      #expect(!head.contains { $0.contains("…") }, "\(head)", sourceLocation: location)
    }

    /// Time passes, a second at a time, and the tables do what is due.
    func wait(seconds: ClosedRange<Int>) {
      for second in seconds {
        seat.look(after: second)
        tables.play(seat.scene)
      }
      seat.look(after: seconds.upperBound)
    }

    /// The learner presses keys, and the lesson watches.
    func press(_ keys: Key...) {
      for key in keys {
        let before = seat.scene
        seat.press(key)
        seat.scene.follow(key, from: before)
      }
    }

    func type(_ text: String) {
      for character in text { press(.character(character)) }
    }
  }

  @Test(arguments: Language.builtIn)
  func `the demo opens in the middle of the ideas, with the time running`(code: String) throws {
    let morning = try Morning.make(.facilitator, code)
    let scene = morning.seat.scene
    #expect(scene.kind.traits.contains(.plain) && scene.countdown?.isRunning == true)
    #expect((10...40).contains(scene.workshop.cards(on: "ideas").count))
    let left = scene.countdown.map { $0.secondsLeft(at: scene.now) } ?? 0
    #expect((600...1500).contains(left))
    #expect(scene.workshop.openings.count == 6, "what was before has been held")
  }

  @Test func `ideas come in while one watches, from journals of the tables' own`() throws {
    let morning = try Morning.make(.facilitator)
    let before = morning.seat.scene.workshop.cards(on: "ideas")
    morning.wait(seconds: 1...60)
    let cards = morning.seat.scene.workshop.cards(on: "ideas")
    let fresh = cards.filter { card in !before.contains { $0.id == card.id } }
    #expect(fresh.count >= 4)
    #expect(fresh.allSatisfy { $0.by.hasPrefix("Table ") })
    let writers = Set(fresh.compactMap { EntryID($0.id)?.writer })
    #expect(writers.count >= 3 && !morning.seat.scene.presence.isEmpty)
  }

  @Test func `who has nothing new to say says +1, and no idea stands there twice`() throws {
    let morning = try Morning.make(.facilitator)
    for minute in 0..<6 { morning.wait(seconds: (minute * 60 + 1)...(minute * 60 + 60)) }
    let cards = morning.seat.scene.workshop.cards(on: "ideas")
    #expect(Set(cards.map(\.text)).count == cards.count)
    #expect(cards.reduce(0) { $0 + $1.voices } > cards.count)
  }

  @Test(arguments: Language.builtIn)
  func `a facilitator's lesson is done by its own keys`(code: String) throws {
    let morning = try Morning.make(.facilitator, code, isRunning: false)
    morning.seat.scene.guide = FacilitatorLesson.guide
    morning.expectFit()
    morning.press(.character(" "), .character("+"), .character("+"), .character("a"))
    morning.type("bench")
    morning.press(.enter, .character("u"), .character("s"), .character("s"))
    morning.expectFit()
    morning.press(.character("n"), .character("n"))
    morning.expectFit()
    morning.press(.character("b"), .character("b"))
    for _ in 0..<6 where morning.seat.scene.kind.name != "Vote" { morning.press(.character("n")) }
    try #require(morning.seat.scene.kind.traits.contains(.vote))
    morning.expectFit()
    morning.press(.character("d"), .enter)
    morning.expectFit()
    morning.wait(seconds: 1...30)
    let poll = morning.seat.scene.workshop.polls.last
    #expect(poll?.voters == 30, "the tables vote")
    morning.press(.character("c"), .character("c"))
    morning.expectFit()
    morning.press(.character("v"), .character("q"), .character("q"))
    #expect(morning.seat.scene.guide?.isOver == true, "\(morning.seat.screen())")
  }

  @Test(arguments: Language.builtIn)
  func `a note-taker's lesson is done by its own keys`(code: String) throws {
    let morning = try Morning.make(.notes, code)
    morning.seat.scene.guide = NotesLesson.guide
    morning.expectFit()
    morning.type("a number to call")
    morning.press(.enter)
    morning.expectFit()
    morning.type("benches #inc")
    morning.press(.tab, .enter)
    morning.expectFit()
    morning.type(NotesLesson.said(morning.seat.scene))
    morning.press(.tab)
    morning.expectFit()
    morning.press(.up, .character("!"), .enter)
    morning.expectFit()
    morning.press(.paste("one\ntwo\nthree"))
    morning.expectFit()
    morning.press(.alt("p"))
    morning.type("who pays?")
    morning.press(.enter)
    morning.expectFit()
    morning.press(.control("q"), .control("q"))
    #expect(morning.seat.scene.guide?.isOver == true, "\(morning.seat.screen())")
  }

  @Test func `a step is skipped by a key of its own, and nothing else moves`() throws {
    let morning = try Morning.make(.facilitator, isRunning: false)
    morning.seat.scene.guide = FacilitatorLesson.guide
    let state = morning.seat.scene.workshop.current
    morning.press(.function(12))
    #expect(morning.seat.screen().contains("2 of 13"))
    #expect(morning.seat.scene.workshop.current == state)
  }
}
