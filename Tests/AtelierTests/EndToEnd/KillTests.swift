import Foundation
import Glibc
import Testing

extension EndToEnd {
  /// What was acknowledged outlives whatever happens to the process.
  @Suite struct KillTests {
    @Test func `two hundred kills in the middle of appending lose nothing acknowledged`() throws {
      let place = Folder()
      let workshop = try place.workshop()
      let lines = Data((1...4000).map { "Idea \($0) of one that will be killed\n" }.joined().utf8)
      var acknowledged: Set<String> = []
      var random = SystemRandomNumberGenerator()
      for _ in 0..<200 {
        let run = Folder()
        let child = try Child(
          Program.path, ["add", workshop, "--board", "ideas"], input: lines, in: run)
        usleep(UInt32.random(in: 25_000...60_000, using: &random))
        kill(child.id, SIGKILL)
        _ = child.end()
        // The last line may have been cut off in the middle of being printed.
        let told = run.text("out")
        let whole = told.hasSuffix("\n") ? told[...] : told.prefix { _ in false }
        let ids = told.split(separator: "\n").dropLast(whole.isEmpty ? 1 : 0)
        acknowledged.formUnion(ids.map(String.init))
      }
      #expect(acknowledged.count > 200, "the kills came before anything was written")
      let kept = Set(try State(workshop).cards.compactMap { $0["id"] as? String })
      #expect(acknowledged.subtracting(kept).isEmpty)
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
  }
}
