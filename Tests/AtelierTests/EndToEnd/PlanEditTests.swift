import Foundation
import Testing
import WorkshopQueries

extension EndToEnd.Rooms {
  /// The plan is a text file that people edit while the workshop runs.
  @Suite struct PlanEditTests {
    @Test func `a hand edit shows, and a broken one is refused while the last good plan stays`()
      throws
    {
      let place = Folder()
      let tmux = Tmux()
      let path = try place.workshop() + "/workshop.json"
      let plan = place.text("w/workshop.json")
      let desk = try tmux.atelier("desk", "run", place / "w")
      try desk.see("Trial", "Persona cards")
      func write(_ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      }
      let edited = plan.replacingOccurrences(of: "Persona cards", with: "Who is it for")
      try write(edited)
      try desk.see("Who is it for")
      var lines = edited.components(separatedBy: "\n")
      let line = try #require(lines.firstIndex { $0.contains("Who is it for") })
      lines[line] = lines[line].replacingOccurrences(of: "Who is it for", with: "Brok\"en")
      try write(lines.joined(separator: "\n"))
      try desk.see("· the last good", "line \(line + 1), column", "Who is it for")
      desk.expectRunning()
      try write(plan)
      try desk.lose("· the last good")
      try desk.see("Persona cards")
    }
  }
}

extension Pane {
  /// The program still runs in this terminal.
  func expectRunning() { #expect((try? value("pane_dead")) == "0") }
}
