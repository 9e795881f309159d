import Foundation
import Testing

extension EndToEnd.Rooms {
  /// The wall at real terminals.
  @Suite struct WallRunTests {
    private let place = Folder()
    private let tmux = Tmux()
    private let workshop: String

    init() throws { workshop = try place.workshop() }

    @Test func `two desks merge the same cards, and both show the same wall`() throws {
      let desks = try atTheWall()
      // One has marked the last two when the other merges the first two.
      try desks[1].press("Down", "Right", "Tab", "Tab")
      try desks[1].see("2 selected")
      try desks[0].press("Down", "Tab", "Tab", "M")
      for desk in desks { try desk.see("×2 ≡") }
      try desks[1].press("M")
      // What was marked and lies beneath another now takes that one along: all three are one.
      for desk in desks { try desk.see("×3 ≡") }
      let walls = try desks.map { try $0.screen.split(separator: "\n").filter { $0.contains("│") } }
      #expect(walls[0] == walls[1] && walls[0].count == 1)
      let cards = try State(workshop).cards.filter { $0["board"] as? String == "ideas" }
      #expect(cards.count == 3, "every text is kept")
      let tops = cards.filter { $0["voices"] as? Int == 3 }
      #expect(tops.count == 1)
    }

    /// Two desks at the board, three ideas on it.
    private func atTheWall() throws -> [Pane] {
      for idea in ["Benches", "Ramps", "Lamps"] {
        try Program.run("add", workshop, "--board", "ideas", idea)
      }
      let desks = try ["flora", "ben"].map { name in
        try tmux.atelier(name, "run", workshop, "--as", name)
      }
      for desk in desks {
        try desk.see("begin")
        try desk.press("o")
        try desk.see("Open a board")
        try desk.enter("ideas")
        try desk.see("Benches", "Ramps", "Lamps")
      }
      return desks
    }

    /// The same with two clusters.
    private func desks() throws -> [Pane] {
      let desks = try atTheWall()
      for cluster in ["Light", "Streets"] {
        try desks[0].press("c")
        try desks[0].enter(cluster)
      }
      for desk in desks { try desk.see("Light", "Streets") }
      return desks
    }

    private func card(_ text: String) throws -> [String: Any]? {
      try State(workshop).cards.first { ($0["text"] as? String)?.contains(text) ?? false }
    }

    @Test func `one desk moves a card while the other edits it: both count, and nobody is asked`()
      throws
    {
      let desks = try desks()
      for desk in desks { try desk.press("Down") }
      try desks[1].press("Enter")
      try desks[1].see("One idea in one sentence")
      try desks[1].type(" in the shade")
      try desks[0].press("m")
      try desks[0].see("Move to")
      try desks[0].enter("Streets")
      try desks[1].press("Escape")
      for desk in desks { try desk.see("Benches in the shade") }
      let card = try #require(try card("Benches"))
      #expect(card["text"] as? String == "Benches in the shade" && card["zone"] is String)
      #expect((card["rivals"] as? [String: Any] ?? [:]).isEmpty)
      for desk in desks { #expect(try !desk.screen.contains("≠")) }
    }

    @Test func `two desks edit one text: both stand side by side, and one key keeps one`() throws {
      let desks = try desks()
      for (desk, text) in zip(desks, [" and tables", " and trees"]) {
        try desk.press("Down", "Enter")
        try desk.see("One idea in one sentence")
        try desk.type(text)
      }
      for desk in desks { try desk.press("Escape") }
      for desk in desks { try desk.see("≠", "Alt-d two texts") }
      try desks[0].press("M-d")
      try desks[0].see("Benches and tables", "Benches and trees", "keep this one")
      try desks[0].press("Right", "Enter")
      for desk in desks { try desk.lose("≠") }
      let walls = try desks.map { try $0.screen.split(separator: "\n").filter { $0.contains("│") } }
      #expect(walls[0] == walls[1])
    }

    @Test func `two desks move one card: it lies in one cluster, the same for both`() throws {
      let desks = try desks()
      for desk in desks {
        try desk.press("Down", "m")
        try desk.see("Move to")
      }
      for (desk, cluster) in zip(desks, ["Light", "Streets"]) { try desk.enter(cluster) }
      var walls: [String] = []
      try wait("one wall", telling: { walls.joined(separator: "\n\n") }) {
        walls = try desks.map { desk in
          // Without what is selected, and the header.
          try desk.screen.split(separator: "\n").dropFirst(3).dropLast(3).joined(separator: "\n")
            .replacingOccurrences(of: "▶", with: "─")
        }
        return walls[0] == walls[1]
      }
      #expect(try card("Benches")?["zone"] is String)
    }

    @Test func `what one key did, one key takes back`() throws {
      let desks = try desks()
      try desks[0].press("Down", "Tab", "Tab", "Tab", "x")
      try desks[0].see("3 cards in the bin")
      try desks[0].press("u")
      try desks[0].see("Undone: 3 cards back from the bin", "Benches", "Lamps")
      let notes = try tmux.atelier("ana", "notes", workshop, "--as", "ana")
      try notes.see("has not begun")
      try notes.press("C-b")
      try notes.enter("ideas")
      try notes.paste(Data("Bins\nBikes\nBollards\n".utf8))
      try notes.see("3 cards added")
      try notes.press("M-u")
      try notes.see("Undone: 3 cards removed")
      let left = try State(workshop).cards.filter {
        $0["board"] as? String == "ideas" && $0["gone"] as? Bool != true
      }
      #expect(left.count == 3)
      try notes.press("M-r")
      try notes.see("Bollards", "Done again")
    }

    @Test func `a click selects a card on a real terminal, and Ctrl-T gives the mouse back`() throws
    {
      for idea in ["Benches", "Ramps"] {
        try Program.run("add", workshop, "--board", "ideas", idea)
      }
      let desk = try tmux.atelier("desk", "run", workshop, "--as", "flora")
      try desk.see("begin")
      try desk.press("o")
      try desk.enter("ideas")
      try desk.see("Benches")
      try desk.press("C-t")
      try desk.see("selects text now")
      try desk.press("C-t")
      try desk.see("selects and drags")
    }
  }
}
