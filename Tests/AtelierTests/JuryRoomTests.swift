import Reporting
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Projects
@testable import Shell

/// The jury at its keys, on its screens and in the report.
@Suite struct JuryRoomTests {
  private static let sizes = [Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)]

  @Test func `a form is filled in with typing and Enter, and is in when its scores are`() throws {
    var desk = Desk(try JuryScenes.start(.notes))
    desk.press("F5", "Enter")
    desk.type("Begin with two towns")
    desk.press("Enter", "Enter")
    for score in ["4", "5", "3", "4"] {
      desk.type(score)
      desk.press("Enter")
    }
    desk.press("Esc")
    let board = try #require(desk.scene.workshop.board("advice"))
    let jury = try #require(desk.scene.jury(on: board))
    let project = jury.projects[0].id
    #expect(jury.arrived == 1 && jury.isIn("eva", project))
    #expect(jury.form(of: "eva", for: project)?[Card.text] == "Begin with two towns")
    #expect(jury.form(of: "eva", for: project)?.cards.count == 1)
  }

  @Test func `sealed forms are on no screen and in no derived file`() throws {
    let sealed = try JuryScenes.judged()
    for role in Role.allCases {
      for keys in [[], ["f"], ["F5"], ["o"], ["Ctrl-B"], ["v"], [":"], ["?"], ["Alt-f"], ["h"]] {
        var desk = Desk(try JuryScenes.judged(role))
        for key in keys { desk.press(key) }
        for size in Self.sizes {
          #expect(!View.draw(desk.scene, size: size).text.contains(JuryScenes.secret), "\(keys)")
        }
      }
      var board = try JuryScenes.judged(role)
      board.focus.place = .board("advice")
      board.focus.board = "advice"
      board.focus.line = Line("begin with two towns")
      #expect(!View.draw(board, size: Self.sizes[1]).text.contains(JuryScenes.secret))
    }
    let state = String(
      decoding: StateDocument(sealed.workshop, now: sealed.now).json(), as: UTF8.self)
    #expect(!state.contains(JuryScenes.secret) && state.contains("One welcome desk"))
    #expect(!Markdown.render(Minutes.report(sealed)).contains(JuryScenes.secret))
  }

  @Test func `forms that are not all in are opened at the second press, and by nobody else`() throws
  {
    var desk = Desk(try JuryScenes.judged())
    #expect(desk.press("v").events.isEmpty)
    #expect(desk.press("v").events == [.boardSet(board: "advice", setting: .sealed, value: "")])
    desk.press("v")
    #expect(View.draw(desk.scene, size: Self.sizes[1]).text.contains("The jury's scores"))
  }

  @Test func `what is for the group alone is not read out, and no score is`() throws {
    let frame = View.draw(try JuryScenes.reading(0), size: Self.sizes[1])
    #expect(LetterHeight.shows("\(JuryScenes.secret) begin with two towns", in: frame))
    #expect(LetterHeight.shows("A room on Fridays", in: frame))
    #expect(!LetterHeight.shows("\(JuryScenes.secret) name one lead", in: frame))
    let scores = View.draw(try JuryScenes.reading(1), size: Self.sizes[1]).text
    #expect(!scores.contains("Active group"))
  }

  @Test func `while the forms are sealed nothing is read out whatever the stage is asked for`()
    throws
  {
    let scene = try JuryScenes.judged(
      .stage, then: [.viewShown(activity: "jury", view: JuryView.advice, step: 0)])
    #expect(!View.draw(scene, size: Self.sizes[1]).text.contains(JuryScenes.secret))
    var desk = Desk(try JuryScenes.judged())
    #expect(desk.press(".").isWarning)
  }

  @Test func `the report sets scores side by side and keeps every piece of advice`() throws {
    let report = Markdown.render(Minutes.report(try JuryScenes.judged(isOpen: true)))
    #expect(report.contains("name one lead") && report.contains("for the team"))
    #expect(report.contains("Adjusted") && report.contains("≠"))
  }

  @Test func `the pitches of a day are drawn once, over both their parts`() throws {
    var desk = Desk(try JuryScenes.start(at: "pitches-1"))
    desk.press("r", "d")
    let first = try #require(desk.scene.workshop.plan.activity("pitches-1"))
    let second = try #require(desk.scene.workshop.plan.activity("pitches-2"))
    #expect(desk.scene.workshop.seed(ofOrder: "pitches-1") != nil)
    let all = desk.scene.workshop.queue(of: first).map { $0.title.text(in: "en") }
    #expect(Set(all) == Set(JuryScenes.projects.values))
    #expect(desk.scene.workshop.rounds(of: second).isEmpty)
    let again = try #require(desk.events.last)
    var replay = try JuryScenes.start(at: "pitches-1")
    replay.workshop.apply(Stage.entry(again, 50, at: Stage.now.milliseconds))
    #expect(replay.workshop.queue(of: first).map { $0.title.text(in: "en") } == all)
  }
}
