import Languages
package import Shell
package import Terminal
import WorkshopCore
import WorkshopQueries

/// The figures at the desk: the whole programme or one session, to read and to show to the room.
package struct FiguresPanel: Overlay {
  private var place = FiguresView.Place()

  package static let open = Action("figures", "The figures: people, services, evaluation, time") {
    scene in
    var panel = FiguresPanel()
    // What the room sees is gone on with.
    if FiguresView.isShown(scene), let current = scene.workshop.current {
      panel.place = FiguresView.Place(step: scene.workshop.views[current]?.step ?? 0)
    }
    return .open(panel, scene)
  }

  package func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(
        .right, .tab, .character("l"),
        do: Self.turn("next-figures", "The next session's figures", by: 1),
        hint: "next session"),
      Binding(
        .left, .backTab, .character("h"),
        do: Self.turn("previous-figures", "The session before, or the programme", by: -1)),
      Binding(
        .character("p"), do: Self.show, hint: FiguresView.isShown(scene) ? "take off" : "show",
        unless: scene.current == nil ? "Nothing has started: press n" : nil),
      Binding(
        .down, .character("j"), do: Self.scroll("scroll-down", "Down", by: 1), hint: "down"),
      Binding(.up, .character("k"), do: Self.scroll("scroll-up", "Up", by: -1)),
      Binding(
        .pageDown, .character(" "), do: Self.scroll("page-down", "A page down", by: 12)),
      Binding(.pageUp, do: Self.scroll("page-up", "A page up", by: -12)),
      Binding(.escape, .character("q"), do: .leave, hint: "close"),
      Binding(.character("?"), .function(1), do: .help, hint: "help"),
    ]
  }

  private static func turn(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard let panel = scene.focus.overlay as? FiguresPanel else { return .nothing }
      let count = scene.workshop.plan.sessions.count + 1
      return go(to: FiguresView.Place(column: (panel.place.column + step + count) % count), scene)
    }
  }

  private static func scroll(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard let panel = scene.focus.overlay as? FiguresPanel else { return .nothing }
      let indicators = Indicators(of: scene.workshop, now: scene.now)
      let last = FiguresView.count(panel.place, indicators, scene) - 1
      var place = panel.place
      place.line = max(0, min(place.line + step, last))
      return go(to: place, scene)
    }
  }

  /// The stage follows while it shows the figures.
  private static func go(to place: FiguresView.Place, _ scene: Scene) -> Outcome {
    guard var panel = scene.focus.overlay as? FiguresPanel else { return .nothing }
    guard place != panel.place else { return .nothing }
    panel.place = place
    var outcome = Outcome.replace(panel, scene)
    if FiguresView.isShown(scene), let activity = scene.current {
      outcome.events = [
        .viewShown(activity: activity.id, view: FiguresView.name, step: place.step)
      ]
    }
    return outcome
  }

  private static let show = Action(
    "show-figures", "Show the figures on the projector, or take them off"
  ) {
    scene in
    guard let panel = scene.focus.overlay as? FiguresPanel, let activity = scene.current else {
      return .refused("Nothing has started: press n")
    }
    var outcome = Outcome.toggling(
      FiguresView.name, notice: "The projector shows these figures", scene)
    guard !FiguresView.isShown(scene) else { return outcome }
    outcome.events[0] = .viewShown(
      activity: activity.id, view: FiguresView.name, step: panel.place.step)
    return outcome
  }

  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let indicators = Indicators(of: scene.workshop, now: scene.now)
    let title = FiguresView.title(place, indicators, scene)
    let mark = FiguresView.isShown(scene) ? " · " + scene.say("on screen") : ""
    let inner = Panel.draw(title + mark, into: &frame, in: rect)
    tabs(indicators, scene, into: &frame, in: rect)
    FiguresView.draw(place, indicators, scene, into: &frame, in: inner)
  }

  /// Which of the programme and its sessions one is at: a dot each.
  private func tabs(
    _ indicators: Indicators, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    let text = "◂ \(place.column + 1)/\(indicators.sessions.count + 1) ▸"
    frame.put(
      text, x: rect.maxX - Text.width(text) - 2, y: rect.y + 1, style: .quiet)
  }
}
