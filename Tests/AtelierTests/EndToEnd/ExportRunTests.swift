import Foundation
import Glibc
import Testing
import WorkshopQueries

extension EndToEnd.Runs {
  /// `export` and `import` as scripts use them.
  @Suite struct ExportRunTests {
    private let place = Folder()
    private let demo: String

    init() throws {
      demo = place / "demo"
      #expect(try Program.run("demo", "--finished", "--no-open", "--to", demo).code == 0)
    }

    @Test func `what export writes as JSON, import reads back into a workshop of its own`() throws {
      try Program.run("export", demo, "--format", "json", "-o", place / "a.json")
      let run = try Program.run("import", place / "back", place / "a.json")
      #expect(run.code == 0 && run.out.contains("E-mail"), "\(run)")
      try Program.run("export", place / "back", "--format", "json", "-o", place / "b.json")
      #expect(place.text("a.json").count > 100_000)
      // The countdown says of which moment it is true.
      let states = ["a.json", "b.json"].map {
        place.text($0).split(separator: "\n").filter { !$0.contains("\"at\" : ") }
      }
      #expect(states[0] == states[1])
      #expect(try Program.run("check", place / "back").code == 0)
      let again = try Program.run("import", place / "back", place / "a.json")
      #expect(again.code == 1 && again.err.contains("already holds a workshop"), "\(again)")
    }

    @Test func `a state without its plan, a broken file and a trap for decoders are refused`()
      throws
    {
      place.put(try Program.run("status", demo, "--json").out, "state.json")
      place.put("{\"version\": 1,", "broken.json")
      place.put(String(repeating: "[", count: 5_000), "deep.json")
      for (file, reason) in [("state", "plan"), ("broken", "line 1"), ("deep", "line 1")] {
        let run = try Program.run("import", place / "no", place / "\(file).json")
        #expect(run.code == 1 && run.err.contains(reason), "\(run)")
        #expect(!FileManager.default.fileExists(atPath: place / "no"))
      }
    }

    @Test func `on a terminal that has links, addresses and written files are links`() throws {
      func run(_ words: String, _ terminal: String) throws -> String {
        let line = ["'" + Program.path + "'", words].joined(separator: " ")
        return try Program.run(
          "/usr/bin/script", ["-qec", line, "/dev/null"], environment: ["TERM": terminal]
        ).out
      }
      let export = ["export", demo, "-o", place / "a b.md"].map { "'\($0)'" }
        .joined(separator: " ")
      #expect(try run(export, "foot").contains("/a%20b.md\u{1B}\\Written: "))
      let unlinked = try run(export, "xterm")
      #expect(unlinked.hasSuffix("Written: \(place / "a b.md")\r\n"), "\(unlinked)")
      #expect(!unlinked.contains("]8;"))
      let show = "content show methods/five-whys"
      let linked = try run(show, "foot")
      #expect(
        linked.contains("\u{1B}]8;;https://atlassian.com/hu/team-playbook/plays/5-whys\u{1B}\\"))
      let plain = try Program.run("content", "show", "methods/five-whys").out
      #expect(
        linked.replacing(/\u{1B}]8;;[^\u{1B}]*\u{1B}\\/, with: "").replacing("\r\n", with: "\n")
          == plain)
      #expect(plain.contains("https://atlassian.com/hu/team-playbook/plays/5-whys"))
    }

    @Test func `lists go into a folder, one list to standard output`() throws {
      let run = try Program.run("export", demo, "--format", "csv", "-o", place / "lists")
      #expect(run.code == 0 && run.out.isEmpty, "\(run)")
      let names = try FileManager.default.contentsOfDirectory(atPath: place / "lists")
      #expect(Set(["people.csv", "cards.csv", "ballots.csv", "agenda.csv"]).isSubset(of: names))
      let list = try Program.run("export", demo, "--format", "csv", "--list", "people")
      #expect(list.out == place.text("lists/people.csv") && list.out.contains("Name,"))
    }

    @Test func `kpi prints the figures of the programme, null where there is no data, no name`()
      throws
    {
      let run = try Program.run("kpi", demo)
      #expect(run.code == 0 && run.out.contains("75, planned 32"), "\(run)")
      let json = try Program.run("kpi", demo, "--json").out
      #expect(json.contains("\"value\" : null") && !json.contains("Keller"))
      let none = try Program.run("kpi", demo, "--session", "no such day")
      #expect(none.code == 1 && none.err.contains("day-1"), "\(none)")
    }

    @Test func `a file that cannot be written leaves the old one, and says what and where`() throws
    {
      place.put("old", "report.md")
      chmod(place.path, 0o500)
      defer { chmod(place.path, 0o700) }
      let run = try Program.run("export", demo, "-o", "/nonexistent/report.md")
      #expect(run.code == 1 && run.err.contains("/nonexistent/report.md"), "\(run)")
      let full = try Program.run("export", demo, "-o", "/dev/full")
      #expect(full.code == 1 && full.err.contains("/dev/full"), "\(full)")
      #expect(place.text("report.md") == "old")
    }

    @Test func `a link leads to the file it names, and nothing is left beside it`() throws {
      place.put("old", "real.md")
      try FileManager.default.createSymbolicLink(
        atPath: place / "link.md", withDestinationPath: "real.md")
      #expect(try Program.run("export", demo, "-o", place / "link.md").code == 0)
      #expect(place.text("real.md").hasPrefix("# "))
      let type = try FileManager.default.attributesOfItem(atPath: place / "link.md")[.type]
      #expect(type as? FileAttributeType == .typeSymbolicLink)
      let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
      #expect(!names.contains { $0.hasSuffix(".tmp") })
    }

    @Test func `a hand-over file for each project, as pages`() throws {
      let run = try Program.run(
        "export", demo, "--project", "all", "--format", "html", "-o", place / "projects")
      #expect(run.code == 0, "\(run)")
      let names = try FileManager.default.contentsOfDirectory(atPath: place / "projects").sorted()
      #expect(names.count == 5 && names[1] == "project-2-training-for-staff.html")
      #expect(place.text("projects/" + names[1]).contains("<h1>Training for staff</h1>"))
    }
  }
}
