import Foundation
import Testing

extension EndToEnd.Days {
  /// The 90-minute express with a sign-up, played by keys alone.
  @Suite struct HalfDayTests {
    @Test func `four terminals play a workshop, and its report holds every card once`() throws {
      let place = Folder()
      let workshop = try place.workshop("express-90", title: "Half a day")
      try Self.addSignUp(to: workshop + "/workshop.json")
      var day = try Day(workshop)
      try day.arrive()
      try day.scan()
      try day.collect()
      try day.cluster()
      try day.vote()
      try day.fillCanvas()
      try day.signUp()
      try day.act()
      try day.leave()
      try day.compareReport()
    }

    /// A hand edit of the plan, before anybody runs it.
    private static func addSignUp(to path: String) throws {
      let data = try #require(FileManager.default.contents(atPath: path))
      var plan = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      var sessions = try #require(plan["sessions"] as? [[String: Any]])
      var activities = try #require(sessions[0]["activities"] as? [[String: Any]])
      let index = try #require(activities.firstIndex { $0["id"] as? String == "actions" })
      activities.insert(
        [
          "id": "teams", "kind": "sign-up", "title": "Teams form", "phase": "act", "minutes": 5,
          "board": "projects", "question": "What will you work on?",
        ], at: index)
      sessions[0]["activities"] = activities
      plan["sessions"] = sessions
      try JSONSerialization.data(withJSONObject: plan, options: .prettyPrinted)
        .write(to: URL(fileURLWithPath: path))
    }
  }

  /// Four people at one directory.
  private struct Day {
    let workshop: String
    let tmux = Tmux()
    let desk: Pane
    let stage: Pane
    let ana: Pane
    let bea: Pane
    /// The texts typed so far.
    var typed: [String] = []

    init(_ workshop: String) throws {
      self.workshop = workshop
      desk = try tmux.atelier("desk", "run", workshop, "--as", "flora")
      stage = try tmux.atelier("stage", "stage", workshop, size: (80, 24))
      ana = try tmux.atelier("ana", "notes", workshop, "--as", "ana")
      bea = try tmux.atelier("bea", "notes", workshop, "--as", "bea")
    }

    /// Goes to the next activity, asking twice where somebody still writes.
    private func go(to title: String) throws {
      try desk.press("n")
      try wait("the activity \(title)", telling: { try desk.screen }) {
        if try desk.screen.contains("press again to go on") {
          try desk.press("n")
          usleep(200_000)
        }
        return try Program.run("status", workshop).out.contains("Now: \(title)")
      }
      for pane in [stage, ana, bea] { try pane.see(title) }
    }

    private mutating func write(_ text: String, at pane: Pane) throws {
      try pane.enter(text)
      typed.append(text)
    }

    func arrive() throws {
      try desk.see("Half a day", "begin")
      try stage.see("Half a day")
      try ana.see("The workshop has not begun yet.")
      try bea.see("The workshop has not begun yet.")
      try go(to: "Welcome")
      try stage.see("What is worth our time today?")
      try desk.press("Space")
      try stage.until("a running clock") { $0.contains("█") || $0.contains("▀") }
      try desk.press("+")
      try go(to: "Warm-up")
      try stage.see("Weather check-in")
    }

    mutating func scan() throws {
      try go(to: "Five facts")
      try desk.press("]")
      try desk.see("1 of 2")
      try write("Forty offices closed since spring", at: ana)
      for pane in [desk, bea] { try pane.see("Forty offices") }
      try go(to: "Persona cards")
      try stage.see("The cards are about to be dealt")
      try desk.press("d")
      try stage.see("Table 1", "Table 3")
      try desk.press("f")
      try desk.see("Whose sheet?")
      try desk.press("Enter")
      try desk.see("Digital ease")
      try desk.enter("Margit")
      typed.append("Margit")
      try desk.press("Escape")
      for pane in [stage, ana, bea] { try pane.see("Margit") }
    }

    /// Both note-takers write at the same time, their keys interleaved.
    mutating func collect() throws {
      try go(to: "Ideas")
      let words = ["apple", "birch", "cedar", "daisy", "elder"]
      for word in words {
        try ana.type("An \(word) bus ")
        try bea.type("One \(word) desk ")
        try ana.type("stop")
        try bea.type("clerk")
        try bea.press("Enter")
        try ana.press("Enter")
        typed += ["An \(word) bus stop", "One \(word) desk clerk"]
      }
      try desk.press("Enter")
      for word in words {
        for pane in [desk, ana, bea] {
          try pane.see("An \(word) bus", "One \(word) desk")
        }
      }
      // The newest are large; of the others the projector has a count.
      try stage.see("An elder bus")
      try desk.press("Escape")
    }

    func cluster() throws {
      try go(to: "Cluster")
      try desk.press("Enter")
      try desk.see("An apple bus")
      try desk.press("c")
      try desk.enter("Wheels")
      try desk.see("m moves cards to it")
      try desk.press("j", "m")
      try desk.see("Move to")
      try desk.enter("Wheels")
      try wait("a card among the wheels", telling: { try desk.screen }) {
        try State(workshop).cards.contains { card in
          card["board"] as? String == "ideas" && card["zone"] is String
        }
      }
      for pane in [stage, desk] { try pane.see("Wheels") }
      try desk.press("Escape")
    }

    func vote() throws {
      try go(to: "Dot vote")
      try desk.press("d", "Enter")
      try stage.see("dots each")
      try desk.press("p")
      try desk.see("Paper ballots")
      for ballot in ["1 2 3", "1 2", "2"] { try desk.enter(ballot) }
      try desk.see("3 entered here, 3 in all")
      try seeNoTally()
      try desk.press("Escape", "t")
      try desk.see("Totals:")
      try desk.type("7321")
      try desk.press("C-s")
      try seeNoTally()
      try desk.press("c")
      try desk.see("press c again")
      try desk.press("c")
      try stage.see("The vote is closed")
      try seeNoTally()
      try desk.press("v")
      try stage.see("█", "732")
    }

    /// Neither the counts nor bars, on the stage or in what it would show elsewhere.
    private func seeNoTally() throws {
      usleep(300_000)
      for screen in [
        try stage.screen, try Program.run("show", workshop, "--as", "stage").out,
      ] {
        #expect(!screen.contains("█") && !screen.contains("732"), "\(screen)")
      }
    }

    mutating func fillCanvas() throws {
      try go(to: "Mini canvas")
      try desk.press("c")
      try desk.see("A canvas about")
      try desk.press("Enter")
      try ana.see("Ctrl-N")
      for (index, pane) in [ana, bea].enumerated() {
        for _ in 0...index { try pane.press("C-n") }
        try pane.see("Into:")
        let text = "Canvas note \(index == 0 ? "red" : "blue")"
        try write(text, at: pane)
        for other in [ana, bea, stage] { try other.see(text) }
      }
    }

    mutating func signUp() throws {
      try go(to: "Teams form")
      try desk.press("f", "f")
      try stage.see("0  An apple bus stop")
      try desk.press("g")
      try desk.see("Who signs up?")
      for name in ["Zoe Nagy", "Karim Diallo"] {
        try desk.type(name)
        try desk.press("Enter")
        try desk.see("New: \(name)? Enter adds")
        try desk.press("Enter")
        typed.append(name)
      }
      try desk.type("zo1")
      try desk.see("Zoe Nagy → 1")
      try stage.see("Zoe Nagy")
      try desk.press("Escape")
    }

    mutating func act() throws {
      try go(to: "Who does what")
      try ana.type("Call the library @Zo")
      try ana.see("@Zoe-Nagy")
      try ana.press("Tab")
      try ana.enter(">2031-12-01")
      typed.append("Call the library")
      for pane in [stage, desk, bea] { try pane.see("Call the") }
      try stage.see("Zoe Nagy", "1 Dec 2031")
    }

    mutating func leave() throws {
      try go(to: "Check-out")
      try write("Grateful", at: bea)
      for pane in [stage, ana, desk] { try pane.see("Grateful") }
      try desk.press("d", "t")
      try desk.see("Totals:")
      for count in ["3", "2", "0", "0", "0", "0"] { try desk.enter(count) }
      try desk.enter("5")
      try desk.see("Counted")
      try seeNoTally()
      try desk.press("c")
      try desk.see("press c again")
      try desk.press("c", "v")
      try stage.see("4.6 of 5")
      try desk.press("q", "q")
      #expect(try desk.end() == 0)
      try stage.press("q", "q")
      #expect(try stage.end() == 0)
      for pane in [ana, bea] {
        try pane.press("C-q", "C-q")
        #expect(try pane.end() == 0)
      }
    }

    /// Every card stands in the report with its annexes, and once in the running record: as an item of a list, a persona's heading, a canvas
    /// note or a person's row. Votes, canvases and teams name cards again.
    func compareReport() throws {
      let state = try State(workshop)
      let report = try Program.run("export", workshop, "--detail", "full").out
      let texts = state.texts()
      let people = ["Zoe Nagy", "Karim Diallo"]
      let record = try String(contentsOfFile: workshop + "/minutes.md", encoding: .utf8)
      let items = Self.items(of: record)
      for text in typed {
        let expected = people.contains(text) ? 1 : texts.filter { $0 == text }.count
        #expect(expected >= 1, "“\(text)” is missing from the state")
        let found = items.filter { item in
          item == text || [" — ", " ("].contains { item.hasPrefix(text + $0) }
        }.count
        #expect(found == expected, "“\(text)” stands \(found) times in\n\(record)")
        #expect(report.contains(text), "“\(text)” is missing from\n\(report)")
      }
      #expect(report.contains("7323  █"), "two ballots and the totals: \(report)")
      let known = state.document["people"] as? [[String: Any]] ?? []
      #expect(known.compactMap { $0["name"] as? String }.sorted() == people.sorted())
      #expect(FileManager.default.fileExists(atPath: workshop + "/minutes.md"))
      #expect(try Program.run("check", workshop).code == 0)
    }

    /// What the report lists, without the marks of its format; bars are left out, and of the tables
    /// all but the one of the people.
    private static func items(of report: String) -> [String] {
      var isFenced = false
      var isPeople = false
      return report.components(separatedBy: "\n").compactMap { line in
        if line.hasPrefix("```") { isFenced.toggle() }
        if line.hasPrefix("## ") { isPeople = line == "## People" }
        if isFenced { return nil }
        if line.hasPrefix("|") {
          let cell = line.split(separator: "|").first ?? ""
          return isPeople ? cell.trimmingCharacters(in: .whitespaces) : nil
        }
        if line.hasPrefix("#### "), !line.contains("Margit") { return nil }
        let text = line.components(separatedBy: ":** ").last ?? line
        return String(text.drop { " -+*#[]".contains($0) })
      }
    }
  }
}
