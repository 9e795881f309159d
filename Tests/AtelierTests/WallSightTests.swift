import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Cards
@testable import Shell

/// What of a wall is in sight, for the room and at the desk.
@Suite struct WallSightTests {
  private func texts(_ desk: Desk) -> [String] {
    desk.scene.board.map { desk.scene.walk(of: $0).map(\.text) } ?? []
  }

  private func screen(_ scene: Scene) -> String {
    View.draw(scene, size: Size(columns: 80, rows: 24)).text
  }

  @Test func `the stage shows what was said most often, whatever has no room`() {
    var desk = Ideas.desk(300, "↓", "v", "v", "v", "v", "S", "S")
    let first = texts(desk).first ?? "?"
    desk.arrange { scene in
      scene.role = .stage
      scene.focus = Focus()
    }
    #expect(screen(desk.scene).contains(String(first.prefix(20))))
    #expect(screen(desk.scene).contains("×5"))
  }

  @Test func `the marks of a card that is shortened stay`() throws {
    let card = try #require(
      Ideas.scene(20, text: { "Idea \($0) that goes on and on for longer than two short lines" })
        .workshop.cards(on: "ideas").first { $0.voices > 1 })
    let short = Wall.label(card, in: Size(columns: 22, rows: 2))
    #expect(short.hasSuffix("…  ×2"), "\(short)")
    #expect(Wall.label(card, in: Size(columns: 80, rows: 1)) == Wall.label(card))
  }

  @Test func `while one looks for something, columns without it are away`() {
    var desk = Ideas.desk(42, "/")
    desk.type("repair cafe")
    let groups = desk.scene.board.map { desk.scene.groups(of: $0) } ?? []
    #expect(!groups.isEmpty && groups.allSatisfy { !$0.cards.isEmpty })
    desk.press("Esc")
    #expect(desk.scene.board.map { desk.scene.groups(of: $0).count } ?? 0 >= groups.count)
  }

  @Test func `what the room goes on looking at is said at the desk, and p ends it`() {
    var desk = Ideas.desk(20, "↓", "f", "p")
    let card = desk.scene.workshop.spotlit
    #expect(card != nil)
    desk.press("Esc")
    #expect(screen(desk.scene).contains("a card on the projector"))
    #expect(screen(desk.scene).contains("p takes it off"))
    desk.press("p")
    #expect(desk.scene.workshop.spotlit == nil && desk.scene.workshop.shown == nil)
  }
}
