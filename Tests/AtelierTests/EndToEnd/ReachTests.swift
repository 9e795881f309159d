@testable import atelier
import Foundation
import Glibc
import Testing

extension EndToEnd.Runs {
  /// The program where its users live: pipes, scripts, full disks, other programs.
  @Suite struct ReachTests {
    private let place = Folder()
    private let workshop: String

    init() throws { workshop = try place.workshop() }

    private func input(_ lines: String...) -> Data {
      Data((lines.joined(separator: "\n") + "\n").utf8)
    }

    @Test func `notes are taken through a pipe`() throws {
      let run = try Program.run(
        "notes", workshop, "--plain", "--as", "Ana",
        input: input("/board", "ideas", "A bench at the counter", "A tree", "/undo", ""))
      #expect(run.code == 0 && run.err.isEmpty, "\(run)")
      #expect(run.out.contains("1  A bench at the counter"))
      #expect(!run.out.contains("\u{1B}"))
      #expect(try State(workshop).texts(on: "ideas") == ["A bench at the counter"])
    }

    @Test func `lines that cannot be given yet are told, kept, and given once they can be`() throws
    {
      let early = try Program.run(
        "notes", workshop, "--plain", "--as", "Ana", input: input("One", "Two"))
      #expect(early.out.contains("› One\nTwo\n"), "\(early)")
      #expect(try State(workshop).texts(on: "ideas") == [])
      let later = try Program.run(
        "notes", workshop, "--plain", "--as", "Ana", input: input("/board", "ideas", "Three"))
      #expect(later.out.contains("› One\nTwo\n"), "\(later)")
      #expect(try State(workshop).texts(on: "ideas") == ["One\nTwo", "Three"])
    }

    @Test func `in a form the list of words is at hand, and what is wrong is told once`() throws {
      let run = try Program.run(
        "run", workshop, "--plain", input: input("set up", "", "", "", "many", "/help"))
      #expect(run.out.contains("/help lists the words"), "\(run)")
      #expect(run.out.contains("(Esc)"), "\(run)")
    }

    @Test func `a desk is run through a pipe, and what must be asked twice is`() throws {
      let run = try Program.run(
        "run", workshop, "--plain", "--language", "fr", input: input("suite", "suite", "n", "n"))
      #expect(run.code == 0, "\(run)")
      #expect(run.out.contains("En cours"), "\(run.out)")
      #expect(try State(workshop).document["current"] as? String != nil)
    }

    @Test func `in a list a number or a name chooses, and what is not there is said`() throws {
      try Program.run("next", workshop)
      try Program.run("add", workshop, "--board", "ideas", "A bench")
      let run = try Program.run(
        "run", workshop, "--plain", input: input("boards", "no such board", "ideas", ""))
      #expect(run.code == 0 && run.out.contains("Nothing here"), "\(run)")
      #expect(run.out.contains("1  A bench"), "\(run)")
      let number = try Program.run(
        "run", workshop, "--plain", input: input("boards", "3", ""))
      #expect(number.out.contains("1  A bench"), "\(number)")
    }

    @Test func `a script steps the room with the refusals of the keys`() throws {
      let start = try Program.run("time", workshop, "+5")
      #expect(start.code == 1 && start.err.contains("Nothing has started"), "\(start)")
      let first = try Program.run("next", workshop)
      #expect(first.code == 0 && first.out.contains("Now: "), "\(first)")
      let back = try Program.run("back", workshop)
      #expect(back.code == 1 && !back.err.isEmpty)
      #expect(try Program.run("time", workshop, "start").code == 0)
      let time = try Program.run("time", workshop, "-2")
      #expect(time.code == 0 && time.out.contains("Time left: "), "\(time)")
      #expect(try Program.run("vote", workshop, "close").code == 1)
      #expect(try Program.run("vote", workshop, "burn").code == 2)
      #expect(try Program.run("say", workshop, "frobnicate").code == 1)
      #expect(try Program.run("say", workshop, "minute").code == 0)
    }

    @Test func `a ballot is given as a line, and other programs hear of it without its marks`()
      throws
    {
      try Program.run("add", workshop, "--board", "ideas", input: input("One", "Two", "Three"))
      for _ in 0..<7 { try Program.run("next", workshop, "--yes") }
      let open = try Program.run("vote", workshop, "open")
      #expect(open.code == 0, "\(open)")
      let ballot = try Program.run("ballot", workshop, "--plain", input: input("9", "2", ""))
      #expect(ballot.code == 0, "\(ballot)")
      let told = try Program.run("watch", workshop, "--all", "--once")
      let lines = told.out.split(separator: "\n")
      for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
      let cast = try #require(lines.first { $0.contains("ballotCast") }, "\(ballot.out)")
      #expect(!cast.contains("marks") && !cast.contains("voter"))
    }

    @Test(arguments: [
      ["check", "DIR", "--json"], ["content", "list", "--json"],
      ["content", "find", "game", "--json"],
      ["content", "show", "canvases/social", "--json"],
    ])
    func `what is asked for as JSON is JSON`(words: [String]) throws {
      let run = try Program.run(Program.path, words.map { $0 == "DIR" ? workshop : $0 })
      #expect(run.code == 0, "\(run)")
      _ = try JSONSerialization.jsonObject(with: Data(run.out.utf8))
    }

    @Test(arguments: [
      ["status", "DIR"], ["status", "DIR", "--json"], ["export", "DIR"], ["show", "DIR"],
      ["check", "DIR"], ["check", "DIR", "--json"], ["kpi", "DIR"], ["schema"], ["keys"],
      ["templates"], ["content", "list"], ["content", "show", "canvases/social"], ["--help"],
      ["--version"], ["run", "--help"], ["help", "voting"], ["share", "DIR"], ["manual"],
      ["completions", "bash"], ["add", "DIR", "--board", "ideas", "A card"], ["next", "DIR"],
      ["rehearse", "DIR", "--headless"], ["ballots", "DIR", "--print", "2"],
      ["export", "DIR", "--format", "json"], ["notes", "DIR", "--plain"],
      ["new", "NEW", "--template", "blank"], ["demo", "--no-open", "--to", "NEW"],
    ])
    func `a full standard output ends in failure`(words: [String]) throws {
      let command =
        (["exec", Program.path]
        + words.map { word in
          word == "DIR" ? workshop : word == "NEW" ? place / "new" : "'\(word)'"
        }).joined(separator: " ") + " > /dev/full"
      let run = try Program.run("/bin/sh", ["-c", command])
      #expect(run.code == 1, "\(words) \(run)")
      #expect(run.err.hasPrefix("atelier: "), "\(words) \(run.err)")
    }

    @Test func `a workshop is made for a group, and the recipes name it`() throws {
      let path = place / "s h'ared"
      let made = try Program.run("new", path, "--template", "blank", "--shared")
      #expect(made.code == 0, "\(made)")
      var status = stat()
      #expect(stat(path, &status) == 0 && status.st_mode & 0o7777 == 0o2770)
      let share = try Program.run("share", path)
      #expect(share.code == 0 && share.out.contains("'\\''ared"), "\(share)")
      #expect(share.out.contains("dir_cache=no") && share.out.contains("fsWatcherDelayS=\"1\""))
      let none = try Program.run("new", place / "x", "--shared", "no-such-group")
      #expect(none.code == 1 && !FileManager.default.fileExists(atPath: place / "x"))
    }

    @Test func `a shell is offered commands, options and what the workshop has`() throws {
      func offered(_ words: String...) throws -> [String] {
        let run = try Program.run(
          Program.path,
          ["completions", "--words", "--"] + words.map { $0 == "DIR" ? workshop : $0 })
        return run.out.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
      }
      #expect(try Set(offered("")) == Set(Command.all.map(\.name)))
      #expect(try offered("add", "DIR", "--board", "id") == ["ideas"])
      #expect(try offered("notes", "DIR", "--language", "") == ["en", "es", "fr", "hu"])
      #expect(try offered("vote", "DIR", "") == ["open", "close", "reveal"])
      #expect(try offered("new", "x", "--sh") == ["--shared"])
      #expect(try offered("export", "DIR", "-o", "").isEmpty)
    }

    @Test func `every command has a page of the manual that man reads without a murmur`() throws {
      let folder = place / "man"
      #expect(try Program.run("manual", folder).code == 0)
      let pages = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(Set(pages) == Set(["atelier.1"] + Command.all.map { "atelier-\($0.name).1" }))
    }

    @Test func `what a person prefers goes before the login, and what is asked for before that`()
      throws
    {
      let home = place / "home"
      try FileManager.default.createDirectory(
        atPath: home + "/atelier", withIntermediateDirectories: true)
      func put(_ text: String) {
        _ = FileManager.default.createFile(
          atPath: home + "/atelier/config.json", contents: Data(text.utf8))
      }
      func by(_ words: String...) throws -> String {
        let run = try Program.run(
          Program.path, ["add", workshop, "--board", "ideas", "x"] + words,
          environment: ["XDG_CONFIG_HOME": home])
        #expect(run.code == 0, "\(run)")
        let told = try Program.run("watch", workshop, "--all", "--once").out
        let last = try #require(told.split(separator: "\n").last)
        let entry = try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any]
        return entry?["by"] as? String ?? ""
      }
      put("{\"name\": \"Ana\", \"language\": \"fr\"}")
      #expect(try by() == "Ana")
      #expect(try by("--as", "Bela") == "Bela")
      let notes = try Program.run(
        "notes", workshop, "--plain", environment: ["XDG_CONFIG_HOME": home])
      #expect(notes.out.contains("Tapez une ligne"), "\(notes)")
      let stage = try Program.run(
        "stage", workshop, "--plain", environment: ["XDG_CONFIG_HOME": home])
      #expect(!stage.out.contains("Tapez une ligne"), "the projector is everyone's")
      put("{\"bell\": \"loud\"}")
      let refused = try Program.run(
        "notes", workshop, "--plain", environment: ["XDG_CONFIG_HOME": home])
      #expect(refused.code == 1 && refused.err.contains("config.json"), "\(refused)")
    }

    @Test(.enabled(if: Tmux.isInstalled))
    func `a dumb terminal is told in lines, and a restricted one has no editor`() throws {
      let tmux = Tmux()
      let pane = try tmux.atelier(
        "plain", "notes", workshop, "--as", "Ana",
        environment: ["TERM": "dumb", "ATELIER_RESTRICTED": "1"])
      try pane.see("/help lists the words")
      try pane.type("Who pays for it?")
      try pane.press("Enter")
      try pane.type("/quit")
      try pane.press("Enter")
      try pane.see("Press again")
      let screen = try tmux.atelier(
        "screen", "notes", workshop, "--as", "Bela", "--no-editor")
      try screen.see("Ctrl-B")
      try screen.press("M-e")
      try screen.see("Not allowed at this terminal")
    }
  }
}
