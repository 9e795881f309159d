import Languages
package import WorkshopCore

// Looking is not moving: at a desk one walks the whole programme while the room stays where it is.

/// Where somebody else has just taken the room.
package struct RoomMove: Equatable, Sendable {
  package var by: String
  package var activity: ActivityID
  /// Milliseconds since 1970, by this terminal's clock.
  package var at: Int64

  package init(by: String, activity: ActivityID, at: Int64) {
    self.by = by
    self.activity = activity
    self.at = at
  }
}

extension Scene {
  /// The activity whose line was chosen while the room is at another one, or at none yet.
  package var lookedAt: Activity? {
    guard role == .facilitator, focus.agendaLine != workshop.current else { return nil }
    return workshop.plan.activity(focus.agendaLine)
  }

  /// The same where there is something to see of it: the room was there.
  package var lookedBackAt: Activity? {
    lookedAt.flatMap { workshop.openings[$0.id] == nil ? nil : $0 }
  }

  /// What this desk would see if the room were at an activity.
  package func looking(at activity: ActivityID) -> Scene {
    var scene = self
    scene.workshop = workshop.at(activity)
    return scene
  }

  /// What lies over the view sees the activity that it was opened at.
  package var seen: Scene {
    guard let activity = lookedFrom else { return self }
    return looking(at: activity)
  }

  /// The activity that the open overlays were opened at, where that is not the room's.
  private var lookedFrom: ActivityID? {
    guard focus.overlay != nil, focus.lookedFrom != workshop.current else { return nil }
    return focus.lookedFrom
  }

  /// Whether what is done here is about another activity than the room's.
  var isLookingOver: Bool { lookedFrom != nil }
}

extension Outcome {
  /// The same from whoever only looks: what the room would see of it is refused.
  func onlyLooking(_ scene: Scene) -> Outcome {
    let moves = events.contains { event in
      if case .activityOpened = event { return false }
      return event.movesRoom || event.turnsClock
    }
    guard moves else { return self }
    return .refused(
      scene.current.map { "You are only looking. Everyone is at \($0.title)" }
        ?? "You are only looking. Nothing has started")
  }
}

extension Action {
  /// The same, of an activity that is looked back at: it shows what it would there, and writes nothing.
  package func looking(at activity: ActivityID) -> Action {
    Action(id, phrase, onStage: worksOnStage, isReading: isReading, hinted: hintPlace) { scene in
      var outcome = decide(scene.looking(at: activity))
      guard outcome.events.isEmpty else { return .refused(Binding.onlyLooking) }
      if outcome.focus?.overlays.isEmpty == false { outcome.focus?.lookedFrom = activity }
      return outcome
    }
  }
}

extension Binding {
  /// The same key for whoever looks back at an activity: what only shows does so, the rest waits.
  package func looking(at activity: ActivityID) -> Binding {
    var binding = self
    binding.action = action.looking(at: activity)
    if !action.isReading, binding.disabled == nil { binding.disabled = Self.onlyLooking }
    return binding
  }

  fileprivate static let onlyLooking: Phrase =
    "You are only looking. Esc: back to where everyone is"
}
