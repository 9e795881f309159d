import Assets
import Terminal
import Testing
import WorkshopCore

@testable import Languages
@testable import Shell
@testable import Time

/// A warm-up's steps on the stage and at the desk, and the library to choose it from.
@Suite struct GameTests {
  private static let plan = Plan(
    title: "Open counters", people: (1...12).map { Person(id: "p\($0)", name: "Person \($0)") },
    boards: [Board(id: "parking", title: "Car park", sheet: "parking")],
    sessions: [
      Session(
        id: "day", title: "The day",
        activities: [
          Activity(
            id: "game", title: "Warm-up", kind: "warm-up", minutes: 5, board: "parking",
            warmUp: "boom")
        ])
    ])

  private func desk(_ language: String = "en", then labels: String...) -> Desk {
    var scene = Stage.scene(Self.plan, then: [.activityOpened(activity: "game", seconds: nil)])
    scene.language = Fixture.language(language)
    var desk = Desk(scene)
    for label in labels { desk.press(label) }
    return desk
  }

  private func shown(_ desk: Desk, _ columns: Int = 80, _ rows: Int = 24) -> [String] {
    JourneyScenes.lines(desk.scene, columns, rows).filter { !$0.isEmpty }
  }

  private func shows(_ text: String, _ desk: Desk, _ columns: Int = 80, _ rows: Int = 24) -> Bool {
    LetterHeight.shows(
      text, in: View.draw(desk.scene, size: Size(columns: columns, rows: rows)))
  }

  @Test func `before the first step the room sees what the game is and needs`() {
    let english = desk(then: "s")
    #expect(shows("Boom", english))
    #expect(shows("5–10 min · 8–20 people · standing", english))
    let hungarian = desk("hu", then: "s")
    #expect(shows("Bumm", hungarian, 60, 15))
    #expect(shows("5–10 perc · 8–20 fő · állva", hungarian, 60, 15))
  }

  @Test func `a step comes after those before it, and is counted`() {
    let desk = desk(then: "s", ".", ".")
    #expect(
      desk.events == [
        .viewShown(activity: "game", view: "steps/boom", step: 1),
        .viewShown(activity: "game", view: "steps/boom", step: 2),
      ])
    #expect(
      Array(shown(desk).dropFirst().prefix(2)) == [
        "    Boom                                                                 2/5",
        "    1   Stand in a circle. We count aloud, one number each, to the left.",
      ])
    #expect(shows("Every multiple of three is forbidden: say “boom” instead.", desk))
    #expect(
      shown(self.desk("fr", then: "s", ".", ".", ","), 60, 15).dropFirst() == [
        "    Boum                                             1/5",
        "    ▌   Formez un cercle. Comptons à voix haute, un",
        "    ▌   nombre par personne, vers la gauche.",
      ])
  }

  @Test(arguments: [(80, 24), (60, 15), (120, 40)])
  func `the current step is always whole, whatever the time takes`(columns: Int, rows: Int) {
    for game in Content.builtIn.warmUps {
      for language in Language.builtIn {
        var plan = Self.plan
        plan.sessions[0].activities[0].warmUp = game.id
        // The longest is the hardest to show.
        let words = Fixture.language(language)
        let longest = game.steps.enumerated().max {
          Text.width(words($0.element)) < Text.width(words($1.element))
        }
        if let (index, step) = longest.map({ ($0.offset, $0.element) }) {
          var scene = Stage.scene(
            plan, role: .stage,
            then: [
              .activityOpened(activity: "game", seconds: 300),
              .viewShown(activity: "game", view: "steps", step: index + 1),
            ])
          scene.language = words
          let bars = JourneyScenes.lines(scene, columns, rows).filter { $0.hasPrefix("    ▌") }
          let text = bars.map { $0.dropFirst(8) }.joined(separator: " ")
          let isSmall =
            text == scene.say(step).replacing("\u{A0}", with: " ") || text == scene.say(step)
          #expect(
            isSmall
              || LetterHeight.shows(
                scene.say(step),
                in: View.draw(scene, size: Size(columns: columns, rows: rows)))
          )
        }
      }
    }
  }

  @Test func `neither end is stepped over`() {
    var desk = desk()
    #expect(desk.press(",").notice == "The game has not begun yet")
    for _ in 1...5 { desk.press(".") }
    #expect(desk.press(".").notice == "That was the last step" && desk.events.count == 5)
  }

  @Test func `the desk has the step to say and the one after`() {
    let lines = shown(desk(then: "."), 120, 40)
    #expect(lines.contains { $0.contains("Step      1/5  Stand in a circle. We count aloud") })
    #expect(lines.contains { $0.contains("Then      Every multiple of three is forbidden") })
    var desk = desk()
    for _ in 1...5 { desk.press(".") }
    #expect(shown(desk).contains { $0.hasSuffix("Then      The game ends here") })
  }

  @Test func `how it goes seated stands over the step, and a seated game has no other way`() {
    let desk = desk(then: "s", ".", "v")
    #expect(desk.events.last == .viewShown(activity: "game", view: "seated/boom", step: 1))
    #expect(shows("Play it around the table.", desk))
    #expect(
      shown(desk).last == "    1   Stand in a circle. We count aloud, one number each, to the left."
    )
    var squiggle = Self.plan
    squiggle.sessions[0].activities[0].warmUp = "squiggle-birds"
    var other = Desk(
      Stage.scene(squiggle, then: [.activityOpened(activity: "game", seconds: nil)]))
    #expect(other.press("v").notice == "This game is played seated anyway")
  }

  @Test func `Enter takes a game for this warm-up, as one change that begins at its title`() {
    var desk = desk(then: ".", ".", "w")
    desk.type("simon")
    #expect(shown(desk).last?.hasPrefix(" Enter take it") == true)
    let before = desk.events.count
    desk.press("Enter")
    #expect(desk.events.count == before + 1 && desk.scene.focus.overlays.isEmpty)
    guard case .planChanged(let changes)? = desk.events.last else {
      Issue.record("\(desk.events)")
      return
    }
    #expect(
      changes == [
        .activitySet(activity: "game", field: "warmUp", value: "simon-says", base: "boom")
      ])
    desk.press("s")
    #expect(shows("Simon says", desk))
    desk = self.desk(then: ".", "w")
    desk.type("boom")
    let same = desk.events.count
    desk.press("Enter")
    #expect(
      desk.events.count == same && desk.scene.focus.overlays.isEmpty, "it is the game already")
  }

  @Test(arguments: [("en", "no touch"), ("fr", "sans contact"), ("hu", "érintés nélkül")])
  func `typing finds games without touch, in each language`(language: String, words: String) {
    #expect(Set(found(words, language)).symmetricDifference(all(language)) == knot(language))
  }

  @Test(arguments: [("en", "seated"), ("fr", "assis"), ("hu", "ulve")])
  func `typing finds what can be played seated`(language: String, word: String) {
    let games = Content.builtIn.warmUps.filter { !$0.standing || $0.seated != nil }
    #expect(Set(found(word, language)) == titles(games, language))
  }

  @Test(arguments: [("en", "calm after lunch"), ("fr", "calme apres"), ("hu", "nyugodt ebéd")])
  func `several words narrow further`(language: String, words: String) {
    let games = Content.builtIn.warmUps.filter {
      $0.energy == 1 && $0.moments.contains("after-lunch")
    }
    #expect(Set(found(words, language)) == titles(games, language))
  }

  @Test func `what does not suit so many people says so`() {
    var desk = desk(then: "w")
    desk.type("human map")
    #expect(!shown(desk).contains { $0.contains("Warning:") })
    desk.press("Ctrl-U")
    desk.type("touch only")
    #expect(shown(desk).contains("  Warning: with touch"))
    desk.press("Ctrl-U")
    desk.type("line")
    desk.press("Ctrl-U")
    desk.type("thirty")
    #expect(!shown(desk).contains { $0.contains("Warning:") })
  }

  private func found(_ words: String, _ language: String) -> [String] {
    var desk = desk(language, then: "w")
    desk.type(words)
    guard let library = desk.scene.focus.overlay as? Library else { return [] }
    return library.matches(desk.scene).map { desk.scene.say($0.title) }
  }

  private func titles(_ games: [WarmUp], _ language: String) -> Set<String> {
    Set(games.map { Fixture.language(language)($0.title) })
  }

  private func all(_ language: String) -> Set<String> {
    titles(Content.builtIn.warmUps, language)
  }

  private func knot(_ language: String) -> Set<String> {
    titles(Content.builtIn.warmUps.filter(\.touch), language)
  }
}
