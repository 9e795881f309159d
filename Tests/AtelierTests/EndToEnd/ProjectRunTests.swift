import Foundation
import Testing
import WorkshopQueries

extension EndToEnd.Days {
  /// A project from its vote to its hold, at the keys; then why, on the command line.
  @Suite struct ProjectRunTests {
    private let place = Folder()
    private let tmux = Tmux()
    private let workshop: String

    init() throws { workshop = try place.workshop("digital-builders") }

    @Test func `a vote makes a project, people sign up, it is put on hold, and why tells it all`()
      throws
    {
      for idea in ["A bus with a desk", "Callback within the day"] {
        try Program.run("add", workshop, "--board", "ideas", idea)
      }
      place.put("Name;Organisation\nAda Berg;Town\nBen Cole;County\nCleo Dane;Town\n", "people.csv")
      try Program.run("import", workshop, place / "people.csv")
      let desk = try tmux.atelier("desk", "run", workshop, "--as", "flora")
      let stage = try tmux.atelier("stage", "stage", workshop, size: (80, 24))
      try desk.see("begin")
      try walk(desk, to: "vote-1")
      try desk.see("open vote")
      try desk.press("d", "Enter", "t")
      try desk.see("Totals")
      try desk.press("7", "Enter", "2", "Enter", "9", "Enter")
      try desk.press("Escape")
      try desk.press("c")
      try desk.see("press c again")
      try desk.press("c")
      try desk.see("v reveals")
      try desk.press("v")
      try desk.see("revealed")

      try desk.press("O", "f", "f")
      try desk.see("A bus with a desk", "potential")
      try desk.press("Escape")
      try walk(desk, to: "sign-up", from: "vote-1")
      try desk.press("g")
      for name in ["ada", "ben"] {
        try desk.type("\(name)1")
        try desk.see("→ 1 A bus with a desk")
      }
      try desk.press("Escape")
      try stage.see("Ada Berg, Ben Cole")
      try desk.press("O", "d")
      try desk.type("defined")
      try desk.press("Enter")
      try desk.see("Decided: defined")
      try desk.press("d")
      try desk.type("on hold")
      try desk.see("Asked next: the day it is looked at again, who decided")
      try desk.press("2", "Enter")
      try desk.see("Review on")
      try desk.type("2031-06-30")
      try desk.see("= Mon 30 June 2031")
      try desk.press("Down", "C-u")
      try desk.type("The bureau")
      try desk.press("Escape")
      try desk.see("Decided: on hold, to review Mon 30 June 2031")
      try desk.press("p")
      try stage.see("How far the projects are", "On hold", "A bus with a desk")
      try desk.press("Enter", "a")
      try desk.type("Ask two mayors >2031-05-01")
      try desk.see("→ Thu 1 May 2031")
      try desk.press("Enter")
      try desk.see("Ask two mayors")
      try desk.press("w")
      try desk.see("no pain point was linked")

      let why = try Program.run("why", workshop, "bus")
      #expect(why.code == 0)
      for words in [
        "A bus with a desk", "on hold", "no pain point was linked", "chosen", "The bureau",
        "Ask two mayors", "place 1 of 2, 7 dots, chosen",
      ] {
        #expect(why.out.contains(words), "\(why.out)")
      }
      let json = try Program.run("why", workshop, "bus", "--json")
      let document = try #require(
        try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any])
      #expect((document["project"] as? [String: Any])?["status"] as? String == "on-hold")
      #expect((document["steps"] as? [Any])?.count == 13)
    }

    @Test func `why lists the projects where a name fits none, or several`() throws {
      for name in ["A desk that walks", "A desk that waits"] {
        try Program.run("add", workshop, "--board", "projects", name)
      }
      let several = try Program.run("why", workshop, "desk")
      #expect(several.code == 1 && several.err.contains("walks") && several.err.contains("waits"))
      let none = try Program.run("why", workshop, "boat")
      #expect(none.code == 1 && none.err.contains("A desk that walks"))
      #expect(try Program.run("why", workshop).code == 2)
      #expect(try Program.run("why", workshop, "that", "walks").code == 0)
    }

    /// Goes on from the beginning, or from an activity, to another one.
    private func walk(_ desk: Pane, to activity: String, from start: String? = nil) throws {
      let sessions = try #require(try State(workshop).document["sessions"] as? [[String: Any]])
      let ids = sessions.flatMap { $0["activities"] as? [[String: Any]] ?? [] }
        .compactMap { $0["id"] as? String }
      let first = start.flatMap { ids.firstIndex(of: $0) } ?? -1
      let last = try #require(ids.firstIndex(of: activity))
      for index in first..<last {
        try desk.press("n")
        // Another day, a planned hour, what is still open: the desk asks before it goes on.
        try wait("the activity after \(index)", telling: { try desk.screen }) {
          let document = try State(workshop).document
          let sessions = document["sessions"] as? [[String: Any]] ?? []
          let current = sessions.flatMap { $0["activities"] as? [[String: Any]] ?? [] }
            .first { $0["state"] as? String == "now" }
          if current?["id"] as? String == ids[index + 1] { return true }
          if try desk.screen.lowercased().contains("press again") {
            try desk.press("n")
            usleep(300_000)
          }
          return false
        }
      }
    }
  }
}
