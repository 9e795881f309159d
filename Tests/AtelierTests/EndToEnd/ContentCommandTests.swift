import Foundation
import Testing

@testable import atelier
@testable import Languages

extension EndToEnd.Runs {
  /// `atelier content`: what comes along, to be listed, read and changed.
  @Suite struct ContentCommandTests {
    private let place = Folder()

    @Test(arguments: ["en", "fr", "hu"])
    func `every file in the list can be shown in every language`(language: String) throws {
      let list = try Program.run("content", "list", "--language", language)
      let names = list.out.split(separator: "\n").compactMap { $0.split(separator: " ").first }
      #expect(list.code == 0 && names.count == ContentShelf(.builtIn).items.count, "\(list)")
      #expect(names.contains("decks/persona") && names.contains("warm-ups"))
      for name in names {
        let run = try Program.run("content", "show", String(name), "--language", language)
        #expect(run.code == 0 && run.out.contains(name), "\(run)")
        let rows = run.out.split(separator: "\n")
        // An address stays whole, so that it can be followed.
        let long = rows.filter { $0.count > 80 && !$0.contains("://") }
        #expect(rows.count > 5 && long.isEmpty, "\(name): \(long)")
      }
    }

    @Test func `an id of two files asks which, one of a single file is enough`() throws {
      let both = try Program.run("content", "show", "persona")
      #expect(both.code == 1 && both.err.contains("decks/persona, sheets/persona"), "\(both)")
      let names = ["social", "canvases/social", "canvases/social.json"]
      let runs = try names.map { try Program.run("content", "show", $0) }
      #expect(Set(runs.map(\.out)).count == 1 && runs.allSatisfy { $0.code == 0 }, "\(runs)")
      #expect(runs[0].out.contains("╭─ 1 ─") && runs[0].out.contains("13. Savings"))
    }

    @Test func `a copy can be edited, is private, and is never written over`() throws {
      let directory = try place.workshop()
      let copy = try Program.run("content", "copy", "sheets/idea", directory)
      #expect(copy.code == 0, "\(copy)")
      let file = directory + "/assets/sheets/idea.json"
      let built = SourcePhrases.root.appending(path: "Assets/sheets/idea.json")
      #expect(try Data(contentsOf: built) == FileManager.default.contents(atPath: file))
      func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      }
      #expect(try mode(file) == 0o600 && mode(directory + "/assets/sheets") == 0o700)
      #expect(try mode(directory + "/assets") == 0o700)

      try Data("{\n \"mine\": 1}".utf8).write(to: URL(fileURLWithPath: file))
      let again = try Program.run("content", "copy", "sheets/idea", directory)
      #expect(again.code == 1 && again.err.contains("already there"), "\(again)")
      #expect(place.text("w/assets/sheets/idea.json").contains("mine"))

      let list = try Program.run("content", "list", directory)
      #expect(list.out.contains("assets/sheets/idea.json:1:1: id is missing"), "\(list)")
      let check = try Program.run("check", directory)
      #expect(check.code == 1 && check.out.contains("assets/sheets/idea.json:1:1: "), "\(check)")
    }

    @Test(arguments: [
      ("en", "open", "min"), ("fr", "ouverture", "min"), ("hu", "elejere", "perc"),
    ])
    func `what fits is found by minutes, people and words, in each language`(
      language: String, word: String, unit: String
    ) throws {
      let find = try Program.run(
        "content", "find", "--minutes", "20", "--people", "30", word, "--language", language)
      let rows = find.out.split(separator: "\n")
      #expect(find.code == 0 && rows.count > 5 && rows[0].contains(unit), "\(find)")
      let none = try Program.run("content", "find", "--minutes", "20", "xylophone")
      #expect(none.code == 0 && !none.out.contains("min"), "\(none)")
    }

    @Test func `a colleague's file is checked with line and reason, and taken in`() throws {
      let directory = try place.workshop()
      try Program.run("content", "copy", "methods/swot", directory)
      let path = "w/assets/methods/swot.json"
      place.put(
        place.text(path).replacing("\"id\": \"swot\"", with: "\"id\": \"mine\""), "mine.json")
      let sound = try Program.run("content", "check", place / "mine.json")
      #expect(sound.code == 0, "\(sound)")
      let copy = try Program.run("content", "copy", place / "mine.json", directory)
      #expect(copy.code == 0, "\(copy)")
      #expect(place.text("w/assets/methods/mine.json").contains("\"mine\""))
      let list = try Program.run("content", "list", directory)
      #expect(list.out.contains("methods/mine "), "\(list)")

      place.put(place.text("mine.json").replacing("\"scan\"", with: "\"scann\""), "bad.json")
      let bad = try Program.run("content", "check", place / "bad.json")
      #expect(bad.code == 1 && bad.out.contains("bad.json:"), "\(bad)")
      #expect(bad.out.contains("scann") && bad.out.contains("scan"), "\(bad)")
      let refused = try Program.run("content", "copy", place / "bad.json", directory)
      #expect(refused.code == 1, "\(refused)")
    }

    @Test func `an own file is listed as the directory's own`() throws {
      let directory = try place.workshop()
      try Program.run("content", "copy", "decks/persona", directory)
      let rows = try Program.run("content", "list", directory).out.split(separator: "\n")
      let own = rows.filter { $0.hasSuffix("the directory's own") }
      #expect(own.count == 1 && own[0].hasPrefix("decks/persona "), "\(rows)")
    }

    @Test func `an own template makes the workshop`() throws {
      try FileManager.default.createDirectory(
        atPath: place / "next", withIntermediateDirectories: false)
      #expect(try Program.run("content", "copy", "express-90", place / "next").code == 0)
      let path = "next/assets/templates/express-90.json"
      place.put(place.text(path).replacing("90-minute express", with: "Our own morning"), path)
      let made = try Program.run("new", place / "next", "--template", "express-90")
      #expect(made.code == 0, "\(made)")
      #expect(place.text("next/workshop.json").contains("Our own morning"))
    }

    @Test(arguments: [
      (["content", "burn"], 2), (["content", "show"], 2), (["content", "copy"], 2),
      (["content", "copy", "social"], 2), (["content", "show", "none"], 1),
      (["content", "copy", "social", "/nonexistent"], 1),
      (["content", "list", "/nonexistent"], 1), (["content"], 0),
    ])
    func `a misuse and a failure are told apart`(words: [String], code: Int) throws {
      let run = try Program.run(Program.path, words)
      #expect(run.code == Int32(code), "\(words) \(run)")
    }
  }
}
