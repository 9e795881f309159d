import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Shell

/// What the room must not see never reaches a projected screen, whatever its size.
@Suite struct SecretTests {
  /// Numbers that nothing else on screen has: no time, no date, no count.
  private static let secrets = Fixture.Secrets(
    script: "Zquiet", totals: [7193, 6427, 5881, 4637])
  private static let draft = "Zdraft"
  private static let sizes = [(60, 15), (80, 24), (100, 30), (120, 40), (200, 60)].map {
    Size(columns: $0, rows: $1)
  }

  /// The room's screen: the projector's own, or the facilitator's terminal turned into one.
  private func stages(_ stop: Fixture.Stop) -> [Scene] {
    var stage = Fixture.scene(stop, .stage, secrets: Self.secrets)
    stage.focus.line = Line(Self.draft)
    stage.trouble = "Ztrouble"
    var single = Desk.scene(Fixture.scene(stop, secrets: Self.secrets), "s")
    single.focus.line = Line(Self.draft)
    single.trouble = "Ztrouble"
    return [stage, single]
  }

  @Test(arguments: Fixture.Stop.allCases)
  func `no script, no unfinished line and no trouble is on stage`(_ stop: Fixture.Stop) {
    for scene in stages(stop) {
      for size in Self.sizes {
        let text = View.draw(scene, size: size).text
        #expect(!text.contains(Self.secrets.script))
        #expect(!text.contains(Self.draft))
        #expect(!text.contains("Ztrouble"))
      }
    }
  }

  @Test(arguments: [Fixture.Stop.pollOpen, .pollClosed, .checkOut])
  func `no mark of a vote is on any screen before the result`(_ stop: Fixture.Stop) {
    let others = [Role.facilitator, .notes].map {
      Fixture.scene(stop, $0, secrets: Self.secrets)
    }
    for scene in stages(stop) + others {
      for size in Self.sizes {
        let text = View.draw(scene, size: size).text
        for total in Self.secrets.totals { #expect(!text.contains(String(total))) }
      }
    }
  }

  @Test(arguments: [Fixture.Stop.pollRevealed, .checkOutRevealed])
  func `the marks are on stage once revealed`(_ stop: Fixture.Stop) {
    for scene in stages(stop) {
      let text = View.draw(scene, size: Size(columns: 80, rows: 24)).text
      #expect(text.contains(String(Self.secrets.totals[0])))
    }
  }

  /// In a room with one screen the facilitator's terminal is the projector, and its keys still work.
  @Test(arguments: Fixture.Stop.allCases)
  func `no key brings a secret onto a screen that the room sees`(_ stop: Fixture.Stop) {
    let start = Desk.scene(Fixture.scene(stop, secrets: Self.secrets), "s")
    let isRevealed = stop == .pollRevealed || stop == .checkOutRevealed
    let hidden = [Self.secrets.script] + (isRevealed ? [] : Self.secrets.totals.map { "\($0)" })
    for key in Keymap.bindings(start).flatMap(\.keys) {
      let scene = Desk.scene(start, key.label)
      // What is revealed by a key is meant to be seen.
      guard scene.focus.isOnStage, !scene.workshop.polls.contains(where: \.isRevealed) else {
        continue
      }
      for size in Self.sizes {
        let text = View.draw(scene, size: size).text
        for secret in hidden { #expect(!text.contains(secret), "\(key.label)") }
      }
    }
  }

  @Test func `the stage answers a key that does nothing yet`() {
    for scene in [Fixture.scene(.talk, .stage), Desk.scene(Fixture.scene(.talk), "s")] {
      let text = View.draw(Desk.scene(scene, "q"), size: Size(columns: 80, rows: 24)).text
      #expect(text.contains("Press again to leave"))
    }
  }

  @Test func `the script is at the facilitator's desk`() {
    let scene = Fixture.scene(.plenary, secrets: Self.secrets)
    #expect(View.draw(scene, size: Size(columns: 80, rows: 24)).text.contains("Zquiet"))
  }
}
