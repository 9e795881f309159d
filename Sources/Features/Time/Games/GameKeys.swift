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
      Binding(.character("w"), do: Library.games, hint: "games"),
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
}
