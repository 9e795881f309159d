import Cards
import Terminal
import Testing
import WorkshopCore

@testable import Languages
@testable import Shell

/// What has no room in large letters turns by itself: all of it is read from the last row in the end.
@Suite struct TurningPagesTests {
  private static let size = Size(columns: 120, rows: 40)

  /// Which of some texts are read from the last row, on the page of each of eight moments.
  private func read(_ texts: [String], _ scene: Scene) -> Set<String> {
    var scene = scene
    var seen: Set<String> = []
    for _ in 0..<8 {
      let frame = View.draw(scene, size: Self.size)
      seen.formUnion(texts.filter { LetterHeight.share(of: $0, in: frame) ?? 0 >= 0.03 })
      scene.now = scene.now.adding(seconds: Int(Scene.pace / 1000))
    }
    return seen
  }

  @Test func `the points of an opening, with the question above each page`() throws {
    let id = try #require(Stage.activities["plenary"])
    let scene = try Stage.scene(
      at: id, role: .stage, then: [.countdownStarted(activity: id, seconds: 300)])
    let activity = try #require(scene.current)
    let points = activity.points.map { scene.say($0) }
    #expect(points.count > 1 && read(points, scene) == Set(points))
    let text = View.draw(scene, size: Self.size).text
    #expect(text.contains("goes on by itself"))
  }

  @Test func `the projects that the jury has before it`() throws {
    let id = try #require(Stage.activities["jury"])
    let scene = try Stage.scene(at: id, role: .stage)
    let projects = scene.workshop.projects.map(\.text)
    #expect(projects.count > 3 && read(projects, scene) == Set(projects))
  }

  @Test func `the projects under the decision on them`() throws {
    let id = try #require(Stage.activities["decision"])
    let scene = try Stage.scene(at: id, role: .stage)
    let projects = scene.workshop.projects.map(\.text)
    #expect(read(projects, scene) == Set(projects))
  }

  @Test(arguments: [
    "single", "approval", "dots", "points", "quadratic", "ranking", "topFive", "criteria",
    "judgment", "consent",
  ])
  func `a result whose options are too long to stand beside their bars`(method: String) throws {
    let shot = try #require(
      Shot.all.first { $0.name.hasPrefix("vote-revealed-\(method)-stage-en") })
    let scene = try shot.scene()
    let poll = try #require(scene.workshop.polls.last { $0.isRevealed })
    let first = try #require(poll.result?.rows.first { $0.rank == 1 })
    let label = scene.workshop.label(ofOption: first.option)
    #expect(read([label], scene) == [label])
  }

  @Test func `a journey's stage is told in whole words`() throws {
    let shot = try #require(Shot.all.first { $0.name.hasPrefix("journey-stage-en") })
    var scene = try shot.scene()
    var words: Set<Substring> = []
    let board = try #require(scene.board)
    let lines = scene.workshop.cards(on: board.id).map(\.text).filter { $0.count > 3 }
    for _ in 0..<8 {
      let frame = View.draw(scene, size: Self.size)
      for word in lines.flatMap({ $0.split(separator: " ") })
      where LetterHeight.shows(String(word), in: frame.text) {
        words.insert(word)
      }
      scene.now = scene.now.adding(seconds: Int(Scene.pace / 1000))
    }
    #expect(words == Set(lines.flatMap { $0.split(separator: " ") }))
  }
}
