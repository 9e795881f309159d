import Foundation
import Glibc
import Testing

extension EndToEnd.Runs {
  /// What the program takes of a machine, in counts that are the same on a quick one and on a slow one.
  @Suite struct BudgetTests {
    private let place = Folder()
    private let tmux = Tmux()

    private static let strace = "/usr/bin/strace"

    @Test func `the linked program asks for no ICU and for no whole Foundation`() throws {
      let needed = try Program.run("/usr/bin/readelf", ["-d", Program.path])
      #expect(needed.code == 0, "\(needed.err)")
      for library in ["ICU", "Internationalization", "libFoundation.so"] {
        #expect(!needed.out.contains(library), "\(needed.out)")
      }
      // Linked into one file it would stand there under its own names.
      let symbols = try Program.run("/usr/bin/readelf", ["-sW", Program.path])
      #expect(symbols.code == 0 && !symbols.out.contains("ucol_open"))
    }

    @Test func `a desk at rest takes little memory, and asks little of the kernel`() throws {
      let workshop = try place.workshop("half-day")
      // Many note-takers were here: each left a journal.
      for number in 0..<20 {
        try Program.run("add", workshop, "--board", "ideas", "Idea \(number)")
      }
      let desk = try tmux.atelier("desk", "run", workshop)
      try desk.see("begin")
      let process = try desk.process
      // What the start brings is over.
      sleep(4)
      let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
      let resident = status.firstMatch(of: /VmRSS:\s+([0-9]+) kB/).flatMap { Int($0.1) } ?? .max
      #expect(resident < 64_000, "kilobytes")
      guard access(Self.strace, X_OK) == 0 else { return }
      let trace = place / "trace"
      let child = try Child(
        "/usr/bin/timeout", ["-s", "INT", "5", Self.strace, "-f", "-p", "\(process)", "-o", trace],
        in: Folder())
      _ = child.end()
      let lines = place.text("trace").split(separator: "\n")
      let calls = lines.count { $0.contains("(") }
      let opened = lines.count { $0.contains("openat(") && $0.contains(".jsonl") }
      #expect(calls < 500, "in five seconds, with twenty journals")
      #expect(opened == 0, "no journal is opened that has not grown")
      kill(process, SIGTERM)
      #expect(try desk.end() == 0)
    }
  }
}
