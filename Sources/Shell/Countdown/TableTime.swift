import Languages
import WorkshopCore

/// A table's own time, from the facilitator's panel or from the table itself.
extension Action {
  /// What a table's clock begins with: the time of the turn, or of the activity.
  package static func seconds(_ scene: Scene) -> Int {
    guard let activity = scene.current else { return 0 }
    return (scene.turn(of: activity)?.segment.minutes ?? activity.minutes) * 60
  }

  package static func toggle(_ table: String, _ scene: Scene) -> Outcome {
    guard let activity = scene.current?.id else { return .refused("Nothing has started") }
    switch scene.countdown(of: table)?.isRunning {
    case true: return .event(.countdownPaused(activity: activity, table: table))
    case false: return .event(.countdownResumed(activity: activity, table: table))
    case nil:
      return .event(.countdownStarted(activity: activity, seconds: seconds(scene), table: table))
    }
  }

  package static func extend(_ table: String, by seconds: Int, _ scene: Scene) -> Outcome {
    guard let activity = scene.current?.id else { return .refused("Nothing has started") }
    guard scene.countdown(of: table) != nil else {
      return .refused("This table has no timer of its own yet")
    }
    return .event(.countdownExtended(activity: activity, seconds: seconds, table: table))
  }
}
