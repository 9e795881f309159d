import Assets
import Report
import Terminal
import Workshop

extension ActivityKind {
  /// A game from the library: how it goes, on the stage.
  static let warmUp = ActivityKind(
    id: "warm-up", name: "Warm-up", hasBigTime: true,
    stage: { scene, activity, frame, rect in
      guard let game = scene.content.warmUp(activity.warmUp) else {
        let points = activity.points.map { scene.say($0) }
        Stage.draw(scene, heading: scene.headline(activity), points: points, into: &frame, in: rect)
        return
      }
      Stage.draw(
        scene, heading: scene.say(game.title), points: game.steps.map { scene.say($0) },
        into: &frame, in: rect)
    },
    desk: { scene, activity in
      guard let game = scene.content.warmUp(activity.warmUp) else { return [] }
      return [
        .init("Game", scene.say(game.title)), .init("How", Games.facts(game, scene.language)),
        .init("Seated", scene.say(game.seated)), .init("Material", scene.say(game.material)),
      ]
    },
    bindings: { _, _ in [Binding(.character("w"), do: .browseGames, hint: "games")] },
    guide: { _, _ in "Enjoy the game; what comes up now goes to this board" },
    report: { scene, activity in
      guard let game = scene.content.warmUp(activity.warmUp) else { return [] }
      return [.paragraph(scene.say("Game: \(game.title)"))]
    })
}

extension Action {
  /// The library, to read; each game opens as a page.
  static let browseGames = Action("browse-games", "Browse the warm-ups") { scene in
    let items = scene.content.warmUps.map { game in
      Menu.Item(label: scene.say(game.title), detail: Games.facts(game, scene.language)) { scene in
        var rows = game.steps.enumerated().map { index, step in
          Page.Row(term: "\(index + 1)", text: scene.say(step))
        }
        if let seated = game.seated {
          rows.append(Page.Row(term: scene.say("Seated"), text: scene.say(seated)))
        }
        return .open(.page(Page(title: "\(game.title)", lines: rows)), scene)
      }
    }
    return .open(.menu(Menu(title: "Warm-ups", items: items)), scene)
  }
}

/// A game's facts in one line.
enum Games {
  static func span(_ span: WarmUp.Span) -> String {
    span.minimum == span.maximum ? "\(span.minimum)" : "\(span.minimum)–\(span.maximum)"
  }

  static func facts(_ game: WarmUp, _ language: Language) -> String {
    let marks = [
      language("\(span(game.minutes)) min"),
      language("\(span(game.people)) people"),
      game.standing ? language("standing") : language("seated"),
      game.touch ? language("touch: only for those who want") : nil,
    ]
    return marks.compactMap { $0 }.joined(separator: " · ")
  }
}
