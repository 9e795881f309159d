import Assets
import Foundation
import Journaling
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import atelier
@testable import Languages
@testable import Shell

/// Files that somebody dropped into `assets/`.
@Suite struct OwnContentTests {
  private let place = Folder()

  /// A broken file, where it is told to be broken, and why.
  struct Case: Sendable, CustomTestStringConvertible {
    let path: String
    let text: String
    /// `line:column`; empty for the whole file.
    let place: String
    let says: String
    var testDescription: String { "\(path): \(says)" }

    init(_ path: String, _ text: String, _ place: String, _ says: String) {
      self.path = path
      self.text = text
      self.place = place
      self.says = says
    }
  }

  private static func sheet(_ fields: String) -> String {
    "{\"id\": \"s\", \"title\": \"S\",\n \"fields\": [\(fields)]}"
  }

  private static func canvas(_ blocks: String, order: String = "\"a\", \"b\"") -> String {
    "{\"id\": \"c\", \"title\": \"C\", \"columns\": 4, \"rows\": 2, \"order\": [\(order)],\n"
      + " \"blocks\": [\(blocks)]}"
  }

  private static func block(_ id: String, _ x: Int, _ y: Int, _ width: Int) -> String {
    "{\"id\": \"\(id)\", \"label\": \"L\", \"prompt\": \"P\", \"x\": \(x), \"y\": \(y), "
      + "\"width\": \(width), \"height\": 1}"
  }

  private static func deck(_ counts: String, cards: String) -> String {
    "{\"id\": \"d\", \"title\": \"D\", \"categories\": [{\"id\": \"k\", \"label\": \"K\",\n"
      + " \(counts),\n \"cards\": [\(cards)]}]}"
  }

  private static func games(_ change: (String, String)) -> String {
    """
    {"warmUps": [{"id": "g", "title": "G", "energy": 1, "noise": 1, "standing": true, "touch": false,
      "minutes": {"minimum": 5, "maximum": 10},
      "people": {"minimum": 2, "maximum": 10},
      "moments": ["open"], "steps": ["One"]}]}
    """.replacing(change.0, with: change.1)
  }

  private static func method(_ change: (String, String)) -> String {
    let text = """
      {"id": "m", "title": "M", "purpose": "P", "phase": "scan",
       "minutes": {"minimum": 10, "maximum": 20},
       "steps": ["One"],
       "rounds": [{"title": "R", "segments": [{"title": "S", "minutes": 15}]}]}
      """
    return change.0.isEmpty ? text : text.replacing(change.0, with: change.1)
  }

  private static let line = #"{"id": "text", "label": "T", "type": "line"}"#
  private static let elsewhere =
    "nothing is read here: content belongs in sheets, canvases, decks, methods, warm-ups, templates, blocks,"
    + " languages, wording"
    + ", in warm-ups.json or in methods.json"
  private static let zero = #""full": 0, "short": 0, "express": 0"#

  static let cases = [
    Case("sheets/s.json", "{\n \"id\": \"s\",\n}", "2:11", "a comma after the last element"),
    Case("sheets/s.json", "{\"id\": \"s\"}", "1:1", "title is missing"),
    Case("sheets/s.json", "[]", "1:1", "the file should be an object in braces"),
    Case("sheets/s.json", sheet(""), "2:12", "fields needs at least one element"),
    Case(
      "sheets/other.json", sheet(line), "1:8", "its id is s, so it should be called s.json"),
    Case(
      "sheets/s.json", sheet(#"{"id": "a", "label": "A", "type": "line"}"#), "2:20",
      "the first field of a sheet is the card's own, with the id text"),
    Case(
      "sheets/s.json", sheet(line + ",\n" + line), "3:8", "the id text is used further up already"),
    Case(
      "sheets/s.json", sheet(#"{"id": "text", "label": " ", "type": "line"}"#), "2:37",
      "fields[0].label is empty"),
    Case(
      "sheets/s.json", sheet(#"{"id": "text", "label": "T", "type": "lines"}"#), "2:50",
      "“lines” is not one of the words allowed at fields[0].type. Did you mean “line”?"),
    Case(
      "sheets/s.json", sheet(line + ",\n" + #"{"id": "c", "label": "C", "type": "choice"}"#), "3:1",
      "fields[1] needs at least one element"),
    Case(
      "sheets/s.json",
      sheet(
        line + ",\n"
          + #"{"id": "c", "label": "C", "type": "choice", "choices": [{"id": "x", "label": ""}]}"#),
      "3:78", "fields[1].choices[0].label is empty"),
    Case(
      "sheets/s.json", sheet(line + ",\n" + #"{"id": "c", "label": 5, "type": "line"}"#), "3:22",
      "fields[1].label should be a text, or an object with a text for each language"),
    Case(
      "sheets/s.json",
      sheet(line + #", {"id": "n", "label": "N", "type": "scale", "minimum": 5, "maximum": 1}"#),
      "2:113", "fields[1].minimum is more than the maximum"),
    Case(
      "canvases/c.json", canvas(block("a", 0, 0, 2) + ",\n" + block("b", 1, 0, 2)), "3:1",
      "overlaps the block: a"),
    Case(
      "canvases/c.json", canvas(block("a", 0, 0, 2) + ",\n" + block("b", 2, 1, 3)), "3:1",
      "the block leaves the grid of 4 columns and 2 rows"),
    Case(
      "canvases/c.json", canvas(block("a", 0, 0, 2) + ",\n" + block("b", 2, 1, 0)), "3:67",
      "blocks[1].width should be at least 1"),
    Case(
      "canvases/c.json", canvas(block("a", 0, 0, 2) + ",\n" + block("a", 2, 0, 2)), "3:8",
      "the id a is used further up already"),
    Case(
      "canvases/c.json", canvas(block("a", 0, 0, 2)), "1:67", "there is no block b"),
    Case(
      "canvases/c.json", canvas(block("a", 0, 0, 2) + ", " + block("b", 2, 0, 2), order: "\"a\""),
      "1:61", "the order leaves out the block b"),
    Case(
      "decks/d.json",
      deck(
        #""full": 2, "short": 0, "express": 0"#, cards: #"{"id": "x", "text": "X"}"#), "2:10",
      "categories[0].full draws more cards than there are: 2 of 1"),
    Case(
      "decks/d.json",
      deck(zero, cards: #"{"id": "x", "text": "X"}"# + ",\n" + #"{"id": "x", "text": "Y"}"#), "4:8",
      "the id x is used further up already"),
    Case(
      "decks/d.json", deck(zero, cards: #"{"id": "x", "text": {"en": ""}}"#), "3:32",
      "categories[0].cards[0].text is empty"),
    Case(
      "decks/d.json", deck(#""full": 0.5, "short": 0, "express": 0"#, cards: ""), "2:10",
      "categories[0].full should be a whole number"),
    Case(
      "warm-ups.json", games((#"["One"]"#, "[]")), "4:33",
      "warmUps[0].steps needs at least one element"),
    Case(
      "warm-ups.json", games((#""energy": 1"#, #""energy": 4"#)), "1:50",
      "warmUps[0].energy must be between 1 and 3"),
    Case(
      "warm-ups.json", games((#""minimum": 5"#, #""minimum": 50"#)), "2:26",
      "warmUps[0].minutes.minimum is more than the maximum"),
    Case(
      "methods/m.json", method(("\"steps\": [\"One\"]", "\"steps\": []")), "3:11",
      "steps needs at least one element"),
    Case(
      "methods/m.json", method(("\"phase\": \"scan\"", "\"phase\": \"scna\"")), "1:52",
      "“scna” is not one of the words allowed at phase. Did you mean “scan”?"),
    Case(
      "methods/m.json", method(("\"maximum\": 20", "\"maximum\": 10")), "2:40",
      "minutes.maximum should be at least 15"),
    Case(
      "methods/m.json", method(("\"minutes\": 15", "\"minutes\": \"15 min\"")), "4:67",
      "rounds[0].segments[0].minutes should be a whole number. Did you mean 15?"),
    Case("methods/n.json", method(("", "")), "1:8", "its id is m, so it should be called m.json"),
    Case(
      "languages/de.json", "{\"phrases\": {\n\"{} cards\": \"Karten\"}}", "2:13",
      "the translation should have one pair of braces for each value"),
    Case(
      "languages/de.json", "{\"phrases\": {\"pause\": 5}}", "1:23",
      "phrases.pause should be a text in quotes"),
    Case(
      "templates/t.json",
      "{\"title\": \"T\", \"sessions\": [{\"id\": \"d\", \"title\": \"D\", \"start\": \"09:00\",\n"
        + "\"activities\": [{\"id\": \"a\", \"kind\": \"talk\", \"minutes\": 5, \"phase\": \"scann\"}]}]}",
      "2:67",
      "“scann” is not one of the words allowed at sessions[0].activities[0].phase. "
        + "Did you mean “scan”?"),
    Case(
      "sheet/s.json", sheet(line), "1:1",
      elsewhere),
    Case(
      "demo/story.json", "{}", "1:1",
      elsewhere),
  ]

  /// The directory with one file in its `assets/`.
  private func directory(_ path: String, _ data: Data) throws -> Directory {
    let url = URL(fileURLWithPath: place / "w/assets/\(path)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
    return Directory(place / "w")
  }

  @Test(arguments: cases) func `a broken file is told with its place and not used`(
    bad: Case
  ) throws {
    let own = OwnContent(try directory(bad.path, Data(bad.text.utf8)))
    let flaw = try #require(own.refused.first, "\(bad.text)")
    #expect(flaw.place == "assets/\(bad.path):\(bad.place)", "\(bad.text)")
    #expect(Language.english(flaw.reason) == bad.says)
    #expect(own.refused.count == 1 && own.content.own.isEmpty)
  }

  @Test func `the built-in one goes on in place of a broken one`() throws {
    let own = OwnContent(try directory("decks/persona.json", Data("{".utf8)))
    #expect(own.content.decks["persona"] == Content.builtIn.decks["persona"])
    #expect(own.refused.map(\.file) == ["assets/decks/persona.json"])
  }

  @Test func `the reason is in the reader's language`() throws {
    let own = OwnContent(try directory("sheets/s.json", Data(Self.sheet("").utf8)))
    let reason = try #require(own.refused.first?.reason)
    let french = try #require(Language.find("fr", in: own.content))
    let hungarian = try #require(Language.find("hu", in: own.content))
    #expect(Set([Language.english, french, hungarian].map { $0(reason) }).count == 3)
  }

  @Test func `a link and a file that is no text are not read`() throws {
    let directory = try directory("sheets/s.json", Data([0x22, 0xFF, 0x22]))
    try FileManager.default.createSymbolicLink(
      atPath: directory.assets + "/sheets/t.json", withDestinationPath: "/etc/hostname")
    let own = OwnContent(directory)
    #expect(
      own.refused.map { "\($0.place): \(Language.english($0.reason))" } == [
        "assets/sheets/s.json:1:1: not UTF-8 text",
        "assets/sheets/t.json: is a link or not a file: ignored",
      ])
  }

  @Test func `own content of every kind is used, and a mark that editors put first does no harm`()
    throws
  {
    let files = [
      "sheets/s.json": "\u{FEFF}" + Self.sheet(Self.line),
      "canvases/c.json": Self.canvas(Self.block("a", 0, 0, 2) + "," + Self.block("b", 2, 1, 2)),
      "decks/d.json": Self.deck(Self.zero, cards: #"{"id": "x", "text": "X"}"#),
      "warm-ups.json": Self.games(("G", "G")), "methods/m.json": Self.method(("", "")),
      "languages/de.json": #"{"phrases": {"pause": "Pause"}}"#,
      "templates/t.json": #"{"title": "T"}"#,
    ]
    for (path, text) in files { _ = try directory(path, Data(text.utf8)) }
    let own = OwnContent(Directory(place / "w"))
    #expect(own.refused.isEmpty && own.content.own == Set(files.keys))
    #expect(own.content.sheets["s"] != nil && own.content.canvases["c"] != nil)
    #expect(own.content.decks["d"] != nil && own.content.warmUp("g") != nil)
    #expect(Language.find("de", in: own.content)?("pause") == "Pause")
    #expect(own.content.templates.contains("t") && own.content.template("t")?.title == "T")
    #expect(own.content.method("m")?.rounds?.count == 1)
    #expect(own.content.warmUps.count == 49, "a game is added to those that come along")
  }

  @Test func `the facilitator's screen says once that a file is not used`() throws {
    let directory = try directory("sheets/s.json", Data("{".utf8))
    try Directory.create(at: directory.root, plan: Plan(title: "Trial"))
    let arguments = try Arguments(["run", directory.root])
    var room = try Room(directory, role: .facilitator, by: "Ana")
    var scene = try Opening.scene(
      room.workshop, OwnContent(directory), role: .facilitator, arguments: arguments, now: Stage.now
    )
    room.look(&scene)
    let told = "Not used: assets/sheets/s.json:1:2: expected a key in quotes"
    #expect(View.draw(scene, size: Size(columns: 80, rows: 24)).text.contains(told))
    room.carryOut(.nothing, &scene)
    room.look(&scene)
    #expect(!View.draw(scene, size: Size(columns: 80, rows: 24)).text.contains("Not used"))
    room.close(scene)
  }

  @Test(arguments: [Role.stage, .notes]) func `nobody else is told`(role: Role) throws {
    let directory = try directory("sheets/s.json", Data("{".utf8))
    try Directory.create(at: directory.root, plan: Plan(title: "Trial"))
    var room = try Room(directory, role: role, by: "Ana")
    var scene = try Opening.scene(
      room.workshop, OwnContent(directory), role: role,
      arguments: try Arguments([role.rawValue, directory.root]), now: Stage.now)
    room.look(&scene)
    #expect(!scene.refused.isEmpty && scene.trouble == nil)
    room.close(scene)
  }

  @Test func `a directory without files of its own has what comes along`() {
    let own = OwnContent(Directory(place.path))
    #expect(own.isEmpty && own.content.decks.keys.count == 8)
  }
}
