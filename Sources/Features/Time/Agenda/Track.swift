import Languages
package import Shell
package import Terminal
import WorkshopCore

/// The three phases of a session as a track: how much of each is behind, where the room is.
package enum Track {
  /// Draws from x on; returns the column after.
  @discardableResult
  package static func draw(_ scene: Scene, into frame: inout Frame, x: Int, y: Int, width: Int)
    -> Int
  {
    guard let session = scene.session else { return x }
    let index = session.activities.firstIndex { $0.id == scene.workshop.current }
    let names = Phase.allCases.map { scene.say($0.name).uppercased() }
    let words = names.reduce(0) { $0 + Text.width($1) }
    let minutes = minutes(session.activities, before: index ?? 0)
    let total = minutes.values.reduce(0) { $0 + $1.planned }
    // Between the words: a space before each bar, three between phases.
    let room = width - words - 3 - 6
    guard total > 0, room >= 6 else { return x }
    var lengths = Phase.allCases.map { max(2, room * (minutes[$0]?.planned ?? 0) / total) }
    // What a short phase takes beyond its share, the longest gives.
    let over = max(0, lengths.reduce(0, +) - room)
    if let longest = lengths.indices.max(by: { lengths[$0] < lengths[$1] }) {
      lengths[longest] -= over
    }
    var x = x
    for ((phase, name), length) in zip(zip(Phase.allCases, names), lengths) {
      let (planned, done) = minutes[phase] ?? (0, 0)
      let isNow = index.map { session.activities[$0].phase == phase } ?? false
      let gone = planned > 0 ? min(length, length * done / planned) : 0
      x = frame.put(name, x: x, y: y, style: isNow ? Style(phase.ink, bold: true) : Style(.quiet))
      x += 1
      for cell in 0..<length {
        let sign = isNow && cell == min(gone, length - 1) ? "●" : (cell < gone ? "━" : "─")
        let style =
          cell <= gone && (isNow || gone > 0) ? Style(phase.ink, bold: isNow) : Style(.quiet)
        frame.put(sign, x: x, y: y, style: style)
        x += 1
      }
      x += 3
    }
    return x - 3
  }

  /// The minutes of each phase in all, and of what stands before a place.
  private static func minutes(
    _ activities: [Activity], before place: Int
  ) -> [Phase: (planned: Int, done: Int)] {
    var minutes: [Phase: (planned: Int, done: Int)] = [:]
    for index in activities.indices {
      guard let phase = activities[index].phase else { continue }
      minutes[phase, default: (0, 0)].planned += activities[index].minutes
      if index < place { minutes[phase, default: (0, 0)].done += activities[index].minutes }
    }
    return minutes
  }
}
