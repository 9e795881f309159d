import Foundation
import Testing
import WorkshopQueries

extension EndToEnd.Rooms {
  /// Several terminals do the same thing at the same moment.
  @Suite struct TogetherTests {
    private let place = Folder()
    private let tmux = Tmux()
    private let workshop: String

    init() throws { workshop = try place.workshop() }

    /// A facilitator and two note-takers at one activity.
    private func open(_ activity: String, _ title: String) throws -> (
      desk: Pane, ana: Pane, bea: Pane
    ) {
      let desk = try tmux.atelier("desk", "run", workshop, "--as", "flora")
      try desk.see("begin")
      let activities = try #require(
        (try State(workshop).document["sessions"] as? [[String: Any]])?
          .first?["activities"] as? [[String: Any]])
      let steps = try #require(activities.firstIndex { $0["id"] as? String == activity })
      for _ in 0...steps { try desk.press("n") }
      let ana = try tmux.atelier("ana", "notes", workshop, "--as", "ana")
      let bea = try tmux.atelier("bea", "notes", workshop, "--as", "bea")
      for notes in [ana, bea] { try notes.see("The facilitator is at \(title)") }
      return (desk, ana, bea)
    }

    @Test func `ballots typed at three terminals all count, and the stage shows only the list`()
      throws
    {
      let ideas = ["Benches", "Ramps", "Lamps"]
      for idea in ideas { try Program.run("add", workshop, "--board", "ideas", idea) }
      let (desk, ana, bea) = try open("vote", "Dot vote")
      let stage = try tmux.atelier("stage", "stage", workshop, size: (60, 15))
      try desk.press("d", "Enter")
      try stage.see("Voted so far: 0")
      try desk.press("p")
      for notes in [ana, bea] { try notes.press("F5") }
      for pane in [desk, ana, bea] { try pane.see("Paper ballots") }
      for round in 1...4 {
        for pane in [desk, ana, bea] { try pane.enter("1") }
        for pane in [desk, ana, bea] { try pane.see("\(round) entered here, \(round * 3) in all") }
        try stage.see("Voted so far: \(round * 3)")
        try Self.expectOnly(ideas, in: try stage.screen)
      }
      for pane in [desk, ana, bea] {
        try pane.press("Escape")
        try pane.lose("Paper ballots")
      }
      try desk.press("c")
      try desk.see("press c again")
      try desk.press("c")
      try stage.see("The vote is closed")
      try Self.expectOnly(ideas, in: try stage.screen)
      try desk.press("v")
      try stage.until("twelve dots on the first idea") { screen in
        screen.split(separator: "\n").contains { row in
          row.contains("Benches") && row.contains("█") && row.hasSuffix("12")
        }
      }
    }

    @Test func `forty writers at the same time lose none of each other's cards`() throws {
      let folders = (0..<40).map { _ in Folder() }
      let children = try folders.enumerated().map { writer, folder in
        try Child(
          Program.path, ["add", workshop, "--board", "ideas"],
          input: Data((1...20).map { "Writer \(writer) line \($0)\n" }.joined().utf8), in: folder)
      }
      for child in children { #expect(child.end() == 0) }
      let texts = try State(workshop).texts(on: "ideas")
      #expect(texts.count == 800 && Set(texts).count == 800)
    }

    /// A sealed vote's stage: each idea's row holds its number and its text, and nothing beside it.
    private static func expectOnly(
      _ ideas: [String], in screen: String, at location: SourceLocation = #_sourceLocation
    ) throws {
      for (index, idea) in ideas.enumerated() {
        let row = try #require(screen.split(separator: "\n").first { $0.contains(idea) })
        #expect(
          row.trimmingCharacters(in: .whitespaces) == "\(index + 1)  \(idea)", "\(screen)",
          sourceLocation: location)
      }
    }

    @Test func `facts and questions of one theme are told apart in the report`() throws {
      let (_, ana, bea) = try open("expert", "Five facts")
      try ana.see("Into: Fact")
      try bea.press("C-n")
      try bea.see("Into: Question")
      try ana.enter("Half of the forms are given up #incl")
      try bea.enter("Who gives them up #incl")
      for notes in [ana, bea] { try notes.see("2 cards") }
      let report = try Program.run("export", workshop, "--detail", "full").out
      #expect(report.contains("- Half of the forms are given up (Fact)"), "\(report)")
      #expect(report.contains("- Who gives them up (Question)"), "\(report)")
    }

    @Test func `persona sheets filled at two terminals do not disturb each other`() throws {
      let (desk, ana, bea) = try open("persona", "Persona cards")
      try desk.press("d")
      try desk.see("Table 3")
      for (notes, steps) in [(ana, 0), (bea, 1)] {
        try notes.press("F5")
        try notes.see("Whose sheet?")
        for _ in 0..<steps { try notes.press("Down") }
        try notes.press("Enter")
        try notes.see("Digital ease")
      }
      for (mine, theirs) in [("Od", "Mah"), ("ile", "di")] {
        try ana.type(mine)
        try bea.type(theirs)
      }
      for (notes, age) in [(ana, "72"), (bea, "31")] {
        try notes.press("Enter")
        try notes.enter(age)
        try notes.press("Escape")
        try notes.lose("Digital ease")
      }
      try desk.see("Odile", "Mahdi")
      let cards = try State(workshop).cards.filter { $0["board"] as? String == "personas" }
      let ages = cards.reduce(into: [String: String]()) { ages, card in
        let fields = card["fields"] as? [String: String]
        ages[card["text"] as? String ?? ""] = fields?["age"]
      }
      #expect(ages["Odile"] == "72" && ages["Mahdi"] == "31")
    }
  }
}
