import Foundation
import Journaling
import Testing
import WorkshopCore

@testable import Shell
@testable import atelier

/// When what is typed, and what is derived, goes to the disk: by the scene's clock, on a real directory.
@Suite struct KeepingTests {
  private static let plan = Plan(
    title: "Trial", boards: [Board(id: "ideas", title: "Ideas")],
    sessions: [
      Session(
        id: "day", title: "Day",
        activities: [Activity(id: "one", title: "One", kind: "board", minutes: 10, board: "ideas")])
    ])

  private func inWorkshop(_ body: (Directory, String) throws -> Void) throws {
    let place = Folder()
    try Directory.create(at: place / "w", plan: Self.plan)
    try body(Directory(place / "w"), place / "w")
  }

  /// Waits until a file holds a text, at most five seconds.
  private func holds(_ file: String, _ text: String) -> Bool {
    for _ in 0..<100 {
      if (try? String(contentsOfFile: file, encoding: .utf8))?.contains(text) == true {
        return true
      }
      usleep(50_000)
    }
    return false
  }

  @Test func `derived files are written once nothing has happened for a second`() throws {
    try inWorkshop { directory, path in
      let state = path + "/session.json"
      var files = DerivedFiles(try Derived(directory))
      var scene = Stage.scene(Self.plan)
      files.write(scene)
      #expect(holds(state, "Trial"), "what may have happened before this terminal began")
      let now = scene.now
      scene = scene.trying(.cardAdded(board: "ideas", text: "Benches", fields: nil))
      files.note(now.milliseconds)
      scene.now = now.at(now.milliseconds + 999)
      files.write(scene)
      usleep(300_000)
      #expect(try !String(contentsOfFile: state, encoding: .utf8).contains("Benches"))
      scene.now = now.at(now.milliseconds + 1000)
      files.write(scene)
      // What took long to compose, on a busy machine, is not composed again at once.
      for _ in 0..<500 where files.isWaiting {
        usleep(10_000)
        files.write(scene)
      }
      #expect(holds(state, "Benches"))
      files.close(scene)
    }
  }

  @Test func `files derived in a room that is never quiet are eight seconds old at most`() throws {
    try inWorkshop { directory, path in
      let state = path + "/session.json"
      var files = DerivedFiles(try Derived(directory))
      var scene = Stage.scene(Self.plan)
      files.write(scene)
      #expect(holds(state, "Trial"))
      let now = scene.now
      for step in 0...20 {
        if step == 18 {
          scene = scene.trying(.cardAdded(board: "ideas", text: "Benches", fields: nil))
        }
        scene.now = now.at(now.milliseconds + Int64(step) * 450)
        files.note(scene.now.milliseconds)
        files.write(scene)
      }
      // What took long to compose, on a busy machine, is not composed again at once.
      for _ in 0..<500 where files.isWaiting {
        usleep(10_000)
        files.write(scene)
      }
      #expect(holds(state, "Benches"))
      files.close(scene)
    }
  }

  @Test func `whoever has sent a line writes no longer, at once and for everybody`() throws {
    try inWorkshop { directory, _ in
      var drafts = TypedDrafts(try Drafts(directory, writer: "draftwriter1", by: "Ana"))
      let others = TypedDrafts(try Drafts(directory, writer: "deskwriter01", by: "Flora"))
      var scene = Stage.scene(Self.plan, role: .notes)
      let now = scene.now
      func isWriting() -> Bool {
        others.present(now: scene.now.milliseconds)?.contains { $0.by == "Ana" && $0.isTyping }
          ?? false
      }
      scene.focus.line = Line("Benches")
      drafts.keepNow(scene)
      try wait("her mark") { isWriting() }
      scene.focus.line = Line()
      scene.now = now.at(now.milliseconds + 50)
      drafts.keepNow(scene)
      try wait("no mark") { !isWriting() }
      #expect(drafts.due(scene) == nil)
    }
  }

  @Test func `what was typed since the last writing is due within a second of it`() throws {
    try inWorkshop { directory, _ in
      var drafts = TypedDrafts(try Drafts(directory, writer: "draftwriter1", by: "Flora"))
      var scene = Desk.scene(
        Stage.scene(Self.plan, then: [.activityOpened(activity: "one", seconds: nil)]), "a")
      let now = scene.now
      var desk = Desk(scene)
      desk.type("B")
      scene = desk.scene
      #expect(drafts.due(scene) == 0)
      drafts.keepNow(scene)
      #expect(drafts.due(scene) == nil)
      desk.type("e")
      scene = desk.scene
      scene.now = now.at(now.milliseconds + 400)
      drafts.keepNow(scene)
      #expect(drafts.due(scene) == 600)
      drafts.close()
    }
  }

  @Test func `a draft is kept at its first key, and then at most once a second`() throws {
    try inWorkshop { directory, path in
      var scene = Stage.scene(Self.plan, role: .notes)
      let now = scene.now
      func kept(_ keys: [(text: String, after: Int64)]) throws -> Set<String> {
        var drafts = TypedDrafts(try Drafts(directory, writer: "draftwriter1", by: "Ana"))
        for (text, after) in keys {
          scene.focus.line = Line(text)
          scene.now = now.at(now.milliseconds + after)
          drafts.keepNow(scene)
        }
        drafts.close()
        let folder = URL(fileURLWithPath: path).appending(path: "drafts")
        let files = try FileManager.default.contentsOfDirectory(
          at: folder, includingPropertiesForKeys: nil)
        let texts = files.map { (try? String(contentsOf: $0, encoding: .utf8)) ?? "" }.joined()
        return Set(keys.map(\.text).filter { texts.contains("\"\($0)\"") })
      }
      let often = try kept([("one", 0), ("one two", 400)])
      let seldom = try kept([("three", 0), ("three four", 1000)])
      #expect(often == ["one"] && seldom == ["three four"])
    }
  }
}
