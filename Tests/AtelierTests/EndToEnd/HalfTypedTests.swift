import Foundation
import Glibc
import Testing

extension EndToEnd.Rooms {
  /// Terminals that are killed while somebody types: the next one goes on where the text belongs.
  @Suite struct HalfTypedTests {
    private let place = Folder()
    private let tmux = Tmux()
    private let workshop: String

    init() throws { workshop = try place.workshop() }

    private func openDesk(_ name: String = "desk") throws -> Pane {
      try tmux.atelier(name, "run", workshop, "--as", "flora")
    }

    /// A desk whose room is at the ideas.
    private func openDeskAtIdeas() throws -> Pane {
      let desk = try openDesk()
      try desk.see("begin")
      for _ in 0..<5 { try desk.press("n") }
      try desk.see("a add")
      return desk
    }

    /// Kills what runs in a terminal once the disk has a text.
    private func kill(
      _ pane: Pane, holding text: String, at location: SourceLocation = #_sourceLocation
    ) throws {
      try waitForDraft(holding: text, in: workshop, at: location)
      Glibc.kill(try pane.process, SIGKILL)
      _ = try pane.end()
    }

    @Test func `a card of several lines is on its prompt again, and is added`() throws {
      let desk = try openDeskAtIdeas()
      try desk.press("a")
      try desk.type("A bus")
      try desk.press("M-Enter")
      try desk.type("with a desk")
      try kill(desk, holding: #"A bus\nwith a desk"#)
      let again = try openDesk("again")
      try again.see("New card: Ideas", "A bus", "with a desk", "Your unfinished text is back")
      try again.press("Enter")
      try wait("the card") { try State(workshop).texts(on: "ideas") == ["A bus\nwith a desk"] }
      try again.see("a add")
      try again.press("q", "q")
      #expect(try again.end() == 0)
      #expect(try FileManager.default.contentsOfDirectory(atPath: workshop + "/drafts").isEmpty)
    }

    @Test func `an edit of a card is in its form again, and replaces what it would have`() throws {
      try Program.run("add", workshop, "--board", "ideas", "A bus")
      let desk = try openDeskAtIdeas()
      try desk.press("Enter", "Down", "e")
      try desk.see("How it works")
      try desk.type(" with a desk")
      try kill(desk, holding: "A bus with a desk")
      let again = try openDesk("again")
      try again.see("How it works", "A bus with a desk", "Your unfinished text is back")
      try again.press("Escape")
      try wait("the edit") { try State(workshop).texts(on: "ideas") == ["A bus with a desk"] }
      let card = try #require(try State(workshop).cards.first { $0["board"] as? String == "ideas" })
      #expect((card["rivals"] as? [String: Any])?.isEmpty == true)
    }

    @Test func `a question for later comes back to the desk that typed it`() throws {
      let desk = try openDeskAtIdeas()
      try desk.press("M-p")
      try desk.type("Who pays the driver?")
      try kill(desk, holding: "Who pays the driver?")
      let again = try openDesk("again")
      try again.see("Parked for later", "Who pays the driver?")
      try again.press("Enter")
      try wait("the question") {
        try State(workshop).texts(on: "parking") == ["Who pays the driver?"]
      }
    }

    @Test func `a note-taker's question comes back, and the line beneath it`() throws {
      _ = try openDeskAtIdeas()
      let notes = try tmux.atelier("notes", "notes", workshop, "--as", "ana")
      try notes.see("The facilitator is at Ideas")
      try notes.type("Half a line")
      try notes.press("M-p")
      try notes.type("Half a question")
      try kill(notes, holding: "Half a question")
      let again = try tmux.atelier("again", "notes", workshop, "--as", "ana")
      try again.see("Parked for later", "Half a question", "Your unfinished text is back")
      try again.press("Enter")
      try again.see("› Half a line")
      try again.press("Enter")
      try wait("both") {
        let state = try State(workshop)
        return state.texts(on: "parking") == ["Half a question"]
          && state.texts(on: "ideas") == ["Half a line"]
      }
    }

    @Test func `a field of a project is in its form again`() throws {
      let workshop = try place.workshop("digital-builders", in: "p")
      try Program.run("add", workshop, "--board", "projects", "A bus")
      let desk = try tmux.atelier("desk", "run", workshop, "--as", "flora")
      try desk.see("begin")
      try desk.press("O", "e")
      try desk.see("A bus", "Enter next")
      try desk.press("Down")
      try desk.type("Brings the desk to the market")
      try waitForDraft(holding: "Brings the desk to the market", in: workshop)
      Glibc.kill(try desk.process, SIGKILL)
      _ = try desk.end()
      let again = try tmux.atelier("again", "run", workshop, "--as", "flora")
      try again.see("› Brings the desk to the market", "Your unfinished text is back")
      try again.press("Escape")
      try wait("the field") {
        let card = try State(workshop).cards.first { $0["text"] as? String == "A bus" }
        let fields = card?["fields"] as? [String: Any] ?? [:]
        return fields.values.contains { $0 as? String == "Brings the desk to the market" }
      }
    }

    @Test func `what Esc left is behind its key, also after a kill, and nobody else finds it`()
      throws
    {
      let desk = try openDeskAtIdeas()
      try desk.press("a")
      try desk.type("A bus with a desk")
      try desk.press("Escape")
      try desk.see("Your text is not lost. Press a to continue")
      try kill(desk, holding: #""isLeft":true"#)
      let other = try tmux.atelier("other", "run", workshop, "--as", "paul")
      try other.see("a add")
      try other.press("a")
      try other.see("New card: Ideas")
      #expect(try !other.screen.contains("A bus"))
      let again = try openDesk("again")
      try again.see("You left a text unfinished. Press a to continue")
      try again.press("a")
      try again.see("› A bus with a desk")
    }

    @Test func `the room goes on at once after a note-taker has sent her line`() throws {
      let desk = try openDeskAtIdeas()
      let notes = try tmux.atelier("notes", "notes", workshop, "--as", "ana")
      try notes.see("The facilitator is at Ideas")
      try notes.type("Half a line")
      try desk.see("typing…")
      try notes.press("Enter")
      try notes.see("1 card")
      try desk.press("n")
      try desk.until("the next activity") {
        !$0.contains("still writing") && $0.contains("Cluster")
      }
    }
  }
}
