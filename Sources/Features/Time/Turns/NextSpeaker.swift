package import Languages
package import Shell
import WorkshopCore

/// The question whether the next speaker has begun: a turn that nobody opens keeps its speaker's theme, and
/// what is noted goes on being filed under it.
package enum NextSpeaker {
  /// What is asked at the desk once a turn has had its time twice over and another one waits, or once nobody
  /// began the first one for as long; nil before. Nothing moves by itself.
  package static func question(_ scene: Scene) -> Phrase? {
    guard let activity = scene.current, scene.kind(of: activity).showsTurns, !scene.isLeft else {
      return nil
    }
    let playlist = scene.workshop.playlist(of: activity)
    func seconds(_ round: String) -> Int {
      playlist.reduce(0) { $0 + ($1.place.round == round ? $1.segment.minutes * 60 : 0) }
    }
    guard let index = scene.workshop.turnIndex(of: activity, in: playlist) else {
      guard let first = playlist.first, scene.workshop.turns[activity.id] == nil,
        let opened = scene.workshop.openings[activity.id]?.last, seconds(first.place.round) > 0
      else { return nil }
      let waited = Int((scene.now.milliseconds - opened.milliseconds) / 1000)
      return waited >= 2 * seconds(first.place.round)
        ? "Has the first speaker begun? ] opens: \(name(first, scene))" : nil
    }
    let round = playlist[index].place.round
    guard let next = playlist.dropFirst(index + 1).first(where: { $0.place.round != round }),
      let countdown = scene.countdown, countdown.isRunning, seconds(round) > 0,
      countdown.secondsLeft(at: scene.now) <= -seconds(round)
    else { return nil }
    return "Next speaker? ] opens: \(name(next, scene))"
  }

  private static func name(_ turn: Turn, _ scene: Scene) -> String {
    [turn.who ?? "", scene.say(turn.title)].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
