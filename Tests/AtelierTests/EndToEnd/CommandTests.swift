import Foundation
import Testing

extension EndToEnd {
  /// The commands, as scripts call them.
  @Suite struct CommandTests {
    @Test func `a command that makes no sense ends with 2, one that fails with 1`() throws {
      let place = Folder()
      let workshop = try place.workshop()
      #expect(try Program.run("--help").code == 0)
      #expect(try Program.run("--version").out.hasPrefix("atelier "))
      #expect(try Program.run("dance").code == 2)
      #expect(try Program.run("show", workshop, "--dance").code == 2)
      #expect(try Program.run("show", workshop, "--size", "wide").code == 2)
      #expect(try Program.run("show", workshop, "--as", "king").code == 2)
      #expect(try Program.run("add", workshop).code == 2)
      #expect(try Program.run("run", place / "nowhere").code == 1)
      #expect(try Program.run("add", workshop, "--board", "moon", "x").code == 1)
      #expect(try Program.run("new", workshop).code == 1, "there already is a workshop")
      #expect(try Program.run("run", workshop).code == 1, "no terminal")
      let refused = try Program.run("run", workshop, environment: ["TERM": "dumb"])
      #expect(refused.code == 1 && refused.err.hasPrefix("atelier: "))
    }

    @Test(arguments: [
      "demo", "new", "run", "stage", "notes", "export", "add", "show", "status", "check", "keys",
      "templates",
    ])
    func `each command has a page of help in three languages`(_ command: String) throws {
      let pages = try ["en", "fr", "hu"].map {
        try Program.run(command, "--help", "--language", $0)
      }
      #expect(pages.allSatisfy { $0.code == 0 && $0.out.contains("atelier \(command)") })
      #expect(Set(pages.map(\.out)).count == 3)
    }

    @Test func `cards are added from words and from standard input, and their ids told`() throws {
      let place = Folder()
      let workshop = try place.workshop()
      let one = try Program.run(
        "add", workshop, "--board", "ideas", "--theme", "incl", "--author", "Jean", "A", "desk")
      #expect(one.code == 0)
      let many = try Program.run(
        "add", workshop, "--board", "Ideas", input: Data("First\n\n  Second  \nThird".utf8))
      #expect(many.out.split(separator: "\n").count == 3)
      let state = try State(workshop)
      #expect(state.texts(on: "ideas") == ["A desk", "First", "Second", "Third"])
      #expect(state.cards.first?["theme"] as? String == "inclusion")
      #expect(state.cards.first?["author"] as? String == "Jean")
      let ids = (one.out + many.out).split(separator: "\n").map(String.init)
      #expect(state.cards.compactMap { $0["id"] as? String } == ids)
    }

    @Test func `the state has the keys that the README documents`() throws {
      let place = Folder()
      let workshop = try place.workshop()
      let wanted: Set = [
        "version", "title", "language", "current", "shown", "countdown", "themes", "sessions",
        "boards", "cards", "people", "polls",
      ]
      #expect(Set(try State(workshop).document.keys) == wanted)
      let status = try Program.run("status", workshop, "--json")
      let document = try JSONSerialization.jsonObject(with: Data(status.out.utf8)) as? [String: Any]
      #expect(Set(document.map { Array($0.keys) } ?? []) == wanted)
    }

    @Test func `every screen is printed without a terminal`() throws {
      let place = Folder()
      let made = try Program.run("demo", "--no-open", "--to", place / "demo")
      #expect(made.code == 0 && made.out.contains(place / "demo"))
      for role in ["facilitator", "stage", "notes"] {
        for language in ["en", "fr", "hu"] {
          let shown = try Program.run(
            "show", place / "demo", "--as", role, "--size", "80x24", "--language", language,
            "--now",
            "2020-01-21T17:10")
          let rows = shown.out.split(separator: "\n", omittingEmptySubsequences: false)
          #expect(shown.code == 0 && rows.count <= 25 && shown.out.contains("17:10"))
        }
      }
      let report = try Program.run("export", place / "demo", "-o", place / "report.md")
      #expect(report.code == 0 && report.out.isEmpty)
      #expect(place.text("report.md").hasPrefix("# Digital Builders"))
      #expect(try Program.run("check", place / "demo").code == 0)
    }

    @Test func `check tells what is damaged, with file and line`() throws {
      let place = Folder()
      let workshop = try place.workshop()
      try Program.run("add", workshop, "--board", "ideas", input: Data("One\nTwo\nThree\n".utf8))
      let journals = try FileManager.default.contentsOfDirectory(atPath: workshop + "/journal")
      let name = try #require(journals.first)
      let path = workshop + "/journal/" + name
      let text = String(
        decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
      try Data(text.replacing("Two", with: "Twu").utf8).write(to: URL(fileURLWithPath: path))
      try Data("x".utf8).write(to: URL(fileURLWithPath: workshop + "/journal/notes.txt"))
      let told = try Program.run("check", workshop)
      #expect(told.code == 1)
      #expect(told.out.contains("\(name):2: "))
      #expect(told.out.contains("notes.txt: "))
      #expect(
        try State(workshop).texts() == ["One", "Twu", "Three"], "the text is shown all the same")
    }
  }
}
