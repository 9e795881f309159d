import Foundation
import Testing

extension EndToEnd.Runs {
  /// The command line of somebody who stands in a workshop's directory.
  @Suite struct HereTests {
    private let place = Folder()
    private let workshop: String

    init() throws { workshop = try place.workshop() }

    private func run(_ words: [String], in path: String) throws -> Program.Run {
      try Program.run(
        "/bin/sh", ["-c", "cd \"$0\" && exec \"$@\"", path, Program.path] + words)
    }

    @Test(arguments: [
      ["status"], ["check"], ["show"], ["kpi"], ["export"], ["ballots"], ["schema"],
      ["rehearse", "--headless"], ["add", "--board", "ideas", "A", "card"], ["content", "list"],
    ])
    func `in a workshop's directory DIR may be left out`(words: [String]) throws {
      let here = try run(words, in: workshop)
      // A rehearsal tells what it found with 1.
      #expect(here.code == 0 || words[0] == "rehearse", "\(here)")
      #expect(here.err.isEmpty, "\(here)")
    }

    @Test func `a directory that is named goes before the one that we stand in`() throws {
      let other = place / "other"
      try Program.run("new", other, "--template", "express-90", "--title", "The other one")
      #expect(try run(["status", other], in: workshop).out.contains("The other one"))
      let typo = try run(["status", "othre"], in: workshop)
      #expect(typo.code == 1 && typo.err.contains("othre"), "\(typo)")
      let merged = try run(["merge", other, "--dry-run"], in: workshop)
      #expect(merged.code == 0 && merged.out.contains(other), "\(merged)")
    }

    @Test func `no command at all says what is here and what can be done`() throws {
      let here = try run([], in: workshop)
      #expect(here.code == 0 && here.out.contains("This directory is a workshop"))
      let nowhere = try run([], in: "/")
      #expect(nowhere.code == 0 && !nowhere.out.contains("This directory is a workshop"))
      #expect(nowhere.out.contains("atelier run DIR"))
      #expect(try run(["help"], in: "/").out == nowhere.out)
      #expect(try run(["help", "run"], in: "/").out.contains("--theme"))
      let beside = try run(["status"], in: (workshop as NSString).deletingLastPathComponent)
      #expect(beside.code == 2 && beside.err.contains(workshop), "\(beside)")
    }

    @Test func `a plan's slips are told all at once, with their place, in three languages`() throws
    {
      let path = workshop + "/workshop.json"
      let text = try String(contentsOfFile: path, encoding: .utf8)
        .replacing(#""kind": "poll""#, with: #""kind": "vote""#)
        .replacing(#""question":"#, with: #""qestion":"#, maxReplacements: 1)
        .replacing(#""title":"#, with: #""language": "de", "title":"#, maxReplacements: 1)
      try text.write(toFile: path, atomically: false, encoding: .utf8)
      for (language, words) in [
        (
          "en",
          ["Did you mean “poll”?", "Did you mean “question”?", "Possible here: en, es, fr, hu"]
        ),
        ("fr", ["Vouliez-vous dire « poll » ?", "question", "Possible ici : en, es, fr, hu"]),
        ("hu", ["Erre gondolt: „poll”?", "question", "Itt lehetséges: en, es, fr, hu"]),
      ] {
        let run = try Program.run("check", workshop, "--language", language)
        #expect(run.code == 1)
        for word in words {
          let line = run.out.split(separator: "\n").first {
            $0.replacing("\u{A0}", with: " ").contains(word)
          }
          #expect(line?.hasPrefix("workshop.json:") == true, "\(run.out)")
        }
      }
    }
  }
}
