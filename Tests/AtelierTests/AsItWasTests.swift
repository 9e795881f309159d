import Foundation
import Reporting
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import People
@testable import Projects
@testable import Shell
@testable import atelier

/// A past moment is told as it stood then.
@Suite struct AsItWasTests {
  /// The demo as somebody saw it who read what was written up to a moment, and nothing else.
  private func scene(at moment: Int64, _ language: String) throws -> Scene {
    var scene = try Stage.scene(language: language)
    let known = try Stage.entries(language).filter { $0.time <= moment }
    scene.workshop =
      History(plan: try Stage.plan(language), entries: known, catalogue: .all).workshop
    scene.isForFile = true
    return scene
  }

  @Test func `each session is told as a fold of the entries up to its end`() throws {
    let language = "fr"
    let whole = try Stage.scene(language: language)
    for session in whole.workshop.plan.sessions {
      var moments: [Int64: Scene] = [:]
      var parts: [Report.Block] = []
      for activity in session.activities {
        guard let moment = whole.moment(of: activity) else { continue }
        var then = try moments[moment] ?? scene(at: moment, language)
        moments[moment] = then
        then.now = whole.now.at(moment)
        // What writes a board is decided by all that was held since.
        then.present = Present(whole.workshop)
        let known = whole.kind(of: activity).report(then, activity).filter { !$0.isBlank }
        parts += known
      }
      let story = Minutes.report(whole, chapters: [.story { session.activities.contains($1) }])
      let questions = session.activities.map { Report.Block.quote(whole.say($0.question)) }
      func isPart(_ block: Report.Block) -> Bool {
        if case .heading(let level, _) = block { return level > 2 }
        return !questions.contains(block)
      }
      #expect(story.blocks.filter(isPart) == parts, "\(session.id)")
      #expect(moments.count == 1, "the votes of the demo were revealed on their day")
    }
  }

  @Test func `the teams of the sign-up are those of that day`() throws {
    let scene = try Stage.scene()
    let text = Markdown.render(Minutes.report(scene, chapters: [.story { $1.id == "sign-up" }]))
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }
    func people(_ project: String) throws -> Int {
      let row = try #require(rows.first { $0.contains(project) })
      let cells = row.split(separator: "|").map { $0.trimmingPrefix { $0 == " " } }
      return try #require(Int(cells[1].prefix { $0.isNumber }))
    }
    #expect(try people("Shared handling") == 7)
    #expect(try people("Shared knowledge base") == 4)
    #expect(!text.contains("Camille Astier"), "she joined in December")
  }

  @Test func `nothing said on a later day stands under an earlier one`() throws {
    let scene = try Stage.scene()
    for session in scene.workshop.plan.sessions {
      let text = Markdown.render(
        Minutes.report(
          scene, chapters: [.story { then, activity in session.activities.contains(activity) }]))
      let end = try #require(session.activities.compactMap { scene.moment(of: $0) }.max())
      let later = scene.workshop.cards.values.filter {
        $0.added.milliseconds > end && $0.text.count > 12 && !$0.isGone
      }
      let before = Set(
        scene.workshop.cards.values.filter { $0.added.milliseconds <= end }.map(\.text))
      for card in later where !before.contains(card.text) {
        #expect(!text.contains(card.text), "\(session.id): \(card.text)")
      }
    }
  }

  @Test func `what was added after a session is told apart, with its board`() throws {
    let scene = try Stage.scene(then: [
      .cardAdded(board: "ideas", text: "Typed from a photo later", fields: nil)
    ])
    let report = Minutes.report(scene)
    let text = Markdown.render(report)
    let parts = text.components(
      separatedBy: "## " + scene.say("Added or changed after the sessions"))
    #expect(parts.count == 2)
    #expect(!parts[0].contains("Typed from a photo later"))
    #expect(parts[1].contains("Typed from a photo later"))
  }

  @Test func `attendance is the same wherever it is told`() throws {
    let scene = try Stage.scene()
    let people = Markdown.render(Minutes.report(scene, chapters: [.people]))
    let figures = Indicators(of: scene.workshop, now: scene.now)
    for item in figures.sessions {
      let (present, registered) = (item.figures.present ?? 0, item.figures.registered ?? 0)
      #expect(people.contains("\(present)/\(registered)"))
    }
  }

  @Test func `a decision that was confirmed keeps its first reason, and its day`() throws {
    let scene = try Stage.scene()
    let table = Minutes.report(scene, chapters: [.decisionTable]).blocks.compactMap {
      block -> [[String]]? in
      if case .table(_, let rows, _) = block { rows } else { nil }
    }
    let row = try #require(table.first?.first { $0[0] == "Training for staff" })
    #expect(row[1].contains("11 Feb 2020") && row[2].contains("14 May 2020"))
    #expect(row[3].contains("One module is already tested"))
    #expect(row[3].contains("Two months at home"))
  }
}
