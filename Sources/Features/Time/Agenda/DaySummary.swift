import Languages
package import Shell
package import Terminal
package import WorkshopCore
import WorkshopQueries

/// Where the day stands against its plan, in one line.
package enum DaySummary {
  static func text(_ session: Session, _ agenda: Agenda, _ scene: Scene) -> String {
    let planned = clock(agenda.plannedEnd)
    if let date = session.date, isElsewhen(session, scene) {
      let planned = clock(agenda.plannedEnd - agenda.shift)
      if let days = scene.now.days(until: date), days > 0 {
        let day = scene.brief(date)
        return days == 1
          ? scene.say("Tomorrow, \(day) · \(session.start)–\(planned)")
          : scene.say("In \(days) days, \(day) · \(session.start)–\(planned)")
      }
      return scene.say("Planned for \(scene.brief(date)) · \(session.start)–\(planned)")
    }
    if let held = held(session, scene) { return scene.say("Last done: \(held)") }
    if scene.workshop.current == nil {
      return agenda.drift > 0
        ? scene.say("n begins · \(agenda.drift) min late · end \(clock(agenda.projectedEnd))")
        : scene.say("Begin with n · planned end \(planned)")
    }
    return drift(agenda, scene)
  }

  /// Whether a session has a date and this is another day; past midnight it is still the day it began on.
  private static func isElsewhen(_ session: Session, _ scene: Scene) -> Bool {
    guard let date = session.date, !date.isEmpty, date != scene.now.date else { return false }
    guard scene.workshop.session(at: scene.now.milliseconds)?.id == session.id else { return true }
    // Only what was opened since the last night is of this meeting.
    var next: Opening?
    for opening in session.activities.flatMap({ scene.workshop.openings[$0.id] ?? [] }).sorted()
      .reversed()
    {
      if let next, next.milliseconds - opening.milliseconds > Workshop.dayBreak { return true }
      let offset = opening.offset ?? scene.now.offset
      if Moment(milliseconds: opening.milliseconds, offset: offset).date == date { return false }
      next = opening
    }
    return true
  }

  /// The day on which a session was last held, once it was left; nil while it goes on, or was not begun.
  package static func held(_ session: Session, _ scene: Scene) -> String? {
    let last = session.activities.flatMap { scene.workshop.openings[$0.id] ?? [] }.max()
    let isHere = session.activities.contains { $0.id == scene.workshop.current }
    guard let last, isHere, scene.isLeft else { return nil }
    let moment = Moment(
      milliseconds: last.milliseconds, offset: last.offset ?? scene.now.offset)
    return scene.language.day(moment.day, from: scene.today)
  }

  /// The same at a board, where only a day that goes on is worth a word; nil on any other.
  package static func drift(_ scene: Scene) -> (text: String, style: Style)? {
    guard let session = scene.session, scene.current != nil, !scene.isLeft else { return nil }
    if isElsewhen(session, scene) { return nil }
    let agenda = Agenda(of: session, in: scene.workshop, now: scene.now)
    return (drift(agenda, scene), style(agenda))
  }

  /// Late enough, or with too much before a fixed item, to plan the rest of the day anew.
  package static func wantsPlan(_ scene: Scene) -> Bool {
    guard let session = scene.session, scene.current != nil else { return false }
    let agenda = Agenda(of: session, in: scene.workshop, now: scene.now)
    return agenda.items.contains { $0.state == .now }
      && (agenda.drift >= 5 || agenda.items.contains { $0.state == .ahead && $0.squeezed > 0 })
  }

  static func style(_ agenda: Agenda) -> Style {
    agenda.drift >= 5 ? Style(.warning) : .quiet
  }

  private static func drift(_ agenda: Agenda, _ scene: Scene) -> String {
    let (planned, end) = (clock(agenda.preparedEnd), clock(agenda.projectedEnd))
    if agenda.drift == 0 {
      // A day that was made longer is on time, and later than people were told.
      return agenda.plannedEnd == agenda.preparedEnd
        ? scene.say("On time · end \(end)") : scene.say("On time · end \(end), planned \(planned)")
    }
    let minutes = abs(agenda.drift)
    return agenda.drift > 0
      ? scene.say("\(minutes) min late · end \(end) (\(planned))")
      : scene.say("\(minutes) min early · end \(end) (\(planned))")
  }

  private static func clock(_ minutes: Int) -> String { ClockTime(minutes: minutes).description }
}
