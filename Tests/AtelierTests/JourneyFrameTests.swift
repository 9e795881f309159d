@testable import Cards
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Shell

/// What a user journey looks like, for each role at each size in each language.
@Suite struct JourneyFrameTests {
  private func lines(
    _ role: Role, _ language: String = "en", _ columns: Int = 80, _ rows: Int = 24,
    then labels: String...
  ) -> [String] {
    var desk = Desk(JourneyScenes.scene(role, language: language, table: "1"))
    for label in labels { desk.press(label) }
    return JourneyScenes.lines(desk.scene, columns, rows)
  }

  /// The lines without air, from the first that holds a text on.
  private func from(_ text: String, _ lines: [String]) -> [String] {
    Array(lines.drop { !$0.contains(text) }).filter { !$0.isEmpty }
  }

  @Test func `the stage shows the curve over all stages and the newest one in full`() {
    #expect(
      lines(.stage).filter { !$0.isEmpty } == [
        "  Journey                                                                09:30",
        "    Odette · Today · Claim a benefit",
        "  +2",
        "          ●····",
        "   0 ┈┈┈┈┈┈┈┈┈┈··········┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
        "                         ··········",
        "  −2                               ·····●",
        "       Learn    Find out  Prepare    Apply      Wait     Result  Follow-up",
        "     ──────────────────────────────━━━ ! ━━━━──────────────────────────────",
        "  4/7  Apply   Feeling −2",
        "  Step        · Takes two buses",
        "  Pain point  ! The desk was shut",
      ])
  }

  @Test func `a low stage has numbers for the curve, a narrow one for the names`() {
    #expect(
      from("Odette", lines(.stage, "fr", 60, 15)) == [
        "    Odette · Aujourd’hui · Claim a benefit",
        "     1       2       3       4       5       6       7",
        "     +1      ·       ·       −2      ·       ·       ·",
        "  ────────────────────────━━ ! ━━━────────────────────────",
        "  4/7  Demander   Émotion −2", "  Action    · Takes two buses",
        "  Irritant  ! The desk was shut",
      ])
  }

  @Test func `a wide stage is a grid of stages and rows`() {
    #expect(
      from("Hall róla", lines(.stage, "hu", 120, 40)) == [
        "                    Hall róla      Utánanéz     Felkészül      Kérelmez        Vár"
          + "         Eredmény     Utókövetés",
        "                  ──────────────────────────────────────────━━━━━ ! ━━━━━━────────────────"
          + "──────────────────────────",
        "  Lépés           · Hears of it                             · Takes two",
        "                                                              buses",
        "  Fájdalompont                                              ! The desk",
        "                                                              was shut",
      ])
  }

  @Test func `an empty stage asks what to ask the table`() {
    let shown = lines(.facilitator, "en", then: ".", ".", "s")
    #expect(
      from("2/7", shown) == [
        "  2/7  Find out", "  Where do they look, whom do they ask, what do they make of it?",
      ])
    let hungarian = lines(.facilitator, "hu", then: ".", ".", "s")
    #expect(from("2/7", hungarian).last == "  Hol keresgél, kit kérdez meg, mit ért meg belőle?")
  }

  @Test func `the desk tells how far each journey has come, and what the room sees`() {
    let desk = lines(.facilitator, then: ".")
    #expect(desk.contains { $0.hasSuffix("Shown     1 of 7  Learn") })
    #expect(desk.contains { $0.hasSuffix("Journey   2 of 7 !1  Odette · Today") })
    #expect(desk.contains { $0.hasSuffix("          1 of 7 !1  Mirela · Today") })
    #expect(lines(.facilitator, "fr").contains { $0.contains("Parcours  2 sur 7 !1  Odette") })
    #expect(lines(.facilitator, "hu", 60, 15).contains { $0.contains("Útvonal   2/7 !1  Odette") })
  }

  @Test func `the chosen line is marked at the board`() {
    let board = lines(.facilitator, then: "Enter", "→", "→", "→", "↓")
    #expect(
      from("4/7", board).prefix(3) == [
        " 4/7  Apply   ▶ Feeling −2", " Step        · Takes two buses",
        " Pain point  ! The desk was shut",
      ])
    let next = lines(.facilitator, then: "Enter", "→", "→", "→", "↓", "↓")
    #expect(from("4/7", next)[2] == " Pain point  ▶ The desk was shut")
  }

  @Test func `a note-taker sees every row of the chosen stage`() {
    #expect(
      from("Goal", lines(.notes, then: "Ctrl-N", "Ctrl-N", "Ctrl-N", "F2")).prefix(12) == [
        " ▶ Goal        ·", "   Step        · Takes two buses", "   Touchpoint  ·",
        "   Thought     ·", "   Feeling     · −2", "   Pain point  ! The desk was shut",
        "   Backstage   ·", "   Opportunity ·",
        " Ctrl-P Ctrl-N stage · F2 F3 row · −2 to +2 feeling · ! pain point",
        "   Into: Apply · Goal · What they want at this point", " ›",
        " The facilitator is at Journey.",
      ])
  }

  @Test func `in a low window the rows around the chosen one are left`() {
    #expect(
      from("Fájdalompont", lines(.notes, "hu", 60, 15, then: "F2", "F2")).prefix(4) == [
        "   Fájdalompont     ·", "   Háttérben        ·", " ▶ Lehetőség        ·",
        "   Ide: Hall róla · Lehetőség · Hol tudnánk könnyebbé tenn…",
      ])
  }

  @Test(arguments: Language.builtIn)
  func `nothing is cut off in the rows' names, save where a third of the window is not enough`(
    _ language: String
  ) {
    for (columns, rows) in [(80, 24), (120, 40), (60, 15)] {
      for row in JourneyMap.Row.allCases {
        var scene = JourneyScenes.scene(.notes, language: language)
        scene.focus.row = row
        let shown = JourneyScenes.lines(scene, columns, rows)
        #expect(shown.contains { $0.hasPrefix(" ▶ \(scene.label(row))") }, "\(shown)")
      }
    }
  }

  @Test func `long lines are cut for the room and never for whoever edits them`() {
    let long = String(repeating: "a long story ", count: 12).trimmed
    let events: [Event] = ["learn", "apply", "wait"].flatMap { zone in
      ["text", "touchpoint", "thought", "pain", "backstage"].map { row in
        .cardAdded(board: JourneyScenes.first, text: long, fields: ["zone": zone, "row": row])
      }
    }
    let size = Size(columns: 120, rows: 40)
    let stage = View.draw(
      JourneyScenes.scene(.stage, table: "1", then: events), size: size)
    #expect(stage.text.contains("…") && stage.text.contains("Backstage"))
    let desk = Desk.scene(JourneyScenes.scene(table: "1", then: events), "Enter")
    #expect(View.draw(desk, size: size).text.contains("1/7  Learn"))
  }

  @Test func `another journey is shown to the room, and note-takers stay where they are`() {
    var desk = Desk(JourneyScenes.scene(table: "1"))
    desk.press("s", "J")
    #expect(
      desk.events == [.boardSet(board: JourneyScenes.second, setting: .room, value: "yes")])
    #expect(JourneyScenes.lines(desk.scene).contains { $0.contains("Mirela · Today") })
    desk.press("J")
    #expect(
      desk.events.last == .boardSet(board: JourneyScenes.second, setting: .room, value: "newest"))
    desk.press("J")
    #expect(JourneyScenes.lines(desk.scene).contains { $0.contains("Odette") })
  }
}
