import Cards
import Journaling
package import Languages
package import Shell
import Terminal
import WorkshopCore

/// Stepping the room through the agenda.
extension Action {
  /// Said where there is no activity yet.
  package static let unplanned: Phrase =
    "Nothing is planned yet: A plans the day, W says what the workshop is"

  package static let next = Action("next", "Go to the next activity", onStage: true) { scene in
    guard !scene.workshop.plan.activities.isEmpty else {
      return .refused(unplanned)
    }
    guard let next = scene.following else {
      guard let open = scene.looseEndsCount else {
        return .refused("That was the last activity: atelier export writes the report")
      }
      return .refused("That was the last activity. \(open)")
    }
    let question: Phrase? = scene.lookedAt.flatMap { looked in
      scene.current.map {
        "You are looking at \(looked.title). Press n again to move everyone: \($0.title) → \(next.title)"
      }
    }
    return go(to: next, "next", scene, asking: question)
  }

  package static let back = Action("back", "Go back to the activity before", onStage: true) {
    scene in
    guard let preceding = scene.preceding else { return .refused("This is the first activity") }
    return go(
      to: preceding, "back", scene,
      asking: "Press b again to move everyone back to \(preceding.title). ↑ only looks")
  }

  /// Opens the board of the activity that the room is at; at another line, what there is to see of it, and
  /// the way to take the room there.
  package static let openLine = Action("open", "Open the chosen line") { scene in
    let line = scene.focus.agendaLine ?? scene.workshop.current
    guard let activity = scene.workshop.plan.activity(line) else {
      return next.decide(scene)
    }
    guard activity.id == scene.workshop.current else {
      let isAsked = scene.focus.armed.map {
        $0.action == "open" && $0.until > scene.now.milliseconds
      }
      let views = isAsked == true ? [] : ways(into: activity, scene)
      return views.isEmpty
        ? move(to: activity, scene) : .open(Menu(title: "\(activity.title)", items: views), scene)
    }
    guard let board = scene.board else {
      return .refused("This activity has no board")
    }
    return .focus(of: scene) { $0.place = .board(board.id) }
  }

  /// What can be seen of an activity that the room was at, and last the way back there; empty where the
  /// room never was.
  private static func ways(into activity: Activity, _ scene: Scene) -> [Menu.Item] {
    guard scene.lookedBackAt != nil else { return [] }
    let there = scene.looking(at: activity.id)
    let readings =
      [PastStage.open]
      + there.kind.bindings(there, activity).filter {
        $0.action.isReading && $0.disabled == nil
      }.map(\.action)
    var items = readings.map { action in
      Menu.Item(
        label: scene.say(action.phrase), choose: action.looking(at: activity.id).decide)
    }
    if let board = there.board(of: activity) {
      items.append(
        Menu.Item(label: scene.say("Look at its board: \(scene.title(of: board))")) { scene in
          .focus(of: scene) { $0.place = .board(board.id) }
        })
    }
    return items + [
      Menu.Item(label: scene.say("Move everyone back to it")) { go(to: activity, "open", $0) }
    ]
  }

  /// Whoever only looks around in the agenda does not move the room.
  private static func move(to activity: Activity, _ scene: Scene) -> Outcome {
    let question: Phrase? =
      scene.workshop.current.map { _ in "Press Enter again to move everyone to: \(activity.title)" }
    return go(to: activity, "open", scene, asking: question)
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
    "toggle-stage", "Show the projector here, or go back", onStage: true
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
      movedMeanwhile(to: activity, scene) ?? reasonToStay(scene) ?? looseEnds(
        before: activity, scene)
      ?? reasonToWait(for: activity, scene) ?? question
    guard let reason else { return open(activity, scene) }
    return twice(action, reason, scene) { open(activity, scene) }
  }

  /// Another desk has just taken the room somewhere: whoever pressed a key may not have seen it.
  private static func movedMeanwhile(to activity: Activity, _ scene: Scene) -> Phrase? {
    guard let move = scene.lastMove, let current = scene.current, current.id == move.activity,
      scene.now.milliseconds - move.at < Workshop.sameMove
    else { return nil }
    return "\(move.by) has just opened \(current.title). Press again for \(activity.title)"
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
    var outcome = Outcome.event(
      .activityOpened(activity: activity.id, seconds: seconds, from: scene.workshop.current))
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
