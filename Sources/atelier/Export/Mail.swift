import Languages
import Projects
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// Texts to send: one that invites people to the sessions to come, one that reminds them of the next.
///
/// Plain text for whatever people write e-mail with; nobody's name or address is in it but those that
/// titles and next steps bear.
enum Mail {
  /// An answer is asked for a week before the day, where there is still a week: our own default.
  private static let reply = 7

  static func invitation(_ scene: Scene) -> String {
    let sessions = coming(scene)
    let first = sessions.first
    var lines = [subject(scene.say("Invitation"), first, scene), "", scene.say("Hello,"), ""]
    lines += [scene.say("We invite you to: \(title(scene))")]
    lines += [scene.say(scene.workshop.plan.goal)].filter { !$0.isEmpty }
    for session in sessions { lines += [""] + day(session, scene) }
    if sessions.isEmpty { lines += ["", scene.say("The dates will follow.")] }
    if let by = replyBy(first, scene) {
      lines += ["", scene.say("Please tell us if you will come. Answer by: \(by)")]
    }
    return text(lines + ["", scene.say("See you soon")])
  }

  static func reminder(_ scene: Scene) -> String {
    let session = coming(scene).first
    var lines = [subject(scene.say("Reminder"), session, scene), "", scene.say("Hello,"), ""]
    guard let session else {
      return text(lines + [scene.say("No date is set yet for the next session")])
    }
    lines += [when(session, scene), ""] + day(session, scene)
    let due = steps(before: session, scene)
    if !due.isEmpty { lines += ["", scene.say("To be done before then:")] + due }
    lines += ["", scene.say("If you cannot come, please tell us now.")]
    return text(lines + ["", scene.say("See you soon")])
  }

  /// The sessions whose day is not over and that were not held.
  private static func coming(_ scene: Scene) -> [Session] {
    let held = Set(scene.workshop.holdings.map(\.session.id))
    return scene.workshop.plan.sessions.filter { session in
      session.date.flatMap { Day($0) }.map { $0 >= scene.today } ?? !held.contains(session.id)
    }
  }

  private static func title(_ scene: Scene) -> String { scene.say(scene.workshop.plan.title) }

  private static func subject(_ kind: String, _ session: Session?, _ scene: Scene) -> String {
    let day = session?.date.flatMap { Day($0) }.map { scene.language.day($0, from: nil) }
    let text = [scene.language.labelled(kind, title(scene)), day].compactMap { $0 }
    return scene.language.labelled(scene.say("Subject"), text.joined(separator: " · "))
  }

  /// In how many days a session is.
  private static func when(_ session: Session, _ scene: Scene) -> String {
    let days = session.date.flatMap { Day($0) }.map { scene.today.days(until: $0) }
    switch days {
    case nil: return scene.say("We meet again soon; the date will follow.")
    case 0: return scene.say("We meet today.")
    case 1: return scene.say("We meet tomorrow.")
    case let days?: return scene.say("We meet in \(days) days.")
    }
  }

  /// A session with its day, hours, place, agenda in brief and what to bring.
  private static func day(_ session: Session, _ scene: Scene) -> [String] {
    let (starts, end) = session.timetable
    let date = scene.date(of: session) ?? scene.say("date to follow")
    let hours = "\(ClockTime(minutes: starts.first ?? 0))–\(ClockTime(minutes: end))"
    func line(_ label: Phrase, _ text: String?) -> [String] {
      let text = text ?? ""
      return text.isEmpty ? [] : [scene.language.labelled(scene.say(label), text)]
    }
    var lines = [scene.say(session.title), "\(date), \(hours)"] + line("Place", session.place)
    lines += line("To bring", scene.say(session.bring))
    if !session.before.isEmpty {
      lines += [scene.language.labelled(scene.say("Before this session"), "")]
      lines += session.before.map { "- " + scene.say($0) }
    }
    // In brief: what takes a quarter of an hour or has its fixed time.
    let items = zip(session.activities, starts).filter {
      !$0.0.isDropped && ($0.0.minutes >= 15 || $0.0.isFixed)
    }
    guard !items.isEmpty else { return lines }
    return lines + [scene.language.labelled(scene.say("Agenda"), "")]
      + items.map { "- \(ClockTime(minutes: $1)) \(scene.say($0.title))" }
  }

  /// The day by which an answer is asked for; nil where no date is set or it is too near for one.
  private static func replyBy(_ session: Session?, _ scene: Scene) -> String? {
    guard let day = session?.date.flatMap({ Day($0) }) else { return nil }
    let left = scene.today.days(until: day)
    guard left > 1 else { return nil }
    let by = day.adding(days: -min(reply, left / 2))
    return scene.language.day(by, from: scene.today)
  }

  /// Open next steps that are due until a session.
  private static func steps(before session: Session, _ scene: Scene) -> [String] {
    let day = session.date.flatMap { Day($0) }
    return scene.workshop.openActions.filter { step in
      guard let due = step[DueText.due].flatMap({ Day($0) }), let day else { return false }
      return due <= day
    }.map { step in
      let tail = ActionText.tail(step, scene)
      return "- " + step.text.oneLine + (tail.isEmpty ? "" : " — " + tail)
    }
  }

  static func text(_ lines: [String]) -> String {
    lines.map { Text.sanitised($0).trimmedEnd }.joined(separator: "\n") + "\n"
  }
}
