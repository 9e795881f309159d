import Assets
import Cards
import Terminal
import Testing
import WorkshopCore

@testable import Languages
@testable import Shell

/// What the room must read now is high enough for its last row: 3 % of the picture where body text is
/// smaller than that, else body text.
@Suite struct LetterHeightTests {
  static let sizes = [(80, 24), (120, 40), (200, 50)]

  /// What must be read at the demo's activity of each kind.
  ///
  /// - Parameter known: what the desk says: it tells the game that was chosen.
  private static func read(
    _ kind: String, _ scene: Scene, _ activity: Activity, _ known: String
  ) -> [String] {
    switch kind {
    case "talk": scene.turn(of: activity).map { [$0.who ?? scene.say($0.title)] } ?? []
    case "break": [scene.headline(activity), "back at"]
    case "warm-up":
      scene.content.warmUps.map { scene.say($0.title) }.filter(known.contains).prefix(1).map(\.self)
    case "journey", "canvas": []
    default: [scene.headline(activity)]
    }
  }

  @Test(arguments: Stage.activities.keys.sorted())
  func `what everyone must read now is read from the last row`(_ kind: String) throws {
    let id = try #require(Stage.activities[kind])
    let scene = try Stage.scene(
      at: id, role: .stage, then: [.countdownStarted(activity: id, seconds: 300)])
    let activity = try #require(scene.current)
    var desk = scene
    desk.role = .facilitator
    let known = View.draw(desk, size: Size(columns: 120, rows: 30)).text
    for (columns, rows) in Self.sizes {
      let frame = View.draw(scene, size: Size(columns: columns, rows: rows))
      for text in Self.read(kind, scene, activity, known) where !text.isEmpty {
        let share = LetterHeight.share(of: text, in: frame) ?? 0
        #expect(share >= (rows > 26 ? 0.03 : 0.029), "“\(text)” \(columns)x\(rows)")
      }
    }
  }

  @Test(arguments: [(120, 40), (200, 50)])
  func `of a wall too full for large letters the newest idea has them while ideas come in`(
    columns: Int, rows: Int
  ) throws {
    let shot = try #require(Shot.all.first { $0.name.hasPrefix("ideas-fresh-stage-en") })
    let scene = try shot.scene()
    let newest = try #require(scene.workshop.card(scene.fresh.first))
    let frame = View.draw(scene, size: Size(columns: columns, rows: rows))
    #expect(LetterHeight.share(of: newest.text, in: frame) ?? 0 >= 0.03)
  }

  @Test func `of a revealed vote the first option is large where there is room`() throws {
    let shots = Shot.all.filter { $0.name.hasPrefix("vote-revealed-dots-stage-en") }
    let scene = try #require(shots.first).scene()
    let poll = try #require(scene.workshop.polls.last { $0.isRevealed })
    let first = try #require(poll.result?.rows.first { $0.rank == 1 })
    let frame = View.draw(scene, size: Size(columns: 200, rows: 50))
    let label = scene.workshop.label(ofOption: first.option)
    #expect(LetterHeight.share(of: label, in: frame) ?? 0 >= 0.03)
  }
}
