import Foundation
import Testing
import WorkshopQueries

extension EndToEnd.Rooms {
  /// Ways of working with the real program: two tables whose sheets go round, a board that is closed.
  @Suite struct WaysRunTests {
    private let place = Folder()
    private let tmux = Tmux()

    /// A workshop of two tables with an activity of each.
    private func workshop() throws -> String {
      let path = try place.workshop()
      let plan = """
        {"v": 1, "id": "ways", "title": "Trial", "language": "en", "tables": 2,
         "boards": [{"id": "ideas", "title": "Ideas", "sheet": "idea"}],
         "sessions": [{"id": "day", "title": "Day", "activities": [
           {"id": "silent", "title": "Silent writing", "kind": "board", "minutes": 10,
            "board": "ideas", "sets": {"closed": "yes"}},
           {"id": "round", "title": "Brainwriting", "kind": "board", "minutes": 10,
            "board": "ideas", "rotates": true, "sets": {"closed": "no", "columns": "table"},
            "rounds": [{"title": "First", "segments": [{"title": "Write", "minutes": 5}]},
                       {"title": "Second", "segments": [{"title": "Write", "minutes": 5}]}]}]}]}
        """
      try Data(plan.utf8).write(to: URL(fileURLWithPath: path + "/workshop.json"))
      return path
    }

    @Test func `the room sees how many ideas there are, then each as it is shown`() throws {
      let workshop = try workshop()
      let desk = try tmux.atelier("desk", "run", workshop, "--as", "flora")
      try desk.see("begin")
      let stage = try tmux.atelier("stage", "stage", workshop)
      let notes = try tmux.atelier("notes", "notes", workshop, "--as", "ana")
      try desk.press("n")
      try notes.see("hidden")
      for idea in ["Benches", "Ramps", "Lamps"] { try notes.enter(idea) }
      try notes.see("Lamps")
      try stage.see("cards so far", "Hidden while we write")
      let closed = try stage.screen
      for idea in ["Benches", "Ramps", "Lamps"] { #expect(!closed.contains(idea)) }
      try desk.press(".")
      try stage.see("2 cards are still hidden")
      #expect(try !stage.screen.contains("Ramps"))
      try desk.press("H")
      try stage.see("Benches", "Ramps", "Lamps")
    }

    @Test func `each table writes on the other's sheet in the second round`() throws {
      let workshop = try workshop()
      let desk = try tmux.atelier("desk", "run", workshop, "--as", "flora")
      try desk.see("begin")
      let tables = try ["1", "2"].map {
        try tmux.atelier("table\($0)", "notes", workshop, "--as", "t\($0)", "--table", $0)
      }
      try desk.press("n", "n", "]")
      for table in tables { try table.see("own sheet") }
      try tables[0].enter("A bench")
      try tables[1].enter("A ramp")
      try tables[0].see("A bench")
      try desk.press("]")
      try tables[0].see("sheet of table 2", "A ramp")
      try tables[1].see("sheet of table 1", "A bench")
      #expect(try !tables[0].screen.contains("A bench"))
      try tables[0].enter("A ramp with a rail")
      try tables[1].enter("A bench with a roof")
      try tables[1].see("A bench with a roof")
      try wait("four cards on two sheets", telling: { "" }) {
        let cards = try State(workshop).document["cards"] as? [[String: Any]] ?? []
        let sheets = Dictionary(grouping: cards) { $0["table"] as? String ?? "" }.mapValues {
          $0.compactMap { $0["text"] as? String }
        }
        return sheets["1"] == ["A bench", "A bench with a roof"]
          && sheets["2"] == ["A ramp", "A ramp with a rail"]
      }
    }

    @Test func `a frozen list refuses a script's card with the reason`() throws {
      let workshop = try workshop()
      let file = URL(fileURLWithPath: workshop + "/workshop.json")
      let plan = try String(contentsOf: file, encoding: .utf8)
      try Data(plan.replacing(#""sheet": "idea""#, with: #""frozen": true"#).utf8).write(to: file)
      let run = try Program.run("add", workshop, "--board", "ideas", "Late")
      #expect(run.code == 1 && run.err.contains("The list is frozen"), "\(run.err)")
      #expect(try State(workshop).texts(on: "ideas").isEmpty)
    }

    @Test func `a canvas in assets is filled and shown`() throws {
      let workshop = try workshop()
      let folder = workshop + "/assets/canvases"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let canvas = """
        {"id": "three", "title": "Three boxes", "columns": 2, "rows": 1, "order": ["a", "b"],
         "blocks": [
          {"id": "a", "label": "Now", "prompt": "What is?", "x": 0, "y": 0, "width": 1, "height": 1},
          {"id": "b", "label": "Then", "prompt": "What will be?", "x": 1, "y": 0, "width": 1,
           "height": 1}]}
        """
      try Data(canvas.utf8).write(to: URL(fileURLWithPath: folder + "/three.json"))
      let file = URL(fileURLWithPath: workshop + "/workshop.json")
      let plan = try String(contentsOf: file, encoding: .utf8)
      let change = #""kind": "canvas", "canvas": "three""#
      try Data(plan.replacing(#""kind": "board""#, with: change).utf8).write(to: file)
      try Program.run("add", workshop, "--board", "ideas", "A desk")
      let desk = try tmux.atelier("desk", "run", workshop, "--as", "flora")
      try desk.see("begin")
      try desk.press("n", "c", "Enter")
      let notes = try tmux.atelier("notes", "notes", workshop, "--as", "ana")
      let stage = try tmux.atelier("stage", "stage", workshop)
      try notes.see("0 of 2")
      try notes.enter("Queues")
      try notes.press("Enter")
      try notes.see("Into: Then", "1 of 2")
      try stage.see("Now", "Queues")
    }
  }
}
