import Foundation
import Glibc
import Testing
import WorkshopQueries

extension EndToEnd.Runs {
  /// What was acknowledged is on the disk, whenever the program dies.
  @Suite struct KillTests {
    @Test func `two hundred kills in the middle of appending lose nothing acknowledged`() throws {
      var interrupted = 0
      var acknowledged = 0
      // Ten workshops, so that reading what earlier runs wrote does not take most of the time.
      for _ in 0..<10 {
        let place = Folder()
        let workshop = try place.workshop()
        var promised: [String: String] = [:]
        for round in 0..<5 {
          for promise in try Self.killFour(workshop, round: round) {
            interrupted += promise.isEmpty ? 0 : 1
            acknowledged += promise.count
            promised.merge(promise) { $1 }
          }
        }
        var found: [String: String] = [:]
        for card in try State(workshop).cards {
          if let id = card["id"] as? String { found[id] = card["text"] as? String }
        }
        for (id, text) in promised where found[id] != text {
          Issue.record("\(id) “\(text)” became \(found[id] ?? "nothing")")
        }
      }
      #expect(interrupted > 150, "most kills must fall in the middle of writing")
      #expect(acknowledged > 2_000)
    }

    @Test func `writers at the same time do not lose each other's cards`() throws {
      let place = Folder()
      let workshop = try place.workshop()
      let children = try (1...8).map { writer in
        try Child(
          Program.path, ["add", workshop, "--board", "ideas"],
          input: Data((1...100).map { "Writer \(writer) line \($0)\n" }.joined().utf8), in: Folder()
        )
      }
      #expect(children.allSatisfy { $0.end() == 0 })
      let texts = try State(workshop).texts()
      #expect(texts.count == 800 && Set(texts).count == 800)
    }

    /// Four processes write at once and are killed at random moments; what each had acknowledged.
    private static func killFour(_ workshop: String, round: Int) throws -> [[String: String]] {
      let folders = (0..<4).map { _ in Folder() }
      let lines = (0..<4).map { writer in (1...5_000).map { "line \(round) \(writer) \($0)" } }
      let children = try zip(folders, lines).map { folder, lines in
        try Child(
          Program.path, ["add", workshop, "--board", "ideas"],
          input: Data(lines.joined(separator: "\n").utf8), in: folder)
      }
      let start = Date()
      // Until all write, or the machine is too busy for it.
      while folders.contains(where: { $0.text("out").isEmpty }),
        Date().timeIntervalSince(start) < 2
      {
        usleep(5_000)
      }
      for child in children.shuffled() {
        usleep(.random(in: 0...30_000))
        kill(child.id, SIGKILL)
      }
      for child in children { #expect(child.end() == -SIGKILL) }
      return zip(folders, lines).map { folder, lines in
        // An id that has no line end was not yet told.
        let ids = folder.text("out").split(separator: "\n", omittingEmptySubsequences: false)
          .dropLast().map(String.init)
        return Dictionary(uniqueKeysWithValues: zip(ids, lines))
      }
    }
  }
}
