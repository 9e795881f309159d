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
    let reason = reasonToStay(scene) ?? looseEnds(before: activity, scene)
    guard let question = reason ?? question else { return open(activity, scene) }
    return twice(action, question, scene) { open(activity, scene) }
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
    return outcome
  }
}
