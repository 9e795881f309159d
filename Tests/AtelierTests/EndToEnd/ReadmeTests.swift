import Foundation
import Testing

@testable import Languages
@testable import atelier

extension EndToEnd.Rooms {
  /// What somebody reads first, and does word for word.
  @Suite struct ReadmeTests {
    private static let root = SourcePhrases.root
    private let readme: String

    init() throws {
      readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    }

    /// A part of the README, from its heading to the next.
    private func part(_ heading: String) throws -> Substring {
      let start = try #require(readme.range(of: "\n## \(heading)\n")).upperBound
      let end = readme[start...].range(of: "\n## ")?.lowerBound ?? readme.endIndex
      return readme[start..<end]
    }

    @Test func `it is short, its pages are there, and each is read by a command`() throws {
      #expect(readme.split(separator: "\n", omittingEmptySubsequences: false).count <= 210)
      let links = readme.matches(of: #/\[([a-z]+)\]\(Assets/help/([a-z]+)\.md\)/#)
      #expect(links.allSatisfy { $0.output.1 == $0.output.2 })
      #expect(links.map { String($0.output.1) }.sorted() == HelpTopics.all)
      for topic in HelpTopics.all {
        let page = try #require(HelpTopics.text(topic))
        #expect(page.hasPrefix("# "), "\(topic)")
        let run = try Program.run("help", topic)
        #expect(run.code == 0 && run.out.contains(page.prefix { $0 != "\n" }), "\(topic)")
      }
    }

    @Test func `its commands are the program's`() throws {
      for line in Command.overview(.english).split(separator: "\n")
      where line.hasPrefix("  atelier ") {
        #expect(readme.contains(line), "\(line)")
      }
    }

    /// The terminals, commands and keys of “Five minutes”, as they stand there.
    @Test func `five minutes are done by its own commands and keys`() throws {
      let text = try part("Five minutes")
      let place = Folder()
      let tmux = Tmux()
      let commands = text.matches(of: #/\n +atelier ([^\n]+)\n/#).map { match in
        match.output.1.split(separator: " ").map { word in
          ["morning", "report.md"].contains(word) ? place / String(word) : String(word)
        }
      }
      try #require(commands.count == 4)
      #expect(commands.map(\.first) == ["demo", "notes", "stage", "export"])
      let open = { (name: String, words: [String]) in
        try tmux.open(name, [Program.path] + words, size: (80, 24))
      }
      let desk = try open("desk", commands[0])
      try desk.see("Find ideas", "Simulated tables")
      for key in ["`+`", "`Space`", "`Tab`", "`n`", "`d`", "`c` twice", "`v`", "`u`", "`q` twice"] {
        #expect(text.contains(key), "\(key)")
      }
      try desk.press("+", "Space")
      try desk.see("stopped")
      try desk.press("Space")
      try desk.lose("stopped")
      let notes = try open("notes", commands[1])
      try notes.see("Find ideas")
      let stage = try open("stage", commands[2])
      try stage.see("What could we do")
      let line = try #require(text.firstMatch(of: #/Type `([^`]+ #[a-z]+)`/#)?.output.1)
      try notes.type(String(line))
      try notes.press("Tab", "Enter")
      try notes.see("#inclusion")
      let idea = String(line.prefix { $0 != "#" }).trimmingCharacters(in: .whitespaces)
      try stage.see(String(idea.prefix(12)))
      try desk.see("Ana")
      try desk.press("n")
      try desk.until("the next item") {
        try $0.contains("Next      Dot vote") || again(desk, "n", $0)
      }
      try desk.press("n")
      try desk.until("the vote") { try $0.contains("d open vote") || again(desk, "n", $0) }
      try desk.press("d", "Enter")
      try desk.until("ballots") { $0.contains(/voters: ([3-9]|\d\d)/) }
      try desk.press("c", "c")
      try desk.see("v reveal")
      try desk.press("v")
      try stage.see("Voters: ")
      try desk.press("q", "q")
      #expect(try desk.end() == 0)
      try notes.press("C-q", "C-q")
      #expect(try notes.end() == 0)
      let export = try Program.run(Program.path, commands[3])
      #expect(export.code == 0, "\(export.err)")
      #expect(place.text("report.md").contains(idea))
    }

    /// Presses a key once more where the screen asks for it.
    private func again(_ pane: Pane, _ key: String, _ screen: String) throws -> Bool {
      if screen.lowercased().contains("again") { try pane.press(key) }
      return false
    }
  }
}
