import Assets
import Languages
import Reporting
package import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

extension ActivityKind {
  /// A game from the library: on the stage one step at a time, read aloud from the desk.
  package static let warmUp = ActivityKind(
    id: "warm-up", name: "Warm-up", traits: .game, hasBigTime: true,
    rehearsal: RehearsalTraits(lines: .oneTable),
    planning: PlanningTraits(
      "A game that wakes people and makes them known", minutes: 10, energy: 3),
    stage: { scene, activity, frame, rect in
      guard let play = GamePlay(scene, activity) else {
        let points = activity.points.map { scene.say($0) }
        Stage.draw(scene, heading: scene.headline(activity), points: points, into: &frame, in: rect)
        return
      }
      GameView.draw(scene, play, into: &frame, in: rect)
    },
    desk: GameDesk.rows,
    bindings: { scene, activity in GameKeys.bindings(scene, activity) },
    guide: { _, _ in "Enjoy the game; what comes up now goes to this board" },
    report: { scene, activity in
      guard let game = scene.content.warmUp(activity.warmUp) else { return [] }
      return [.paragraph(scene.say("Game: \(game.title)"))]
    })
}

/// How far the game of an activity has come on the stage.
///
/// The view's name holds the game too, so that a game taken in another's place begins at its title, and
/// undoing the change is back where the other one was.
struct GamePlay: Equatable {
  let game: WarmUp
  /// The step that is shown, from 1; 0 before the first: what the game is and needs.
  let step: Int
  /// The variant for a seated room stands above the steps.
  let isSeated: Bool

  init?(_ scene: Scene, _ activity: Activity) {
    guard let game = scene.content.warmUp(activity.warmUp) else { return nil }
    self.game = game
    let view = scene.workshop.views[activity.id]
    let parts = (view?.name ?? "").split(separator: "/", maxSplits: 1).map(String.init)
    let isOurs = parts.count < 2 || parts[1] == game.id
    step = isOurs ? min(view?.step ?? 0, game.steps.count) : 0
    isSeated = isOurs && parts.first == Self.seated && game.seated != nil
  }

  private static let steps = "steps"
  private static let seated = "seated"

  /// The event that shows another step, or the other variant.
  func event(step: Int, isSeated: Bool, in activity: Activity) -> Event {
    .viewShown(
      activity: activity.id, view: "\(isSeated ? Self.seated : Self.steps)/\(game.id)", step: step)
  }

  var current: Localized? { step > 0 ? game.steps[step - 1] : nil }
  var next: Localized? { step < game.steps.count ? game.steps[step] : nil }
  /// `2/5`, nothing before the first step.
  var count: String { step > 0 ? "\(step)/\(game.steps.count)" : "" }
}

/// What the facilitator reads of a game beneath the time: the step to say aloud, and the one after.
private enum GameDesk {
  static func rows(_ scene: Scene, _ activity: Activity) -> [DeskRow] {
    guard let play = GamePlay(scene, activity) else {
      return [.init("Game", scene.say("none yet: w chooses one"), style: .accent)]
    }
    let seated = DeskRow(
      "Seated", scene.say(play.game.seated), style: play.isSeated ? .accent : .plain)
    guard let current = play.current else {
      return [
        .init("Game", scene.say(play.game.title)),
        .init("How", LibraryWords.facts(play.game, scene.language).joined(separator: " · ")),
        .init("Material", scene.say(play.game.material)), .init("Then", scene.say(play.next)),
        seated,
      ]
    }
    return [
      .init("Game", scene.say(play.game.title)),
      .init("Step", "\(play.count)  \(scene.say(current))", style: .strong),
      .init("Then", play.next.map { scene.say($0) } ?? scene.say("The game ends here")), seated,
      .init("Material", scene.say(play.game.material)),
    ]
  }
}
