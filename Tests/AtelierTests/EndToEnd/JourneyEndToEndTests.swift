import Foundation
import Testing

extension EndToEnd.Rooms {
  /// A user journey filled from two terminals at once, and what the room and the report make of it.
  @Suite struct JourneyTests {
    private let place = Folder()
    private let tmux = Tmux()
    private let workshop: String

    init() throws {
      workshop = try place.workshop("digital-builders")
      for name in ["Odette", "Mirela"] {
        #expect(try Program.run("add", workshop, "--board", "personas", name).code == 0)
      }
    }

    /// The facilitator at the user journey.
    private func openJourney() throws -> Pane {
      let desk = try tmux.atelier("desk", "run", workshop, "--as", "flora")
      try desk.see("begin")
      let activities = try #require(
        (try State(workshop).document["sessions"] as? [[String: Any]])?
          .first?["activities"] as? [[String: Any]])
      let steps = try #require(activities.firstIndex { $0["id"] as? String == "journey" })
      for _ in 0...steps { try desk.press("n") }
      try desk.see("none yet: c makes one")
      return desk
    }

    @Test func `two note-takers fill one journey at the same time, and the stage follows`() throws {
      let desk = try openJourney()
      let stage = try tmux.atelier("stage", "stage", workshop, size: (80, 24))
      let ana = try tmux.atelier("ana", "notes", workshop, "--as", "ana")
      let bea = try tmux.atelier("bea", "notes", workshop, "--as", "bea")
      try desk.press("c")
      try desk.see("Whose journey?", "One for each persona")
      try desk.enter("odette")
      for notes in [ana, bea] { try notes.see("Odette · Today", "Into: Learn · Step") }
      try bea.press("C-n", "F3", "F3")
      try bea.see("Into: Find out · Thought")
      for (mine, theirs) in [("A neighbour tells", "Will they answer?"), ("-1", "! Nobody does")] {
        try ana.type(mine)
        try bea.type(theirs)
        for notes in [ana, bea] { try notes.press("Enter") }
      }
      try bea.enter("-2")
      try ana.see("−1", "−2")
      try stage.see("2/7  Find out", "Feeling −2", "! Nobody does", "Will they answer?")
      try desk.see("2 of 7 !1  Odette · Today")
      try desk.press(".")
      try stage.see("1/7  Learn", "A neighbour tells")

      try desk.press("n")
      try desk.until("the challenges") { screen in
        if screen.contains("press again") || screen.contains("Press again") {
          try desk.press("n")
          usleep(200_000)
        }
        return screen.contains("▶") && screen.contains("How might we…?")
          || screen.contains("L pain points")
      }
      try bea.press("F5")
      try bea.see("! Nobody does", "Odette · Today · Find out")
      try bea.press("Enter")
      try bea.see("› How might we")
      try bea.enter("answer within a day?")
      let text = "How might we answer within a day?"
      try wait("the challenge") { try State(workshop).texts(on: "challenges") == [text] }
      let report = try Program.run("export", workshop, "--detail", "full").out
      #expect(report.contains("Odette · Today"), "\(report)")
      #expect(report.contains("Feeling: Learn −1 → Find out −2"), "\(report)")
      #expect(report.contains("- Nobody does (Find out)\n  - → \(text)"), "\(report)")
      #expect(report.contains("From: Nobody does"), "\(report)")
    }
  }
}
