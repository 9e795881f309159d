import Foundation
import Testing

extension EndToEnd.Runs {
  /// The rehearsal on a real screen, and without one.
  @Suite struct RehearsalRunTests {
    /// Every path below a directory, with its size and when it was changed.
    private static func listing(_ root: String) throws -> [String] {
      try FileManager.default.subpathsOfDirectory(atPath: root).sorted().map { path in
        let facts = try FileManager.default.attributesOfItem(atPath: root + "/" + path)
        let changed = facts[.modificationDate] as? Date
        return "\(path) \(facts[.size] ?? "") \(changed?.timeIntervalSince1970 ?? 0)"
      }
    }

    @Test func `a rehearsal of a half day ends in its findings, and leaves the workshop alone`()
      throws
    {
      let place = Folder()
      let workshop = try place.workshop("half-day", title: "Trial")
      let before = try Self.listing(workshop)
      let spare = place / "tmp"
      try FileManager.default.createDirectory(
        atPath: spare, withIntermediateDirectories: true)
      let tmux = Tmux()
      let screen = try tmux.atelier(
        "screen", "rehearse", workshop, "--speed", "1200", environment: ["TMPDIR": spare])
      try screen.see("Rehearsal: Trial")
      try screen.press("Space")
      try screen.see("is stopped")
      try screen.press("Space")
      try screen.lose("is stopped")
      try screen.see("Rehearsal finished", "without a break")
      try screen.press("Escape")
      try screen.see("Rehearsal: Trial", "Buffer")
      try screen.press("q", "q")
      #expect(try screen.end() == 0)
      try screen.see("it may be deleted")
      #expect(try Self.listing(workshop) == before)
      let made = try FileManager.default.contentsOfDirectory(atPath: spare)
      #expect(made.count == 1 && made[0].hasPrefix("atelier-rehearsal-"))
      let copy = try State(spare + "/" + (made.first ?? ""))
      #expect(copy.texts(on: "ideas").count >= 15)
      #expect(try Program.run("check", spare + "/" + (made.first ?? "")).code == 0)
    }

    @Test func `without a screen nothing is made at all`() throws {
      let place = Folder()
      let workshop = try place.workshop("express-90")
      let before = try Self.listing(place.path)
      for subject in [workshop, "express-90"] {
        let run = try Program.run(
          "rehearse", subject, "--headless", "--language", "fr",
          environment: ["TMPDIR": place.path])
        #expect(run.code == 0 && run.err.isEmpty, "\(run)")
        #expect(run.out.contains("Répétition terminée"), "\(run.out)")
      }
      #expect(try Self.listing(place.path) == before)
    }

    private static let mistakes: [([String], Int32)] = [
      (["rehearse"], 2), (["rehearse", "half-day", "--speed", "0"], 2),
      (["rehearse", "half-day", "--seed", "x"], 2), (["rehearse", "no-such-plan"], 1),
      (["rehearse", "half-day"], 1),
    ]

    @Test(arguments: mistakes)
    func `what cannot be rehearsed is said, and leaves nothing behind`(
      words: [String], code: Int32
    ) throws {
      let place = Folder()
      let run = try Program.run(Program.path, words, environment: ["TMPDIR": place.path])
      #expect(run.code == code && run.err.hasPrefix("atelier: "), "\(run)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: place.path).isEmpty)
    }
  }
}
