import Foundation
import Testing

extension EndToEnd {
  /// The wall at real terminals.
  @Suite struct WallRunTests {
    private let place = Folder()
    private let tmux = Tmux()
    private let workshop: String

    init() throws { workshop = try place.workshop() }

    @Test func `two desks merge, move and edit the same cards, and both show the same wall`() throws
    {
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
      // One merges the first two, the other the last two, at the same moment.
      try desks[0].press("Down", "Tab", "Tab", "M")
      try desks[1].press("Down", "Down", "Tab", "Tab", "M")
      // Whoever was first, all three are one in the end.
      for desk in desks { try desk.see("×3 ≡") }
      let walls = try desks.map { try $0.screen.split(separator: "\n").filter { $0.contains("│") } }
      #expect(walls[0] == walls[1] && walls[0].count == 1)
      let cards = try State(workshop).cards.filter { $0["board"] as? String == "ideas" }
      #expect(cards.count == 3, "every text is kept")
      let tops = cards.filter { $0["voices"] as? Int == 3 }
      #expect(tops.count == 1)
    }

    @Test func `a click selects a card on a real terminal, and ^T gives the mouse back`() throws {
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
