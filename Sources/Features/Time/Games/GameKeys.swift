import Assets
import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// The keys of a warm-up: step by step, seated or not, another game.
enum GameKeys {
  static func bindings(_ scene: Scene, _ activity: Activity) -> [Binding] {
    let play = GamePlay(scene, activity)
    let none: Phrase? = play == nil ? "No game yet: w chooses one" : nil
    let seated: Phrase? =
      none ?? (play?.game.seated == nil ? "This game is played seated anyway" : nil)
    return [
      Binding(.character("."), do: .nextStep, hint: "step", unless: none),
      Binding(.character(","), do: .previousStep, unless: none),
      Binding(
        .character("v"), do: .seatedVariant, hint: play?.isSeated == true ? "standing" : "seated",
        unless: seated),
      Binding(.character("w"), do: .browseGames, hint: "games"),
    ]
  }
}

extension Action {
  static let nextStep = step("next-step", "Show the game's next step", by: 1)
  static let previousStep = step("previous-step", "Show the game's step before", by: -1)

  private static func step(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase, onStage: true) { scene in
      guard let activity = scene.current, let play = GamePlay(scene, activity) else {
        return .refused("No game yet: w chooses one")
      }
      let next = play.step + step
      guard (0...play.game.steps.count).contains(next) else {
        return .refused(step > 0 ? "That was the last step" : "The game has not begun yet")
      }
      return .event(play.event(step: next, isSeated: play.isSeated, in: activity))
    }
  }

  static let seatedVariant = Action(
    "seated-variant", "Show how it goes seated, or not", onStage: true
  ) { scene in
    guard let activity = scene.current, let play = GamePlay(scene, activity) else {
      return .refused("No game yet: w chooses one")
    }
    return .event(play.event(step: play.step, isSeated: !play.isSeated, in: activity))
  }

  /// The library, narrowed by typing whatever a game is: seated, calm, after lunch.
  static let browseGames = Action("browse-games", "Browse the warm-ups") { scene in
    let here = scene.session.flatMap { scene.workshop.headcount(at: $0) }
    let items = scene.content.warmUps.map { game in
      let manner = Games.manner(game, scene)
      let words = manner + [Games.facts(game, scene.language), scene.say(game.material)]
      let obstacles = Games.obstacles(game, here: here, scene)
      return Menu.Item(
        label: scene.say(game.title), detail: Games.facts(game, scene.language),
        isQuiet: !obstacles.isEmpty, words: words.joined(separator: " · "), staysOpen: true,
        footer: { scene in
          let mind = obstacles.isEmpty ? "" : scene.say("Mind: \(obstacles)")
          return [manner.joined(separator: " · "), mind].joined(separator: "\n")
        }
      ) { .open(page(game, $0), $0) }
    }
    let title: Phrase = here.map { "Warm-ups · \($0) people" } ?? "Warm-ups"
    return .open(Menu(title: title, items: items), scene)
  }

  /// How a game goes; a second Enter takes it for the warm-up that the room is at.
  private static func page(_ game: WarmUp, _ scene: Scene) -> Page {
    var rows = [
      Page.Row(term: scene.say("How"), text: Games.facts(game, scene.language)),
      Page.Row(text: Games.manner(game, scene).joined(separator: " · ")),
    ]
    let material = scene.say(game.material)
    if !material.isEmpty { rows.append(Page.Row(term: scene.say("Material"), text: material)) }
    rows.append(Page.Row(text: " "))
    rows += game.steps.enumerated().map { index, step in
      Page.Row(term: "\(index + 1)", text: scene.say(step))
    }
    if let seated = game.seated {
      rows.append(Page.Row(text: " "))
      rows.append(Page.Row(term: scene.say("Seated"), text: scene.say(seated)))
    }
    var page = Page(title: "\(game.title)", lines: rows)
    if let activity = scene.current, activity.kind == ActivityKind.warmUp.id,
      activity.warmUp != game.id
    {
      page.confirm = Page.Confirm(phrase: "Take it for this warm-up", hint: "take it") {
        take(game, $0)
      }
    }
    return page
  }

  /// Takes the page and the list beneath it away.
  private static func take(_ game: WarmUp, _ scene: Scene) -> Outcome {
    guard let activity = scene.current else { return .nothing }
    var outcome = Outcome.focus(of: scene) { $0.overlays.removeLast(min(2, $0.overlays.count)) }
    outcome.events = [
      .planChanged(changes: [scene.workshop.setting("warmUp", of: activity.id, to: game.id)])
    ]
    outcome.notice = "“\(game.title)” is the game now; u takes it back"
    return outcome
  }
}
