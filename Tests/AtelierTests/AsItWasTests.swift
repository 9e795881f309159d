import Foundation
import Reporting
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import People
@testable import Projects
@testable import Shell
@testable import Time
@testable import atelier

/// A past moment is told as it stood then.
@Suite struct AsItWasTests {
  /// A past as somebody knows it who read what was written up to a moment, and nothing else.
  private func scene(of whole: Scene, _ plan: Plan, _ entries: [Entry], until moment: Int64)
    -> Scene
  {
    let history = History(
      plan: plan, entries: entries.filter { $0.time <= moment }, catalogue: .all)
    var scene = whole
    scene.workshop = history.workshop
    scene.past = Past(history)
    scene.asOf = history.asOf
    scene.now = whole.now.at(moment)
    scene.isForFile = true
    // What writes a board is decided by all that was held since.
    scene.present = Present(whole)
    return scene
  }

  /// A whole scene of a history, after its last entry.
  private func scene(_ plan: Plan, _ entries: [Entry]) throws -> Scene {
    let history = History(plan: plan, entries: entries, catalogue: .all)
    var scene = Stage.scene(plan)
    scene.workshop = history.workshop
    scene.past = Past(history)
    scene.asOf = history.asOf
    scene.now = history.asOf.at(history.asOf.milliseconds + 86_400_000)
    return scene
  }

  /// Compares what the record says of each activity with what is said of it by a fold of the entries up to
  /// its moment. Returns how many parts were told of a past moment.
  private func compare(_ whole: Scene, _ plan: Plan, _ entries: [Entry]) -> Int {
    var folds: [Int64: Scene] = [:]
    var past = 0
    for activity in whole.workshop.plan.activities {
      guard let close = whole.close(of: activity) else { continue }
      let moment = close.instant
      let then = folds[moment] ?? scene(of: whole, plan, entries, until: moment)
      folds[moment] = then
      let known = whole.kind(of: activity).report(then, activity).filter { !$0.isBlank }
      let story = Minutes.report(whole, chapters: [.story { $1.id == activity.id }]).blocks
      let question = Report.Block.quote(whole.say(activity.question))
      let day = whole.stateNote(close.day)
      #expect(story.contains(day) == (whole.isPast(moment) && !known.isEmpty), "\(activity.id)")
      if story.contains(day) { past += 1 }
      let told = story.filter { block in
        if case .heading(let level, _) = block { return level > 2 }
        return block != question && block != day
      }
      #expect(told == known, "\(activity.id)")
    }
    return past
  }

  @Test(arguments: Language.builtIn)
  func `each activity of the demo is told as a fold of the entries up to its moment`(
    _ language: String
  ) throws {
    let whole = try Stage.scene(language: language)
    #expect(compare(whole, try Stage.plan(language), try Stage.entries(language)) > 20)
    #expect(
      whole.workshop.plan.sessions.allSatisfy { session in
        Set(session.activities.compactMap { whole.moment(of: $0) }).count == 1
      }, "the votes of the demo were revealed on their day")
  }

  @Test(arguments: 0..<10)
  func `each activity of a random programme is told as a fold of the entries up to its moment`(
    seed: Int
  ) throws {
    let random = try RandomHistory(seed: seed)
    let whole = try scene(random.plan, random.entries)
    #expect(compare(whole, random.plan, random.entries) > 10)
  }

  @Test(arguments: 0..<10)
  func `no word stands in a part of a random record that was written after its moment`(
    seed: Int
  ) throws {
    let random = try RandomHistory(seed: seed)
    let whole = try scene(random.plan, random.entries)
    var seen: Set<String> = []
    for activity in random.plan.activities {
      guard let moment = whole.moment(of: activity) else { continue }
      let text = Markdown.render(
        Minutes.report(whole, chapters: [.story { $1.id == activity.id }]))
      for word in Self.words(of: text) {
        let written = try #require(random.texts[word])
        #expect(written <= moment, "\(activity.id): \(word)")
        seen.insert(word)
      }
    }
    #expect(seen.count > 30)
  }

  @Test(arguments: 0..<10)
  func `a random record holds every card that is there, as it is now`(seed: Int) throws {
    let random = try RandomHistory(seed: seed)
    let whole = try scene(random.plan, random.entries)
    let words = Set(Self.words(of: Markdown.render(Minutes.report(whole))))
    for card in whole.workshop.cards.values
    where !card.isGone && !Workshop.ownBoards.contains(card.board)
      && random.texts[card.text] != nil
      && whole.workshop.card(whole.workshop.top(of: card.id))?.isGone == false
    {
      let isTold = words.contains(card.text)
      #expect(isTold, "\(card.board): \(card.text)")
    }
  }

  @Test(arguments: 0..<10)
  func `what teams did in an interval is told as the next session found it`(seed: Int) throws {
    let random = try RandomHistory(seed: seed)
    let whole = try scene(random.plan, random.entries)
    func activity(_ scene: Scene, of interval: Interval) -> [Report.Block] {
      let blocks = Minutes.report(scene, chapters: [.between]).blocks
      let title = scene.say("\(interval.from.session.title) to \(interval.next?.title ?? "")")
      let heading = Report.Block.heading(
        level: 2, scene.language.labelled(scene.say("Activity##of the teams"), title))
      guard let start = blocks.firstIndex(of: heading) else { return [] }
      return Array(blocks[start...].prefix(3))
    }
    for interval in whole.workshop.intervals where interval.heldOn != nil {
      let next = try #require(
        whole.workshop.holdings.first { $0.start > interval.from.start })
      let then = scene(of: whole, random.plan, random.entries, until: next.lastOpening)
      #expect(activity(whole, of: interval) == activity(then, of: interval))
    }
  }

  @Test(arguments: 0..<10)
  func `hours of a random session, and its line in the report, are as the next session found them`(
    seed: Int
  ) throws {
    let random = try RandomHistory(seed: seed)
    let whole = try scene(random.plan, random.entries)
    /// The part of the time table under a session's title.
    func hours(_ scene: Scene, _ session: Session) -> [Report.Block] {
      let blocks = Minutes.report(scene, chapters: [.time]).blocks
      let title = Report.Block.heading(level: 2, scene.say(session.title))
      guard let start = blocks.firstIndex(of: title) else { return [] }
      return Array(
        blocks[(start + 1)...].prefix { if case .heading = $0 { false } else { true } })
    }
    /// What the line on a session says besides who was there, which is put right later too.
    func line(_ scene: Scene, _ session: Session) -> [Substring] {
      let items = Minutes.report(scene, chapters: [.course]).blocks.compactMap { block in
        if case .list(let items) = block { items } else { nil }
      }.joined()
      let line = items.first { $0.text.hasPrefix(scene.say(session.title)) }?.text ?? ""
      return line.split(separator: " · ").filter { !$0.contains("present") }
    }
    for (held, next) in zip(whole.workshop.holdings, whole.workshop.holdings.dropFirst()) {
      let session = held.session
      let then = scene(of: whole, random.plan, random.entries, until: next.lastOpening)
      #expect(hours(whole, session) == hours(then, session), "\(session.id)")
      #expect(!line(whole, session).isEmpty)
      #expect(line(whole, session) == line(then, session), "\(session.id)")
    }
  }

  /// The words that a random history made up.
  private static func words(of text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
      .filter { $0.hasPrefix("zq") && $0.hasSuffix("q") && $0.count > 3 }
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
