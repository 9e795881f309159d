import Workshop

/// How many people have come, while a session begins.
enum Arrivals {
  /// `18/31` at the first item of a session, while it is a time to arrive or once somebody was checked
  /// in; empty at any other, where it would only take room.
  static func text(_ scene: Scene, _ activity: Activity) -> String {
    guard let session = scene.workshop.plan.session(of: activity.id),
      session.activities.first?.id == activity.id, !scene.workshop.people.isEmpty
    else { return "" }
    let here = scene.workshop.presentCount(at: session.id)
    guard here > 0 || activity.kind == ActivityKind.rest.id else { return "" }
    return "\(here)/\(scene.workshop.people.count)"
  }
}
