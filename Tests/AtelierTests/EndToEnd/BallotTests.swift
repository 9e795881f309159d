import Foundation
import Glibc
import Testing
import WorkshopQueries

extension EndToEnd.Rooms {
  /// Votes at many terminals, and at one that goes round.
  @Suite struct BallotTests {
    private let place = Folder()
    private let tmux = Tmux()
    private let workshop: String
    private static let ideas = ["Benches", "Ramps", "Lamps", "Kiosks"]

    init() throws {
      workshop = try place.workshop()
      for idea in Self.ideas { try Program.run("add", workshop, "--board", "ideas", idea) }
    }

    /// A facilitator at the vote, which is open.
    private func vote() throws -> Pane {
      let desk = try tmux.atelier("desk", "run", workshop, "--as", "flora")
      try desk.see("begin")
      let activities = try #require(
        (try State(workshop).document["sessions"] as? [[String: Any]])?
          .first?["activities"] as? [[String: Any]])
      let steps = try #require(activities.firstIndex { $0["id"] as? String == "vote" })
      for _ in 0...steps { try desk.press("n") }
      try desk.see("open vote")
      try desk.press("d", "Enter")
      try desk.see("close vote")
      return desk
    }

    /// Codes of slips, as they are printed.
    private func slips(_ count: Int) throws -> [String] {
      let run = try Program.run("ballots", workshop, "--print", "\(count)")
      #expect(run.code == 0, "\(run.err)")
      return run.out.matches(of: /[0-9a-z]{5}-[0-9a-z]{5}/).map { String($0.output) }
    }

    /// Every file of the workshop whose name fits, as one text.
    private func files(_ fits: (String) -> Bool) throws -> String {
      let names = try FileManager.default.subpathsOfDirectory(atPath: workshop).filter(fits)
      return names.map { name in
        String(
          decoding: FileManager.default.contents(atPath: workshop + "/" + name) ?? Data(),
          as: UTF8.self)
      }.joined(separator: "\n")
    }

    /// The idea that stands first on a ballot: each has an order of its own.
    private func first(on pane: Pane) throws -> String {
      let screen = try pane.screen
      let places = Self.ideas.compactMap { idea in
        screen.range(of: idea).map { (idea, $0.lowerBound) }
      }
      return try #require(places.min { $0.1 < $1.1 }).0
    }

    private func keys(_ pane: Pane, _ keys: [String]) throws {
      try Program.run(
        "/usr/bin/tmux",
        [
          "-u", "-L", "atelier-test", "-f", tmux.folder / "conf", "send-keys", "-t",
          pane.name + ":",
        ]
          + keys, environment: ["TMUX_TMPDIR": tmux.folder.path])
    }

    @Test func `slips give codes that no file knows, and a second print adds to them`() throws {
      let (one, two) = (try slips(3), try slips(2))
      #expect(one.count == 3 && two.count == 2 && Set(one + two).count == 5)
      let all = try files { _ in true }
      for code in one + two {
        #expect(!all.contains(code) && !all.contains(code.replacing("-", with: "")))
      }
      #expect(try Program.run("ballots", workshop).out.contains("Slips printed: 5"))
      for wrong in ["0", "x", "1001"] {
        #expect(try Program.run("ballots", workshop, "--print", wrong).code == 2)
      }
      #expect(try Program.run("ballot", workshop, "--token", "k7f3m-2q9x4").code == 1)
      #expect(try Program.run("ballot", workshop, "--token", "short").code == 2)
    }

    @Test(arguments: ["> /dev/full", ">&-", "-o /nonexistent/slips.txt"])
    func `codes are valid only once they are written`(_ place: String) throws {
      let command = "exec \(Program.path) ballots \(workshop) --print 3 \(place)"
      let run = try Program.run("/bin/sh", ["-c", command])
      #expect(run.code == 1 && run.out.isEmpty, "\(run)")
      #expect(try Program.run("ballots", workshop).out.contains("Slips printed: 0"))
      #expect(try slips(2).count == 2)
    }

    @Test func `an invented ballot is never counted, and check names it`() throws {
      let codes = try slips(2)
      let desk = try vote()
      let pane = try tmux.atelier("one", "ballot", workshop, "--token", codes[0], size: (60, 15))
      try pane.see("dots left")
      try keys(pane, ["1", "Enter", "Enter"])
      try pane.see("Its receipt")
      let polls = try #require(try State(workshop).document["polls"] as? [[String: Any]])
      let poll = try #require(polls.first?["id"] as? String)
      let options = try #require(polls.first?["options"] as? [[String: String]])
      let option = try #require(options.first?["id"])
      let now = String(Int64(Date().timeIntervalSince1970 * 1000), radix: 16)
      let stamp = String(repeating: "0", count: 12 - now.count) + now + "-0000"
      let lines = ["slip-0123456789abcdef0123", "screen-1"].enumerated().map { index, voter in
        """
        {"v":1,"id":"eveeveeveeve-\(index + 1)","t":"\(stamp)","at":"","by":"ballot",\
        "e":{"ballotCast":{"poll":"\(poll)","voter":"\(voter)","marks":{"\(option)":1},"way":"terminal"}}}
        """
      }
      let file = workshop + "/journal/20261128-eve-eveeveeveeve.jsonl"
      _ = FileManager.default.createFile(
        atPath: file, contents: Data((lines.joined(separator: "\n") + "\n").utf8),
        attributes: [.posixPermissions: 0o600])
      try desk.see("voters: 1", "Ballots without a printed slip: 2")
      let check = try Program.run("check", workshop)
      #expect(check.code == 1 && check.out.contains("without a printed slip, not counted: 2"))
      // Another terminal with the same code: the first is told.
      let two = try tmux.atelier("two", "ballot", workshop, "--token", codes[0], size: (60, 15))
      try two.see("Your ballot is counted")
      try keys(two, ["Enter"])
      try two.see("●")
      try keys(two, ["Enter", "Enter"])
      try pane.see("Your ballot was replaced")
      #expect(
        try Program.run("check", workshop).out.contains("changed after they were submitted: 1"))
    }

    @Test func `no draft in the workshop tells of a ballot terminal`() throws {
      let codes = try slips(1)
      _ = try vote()
      let pane = try tmux.atelier("one", "ballot", workshop, "--token", codes[0], size: (60, 15))
      try pane.see("dots left")
      try keys(pane, ["1"])
      try pane.see("●")
      usleep(1_500_000)
      let drafts = try files { $0.hasPrefix("drafts/") }
      #expect(!drafts.contains("\"role\":\"ballot\"") && !drafts.contains("marks"))
    }

    @Test
    func `forty terminals vote at once, three are killed, and every screen has the same tally`()
      throws
    {
      let codes = try slips(40)
      let desk = try vote()
      let stage = try tmux.atelier("stage", "stage", workshop)
      let panes = try codes.enumerated().map { index, code in
        try tmux.atelier("b\(index)", "ballot", workshop, "--token", code, size: (60, 15))
      }
      var dots: [String: Int] = [:]
      var ideas: [String] = []
      for pane in panes {
        try pane.see("dots left")
        ideas.append(try first(on: pane))
      }
      for pane in panes { try keys(pane, ["1"]) }
      // Three die between marking and giving.
      for pane in panes.prefix(3) {
        try pane.see("●")
        kill(try pane.process, SIGKILL)
      }
      for pane in panes.dropFirst(3) { try keys(pane, ["Enter", "Enter"]) }
      for (pane, idea) in zip(panes, ideas).dropFirst(3) {
        try pane.see("Your ballot is counted")
        dots[idea, default: 0] += 1
      }
      // One of the three comes back with the same code, and finds its marks.
      let back = try tmux.atelier("back", "ballot", workshop, "--token", codes[0], size: (60, 15))
      try back.see("Your choices are back", "●")
      try keys(back, ["Enter", "Enter"])
      try back.see("Your ballot is counted")
      dots[ideas[0], default: 0] += 1
      // What is derived knows how many voted, not what.
      let derived = try files { $0 == "session.json" || $0 == "minutes.md" }
      #expect(!derived.contains("\"marks\""))
      try stage.see("38")
      try desk.press("c", "c")
      try back.see("The vote is closed")
      // Whoever marks now is late: told so, listed, not counted.
      try keys(back, ["Enter"])
      try back.see("The vote is closed")
      try desk.press("v")
      try back.see("The result is known")
      let tally = dots
      func tells(_ screen: String) -> Bool {
        tally.allSatisfy { idea, count in
          screen.split(separator: "\n").contains { row in
            row.contains(idea) && row.split(separator: " ").last == "\(count)"
          }
        }
      }
      func shows(_ screen: String) -> Bool {
        tally.allSatisfy { idea, count in
          LetterHeight.shows(idea, in: screen) && LetterHeight.shows("\(count)", in: screen)
        }
      }
      try stage.until("the tally \(tally)", shows)
      // The facilitator reads the same numbers, and so does whoever prints the screen.
      try desk.press("Y")
      try desk.until("the tally \(tally)", tells)
      let shown = try Program.run("show", workshop, "--as", "stage", "--size", "100x30").out
      #expect(shows(shown), "\(shown)")
      let report = try Program.run("export", workshop, "--detail", "full").out
      for (idea, count) in tally {
        #expect(
          report.split(separator: "\n").contains { $0.contains(idea) && $0.contains("\(count)") },
          "\(report)")
      }
    }

    @Test func `a vote that closes while somebody marks counts without them, and lists them`()
      throws
    {
      let desk = try vote()
      let one = try tmux.atelier("one", "ballot", workshop, size: (60, 15))
      let two = try tmux.atelier("two", "ballot", workshop, size: (60, 15))
      for pane in [one, two] { try pane.see("dots left") }
      try keys(one, ["1", "Enter", "Enter"])
      try one.see("Your ballot is counted")
      try keys(two, ["1"])
      try two.see("●")
      try desk.press("c", "c")
      try two.see("too late to count")
      try keys(two, ["Enter", "Enter"])
      try two.see("Your ballot came too late", "listed as late")
      try desk.see("1 late")
    }

    @Test func `a pile of paper is typed again at another terminal after the first was killed`()
      throws
    {
      let desk = try vote()
      try desk.press("p")
      for (number, line) in ["1", "2"].enumerated() {
        try desk.see("Ballot \(number + 1)")
        try desk.enter(line)
      }
      try desk.see("2 entered here")
      kill(try desk.process, SIGKILL)
      let notes = try tmux.atelier("notes", "notes", workshop, "--as", "louis")
      try notes.see("Dot vote")
      try notes.press("F5", "F2")
      try notes.see("typed twice: 0 of 2", "flora")
      try notes.enter("3")
      try notes.see("Ballot 1 differs")
      try notes.enter("1")
      try notes.see("typed twice: 1 of 2")
      try notes.enter("2")
      try notes.see("All 2 ballots were typed twice and match; corrected: 0")
      let again = try tmux.atelier("again", "run", workshop, "--as", "flora")
      try again.see("voters: 2", "typed twice: 2 of 2")
    }

    @Test func `the keyboard that goes round leaves nothing on the screen or behind it`() throws {
      let first = try tmux.atelier("first", "status", workshop)
      _ = try first.end()
      try tmux.call("set", "-g", "history-limit", "2000")
      let desk = try vote()
      try desk.press("w", "Enter")
      try desk.see("from hand to hand")
      for person in 1...2 {
        try desk.press("Enter")
        try desk.see("dots left")
        try desk.press("1")
        try desk.see("●")
        try desk.press("Enter")
        try desk.see("before you submit it")
        try desk.press("Enter")
        try desk.see("Its receipt")
        try desk.press("Enter")
        try desk.see("Voted at this keyboard: \(person)")
        let all = try tmux.call("capture-pane", "-p", "-S", "-", "-t", "desk:")
        #expect(!all.contains("●") && !Self.ideas.contains { all.contains($0) }, "\(all)")
      }
      try desk.press("Escape")
      try desk.see("close vote")
      try desk.press("C-c", "C-c")
      _ = try desk.end()
      let all = try tmux.call("capture-pane", "-p", "-S", "-", "-t", "desk:")
      #expect(!all.contains("●") && !all.contains("dots left"), "\(all)")
    }
  }
}
