@testable import People
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Shell

/// The panel as each role sees it, in a language each.
@Suite struct CheckInScreenTests {
  /// Two people are here, and letters that one more has are typed.
  private func scene(_ role: Role, _ code: String) -> Scene {
    var desk = Desk(Fixture.scene(.plenary, role, code))
    desk.press(role == .notes ? "Alt-c" : "I")
    for letters in ["sof", "mor"] {
      desk.type(letters)
      desk.press("Enter")
    }
    desk.type("p")
    return desk.scene
  }

  private func text(_ scene: Scene, _ columns: Int, _ rows: Int) -> String {
    View.draw(scene, size: Size(columns: columns, rows: rows)).text
  }

  @Test func `the facilitator's`() {
    #expect(
      text(scene(.facilitator, "en"), 80, 24) == """

          Check-in · The morning

          › p


          ▶   Hugo Perrin                        Pont-Neuf
              Lan Nguyen                         Les Prés
            ✓ Sofia Rossi                        Pont-Neuf












          2 of 7 here

         Enter is here   ↓ down   ↑ up   Ctrl-N new   F4 sheet   Esc close   F1 help
        """)
  }

  @Test func `a note-taker's, in French`() {
    #expect(
      text(scene(.notes, "fr"), 80, 24) == """

          Pointage · La matinée

          › p


          ▶   Hugo Perrin                        Pont-Neuf
              Lan Nguyen                         Les Prés
            ✓ Sofia Rossi                        Pont-Neuf












          Présences : 2 sur 7

         Entrée pointer   ↓ bas   ↑ haut   Ctrl-N ajouter   F4 fiche   F1 aide
        """)
  }

  @Test func `the facilitator's in Hungarian, in a small window`() {
    #expect(
      text(scene(.facilitator, "hu"), 60, 15) == """

          Érkeztetés · A délelőtt

          › p


          ▶   Hugo Perrin               Pont-Neuf
              Lan Nguyen                Les Prés
            ✓ Sofia Rossi               Pont-Neuf



          Jelen van: 2/7

         Enter itt van   ↓ le   ↑ fel   Ctrl-N új   F1 súgó
        """)
  }

  @Test func `the stage shows nothing of it`() {
    var scene = scene(.facilitator, "en")
    scene.focus = Focus()
    scene.role = .stage
    let text = text(scene, 80, 24)
    for name in ["Sofia", "Hugo", "Jean"] { #expect(!text.contains(name)) }
  }
}
