import Workshop

extension Scene {
  /// Whether the stage shows a view of this name in place of the usual, in an activity of whatever kind.
  func shows(_ view: String) -> Bool {
    guard workshop.shown == nil, let current = workshop.current else { return false }
    return workshop.views[current]?.name == view
  }
}

extension Outcome {
  /// The stage shows a view in place of the activity's usual one, or goes back to that.
  static func toggling(_ view: String, notice: Phrase, _ scene: Scene) -> Outcome {
    guard let activity = scene.current else { return .refused("Nothing has begun: press n") }
    let isShown = scene.shows(view)
    var outcome = Outcome.event(
      .viewShown(activity: activity.id, view: isShown ? "" : view, step: 0),
      notice: isShown ? "The stage is back at the activity" : notice)
    if scene.workshop.shown != nil { outcome.events.append(.boardShown(board: nil)) }
    return outcome
  }
}
