import Shell
import WorkshopCore

/// Tells when a terminal rings: once when a time is up, and when a round goes on by itself.
struct Bell {
  private var before: (activity: ActivityID, turn: Turn.Place?, left: Int)?

  /// Takes note of the time left, and says whether the bell is to be heard now.
  mutating func rings(_ scene: Scene) -> Bool {
    defer { before = reading(scene) }
    guard scene.role != .notes, scene.workshop.isOn(.bell), let before,
      let now = reading(scene), now.activity == before.activity
    else { return false }
    if now.turn != before.turn { return before.left <= 1 && now.left > 0 }
    return before.left > 0 && now.left <= 0
  }

  private func reading(_ scene: Scene) -> (activity: ActivityID, turn: Turn.Place?, left: Int)? {
    guard let activity = scene.workshop.current, let countdown = scene.countdown,
      countdown.isRunning
    else { return nil }
    return (activity, scene.workshop.turns[activity], countdown.secondsLeft(at: scene.now))
  }
}
