import Assets
package import Languages
import Reporting
package import Shell
import Terminal
package import WorkshopCore
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
        .init("How", Games.facts(play.game, scene.language)),
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

/// A game's facts in words.
package enum Games {
  static func span(_ span: WarmUp.Span) -> String {
    span.minimum == span.maximum ? "\(span.minimum)" : "\(span.minimum)–\(span.maximum)"
  }

  package static func facts(_ game: WarmUp, _ language: Language) -> String {
    let marks = [
      language("\(span(game.minutes)) min"),
      language("\(span(game.people)) people"),
      game.standing ? language("standing") : language("seated"),
      game.touch ? language("touch: only for those who want") : nil,
    ]
    return marks.compactMap { $0 }.joined(separator: " · ")
  }

  /// How lively and how loud it is, for whom and when: words that the library is searched by.
  static func manner(_ game: WarmUp, _ scene: Scene) -> [String] {
    let energy: Phrase = game.energy < 2 ? "calm" : game.energy > 2 ? "lively" : "brisk"
    let noise: Phrase = game.noise < 2 ? "quiet" : game.noise > 2 ? "loud" : "chatty"
    let posture: Phrase? = game.standing && game.seated != nil ? "seated variant" : nil
    let touch: Phrase? = game.touch ? nil : "no touch"
    let moments = game.moments.compactMap { moment -> Phrase? in
      switch Gap.Occasion(rawValue: moment) {
      case .open: "to open the day"
      case .beforeIdeas: "before ideas"
      case .afterLunch: "after lunch"
      case .close: "to close the day"
      case nil: nil
      }
    }
    return ([energy, noise, posture, touch].compactMap { $0 } + moments).map { scene.say($0) }
  }

  /// What speaks against a game for so many people, in a word or two each; empty when nothing does.
  ///
  /// Public bodies ask for games without touch that have a seated variant.
  static func obstacles(_ game: WarmUp, here: Int?, _ scene: Scene) -> String {
    let isMisfit = here.map { $0 < game.people.minimum || game.people.maximum < $0 } ?? false
    let phrases: [Phrase?] = [
      game.touch ? "with touch" : nil,
      game.standing && game.seated == nil ? "no seated variant" : nil,
      isMisfit ? "for \(span(game.people)) people, here \(here ?? 0)" : nil,
    ]
    return phrases.compactMap { $0 }.map { scene.say($0) }.joined(separator: " · ")
  }
}
