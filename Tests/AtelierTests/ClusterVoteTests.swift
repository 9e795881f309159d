import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Shell

/// A room that has sorted its ideas votes on the clusters.
@Suite struct ClusterVoteTests {
  private static let plan: Plan = {
    let vote = Activity(id: "vote", title: "Dot vote", kind: "poll", minutes: 15, board: "ideas")
    return Plan(
      title: "T",
      boards: [
        Board(id: "ideas", title: "Ideas", sheet: "idea"),
        Board(id: "projects", title: "Projects", sheet: "project"),
        Board(id: "decisions", title: "Decisions", sheet: "decision"),
      ],
      sessions: [Session(id: "s", title: "Day", activities: [vote])])
  }()

  /// Two letters in one cluster, a desk in none.
  private func desk() -> Desk {
    let letters: ZoneID = "test-1"
    func idea(_ text: String, _ zone: ZoneID? = nil) -> Event {
      .cardAdded(board: "ideas", text: text, fields: zone.map { [Card.zone: $0] })
    }
    return Desk(
      Stage.scene(
        Self.plan,
        then: [
          .zoneAdded(board: "ideas", title: "Letters"), idea("Say who to call", letters),
          idea("One page, large print", letters), idea("A desk on market days"),
          .activityOpened(activity: "vote", seconds: nil),
        ]))
  }

  private func labels(_ desk: Desk) -> [String] {
    desk.scene.workshop.polls.last.map { poll in
      poll.options.map(desk.scene.workshop.label(ofOption:))
    } ?? []
  }

  @Test func `every card is an option, unless the facilitator turns to the clusters`() {
    var cards = desk()
    cards.press("d", "Enter")
    #expect(labels(cards) == ["Say who to call", "One page, large print", "A desk on market days"])
    var clusters = desk()
    clusters.press("d", "Down", "Right", "Enter")
    #expect(labels(clusters) == ["Letters", "A desk on market days"])
  }

  @Test func `the plan may say so as well`() throws {
    var plan = Self.plan
    plan.sessions[0].activities[0].poll = PollPlan()
    plan.sessions[0].activities[0].poll?.clusters = true
    var scene = desk().scene
    scene.workshop =
      Stage.scene(
        plan,
        then: [
          .zoneAdded(board: "ideas", title: "Letters"),
          .cardAdded(board: "ideas", text: "Say who to call", fields: [Card.zone: "test-1"]),
          .cardAdded(board: "ideas", text: "A desk", fields: nil),
          .activityOpened(activity: "vote", seconds: nil),
        ]
      ).workshop
    var desk = Desk(scene)
    desk.press("d", "Enter")
    #expect(labels(desk) == ["Letters", "A desk"])
  }

  @Test func `a chosen cluster becomes a project that knows its ideas and its vote`() throws {
    var desk = desk()
    desk.press("d", "Down", "Right", "Enter")
    let poll = try #require(desk.scene.workshop.polls.last)
    desk.arrange { scene in
      for (index, event) in [
        Event.totalsCounted(
          poll: poll.id, totals: ["test-1": 9], voters: 3),
        .pollClosed(poll: poll.id, cut: ["test": 99]), .pollRevealed(poll: poll.id),
      ].enumerated() {
        scene.workshop.apply(
          Stage.entry(event, 50 + index, at: scene.now.milliseconds + Int64(index)))
      }
    }
    desk.press("f", "f")
    let project = try #require(desk.scene.workshop.projects.first { $0.text == "Letters" })
    let ideas = desk.scene.workshop.origins(of: project.id).map(\.text)
    #expect(ideas == ["Say who to call", "One page, large print"])
    #expect(desk.scene.workshop.votes(on: project.id).first?.rank == 1)
    #expect(desk.scene.workshop.votes(on: project.id).first?.isChosen == true)
  }

  @Test func `a board that is on the stage gives way to the vote and to its result`() throws {
    var desk = desk()
    let show = Event.boardShown(board: "projects")
    desk.arrange {
      $0.workshop.apply(Stage.entry(show, 40, at: $0.now.milliseconds))
    }
    desk.press("d", "Enter")
    #expect(desk.scene.workshop.shown == nil)
    let poll = try #require(desk.scene.workshop.polls.last)
    desk.arrange { scene in
      for (index, event) in [
        show, .totalsCounted(poll: poll.id, totals: ["test-2": 9], voters: 3),
        .pollClosed(poll: poll.id, cut: ["test": 99]),
      ].enumerated() {
        scene.workshop.apply(Stage.entry(event, 50 + index, at: scene.now.milliseconds))
      }
    }
    #expect(desk.scene.workshop.shown == "projects")
    desk.press("v")
    #expect(desk.scene.workshop.shown == nil)
    #expect(desk.scene.workshop.polls.last?.isRevealed == true)
  }

  @Test func `a cluster that was voted on keeps its name`() {
    var desk = desk()
    desk.press("d", "Down", "Right", "Enter", "Enter")
    desk.arrange { $0.focus.card = "test-2" }
    desk.press("D")
    #expect(desk.outcome.isWarning && labels(desk).first == "Letters")
  }
}
