import Cards
import Journaling
import Languages
package import Shell
import Terminal
import WorkshopCore

/// Stepping the room through the agenda.
extension Action {
  package static let next = Action("next", "Go to the next activity", onStage: true) { scene in
    guard let next = scene.following else {
      guard let open = scene.looseEndsCount else {
        return .refused("That was the last activity: atelier export writes the report")
      }
      return .refused("That was the last activity. \(open)")
    }
    return go(to: next, "next", scene)
  }

  package static let back = Action("back", "Go back to the activity before", onStage: true) {
    scene in
    guard let preceding = scene.preceding else { return .refused("This is the first activity") }
    return go(to: preceding, "back", scene)
  }

  /// Opens an activity, or the board of the one the room is at.
  package static let openLine = Action("open", "Open the chosen line") { scene in
    let line = scene.focus.agendaLine ?? scene.workshop.current
    guard let activity = scene.workshop.plan.activity(line) else {
      return next.decide(scene)
    }
    guard activity.id == scene.workshop.current else {
      // Whoever only looks around in the agenda does not move the room.
      let question: Phrase? =
        scene.workshop.current.map { _ in "Enter again moves the room to \(activity.title)" }
      return go(to: activity, "open", scene, asking: question)
    }
    guard let board = scene.board else {
      return .refused("This activity has no board")
    }
    return .focus(of: scene) { $0.place = .board(board.id) }
  }

  package static let backToNow = Action(
    "back-to-now", "Back to the current activity", onStage: true
  ) { scene in
    .focus(of: scene) {
      $0.agendaLine = nil
      $0.isOnStage = false
    }
  }

  /// Goes through the talks and pitches of an activity; each has its own time.

  package static let script = Action("script", "Read the script and the material") { scene in
    guard let activity = scene.workshop.plan.activity(scene.focus.agendaLine) ?? scene.current
    else { return .nothing }
    let parts: [(Phrase, String)] = [
      ("Say", scene.say(activity.script)), ("Question", scene.say(activity.question)),
      ("Lead", activity.lead ?? ""), ("Material", scene.say(activity.material)),
      ("Result", scene.say(activity.output)),
    ]
    let rows = parts.filter { !$0.1.isEmpty }.map { Page.Row(term: scene.say($0.0), text: $0.1) }
    return .open(Page(title: "\(activity.title)", lines: rows), scene)
  }

  package static let toggleStage = Action(
    "toggle-stage", "Show the stage here, or come back", onStage: true
  ) { scene in
    .focus(of: scene) { $0.isOnStage.toggle() }
  }

  /// Moves the room; where there is a reason to wait, the key is asked for twice.
  ///
  /// - Parameter question: what is asked where there is none.
  private static func go(
    to activity: Activity, _ action: String, _ scene: Scene, asking question: Phrase? = nil
  ) -> Outcome {
    let reason =
      reasonToStay(scene) ?? looseEnds(before: activity, scene)
      ?? reasonToWait(for: activity, scene) ?? question
    guard let reason else { return open(activity, scene) }
    return twice(action, reason, scene) { open(activity, scene) }
  }

  /// The session that an activity would begin has a date, and it is not yet its hour, or another day.
  private static func reasonToWait(for activity: Activity, _ scene: Scene) -> Phrase? {
    guard let session = scene.workshop.plan.session(of: activity.id),
      scene.workshop.session(at: scene.now.milliseconds)?.id != session.id,
      let day = session.date.flatMap({ Day($0) })
    else { return nil }
    let when = scene.language.day(day, from: scene.today)
    if day > scene.today {
      return "\(session.title): planned for \(when). Press again to open it now"
    }
    if day < scene.today {
      return "\(session.title): was planned for \(when). Press again to open it"
    }
    guard let early = minutesEarly(session, scene) else { return nil }
    return "The plan opens at \(session.start), in \(early) min: press again to open now"
  }

  /// Minutes until the plan's hour of a session, rounded up; nil once it has struck.
  private static func minutesEarly(_ session: Session, _ scene: Scene) -> Int? {
    guard let start = ClockTime(session.start) else { return nil }
    let seconds = start.minutes * 60 - scene.now.secondOfDay
    return seconds > 0 ? (seconds + 59) / 60 : nil
  }

  /// What is still open when the session's last activity is left for another day.
  private static func looseEnds(before activity: Activity, _ scene: Scene) -> Phrase? {
    let plan = scene.workshop.plan
    guard scene.endsSession, plan.session(of: activity.id)?.id != scene.session?.id,
      let count = scene.looseEndsCount
    else { return nil }
    return "\(count). Press again to end the day"
  }

  /// Somebody is in the middle of a line, a vote is open, or others said that they are done and not
  /// everyone is.
  private static func reasonToStay(_ scene: Scene) -> Phrase? {
    let notes = scene.presence.filter { $0.role == Role.notes.rawValue }
    if let writing = notes.first(where: \.isTyping) {
      return "\(writing.by) is still writing: press again to go on"
    }
    guard let current = scene.workshop.current else { return nil }
    if scene.workshop.latestPoll(of: current)?.isOpen == true {
      return "The vote is still open: press again to go on"
    }
    let ready = scene.workshop.ready[current] ?? []
    let others = notes.map(\.by).filter { !ready.contains($0) }
    guard !ready.isEmpty, !others.isEmpty else { return nil }
    let names = others.joined(separator: ", ")
    return "Not ready yet: \(names). Press again to go on"
  }

  private static func open(_ activity: Activity, _ scene: Scene) -> Outcome {
    let kind = scene.kind(of: activity)
    let seconds = kind.startsByItself ? activity.minutes * 60 : nil
    var outcome = Outcome.event(.activityOpened(activity: activity.id, seconds: seconds))
    outcome.focus = scene.focus
    outcome.focus?.agendaLine = nil
    outcome.focus?.place = .agenda
    outcome.focus?.card = nil
    outcome.focus?.filter = ""
    // Without a date nobody is kept waiting, but the hour is told.
    if let session = scene.workshop.plan.session(of: activity.id), (session.date ?? "").isEmpty,
      scene.workshop.session(at: scene.now.milliseconds)?.id != session.id,
      let early = minutesEarly(session, scene), early <= 60
    {
      outcome.notice = "Opened \(early) min before the hour of the plan, \(session.start)"
    }
    return outcome
  }
}
