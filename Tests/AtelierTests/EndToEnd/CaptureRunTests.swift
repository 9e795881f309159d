import Foundation
import Glibc
import Testing

extension EndToEnd.Rooms {
  /// Two people type as fast as a room speaks, and whatever dies, no word does.
  @Suite struct CaptureRunTests {
    private let place = Folder()
    private let tmux = Tmux()
    private let workshop: String

    init() throws { workshop = try place.workshop() }

    private func openDesk() throws -> Pane {
      let desk = try tmux.atelier("desk", "run", workshop, "--as", "flora")
      try desk.see("begin")
      for _ in 0..<5 { try desk.press("n") }
      return desk
    }

    private func openNotes(
      _ name: String, environment: [String: String] = [:]
    ) throws -> Pane {
      let notes = try tmux.atelier(
        name, "notes", workshop, "--as", name, environment: environment)
      try notes.see("The facilitator is at Ideas")
      return notes
    }

    private func draft(holding text: String) throws {
      try waitForDraft(holding: text, in: workshop)
    }

    @Test
    func `three hundred ideas of two people, while the facilitator sorts them, are all there`()
      throws
    {
      let desk = try openDesk()
      let panes = try ["ana", "bea"].map { try openNotes($0) }
      try desk.press("Enter", "c")
      try desk.enter("Networks")
      for number in 1...150 {
        for (pane, name) in zip(panes, ["ana", "bea"]) { try pane.enter("\(name) says \(number)") }
        // A card chosen, moved to the cluster, given a voice.
        if number % 15 == 0 { try desk.press("Down", "m", "Enter", "v") }
      }
      var texts: [String] = []
      try wait("three hundred cards", telling: { "\(texts.count)" }) {
        texts = try State(workshop).texts(on: "ideas")
        return texts.count == 300
      }
      for name in ["ana", "bea"] {
        let own = texts.filter { $0.hasPrefix(name) }
        #expect(own == (1...150).map { "\(name) says \($0)" })
      }
      let moved = try State(workshop).cards.filter { $0["zone"] is String }
      #expect(!moved.isEmpty)
    }

    @Test func `a killed note-taker finds several lines again`() throws {
      _ = try openDesk()
      let notes = try openNotes("ana")
      try notes.type("Half a")
      try notes.press("M-Enter")
      try notes.type("thought, and more")
      try draft(holding: #"Half a\nthought, and more"#)
      kill(try notes.process, SIGKILL)
      _ = try notes.end()
      let again = try tmux.atelier("again", "notes", workshop, "--as", "ana")
      try again.see("Half a", "thought, and more", "Your unfinished line is back")
      try again.press("Enter")
      try wait("the card") {
        try State(workshop).texts(on: "ideas") == ["Half a\nthought, and more"]
      }
    }

    @Test
    func `a killed note-taker finds an edit of a card again, and it replaces what it would have`()
      throws
    {
      _ = try openDesk()
      let notes = try openNotes("ana")
      try notes.enter("Benches")
      try notes.see("1 card")
      try notes.press("Up")
      try notes.type(" in the park")
      try draft(holding: "Benches in the park")
      kill(try notes.process, SIGKILL)
      _ = try notes.end()
      let again = try tmux.atelier("again", "notes", workshop, "--as", "ana")
      try again.see("✎ Benches in the park", "Your unfinished edit is back")
      try again.press("Enter")
      try wait("the edit") {
        try State(workshop).texts(on: "ideas") == ["Benches in the park"]
      }
      let card = try #require(try State(workshop).cards.first { $0["board"] as? String == "ideas" })
      #expect((card["rivals"] as? [String: Any])?.isEmpty == true)
    }

    @Test func `the own editor takes the line and gives it back, and the terminal with it`() throws
    {
      place.put(
        """
        #!/bin/sh
        printf ' from the editor\\nand a second line\\n' >>"$1"
        echo "$1" >\(place / "path")
        """, "editor")
      chmod(place / "editor", 0o700)
      _ = try openDesk()
      let notes = try openNotes("ana", environment: ["EDITOR": place / "editor"])
      try notes.type("A line")
      try notes.press("M-e")
      try notes.see("A line", "from the editor", "and a second line", "The facilitator is at")
      try notes.press("Enter")
      try wait("the card") {
        try State(workshop).texts(on: "ideas")
          == ["A line\nfrom the editor\nand a second line"]
      }
      let path = place.text("path").trimmingCharacters(in: .whitespacesAndNewlines)
      #expect(path.hasPrefix("/") && !FileManager.default.fileExists(atPath: path))
      let folder = (path as NSString).deletingLastPathComponent
      #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test(arguments: ["exit 1", "kill -9 $$", "rm \"$1\""])
    func `an editor that ends badly leaves the line as it was`(_ end: String) throws {
      place.put("#!/bin/sh\necho begun >\(place / "begun")\n\(end)\n", "editor")
      chmod(place / "editor", 0o700)
      _ = try openDesk()
      let notes = try openNotes("ana", environment: ["EDITOR": place / "editor"])
      try notes.type("A line")
      try notes.press("M-e")
      try wait("the screen is back") {
        try !place.text("begun").isEmpty && notes.value("alternate_on") == "1"
      }
      try notes.see("› A line")
      try notes.press("Enter")
      try wait("the card") { try State(workshop).texts(on: "ideas") == ["A line"] }
    }

    @Test func `without an editor the key says so`() throws {
      _ = try openDesk()
      let notes = try openNotes("ana", environment: ["EDITOR": "/nowhere/editor"])
      try notes.press("M-e")
      try notes.see("No editor is here")
    }

    @Test func `whoever ends the program ends the editor too, and the line waits on the disk`()
      throws
    {
      place.put("#!/bin/sh\necho there\nexec sleep 600\n", "editor")
      chmod(place / "editor", 0o700)
      _ = try openDesk()
      let notes = try openNotes("ana", environment: ["EDITOR": place / "editor"])
      try notes.type("A line")
      try notes.press("M-e")
      try notes.see("there")
      kill(try notes.process, SIGTERM)
      _ = try notes.end()
      try draft(holding: "A line")
      let again = try tmux.atelier("again", "notes", workshop, "--as", "ana")
      try again.see("A line", "Your unfinished line is back")
    }

    @Test func `an editor that is suspended suspends the job, once, and comes back with it`() throws
    {
      // What an editor does on Ctrl-Z, and then its work.
      place.put(
        """
        #!/bin/sh
        kill -TSTP 0
        echo there; sleep 0.3
        echo changed >"$1"
        """, "editor")
      chmod(place / "editor", 0o700)
      let pane = try tmux.open("job", ["bash", "--norc", "--noprofile", "-i"])
      try pane.enter("cd \(place.path); export EDITOR=\(place / "editor"); PS1='ready> '; clear")
      try pane.see("ready>")
      try pane.enter("\(Program.path) notes w")
      try pane.see("has not begun")
      try pane.type("before")
      try pane.press("M-e")
      try pane.see("Stopped", "ready>")
      try pane.enter("fg")
      try pane.see("› changed", "has not begun")
    }

    @Test func `Alt-u takes back one's own first, then offers what somebody else did, by name`()
      throws
    {
      _ = try openDesk()
      let (ana, bea) = (try openNotes("ana"), try openNotes("bea"))
      try bea.enter("of bea")
      try ana.enter("of ana")
      for pane in [ana, bea] { try pane.see("2 cards") }
      try ana.press("M-u")
      try bea.see("1 card ·")
      try ana.press("M-u")
      try ana.see("bea: card added: of bea", "1 card ·")
      try ana.press("M-u")
      for pane in [ana, bea] { try pane.see("0 cards") }
      try ana.press("M-r")
      for pane in [ana, bea] { try pane.see("1 card ·", "of bea") }
    }
  }
}
