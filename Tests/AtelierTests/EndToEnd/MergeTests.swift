import Foundation
import Glibc
import Testing
import WorkshopQueries

extension EndToEnd.Runs {
  /// A programme between two sessions, on the command line: groups work in copies, the copies come
  /// together, and what changed is read.
  @Suite struct MergeCommandTests {
    private let place = Folder()
    private let workshop: String

    init() throws { workshop = try place.workshop("digital-builders") }

    private func copy(_ name: String) throws -> String {
      try FileManager.default.copyItem(atPath: workshop, toPath: place / name)
      return place / name
    }

    @Test func `copies come back with what was written in them, and a second time does nothing`()
      throws
    {
      let project = try Program.run("add", workshop, "--board", "projects", "Welcome desk")
      #expect(project.code == 0, "\(project)")
      let (a, b) = (try copy("a"), try copy("b"))
      let meeting = try Program.run(
        "add", a, "--board", "meetings", "--field", "date=14.11.2019", "--field", "Channel=video",
        "--field", "project=welcome", "--as", "Claire", "First call")
      #expect(meeting.code == 0, "\(meeting)")
      try Program.run("add", b, "--board", "Events", "--field", "kind=webinar", "--as", "Hugo", "W")
      let trial = try Program.run("merge", workshop, a, b, "--dry-run")
      #expect(trial.code == 0 && trial.out.contains("Entries that came in: 2 (Claire 1, Hugo 1)"))
      #expect(trial.out.hasSuffix("Nothing was written: --dry-run.\n"), "\(trial)")
      #expect(try State(workshop).texts(on: "meetings").isEmpty)
      let merged = try Program.run("merge", workshop, a, b)
      #expect(merged.code == 0 && merged.err.isEmpty, "\(merged)")
      #expect(merged.out.contains("New cards on Meetings: 1"), "\(merged)")
      #expect(merged.out.contains("New boards: Meetings, Events"))
      let card = try #require(
        try State(workshop).cards.first { $0["board"] as? String == "meetings" })
      let fields = card["fields"] as? [String: String]
      #expect(fields?["date"] == "2019-11-14" && fields?["channel"] == "video")
      #expect(fields?["project"] == project.out.trimmingCharacters(in: .whitespacesAndNewlines))
      let again = try Program.run("merge", workshop, a, b, b)
      #expect(again.out == "Nothing is new: everything was here already.\n", "\(again)")
    }

    @Test func `another plan and junk are told, nothing else is touched`() throws {
      try Program.run("add", workshop, "--board", "ideas", "one")
      let other = try copy("other")
      try Program.run("add", other, "--board", "ideas", "two")
      var plan = try String(contentsOfFile: other + "/workshop.json", encoding: .utf8)
      plan = plan.replacingOccurrences(of: "\"v\": 1,", with: "\"v\": 1, \"tables\": 7,")
      try plan.write(toFile: other + "/workshop.json", atomically: true, encoding: .utf8)
      symlink("/etc/passwd", other + "/journal/20261123-link-aaaaaaaaaaaa.jsonl")
      place.put("{\"broken\n", "other/journal/20261123-junk-aaaaaaaaaaaa.jsonl")
      place.put("{\"title\": 1}", "other/journal/\u{1b}[31mred.jsonl")
      let before = try Data(contentsOf: URL(fileURLWithPath: workshop + "/workshop.json"))
      let merged = try Program.run("merge", workshop, other)
      #expect(merged.code == 0, "\(merged)")
      #expect(merged.out.contains("Its plan says something else of tables"), "\(merged)")
      #expect(merged.out.contains("copy \(other)/workshop.json over \(workshop)/workshop.json"))
      #expect(merged.out.contains("is a link or not a file: ignored"))
      #expect(!merged.out.contains("root:") && !merged.out.contains("\u{1b}"))
      #expect(try Data(contentsOf: URL(fileURLWithPath: workshop + "/workshop.json")) == before)
      #expect(try State(workshop).texts(on: "ideas") == ["one", "two"])
    }

    @Test func `two texts typed apart are both kept, and said so`() throws {
      let card = try Program.run("add", workshop, "--board", "ideas", "one").out
        .trimmingCharacters(in: .whitespacesAndNewlines)
      let copies = [try copy("a"), try copy("b")]
      for (index, directory) in copies.enumerated() {
        let line = """
          {"v":1,"id":"hand\(index)-1","t":"01f000000\(index)00-0000","by":"h\(index)",\
          "e":{"fieldSet":{"card":"\(card)","field":"text","value":"text \(index)","over":"\(card)"}}}

          """
        try line.write(
          toFile: directory + "/journal/20261123-hand\(index)-aaaaaaaaaaaa.jsonl", atomically: true,
          encoding: .utf8)
      }
      let merged = try Program.run("merge", workshop, copies[0], copies[1])
      #expect(merged.out.contains("both texts kept: 1"), "\(merged)")
      let wall = try Program.run("show", workshop, "--board", "ideas")
      #expect(wall.out.contains("≠"), "\(wall.out)")
    }

    @Test func `usage, what is no copy, and a field that is none`() throws {
      #expect(try Program.run("merge", workshop).code == 2)
      #expect(
        try Program.run("merge", workshop, place.path).code == 1, "a folder of workshops is none")
      let itself = try Program.run("merge", workshop, workshop)
      #expect(itself.code == 0 && itself.out.contains("is the directory itself"))
      for field in ["date", "nothing=1", "date=soon", "channel=smoke", "project=none"] {
        let run = try Program.run(
          "add", workshop, "--board", "meetings", "--field", field, "text")
        #expect(run.code != 0 && run.err.hasPrefix("atelier: "), "\(field) \(run)")
      }
      #expect(try State(workshop).cards.isEmpty)
    }

    @Test func `status tells what changed since a date and since the last session`() throws {
      #expect(try Program.run("demo", "--finished", "--no-open", "--to", place / "demo").code == 0)
      let since = try Program.run("status", place / "demo", "--since", "2020-03-01")
      #expect(since.code == 0 && since.out.contains("Decided · 1"), "\(since)")
      #expect(since.out.contains("Lockdown") && !since.out.contains("First call"))
      let last = try Program.run("status", place / "demo", "--since", "last-session")
      #expect(last.out.hasPrefix("Since 2020-01-21 17:25"), "\(last)")
      #expect(last.out.contains("Decided · 5"))
      #expect(try Program.run("status", place / "demo", "--since", "soon").code == 2)
      #expect(try Program.run("status", workshop, "--since", "last-session").code == 1)
    }
  }
}
