import Foundation
import Testing
import WorkshopQueries

extension EndToEnd.Rooms {
  /// Texts that would steer a terminal, from every door to every sink.
  @Suite struct HostileTextTests {
    private let place = Folder()
    private let tmux = Tmux()

    /// What terminals have obeyed, each with a mark `PWN` that stays readable.
    private static let texts: [String] = [
      "\u{1B}]0;PWN title\u{7}", "\u{1B}]2;PWN title\u{1B}\\", "\u{1B}[2JPWN clear",
      "\u{1B}[HPWN home", "\u{1B}[31mPWN red", "\u{1B}[5mPWN blink", "\u{1B}[8mPWN hidden",
      "\u{1B}[?1049lPWN screen", "\u{1B}[?25lPWN cursor", "\u{1B}[?1000hPWN mouse",
      "\u{1B}[6nPWN report", "\u{1B}[cPWN attributes", "\u{1B}[21tPWN title report",
      "\u{1B}]52;c;UFdO\u{7}PWN clipboard", "\u{1B}]8;;http://x\u{1B}\\PWN link\u{1B}]8;;\u{1B}\\",
      "\u{1B}P$q\"p\u{1B}\\PWN dcs", "\u{1B}_PWN apc\u{1B}\\", "\u{1B}^PWN pm\u{1B}\\",
      "\u{1B}XPWN sos\u{1B}\\", "\u{1B}cPWN reset", "\u{1B}(0PWN charset", "\u{E}PWN shift out",
      "\u{9B}2JPWN c1 csi", "\u{9D}0;PWN c1 osc\u{9C}", "\u{90}PWN c1 dcs\u{9C}",
      "\u{8}\u{8}PWN back", "PWN\rreturn", "\u{7}PWN bell", "\u{7F}PWN delete",
      "\u{202E}PWN override", "\u{2066}PWN isolate\u{2069}", "PWN\u{200B}zero\u{200D}width\u{FEFF}",
      "PWN\u{E0041}\u{E0042}tags", "\u{1B}[3gPWN tabs", "\u{1B}[10;20rPWN margins",
      "\u{1B}]1337;File=:PWN\u{7}", "\u{1B}[20~PWN key", "PWN\u{C}form\u{B}feed",
      "\u{1B}[5iPWN print", "\u{1B}#8PWN align", "\u{1B}%@PWN coding", "PWN\u{0}nul",
      "PWN\u{85}next\u{2028}line", "PWN\ttab", "PWN\u{AD}soft\u{200F}mark",
    ]

    /// What may not stand in any output: controls, bidi, invisible and tag characters.
    private static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
        0xE0000...0xE0FFF:
        true
      default: false
      }
    }

    private func expectClean(
      _ text: String, _ what: String, at location: SourceLocation = #_sourceLocation
    ) {
      let bad = text.unicodeScalars.filter(Self.isHostile)
      #expect(bad.isEmpty, "\(what): \(bad.map(\.value))", sourceLocation: location)
    }

    @Test func `no text steers a terminal, wherever it comes from and goes to`() throws {
      let workshop = try place.workshop()
      let stage = try tmux.atelier("stage", "stage", workshop, size: (200, 60))
      let desk = try tmux.atelier("desk", "run", workshop, size: (120, 40))
      try desk.see("begin")
      try tmux.call("pipe-pane", "-t", "stage:", "-o", "cat > \(tmux.folder / "raw")")
      for _ in 0..<5 { try desk.press("n") }
      try stage.see("FOCUS   Ideas")
      let notes = try tmux.atelier("notes", "notes", workshop, size: (120, 40))
      try notes.see("0 cards")

      let added = try Program.run(
        "add", workshop, "--board", "ideas", "--author", "\u{1B}[7mPWN author",
        input: Data(Self.texts.joined(separator: "\n").utf8))
      #expect(added.code == 0)
      try stage.see("PWN")
      try writeByHand(in: workshop)
      // The projector has the newest large and counts the others.
      try wait("the card by hand") {
        try State(workshop).texts().contains { $0.contains("by hand") }
      }
      let pasted = Self.texts + ["PWN end\u{1B}[201~PWN outside"]
      try notes.paste(Data(pasted.joined(separator: "\n").utf8))
      try notes.press("Enter")
      try wait("the pasted cards") {
        try State(workshop).texts(on: "ideas").count >= 3 * Self.texts.count
      }
      try desk.press("Enter")
      try notes.press("Up")
      usleep(300_000)
      try lookEverywhere(workshop, [stage, desk, notes])
      let raw = tmux.folder.text("raw")
      #expect(raw.contains("PWN"))
      for text in Self.texts { #expect(!raw.contains(text), "\(text.debugDescription)") }
    }

    /// Lines of a journal that no program wrote: every text again, as JSON escapes.
    private func writeByHand(in workshop: String) throws {
      let lines = Self.texts.enumerated().map { index, text in
        let escaped = text.utf16.map { "\\u" + Self.hex(Int($0), 4) }.joined()
        let stamp = "01a20" + Self.hex(0x6F36A03 + index, 7)
        return """
          {"v":1,"id":"aaaaaaaaaaaa-\(index + 1)","t":"\(stamp)-0000",\
          "at":"2026-11-23T09:14:05+01:00","by":"\\u001b[1mPWN by",\
          "e":{"cardAdded":{"board":"ideas","text":"by hand \(escaped)"}}}\n
          """
      }
      place.put(
        lines.joined(separator: ""), "w/journal/20261123-eve-aaaaaaaaaaaa.jsonl")
    }

    private static func hex(_ number: Int, _ digits: Int) -> String {
      let text = String(number, radix: 16)
      return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    private func lookEverywhere(_ workshop: String, _ panes: [Pane]) throws {
      for role in ["facilitator", "stage", "notes"] {
        let run = try Program.run(
          "show", workshop, "--as", role, "--size", "200x150", "--board", "ideas")
        #expect(run.out.contains("PWN"))
        expectClean(run.out, "show as \(role)")
      }
      for words in [
        ["export", workshop, "--detail", "full"], ["export", workshop, "--format", "json"],
        ["status", workshop],
        ["export", workshop, "--format", "html", "--detail", "full"],
        ["export", workshop, "--public"],
        ["status", workshop, "--json"], ["check", workshop],
      ] {
        let run = try Program.run(Program.path, words)
        expectClean(run.out + run.err, words.joined(separator: " "))
        if words[0] != "check", words != ["status", workshop] {
          #expect(run.out.contains("PWN"), "\(words)")
        }
      }
      for pane in panes {
        pane.expectRunning()
        let painted = try tmux.call("capture-pane", "-pe", "-t", "\(pane.name):")
        // Colours and attributes, and tmux's own way to tell line drawing.
        let bare = painted.replacing(/\u{1B}\[[0-9;:]*m/, with: "")
          .replacing(/[\u{E}\u{F}]/, with: "")
        expectClean(bare, "the screen of \(pane.name)")
        #expect(bare.contains("PWN"))
        #expect(!painted.contains("\u{1B}[5m") && !painted.contains("\u{1B}[8m"))
        #expect(try !pane.value("pane_title").contains("PWN"))
        #expect(try pane.value("alternate_on") == "1")
        // The facilitator's desk asks for the mouse; no text does.
        #expect(try pane.value("mouse_any_flag") == (pane.name == "desk" ? "1" : "0"))
      }
    }
  }
}
