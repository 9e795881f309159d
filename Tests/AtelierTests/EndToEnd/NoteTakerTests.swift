import Foundation
import Glibc
import Testing
import WorkshopQueries

extension EndToEnd.Rooms {
  /// What a note-taker relies on: text is text, and no line is ever lost.
  @Suite struct NoteTakerTests {
    private let place = Folder()
    private let tmux = Tmux()
    private let workshop: String

    init() throws { workshop = try place.workshop() }

    /// A facilitator who has opened the ideas, and a note-taker there.
    private func openIdeas() throws -> (desk: Pane, notes: Pane) {
      let desk = try tmux.atelier("desk", "run", workshop, "--as", "flora")
      try desk.see("begin")
      for _ in 0..<5 { try desk.press("n") }
      let notes = try tmux.atelier("notes", "notes", workshop, "--as", "ana")
      try notes.see("Ideas", "0 cards")
      return (desk, notes)
    }

    private func seeCards(_ texts: String..., on board: String = "ideas") throws {
      var found: [String] = []
      try wait("the cards \(texts)", telling: { "\(found)" }) {
        found = try State(workshop).texts(on: board)
        return found == texts
      }
    }

    @Test func `printable keys are always text`() throws {
      let (_, notes) = try openIdeas()
      let text = "qn:? s+-=/u0123456789abxoijkh!$%&()*,.'\"[]{}~`^_|;é€ű"
      for character in text { try notes.type(String(character)) }
      try notes.see("qn:? s+")
      try notes.press("Enter")
      try seeCards(text)
    }

    @Test func `a paste of forty lines becomes forty cards`() throws {
      let (_, notes) = try openIdeas()
      let lines = (1...40).map { "Pasted line \($0)" }
      try notes.paste(Data(lines.joined(separator: "\n").utf8))
      try notes.see("40 cards")
      #expect(try State(workshop).texts(on: "ideas") == lines)
    }

    @Test func `Enter puts a line on the board where it was begun`() throws {
      let (desk, notes) = try openIdeas()
      try notes.type("A late idea")
      try leaveIdeas(desk, notes)
      try notes.press("Enter")
      try seeCards("A late idea")
    }

    @Test func `Ctrl-G takes an unfinished line along`() throws {
      let (desk, notes) = try openIdeas()
      try notes.type("A line that travels")
      try leaveIdeas(desk, notes)
      try notes.press("C-g")
      try notes.lose("Ctrl-G: move it here")
      try notes.press("Enter")
      try seeCards("A line that travels", on: "personas")
    }

    @Test func `a paste after the room moved on goes where the line was begun`() throws {
      let (desk, notes) = try openIdeas()
      try notes.type("First ")
      try leaveIdeas(desk, notes)
      try notes.paste(Data("half\nsecond".utf8))
      try seeCards("First half", "second")
    }

    /// The facilitator goes back to the personas, whose board is another one.
    private func leaveIdeas(_ desk: Pane, _ notes: Pane) throws {
      try desk.press("b")
      try notes.until("the other board") { screen in
        let answer = try desk.screen
        if answer.contains("press again to go on") || answer.contains("Press b again") {
          try desk.press("b")
          usleep(200_000)
        }
        return screen.contains("Ctrl-G: move it here")
      }
    }

    @Test func `a killed note-taker finds the line again`() throws {
      let (_, notes) = try openIdeas()
      try notes.type("Half a tho")
      let drafts = workshop + "/drafts"
      try wait("the draft on the disk") {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: drafts)) ?? []
        return names.contains { name in
          let data = FileManager.default.contents(atPath: drafts + "/" + name)
          return String(decoding: data ?? Data(), as: UTF8.self).contains("Half a tho")
        }
      }
      kill(try notes.process, SIGKILL)
      _ = try notes.end()
      let again = try tmux.atelier("again", "notes", workshop, "--as", "ana")
      try again.see("Half a tho", "Your unfinished line is back")
      try again.enter("ught")
      try seeCards("Half a thought")
    }

    @Test func `themes and authors are understood and completed`() throws {
      let (_, notes) = try openIdeas()
      #expect(try Program.run("add", workshop, "--board", "people", "Zoé", "Nagy").code == 0)
      try notes.type("Ramps #inc")
      try notes.see("#inclusion")
      try notes.press("Tab")
      try notes.type("@zo")
      try notes.see("@Zoé-Nagy")
      try notes.press("Tab", "Enter")
      try seeCards("Ramps")
      let card = try #require(
        try State(workshop).cards.first { $0["text"] as? String == "Ramps" })
      #expect(card["theme"] as? String == "inclusion" && card["author"] as? String == "Zoé Nagy")
    }

    @Test func `arrows edit earlier cards, and leaving one keeps the change`() throws {
      let (_, notes) = try openIdeas()
      for text in ["one", "two", "three"] { try notes.enter(text) }
      try notes.see("3 cards")
      try notes.press("Up", "Up")
      try notes.type("!")
      try notes.press("Up")
      try notes.type("?")
      try notes.press("Enter")
      try seeCards("one?", "two!", "three")
    }

    @Test func `two note-takers edit one card at the same time and both texts stay`() throws {
      let (_, ana) = try openIdeas()
      let bea = try tmux.atelier("bea", "notes", workshop, "--as", "bea")
      try ana.enter("Benches")
      for pane in [ana, bea] { try pane.see("1 card", "Benches") }
      for pane in [ana, bea] { try pane.press("Up") }
      try ana.type(" in the park")
      try bea.type(" at the stop")
      try bea.see("✎ Benches at the stop")
      try ana.press("Enter")
      try bea.until("the other text") { $0.contains("Benches in the park") }
      try bea.press("Enter")
      try ana.see("Benches at the stop")
      let report = try Program.run("export", workshop, "--detail", "full").out
      #expect(report.contains("Benches at the stop") && report.contains("Benches in the park"))
      #expect(try State(workshop).texts(on: "ideas").count == 1)
    }
  }
}
