import Foundation
import Glibc
import Testing

extension EndToEnd.Runs {
  /// However the program ends, the terminal is as it was.
  @Suite struct TerminalRestoredTests {
    private let place = Folder()
    private let tmux = Tmux()
    private let workshop: String

    init() throws { workshop = try place.workshop() }

    /// A script that runs the program between two looks at the terminal's settings.
    private func open(_ terminal: String = "screen-256color", noColour: Bool = false) throws -> Pane
    {
      let script = """
        cd \(place.path); stty -a >before
        sh -c 'echo $$ >id; exec \(Program.path) run \(workshop)'
        echo code $?; stty -a >after; echo over
        sleep 600
        """
      let extra = noColour ? ["NO_COLOR": "1"] : [:]
      let pane = try tmux.open(
        "shell", ["sh", "-c", script],
        environment: extra.merging(["TERM": terminal]) { $1 })
      return pane
    }

    private func compare(_ pane: Pane, code: Int) throws {
      try pane.see("code \(code)", "over")
      #expect(place.text("before") == place.text("after") && !place.text("before").isEmpty)
      #expect(try pane.value("cursor_flag") == "1")
      #expect(try pane.value("alternate_on") == "0")
    }

    @Test func `q twice gives the terminal back`() throws {
      let pane = try open()
      try pane.see("Trial", "begin")
      #expect(try pane.value("alternate_on") == "1")
      try pane.press("q")
      try pane.see("Press again to leave")
      try pane.press("q")
      try compare(pane, code: 0)
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `a signal gives the terminal back`(signal: Int32) throws {
      let pane = try open()
      try pane.see("Trial", "begin")
      kill(try #require(pid_t(place.text("id").trimmingCharacters(in: .newlines))), signal)
      try compare(pane, code: 0)
    }

    @Test func `Ctrl-Z gives the terminal back for a while`() throws {
      let pane = try tmux.open("job", ["bash", "--norc", "--noprofile", "-i"])
      try pane.enter("cd \(place.path); PS1='ready> '; stty -a >before; clear")
      try pane.see("ready>")
      try pane.enter("\(Program.path) notes w")
      try pane.see("has not begun")
      try pane.type("kept")
      try pane.press("C-z")
      try pane.see("Stopped")
      #expect(try pane.value("cursor_flag") == "1")
      #expect(try pane.value("alternate_on") == "0")
      try pane.enter("stty -a >after; echo ov''er")
      try pane.see("over")
      #expect(place.text("before") == place.text("after"))
      try pane.enter("fg")
      try pane.see("has not begun", "kept")
      #expect(try pane.value("alternate_on") == "1")
      try pane.press("C-q", "C-q")
      try pane.see("ready>")
      try pane.enter("stty -a >end; echo le''ft")
      try pane.see("left")
      #expect(place.text("before") == place.text("end"))
    }

    @Test func `a window that shrinks to nothing and grows again is drawn again`() throws {
      let pane = try tmux.atelier("desk", "run", workshop)
      try pane.see("Trial", "begin")
      let before = try pane.screen
      for (columns, rows) in [(1, 1), (7, 3), (59, 14), (2, 40), (200, 2)] {
        try pane.resize(columns, rows)
        usleep(100_000)
      }
      try pane.resize(40, 10)
      try pane.see("This window is 40x10")
      try pane.resize(100, 30)
      try pane.until("the same screen") { screen in
        Self.withoutClock(screen) == Self.withoutClock(before)
      }
      try pane.press("q", "q")
      #expect(try pane.end() == 0)
    }

    /// Digits change with the time.
    private static func withoutClock(_ screen: String) -> String { screen.filter { !$0.isNumber } }

    @Test(arguments: ["vt100", "linux", "screen-256color", "xterm-256color"], [false, true])
    func `every terminal starts and is left`(terminal: String, noColour: Bool) throws {
      let pane = try open(terminal, noColour: noColour)
      try pane.see("Trial", "begin")
      if noColour {
        let painted = try pane.tmux.call("capture-pane", "-pe", "-t", "shell:")
        #expect(!painted.contains("[38;") && !painted.contains("[48;"))
      }
      try pane.press("q", "q")
      try compare(pane, code: 0)
    }

    @Test func `a dumb terminal is told in lines, and left as it was`() throws {
      let pane = try open("dumb")
      try pane.see("help lists the words")
      try pane.type("quit")
      try pane.press("Enter")
      try pane.see("Press again")
      try pane.type("quit")
      try pane.press("Enter")
      try compare(pane, code: 0)
    }

    @Test func `a terminal that is not described here is taken for its nearest`() throws {
      let pane = try open("xterm-nobody-knows")
      try pane.see("?")
      try pane.press("q", "q")
      try pane.see("used as xterm")
      try compare(pane, code: 0)
    }

    @Test func `no terminal is refused in plain words`() throws {
      let run = try Program.run("run", workshop)
      #expect(run.code == 1 && run.err.contains("needs a terminal"), "\(run)")
    }
  }
}
