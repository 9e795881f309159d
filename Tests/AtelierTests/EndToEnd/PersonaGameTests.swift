import Foundation
import Testing
import WorkshopQueries

extension EndToEnd.Rooms {
  /// The persona game in a room: a desk, a stage, two note-takers, five tables.
  @Suite struct PersonaGameTests {
    private let place = Folder()
    private let tmux = Tmux()
    private let workshop: String

    init() throws { workshop = try place.workshop("half-day") }

    @Test func `five tables are dealt to, redraw, get the twist and become five personas`() throws {
      let desk = try tmux.atelier("desk", "run", workshop, "--as", "flora")
      let stage = try tmux.atelier("stage", "stage", workshop, size: (80, 24))
      try desk.see("begin")
      let activities = try #require(
        (try State(workshop).document["sessions"] as? [[String: Any]])?
          .first?["activities"] as? [[String: Any]])
      let steps = try #require(activities.firstIndex { $0["id"] as? String == "persona" })
      for _ in 0...steps { try desk.press("n") }
      try stage.see("The cards are about to be dealt")
      try draw(desk, stage)
      try redraw(desk)
      try turnTwist(desk, stage)
      try fill()
      try desk.press("g")
      try stage.see("Ada", "Hypothesis: no evidence yet")
      for name in ["Bela", "Cleo", "Dora", "Emil"] {
        try desk.press(".")
        try stage.see(name)
      }
      try desk.press("g")
      try stage.lose("Hypothesis")
    }

    /// Backs first, then card by card, then all tables.
    private func draw(_ desk: Pane, _ stage: Pane) throws {
      try desk.press("d")
      try stage.see("Table 1", "Table 5", "░░░░", "face down")
      try desk.press(".")
      try stage.see("Card 1 of 4", "Life situation")
      try stage.lose("░░░░")
      try desk.press(".", ".", ".")
      try stage.see("Card 4 of 4", "Obstacle")
      try desk.press(",")
      try stage.see("Card 3 of 4")
      try desk.press(".", ".")
      try stage.lose("of 4")
      #expect(try hands().map(\.count) == [4, 4, 4, 4, 4])
    }

    private func redraw(_ desk: Pane) throws {
      let before = try hands()
      try desk.press("w")
      try desk.see("Which table draws again?")
      try desk.press("Down", "Enter")
      try desk.see("Table 2: which card goes back?")
      try desk.press("Enter")
      try desk.see("Drawn again")
      let after = try hands()
      #expect(after[1] != before[1] && after[1].dropFirst() == before[1].dropFirst())
      try desk.press("w", "Down", "Enter", "Enter")
      try desk.see("free redraw")
      try desk.press("Escape", "Escape")
      #expect(try hands() == after)
    }

    private func turnTwist(_ desk: Pane, _ stage: Pane) throws {
      try desk.press("t")
      try desk.see("t again: flip")
      try stage.lose("Surprise")
      try desk.press("t")
      try stage.see("Surprise", "Table 5")
      #expect(try hands().map(\.count) == [5, 5, 5, 5, 5])
      try desk.press("t")
      try stage.see("Surprise: ")
    }

    /// Two note-takers fill five sheets, both in one sheet at the end.
    private func fill() throws {
      let ana = try tmux.atelier("ana", "notes", workshop, "--as", "ana")
      let bea = try tmux.atelier("bea", "notes", workshop, "--as", "bea")
      let pairs = [("Ada", 0, "Bela", 1), ("Cleo", 2, "Dora", 3)]
      for (first, table, second, next) in pairs {
        try open(table, at: ana)
        try open(next, at: bea)
        try ana.type(first)
        try bea.type(second)
        for pane in [ana, bea] { try pane.press("Enter", "Escape") }
        for pane in [ana, bea] { try pane.lose("Digital ease") }
      }
      for pane in [ana, bea] { try open(4, at: pane) }
      try bea.press("Down", "Down")
      try ana.type("Emil")
      try bea.type("A village edge")
      for pane in [ana, bea] { try pane.press("Enter", "Escape") }
      for pane in [ana, bea] { try pane.see("? hypothesis") }
      try wait("five personas", telling: { "\(try sheets())" }) {
        let sheets = try sheets()
        return sheets.map { $0["text"] as? String ?? "" } == [
          "Ada", "Bela", "Cleo", "Dora", "Emil",
        ]
          && (sheets[4]["fields"] as? [String: String])?["place"] == "A village edge"
      }
    }

    private func open(_ table: Int, at notes: Pane) throws {
      try notes.press("F5")
      try notes.see("Whose sheet?")
      for _ in 0..<table { try notes.press("Down") }
      try notes.press("Enter")
      try notes.see("Digital ease")
    }

    /// The personas by table.
    private func sheets() throws -> [[String: Any]] {
      try State(workshop).cards.filter { $0["board"] as? String == "personas" }.sorted {
        table($0) < table($1)
      }
    }

    private func table(_ card: [String: Any]) -> String {
      card["table"] as? String ?? (card["fields"] as? [String: String])?["table"] ?? ""
    }

    private func hands() throws -> [[String]] {
      try sheets().map { sheet in
        let drawn = (sheet["fields"] as? [String: String])?["drawn"] ?? ""
        return drawn.split(separator: " ").map(String.init)
      }
    }
  }
}
