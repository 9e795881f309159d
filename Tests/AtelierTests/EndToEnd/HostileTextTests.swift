import Foundation
import Testing

extension EndToEnd {
  /// Texts that would steer a terminal, if any of them reached one.
  @Suite struct HostileTextTests {
    private static let texts: [String] = [
      "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{7}", "\u{1B}]52;c;ZXZpbA==\u{7}",
      "\u{1B}[2J\u{1B}[H",
      "\u{1B}[?1049l", "\u{1B}[?1003h", "\u{1B}[6n", "\u{1B}[c", "\u{1B}P+q544e\u{1B}\\",
      "\u{1B}_G\u{1B}\\",
      "\u{1B}^x\u{1B}\\", "\u{1B}c", "\u{1B}(0", "\u{1B}#8", "\u{1B}[5i", "\u{1B}[21t", "\u{1B}%@",
      "\u{9B}31m", "\u{9D}0;x\u{9C}", "\u{90}x\u{9C}", "\u{85}", "bell\u{7}", "back\u{8}\u{8}space",
      "car\rriage", "tab\tbed", "v\u{B}t", "f\u{C}f", "nul\u{0}l", "del\u{7F}", "\u{E}shift\u{F}",
      "\u{202E}evol", "\u{2066}iso\u{2069}", "zero\u{200B}width", "\u{200F}mark",
      "tag\u{E0041}\u{E0042}",
      "\u{2028}line", "soft\u{AD}hyphen", "\u{FEFF}bom",
      "za\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}lgo",
    ]

    /// Scalars that may reach a terminal only from the program itself.
    private static func steering(_ text: String) -> [Unicode.Scalar] {
      text.unicodeScalars.filter { scalar in
        let value = scalar.value
        return (value < 0x20 && value != 0x0A) || (0x7F...0x9F).contains(value)
          || (0x200B...0x200F).contains(value) || (0x2028...0x202E).contains(value)
          || (0x2066...0x2069).contains(value) || (0xE0000...0xE007F).contains(value)
          || value == 0xFEFF
      }
    }

    @Test func `no text reaches a screen, a report or the state as it would steer a terminal`()
      throws
    {
      #expect(Self.texts.count >= 33)
      let place = Folder()
      let workshop = try place.workshop()
      // Somebody may write a journal by hand: without a check sum, and with escapes that JSON allows.
      let cards: [[String: [String: Any]]] = Self.texts.map { text in
        ["cardAdded": ["board": "ideas", "text": "x\(text)y", "fields": ["zone": text]]]
      }
      let lines = try ([["activityOpened": ["activity": "ideas"]]] + cards).enumerated().map {
        index, event in
        let json = String(
          decoding: try JSONSerialization.data(withJSONObject: event), as: UTF8.self)
        let stamp = "01a206f3" + String(format: "%04x", index) + "-0000"
        return "{\"v\":1,\"id\":\"handhandhand-\(index + 1)\",\"t\":\"\(stamp)\",\"at\":\"\","
          + "\"by\":\"\\u001b[1mme\",\"e\":\(json)}\n"
      }
      try FileManager.default.createDirectory(
        atPath: workshop + "/journal", withIntermediateDirectories: true)
      try Data(lines.joined().utf8).write(
        to: URL(fileURLWithPath: workshop + "/journal/20261123-hand-handhandhand.jsonl"))
      try Program.run(
        "add", workshop, "--board", "ideas", input: Data(Self.texts.joined(separator: "\n").utf8))
      #expect(try State(workshop).cards.count > 60)
      for role in ["facilitator", "stage", "notes"] {
        let shown = try Program.run(
          "show", workshop, "--as", role, "--size", "200x90", "--board", "ideas")
        #expect(shown.code == 0 && shown.out.contains("x"), "\(role): \(shown.code) \(shown.err)")
        #expect(Self.steering(shown.out).isEmpty)
      }
      for command in [["export"], ["export", "--format", "json"], ["status"], ["check"]] {
        let words = [command[0], workshop] + command.dropFirst()
        let run = try Program.run(Program.path, Array(words))
        #expect(Self.steering(run.out + run.err).isEmpty, "\(words)")
      }
    }
  }
}
