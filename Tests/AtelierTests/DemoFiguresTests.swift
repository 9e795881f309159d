import Assets
import Foundation
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Projects
@testable import Shell

/// The demo has the figures of the real programme: 2 workshops of about 30 people, 5 themes, 5 potential
/// services, 4 defined, 2 go and 2 on hold, 1 dropped, 1 theme not explored, 75 days between.
@Suite struct DemoFiguresTests {
  private func workshop(_ language: String = "en") throws -> Workshop {
    try Stage.scene(language: language).workshop
  }

  /// How many decisions of a status name a project, each project once.
  private func projects(_ status: String, _ workshop: Workshop, latest: Bool = false) -> Int {
    let decisions = workshop.cards(on: "decisions").filter { $0["project"] != nil }
    let byProject = Dictionary(grouping: decisions) { $0["project"] ?? "" }
    return byProject.values.count { cards in
      latest ? cards.last?["status"] == status : cards.contains { $0["status"] == status }
    }
  }

  @Test(arguments: Language.builtIn)
  func `the figures are those of the programme, in every language`(language: String) throws {
    let workshop = try workshop(language)
    #expect(workshop.workshopsHeld == 2)
    #expect(workshop.themes.count == 5)
    #expect(workshop.themes.filter { !workshop.isExplored($0.id) }.map(\.id) == ["data"])
    #expect(projects("potential", workshop) == 5)
    #expect(projects("defined", workshop) == 4)
    #expect(projects("go", workshop, latest: true) == 2)
    #expect(projects("on-hold", workshop, latest: true) == 2)
    #expect(projects("dropped", workshop, latest: true) == 1)
    for id in ["day-1", "day-2", "jury-day"] {
      #expect((28...36).contains(workshop.presentCount(at: id)), "\(id)")
    }
  }

  @Test(arguments: Language.builtIn)
  func `the indicators tell the programme's story, in every language`(language: String) throws {
    let indicators = Indicators(of: try workshop(language), now: Stage.now)
    let programme = indicators.programme
    #expect(programme.themes == Portion(4, of: 5))
    #expect(
      programme.reached == [.potential: 5, .defined: 4, .go: 2, .tested: 3, .delivered: 0])
    #expect(programme.standing[.onHold] == 2)
    #expect((programme.standing[.dropped] ?? 0) + (programme.standing[.merged] ?? 0) == 1)
    #expect(programme.days == Figures.Pair(planned: 32, actual: 75))
    #expect(programme.meetings ?? 0 >= 13 && programme.experts == 1)
    #expect(programme.personas == 5 && programme.canvases ?? 0 >= 5)
    // Twelve were agreed on in November, one was dropped; three more in January.
    #expect(programme.onTime == Portion(11, of: 14))
    #expect(indicators.sessions.map(\.figures.present) == [33, 33, 35])
    #expect(indicators.sessions.allSatisfy { $0.figures.evaluation?.answers ?? 0 >= 25 })
    let training = indicators.projects[1]
    #expect(training.users == 12 && training.days == 35 && training.cost == 1800)
  }

  @Test func `a month was planned, and it took 75 days`() throws {
    let over = try #require(try workshop().intervals.first)
    #expect(over.from.session.id == "day-2" && over.next?.id == "jury-day")
    #expect(over.plannedDays == 32 && over.days == 75)
    #expect(over.heldOn?.iso == "2020-01-21")
  }

  @Test func `the month between holds meetings, joiners, conclusions, a webinar and a pause`()
    throws
  {
    let scene = try BetweenStage.scene(at: Moment(milliseconds: 1_579_595_400_000))
    let (from, changes) = try #require(scene.sinceLastMet)
    let since = scene.now.at(from.end)
    #expect(scene.workshop.meetings(since: since).count == 13)
    #expect(scene.workshop.joiners(since: since).count == 3)
    #expect(scene.workshop.cards(on: "conclusions").count == 5)
    #expect(scene.workshop.occasions(since: since).count == 1)
    #expect(scene.workshop.cards(on: "pauses").count == 1)
    // The two that were chosen were the most active ones.
    let active = scene.workshop.pulses(changes, since: since).sorted { $0.entries > $1.entries }
    let chosen = Set(active.prefix(2).map(\.project.text))
    #expect(chosen == ["Shared handling of digital user relations", "Training for staff"])
  }

  @Test func `after the jury the programme pauses under two months, and webinars go on`() throws {
    let workshop = try workshop()
    let pause = try #require(workshop.cards(on: "pauses").last)
    let days = try #require(Day(pause["date"] ?? "")).days(
      until: try #require(Day(pause["resumed"] ?? "")))
    #expect(pause["project"] == nil && (30..<62).contains(days))
    let april = workshop.cards(on: "events").filter { $0["date"]?.hasPrefix("2020-04") == true }
    #expect(april.count == 4)
  }

  @Test(arguments: Language.builtIn)
  func `why each chosen service is there is told without a gap`(language: String) throws {
    let scene = try Stage.scene(language: language)
    let chosen = scene.workshop.projects.filter { scene.workshop.status(of: $0.id) == .go }
    try #require(chosen.count == 2)
    for project in chosen {
      let steps = Chain(of: project, in: scene.workshop).steps
      let missing = steps.filter(\.isMissing).map(\.kind)
      #expect(missing.isEmpty, "\(project.text): \(missing)")
      let told = WhyText.steps(of: project, scene)
      #expect(told.allSatisfy { $0.items.allSatisfy { !$0.text.isEmpty } })
      #expect(steps.first { $0.kind == .vote }?.items.count == 3, "ideas, services, the jury day")
    }
    // The three others rest on an idea too.
    for project in scene.workshop.projects {
      #expect(!scene.workshop.origins(of: project.id).isEmpty, "\(project.text)")
    }
  }

  @Test func `the jury's advice stands beside what was decided`() throws {
    let scene = try Stage.scene()
    func verdict(_ name: String) throws -> String {
      let project = try #require(scene.workshop.projects.first { $0.text.hasPrefix(name) })
      return JuryWords.verdict(on: project.id, scene)
    }
    #expect(try verdict("Shared handling") == "3 × Go · the decision followed the jury")
    #expect(try verdict("Shared knowledge") == "3 × Stop · the decision followed the jury")
    // Of its three jurors one has a tie to it.
    #expect(try verdict("Participation").contains("1 × "))
  }

  @Test func `every reference of the story leads to a card`() throws {
    let workshop = try workshop()
    for card in workshop.cards.values {
      for field in ["project", "signed", "owner", "merged-into"] {
        guard let value = card[field], value.contains("-") || value.hasPrefix("@") else { continue }
        #expect(workshop.card(value) != nil, "\(card.text): \(field) \(value)")
      }
    }
  }
}
