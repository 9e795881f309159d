import Languages
package import Shell
package import WorkshopCore

/// How many people have come, while a session begins.
package enum Arrivals {
  /// `18 of 31` at the first item of a session, while it is a time to arrive or once somebody was checked
  /// in; empty at any other, where it would only take room.
  package static func text(_ scene: Scene, _ activity: Activity) -> String {
    guard let session = scene.workshop.plan.session(of: activity.id),
      scene.isArriving, !scene.workshop.people.isEmpty
    else { return "" }
    let here = scene.workshop.presentCount(at: session.id)
    guard here > 0 || scene.kind(of: activity).traits.contains(.rest) else { return "" }
    return scene.say("\(here) of \(scene.workshop.people.count)")
  }
}

extension Scene {
  /// Nothing has started, or the first item of a session: the time at which people come.
  package var isArriving: Bool {
    guard let current = workshop.current else { return true }
    return workshop.plan.session(of: current)?.activities.first?.id == current
  }

  /// The session that people come to: today's, else the one whose agenda is on screen.
  var arrivingSession: Session? {
    let plan = workshop.plan
    let today = plan.sessions.filter { $0.date == now.date }
    let running = plan.session(of: workshop.current)
    if let running, today.contains(running) { return running }
    return today.first ?? plan.session(of: focus.agendaLine) ?? session
  }
}
