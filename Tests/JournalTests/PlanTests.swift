import Foundation
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Journaling

/// `workshop.json` as people edit it.
struct PlanTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let place: String
    let says: String
    var testDescription: String { says }

    /// `place` is `line:column path`.
    init(_ text: String, _ place: String, _ says: String) {
      self.text = text
      self.place = place
      self.says = says
    }
  }

  static let activity = #""kind": "plenary", "minutes": 5"#
  static let cases = [
    Case("", "1:1 ", "the file is empty"),
    Case("[]", "1:1 ", "the file should be an object in braces"),
    Case("{", "1:2 ", "expected a key in quotes"),
    Case("{\n  \"title\": \"a\"", "2:15 ", "expected a comma or a closing brace"),
    Case("{\"title\" \"a\"}", "1:10 title", "expected a colon"),
    Case("{\"title\": }", "1:11 title", "expected a value"),
    Case("{\"title\": \"a\",\n}", "1:14 ", "a comma after the last element"),
    Case(
      "{\"title\": \"a\", \"boards\": [{\"id\": \"b\"},]}", "1:38 boards",
      "a comma after the last element"),
    Case("{\"title\": \"a\",\n \"title\": \"b\"}", "2:2 ", "the key title is here twice"),
    Case("{\"title\": \"a\"} x", "1:16 ", "unexpected text after the end"),
    Case("{\"title\": \"é🙂\", x}", "1:17 ", "expected a key in quotes"),
    Case("{\"title\": \"a\nb\"}", "1:11 title", "a text has no closing quote on its line"),
    Case("{\"title\": \"a", "1:11 title", "a text has no closing quote on its line"),
    Case("{\"title\": \"a\tb\"}", "1:13 title", "a text holds a control character"),
    Case("{\"title\": \"\\x\"}", "1:12 title", "no such escape in a text"),
    Case("{\"title\": \"\\ud83dx\"}", "1:18 title", "no such escape in a text"),
    Case("{\"title\": \"a\", \"tables\": 05}", "1:26 tables", "not a number"),
    Case("{\"title\": \"a\", \"tables\": 5x}", "1:26 tables", "not a number"),
    Case("{\"title\": \"a\", \"tables\": 1000000}", "1:26 tables", "tables is too large a number"),
    Case("{\"title\": \"a\", \"tables\": 1e99}", "1:26 tables", "tables is too large a number"),
    Case("{\"title\": \"a\", \"tables\": \"5\"}", "1:26 tables", "tables should be a whole number"),
    Case("{\"title\": \"a\", \"tables\": 5.5}", "1:26 tables", "tables should be a whole number"),
    Case("{\"language\": \"en\"}", "1:1 ", "title is missing"),
    Case(
      "{\"title\": 5}", "1:11 title",
      "title should be a text, or an object with a text for each language"),
    Case(
      "{\"title\": \"a\", \"boards\": {}}", "1:26 boards",
      "boards should be a list in square brackets"),
    Case(
      "{\"title\": \"a\", \"sessions\": [\n  {\"id\": \"d\", \"start\": \"9h\"}]}",
      "2:24 sessions[0].start",
      "“9h” is not a time such as 09:00"),
    Case(
      "{\"title\": \"a\", \"sessions\": [{\"id\": \"d\", \"activities\": [\n  {\"id\": \"x\", \(activity)},\n"
        + "  {\"id\": \"y\", \"kind\": \"board\",\n   \"minutes\": 2000}]}]}",
      "4:15 sessions[0].activities[1].minutes",
      "sessions[0].activities[1].minutes must be between 0 and 1440"),
    Case(
      "{\"title\": \"a\", \"sessions\": [{\"id\": \"d\", \"activities\": [{\"id\": \"x\", \(activity)}]},\n"
        + "{\"id\": \"e\", \"activities\": [{\"id\": \"x\", \(activity)}]}]}",
      "2:35 sessions[1].activities[0].id", "the id x is used further up already"),
    Case(
      "{\"title\": \"a\", \"boards\": [{\"id\": \"b\"},\n  {\"id\": \"b\"}]}", "2:10 boards[1].id",
      "the id b is used further up already"),
    Case(
      "{\"title\": \"a\", \"sessions\": [{\"id\": \"d\", \"activities\": [{\"id\": \"x\", \"kind\": \"k\"}]}]}",
      "1:56 sessions[0].activities[0]", "minutes is missing"),
    Case(
      "{\"x\": " + String(repeating: "[", count: 40),
      "1:39 x"
        + String(repeating: "[0]", count: 32), "too many brackets within brackets"),
  ]

  @Test(arguments: cases) func `a bad edit is told with its place`(bad: Case) throws {
    do throws(JournalError) {
      _ = try PlanText.plan(from: Array(bad.text.utf8))
      Issue.record("accepted")
    } catch .planRefused(let problem) {
      #expect("\(problem.line):\(problem.column) \(problem.path)" == bad.place)
      #expect(problem.text == bad.says)
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func `bytes that are no UTF-8 are told with their place`() {
    let bytes = Array("{\"title\":\n \"".utf8) + [0xFF] + Array("\"}".utf8)
    #expect(
      throws: JournalError.planRefused(
        PlanProblem(line: 2, column: 2, path: "title", reason: .notUTF8))
    ) { try PlanText.plan(from: bytes) }
  }

  @Test func `a bad edit keeps the last good plan until it is mended`() throws {
    let place = Place()
    let directory = try place.workshop()
    var file = try PlanFile(directory)
    let good = try directory.bytes(of: "workshop.json")
    #expect(file.reload() == false)
    try directory.put(Array("{".utf8), "workshop.json")
    #expect(file.reload() == true)
    #expect(file.reload() == false, "told once")
    #expect(file.plan == Sample.plan && file.problem != nil)
    #expect(throws: JournalError.self) { try file.save(Sample.plan) }
    #expect(try directory.bytes(of: "workshop.json") == Array("{".utf8), "never overwritten")
    try directory.put(good, "workshop.json")
    #expect(file.reload() == true)
    #expect(file.problem == nil && file.plan == Sample.plan)
    unlink(directory.plan)
    #expect(file.reload() == true)
    try directory.put(Array("{\"title\": \"New\"}".utf8), "workshop.json")
    #expect(file.reload() == true)
    #expect(file.plan.title == "New" && file.problem == nil)
  }

  @Test func `a hand edit made meanwhile is not overwritten`() throws {
    let place = Place()
    let directory = try place.workshop()
    var file = try PlanFile(directory)
    var plan = file.plan
    plan.title = "Mine"
    try directory.put(Array("{\"title\": \"Theirs\"}".utf8), "workshop.json")
    #expect(throws: JournalError.planChanged(directory.plan)) { try file.save(plan) }
    #expect(file.reload() == true)
    #expect(file.plan.title == "Theirs")
    try file.save(plan)
    #expect(try PlanFile(directory).plan == plan)
    #expect(file.reload() == false, "our own writing is no news")
  }

  @Test func `a plan of a later version is read and never written`() throws {
    let place = Place()
    let directory = try place.workshop()
    try directory.put(Array("{\"v\": 2, \"title\": \"a\", \"mood\": 1}".utf8), "workshop.json")
    var file = try PlanFile(directory)
    #expect(file.isNewer && file.plan.title == "a")
    #expect(throws: JournalError.newerVersion(2)) { try file.save(Sample.plan) }
  }

  @Test func `a written plan is pleasant to edit and comes back equal`() throws {
    var plan = Sample.plan
    plan.title = Localized(texts: ["hu": "Műhely", "en": "A \"b\"\\\n\t\u{7}", "fr": "Atelier / x"])
    plan.people = [Person(id: "p", name: "Ána", organisation: "City", role: "builder")]
    let bytes = try #require(PlanText.bytes(of: plan))
    #expect(try PlanText.plan(from: bytes).plan == plan)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines[1] == "  \"v\": 1,")
    #expect(lines[2].hasPrefix("  \"title\": { \"en\": "))
    #expect(lines.contains { $0.contains("{ \"id\": \"p\", \"name\": \"Ána\", \"organisation\"") })
    #expect(lines.allSatisfy { $0.count <= 100 })
    #expect(PlanText.bytes(of: plan) == bytes)
  }

  @Test func `every prefix of a plan is refused or read, never crashed on`() throws {
    let bytes = try #require(PlanText.bytes(of: Sample.plan))
    for count in 0..<(bytes.count - 2) {
      #expect(throws: JournalError.self) { try PlanText.plan(from: Array(bytes.prefix(count))) }
    }
    for index in bytes.indices {
      var changed = bytes
      for byte in [0x00, 0x22, 0x5C, 0x7D, 0x2C, 0xFF] as [UInt8] {
        changed[index] = byte
        _ = try? PlanText.plan(from: changed)
      }
    }
  }
}
