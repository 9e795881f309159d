import Languages
import Terminal
package import WorkshopCore

/// The room's countdown.
extension Action {
  package static let toggleCountdown = Action(
    "toggle-countdown", "Start or stop the timer", onStage: true
  ) { scene in
    guard let activity = scene.current else { return .refused("Nothing has started: press n") }
    guard let countdown = scene.countdown else {
      if !scene.workshop.playlist(of: activity).isEmpty { return nextTurn.decide(scene) }
      return .event(.countdownStarted(activity: activity.id, seconds: activity.minutes * 60))
    }
    return .event(
      countdown.isRunning
        ? .countdownPaused(activity: activity.id) : .countdownResumed(activity: activity.id))
  }

  package static let minuteMore = extend("minute-more", "A minute more", by: 60)
  package static let minuteLess = extend("minute-less", "A minute less", by: -60)
  package static let fiveMore = extend("five-more", "Five minutes more", by: 300)
  package static let fiveLess = extend("five-less", "Five minutes less", by: -300)

  private static func extend(_ id: String, _ phrase: Phrase, by seconds: Int) -> Action {
    Action(id, phrase, onStage: true) { scene in
      guard let activity = scene.current else { return .refused("Nothing has started: press n") }
      return .event(.countdownExtended(activity: activity.id, seconds: seconds))
    }
  }

  package static let setCountdown = Action("set-countdown", "Set the time left") { scene in
    guard let activity = scene.current else { return .refused("Nothing has started: press n") }
    return Reopening.timeLeft.opened(of: ["activity": activity.id], scene)
  }

  package static let restartCountdown = Action(
    "restart-countdown", "Restart the timer", onStage: true
  ) { scene in
    guard let activity = scene.current else { return .refused("Nothing has started: press n") }
    let seconds = scene.workshop.turns[activity.id] == nil ? nil : scene.turn(of: activity)
    return .event(
      .countdownStarted(
        activity: activity.id, seconds: (seconds?.segment.minutes ?? activity.minutes) * 60),
      notice: "The timer starts again; u undoes it")
  }

  package static let toggleBell = toggle(
    .bell, "toggle-bell", "The bell at the end of a time, on or off",
    on: "The bell rings when a time is up", off: "The bell is silent")
  package static let toggleDigits = toggle(
    .digits, "toggle-digits", "The digits on the projector, shown or hidden",
    on: "The projector shows the digits", off: "The projector shows the bar only")

  private static func toggle(
    _ setting: Setting, _ id: String, _ phrase: Phrase, on: Phrase, off: Phrase
  ) -> Action {
    Action(id, phrase, onStage: true) { scene in
      let isOn = !scene.workshop.isOn(setting)
      return .event(.settingChanged(setting: setting, isOn: isOn), notice: isOn ? on : off)
    }
  }

  package static let nextTurn = turn("next-turn", "Next turn", by: 1)
  package static let previousTurn = turn("previous-turn", "Previous turn", by: -1)

  private static func turn(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase, onStage: true) { scene in
      guard let activity = scene.current else { return .refused("Nothing has started: press n") }
      let playlist = scene.workshop.playlist(of: activity)
      guard !playlist.isEmpty else { return .refused("This activity has no turns") }
      // The first press begins the first turn, not the second.
      let turn = scene.workshop.turnIndex(of: activity, in: playlist).map { $0 + step } ?? 0
      guard playlist.indices.contains(turn) else {
        return .refused(step > 0 ? "That was the last turn" : "This is the first turn")
      }
      return .event(open(playlist[turn], of: activity))
    }
  }

  /// A segment begins with its whole time.
  package static func open(_ turn: Turn, of activity: Activity) -> Event {
    .segmentOpened(
      activity: activity.id, round: turn.place.round, segment: turn.place.segment,
      seconds: turn.segment.minutes * 60)
  }
}

extension Reopening {
  /// Asks how much time is left, for the room or for a table.
  package static let timeLeft = Reopening("set-countdown") { details, scene in
    guard let activity = scene.workshop.plan.activity(details["activity"]) else { return nil }
    let table = details["table"]
    return Prompt(
      title: "How much time is left?", help: "12 or 7:30, or until a time of day: @11:40"
    ) { text, scene in
      guard let seconds = Duration(text, now: scene.now)?.seconds else {
        return .refused("Minutes such as 12 or 7:30, or a time of day such as @11:40")
      }
      return .event(.countdownSet(activity: activity.id, seconds: seconds, table: table))
    }
  }
}

/// A time as people type it: `12` and `7:30` are minutes, `@11:40` lasts until then.
struct Duration: Equatable {
  let seconds: Int

  /// Nil for anything else, and for more than a day.
  init?(_ text: String, now: Moment) {
    if text.hasPrefix("@") {
      guard let clock = ClockTime(text.dropFirst().trimmingPrefix(" ").description) else {
        return nil
      }
      let left = clock.minutes * 60 - now.secondOfDay
      seconds = left > 0 ? left : left + 86_400
      return
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
    }
    guard (1...2).contains(parts.count), numbers.count == parts.count, numbers[0] <= 1440,
      numbers.count == 1 || (numbers[1] < 60 && parts[1].count == 2)
    else { return nil }
    seconds = numbers[0] * 60 + (numbers.count == 2 ? numbers[1] : 0)
  }
}
