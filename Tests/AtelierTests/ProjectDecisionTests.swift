import Reporting
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Cards
@testable import Languages
@testable import Projects
@testable import Shell

/// Projects are decided on at the keys: held, dropped, gone on with, and told of.
@Suite struct ProjectDecisionTests: ProjectRoom {
  @Test func `a hold asks for its reason, its review and who decided, and counts only then`() throws
  {
    var desk = Desk(Fixture.scene(.signUp))
    let project = try project("Shared handling", desk.scene)
    desk.press("O", "d")
    desk.type("on hold")
    desk.press("1", "Enter")
    guard let form = desk.scene.focus.overlay as? Form else {
      Issue.record("no form")
      return
    }
    #expect(
      form.sheet.fields.map(\.id) == [
        "text", "motive", "review", "deciders", "reason", "reopening", "date", "vote",
        "consequences",
      ])
    #expect(form.sheet.fields[form.selected].id == "review")
    desk.press("Esc")
    #expect(desk.outcome.isWarning && desk.scene.workshop.status(of: project.id) == nil)
    #expect(text(desk.scene).contains("Missing: the day it is looked at again, who decided"))
    let decision = try #require(desk.scene.workshop.decisions.last)
    desk.arrange {
      $0.focus.overlays = []
      $0.focus.place = .board("decisions")
      $0.focus.card = decision.id
    }
    desk.press("e", "↓", "↓")
    desk.type("in 3 weeks")
    #expect(text(desk.scene).contains("= Mon 14 December 2026"))
    desk.press("↓")
    desk.type("The bureau")
    desk.press("Esc")
    #expect(desk.scene.workshop.status(of: project.id) == .onHold)
    #expect(desk.scene.standing(of: project.id) == "on hold, to review Mon 14 December")
    #expect(desk.scene.workshop.decisions.last?.vote == "departed", "the vote had chosen it")
  }

  @Test func `what may not be is refused with its reason`() throws {
    var desk = Desk(Fixture.scene(.signUp))
    for (word, reason) in [
      ("approved", "It has to be defined before it is approved"),
      ("paused for now", "Only a defined or approved project can be paused"),
      ("delivered", "Only an approved project can be delivered"),
    ] {
      desk.press("O", "d")
      desk.type(word)
      desk.press("Enter")
      #expect(desk.scene.focus.notice.map { desk.scene.say($0.phrase) } == reason)
      #expect(desk.events.isEmpty)
      desk.press("Esc", "Esc")
    }
  }

  @Test(arguments: ProjectStatus.allCases)
  func `every refusal has a sentence of its own, and only refusals have one`(
    _ status: ProjectStatus
  ) {
    for from in [nil] + ProjectStatus.allCases.map(Optional.some) {
      let isAllowed = ProjectStatus.next(after: from).contains(status)
      #expect((status.refusal(after: from) == nil) == isAllowed)
    }
  }

  @Test func `a decision taken in the room is on the stage at once, large`() throws {
    var plan = FixturePlan.plan()
    plan.sessions[0].activities.append(
      Activity(id: "decide", title: "Decide", kind: "decision", minutes: 10, board: "decisions"))
    var desk = Desk(
      Stage.scene(
        plan,
        then: [
          .activityOpened(activity: "decide", seconds: nil),
          .cardAdded(board: "projects", text: "A desk that walks", fields: nil),
        ]))
    desk.press("d", "1")
    desk.type("dropped")
    desk.press("2", "6", "Enter")
    desk.type("The room")
    desk.press("↓")
    desk.type("Nobody has the time")
    desk.press("Esc")
    guard case .cardShown(let card?) = desk.events.last else {
      Issue.record("\(desk.events)")
      return
    }
    #expect(card == desk.scene.workshop.decisions.last?.id)
    desk.arrange { $0.role = .stage }
    let stage = View.draw(desk.scene, size: Size(columns: 100, rows: 30))
    for words in [
      "A desk that walks", "DROPPED", "Too few people · Hard to test: Nobody has the time",
      "The room",
    ] {
      #expect(LetterHeight.shows(words, in: stage), "\(stage.text)")
    }
  }

  @Test func `a note-taker notes a decision by the same form`() throws {
    var desk = Desk(try Stage.scene(at: "jury-decisions", role: .notes))
    desk.press("F5")
    desk.type("shared k")
    desk.press("Enter")
    desk.type("potential")
    desk.press("Enter")
    #expect(desk.scene.focus.overlay == nil, "nothing else is needed")
    let project = try project("Shared k", desk.scene)
    #expect(desk.scene.workshop.status(of: project.id) == .potential)
  }

  @Test func `the demo's projects stand where their decisions say`() throws {
    let scene = try Stage.scene()
    let statuses = scene.workshop.projects.map { scene.workshop.status(of: $0.id) }
    #expect(statuses == [.go, .go, .onHold, .onHold, .dropped])
    #expect(!scene.workshop.isExplored("data"))
  }
}
