import Foundation
import Testing

@testable import atelier
import WorkshopQueries

/// A command line and the exit code that it should end with.
private struct Ending: Sendable {
  let words: [String]
  let code: Int32

  init(_ words: [String], _ code: Int32) {
    self.words = words
    self.code = code
  }
}

extension EndToEnd.Runs {
  /// The command line as scripts see it.
  @Suite struct CommandTests {
    private let place = Folder()
    private let workshop: String

    init() throws { workshop = try place.workshop() }

    fileprivate static let endings: [Ending] = [
      Ending(["frobnicate"], 2), Ending(["show"], 2), Ending(["run", "--frob"], 2),
      Ending(["new"], 2),
      Ending(["show", "DIR", "--size", "huge"], 2), Ending(["show", "DIR", "--as", "king"], 2),
      Ending(["show", "DIR", "--language", "tlh"], 2),
      Ending(["export", "DIR", "--format", "rtf"], 2),
      Ending(["export", "DIR", "--format", "csv"], 2),
      Ending(["export", "DIR", "--format", "csv", "--list", "none"], 2),
      Ending(["export", "DIR", "--list", "cards"], 2),
      Ending(["export", "DIR", "--format", "csv", "--project", "all"], 2),
      Ending(["export", "DIR", "--project", "all"], 2),
      Ending(["export", "DIR", "--project", "none"], 1),
      Ending(["export", "DIR", "--session", "none"], 1),
      Ending(["export", "DIR", "-o", "/dev/full"], 1), Ending(["export", "DIR", "-o", "/tmp"], 1),
      Ending(["import", "DIR", "/nonexistent.json"], 1),
      Ending(["add", "DIR"], 2), Ending(["new", "x", "--template", "none"], 2),
      Ending(["add", "DIR", "--board"], 2),
      Ending(["show", "/nonexistent"], 1), Ending(["add", "DIR", "--board", "none", "text"], 1),
      Ending(["new", "DIR"], 1), Ending(["export", "DIR", "-o", "/nonexistent/file"], 1),
      Ending(["check", "DIR"], 0), Ending(["status", "DIR"], 0), Ending(["keys"], 0),
      Ending(["templates"], 0),
      Ending(["--version"], 0), Ending(["--help"], 0),
    ]

    @Test(arguments: Self.endings)
    fileprivate func `exit codes tell done, failed and misused apart`(ending: Ending) throws {
      let (words, code) = (ending.words, ending.code)
      let run = try Program.run(Program.path, words.map { $0 == "DIR" ? workshop : $0 })
      #expect(run.code == code, "\(words) \(run)")
      #expect(code == 0 ? run.err.isEmpty : run.err.hasPrefix("atelier: "), "\(run)")
    }

    @Test(arguments: Command.all.map(\.name))
    func `every command explains itself in three languages`(command: String) throws {
      let runs = try ["en", "fr", "hu"].map {
        try Program.run(command, "--help", "--language", $0)
      }
      for run in runs {
        #expect(run.code == 0 && run.out.hasPrefix("atelier \(command)"), "\(run)")
        #expect(run.out.contains("--language"))
      }
      #expect(Set(runs.map(\.out)).count == 3)
    }

    @Test func `add takes words and lines, and prints the id of each card on the disk`() throws {
      let words = try Program.run(
        "add", workshop, "--board", "ideas", "--theme", "rel", "--author", "Zoé", "one", "idea")
      #expect(words.code == 0 && words.out.hasSuffix("-1\n"), "\(words)")
      let lines = try Program.run(
        "add", workshop, "--board", "Ideas", input: Data("two\n\n  three \nfour".utf8))
      let ids = (words.out + lines.out).split(separator: "\n").map(String.init)
      let cards = try State(workshop).cards
      #expect(cards.compactMap { $0["id"] as? String }.sorted() == ids.sorted())
      #expect(try State(workshop).texts().sorted() == ["four", "one idea", "three", "two"])
      let card = try #require(cards.first { $0["text"] as? String == "one idea" })
      #expect(card["theme"] as? String == "relation" && card["author"] as? String == "Zoé")
      #expect(card["fields"] as? [String: String] == [:], "what has a key of its own")
    }

    @Test(arguments: ["facilitator", "stage", "notes"], ["en", "fr", "hu"])
    func `show fills its frame in every role and language`(role: String, language: String) throws {
      #expect(try Program.run("demo", "--finished", "--no-open", "--to", place / "demo").code == 0)
      for directory in [workshop, place / "demo"] {
        let run = try Program.run(
          "show", directory, "--as", role, "--language", language, "--size", "80x24")
        #expect(run.code == 0, "\(run.err)")
        let rows = run.out.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(rows.count == 24 && rows.allSatisfy { $0.count <= 80 }, "\(run.out)")
        // Large letters are drawn.
        #expect(run.out.contains { $0.isLetter || "█▀▄▌▐".contains($0) }, "\(run.out)")
      }
    }

    @Test func `the state has its documented keys and no others`() throws {
      let run = try Program.run("status", workshop, "--json")
      let state = try #require(
        try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any])
      #expect(
        Set(state.keys) == [
          "title", "language", "themes", "sessions", "boards", "cards", "polls", "people",
          "countdown", "current", "shown", "version",
        ])
      #expect(try Set(State(workshop).document.keys) == Set(state.keys).union(["plan", "changes"]))
    }

    @Test func `check tells the file and the line of what is damaged`() throws {
      try Program.run("add", workshop, "--board", "ideas", input: Data("a\nb\nc\n".utf8))
      let journals = workshop + "/journal/"
      let name = try #require(
        try FileManager.default.contentsOfDirectory(atPath: journals).first)
      var text = String(
        decoding: try #require(FileManager.default.contents(atPath: journals + name)),
        as: UTF8.self)
      text = text.replacingOccurrences(of: "\"text\":\"b\"", with: "\"text\":\"B\"")
      _ = FileManager.default.createFile(
        atPath: journals + name, contents: Data((text + "[not an entry]\n").utf8))
      place.put("x", "w/journal/notes.txt")
      let run = try Program.run("check", workshop)
      #expect(run.code == 1)
      #expect(run.out.contains("notes.txt: "), "\(run.out)")
      #expect(run.out.contains("\(name):2: the check sum is wrong"), "\(run.out)")
      #expect(run.out.contains("\(name):4: "), "\(run.out)")
      #expect(try State(workshop).texts().contains("B"))
    }

    @Test func `check tells the line and column of a broken plan`() throws {
      let plan = String(
        decoding: try #require(FileManager.default.contents(atPath: workshop + "/workshop.json")),
        as: UTF8.self)
      _ = FileManager.default.createFile(
        atPath: workshop + "/workshop.json", contents: Data(plan.dropLast(3).utf8))
      let run = try Program.run("check", workshop)
      #expect(run.code == 1 && run.out.contains("workshop.json:"), "\(run)")
      let show = try Program.run("show", workshop)
      #expect(show.code == 1 && show.err.contains("line") && show.err.contains("column"))
    }

    @Test func `export writes the report to a file`() throws {
      #expect(try Program.run("demo", "--finished", "--no-open", "--to", place / "demo").code == 0)
      let run = try Program.run("export", place / "demo", "-o", place / "report.md")
      #expect(run.code == 0 && run.out.isEmpty, "\(run)")
      #expect(try place.text("report.md") == Program.run("export", place / "demo").out)
      #expect(place.text("report.md").hasPrefix("# "))
    }
  }
}
