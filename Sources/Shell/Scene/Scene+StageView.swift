package import Languages
package import WorkshopCore

extension Scene {
  /// The stage's view of an activity: its name, empty for the usual one, and its step.
  package func view(of activity: Activity) -> (name: String, step: Int) {
    workshop.views[activity.id].map { ($0.name, $0.step) } ?? ("", 0)
  }

  /// Whether the stage shows a view of this name in place of the usual, in an activity of whatever kind.
  package func shows(_ view: String) -> Bool {
    workshop.shown == nil && workshop.views[workshop.current ?? Self.arrival]?.name == view
  }

  /// Takes a board or a card off the stage that would hide what comes now.
  package var leavingBoard: [Event] {
    workshop.shown == nil && workshop.spotlit == nil ? [] : [.boardShown(board: nil)]
  }

  /// What a view is shown in while people come in and nothing has begun.
  static let arrival: ActivityID = ""
}

extension Outcome {
  /// The stage shows a view in place of the activity's usual one, or goes back to that.
  ///
  /// - Parameter early: whether it can be shown before anything has begun.
  package static func toggling(
    _ view: String, notice: Phrase, _ scene: Scene, early: Bool = false
  ) -> Outcome {
    guard let activity = scene.workshop.current ?? (early ? Scene.arrival : nil) else {
      return .refused("Nothing has started: press n")
    }
    let isShown = scene.shows(view)
    var outcome = Outcome.event(
      .viewShown(activity: activity, view: isShown ? "" : view, step: 0),
      notice: isShown ? "The projector is back at the activity" : notice)
    outcome.events += scene.leavingBoard
    return outcome
  }
}
