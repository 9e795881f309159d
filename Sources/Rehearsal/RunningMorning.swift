package import Assets
import Journaling
package import Languages
package import Shell
package import WorkshopCore

/// A morning in the middle of its ideas: what simulated people did until now, and the tables that go on.
package struct RunningMorning {
  package let plan: Plan
  /// What was written, the last of it just now.
  package let entries: [Entry]
  /// What the tables do from here on.
  package let tables: TableScript

  /// The template it follows, and where in it everyone is.
  private static let template = "half-day"
  private static let activity = "ideas"
  /// Seconds since that activity began.
  private static let since: Int64 = 360
  /// Any other number is another morning.
  private static let seed: UInt64 = 7

  /// - Parameters:
  ///   - title: what the workshop is called, given the template's own title.
  ///   - isRunning: whether the time of the activity runs, or somebody has yet to start it.
  /// - Returns: nil where the template is missing.
  package init?(
    content: Content, features: Features, language: Language, now: Moment, isRunning: Bool = true,
    title: (Localized) -> Phrase
  ) {
    guard var plan = content.template(Self.template)?.resolved(in: language.code) else {
      return nil
    }
    plan.title = Localized(language(title(plan.title)))
    plan.language = language.code
    var room = RehearsedRoom(
      plan, content: content, features: features, language: language, seed: Self.seed, now: now)
    let opening = room.rehearsal.start
    room.play(until: Self.activity)
    let begun = room.now.milliseconds
    room.press("toggle-countdown", after: 20)
    var tables = TableScript(
      tables: plan.tables, language: language.code, seed: Self.seed, pace: 70...130)
    room.play(&tables, until: begun + Self.since * 1000)
    if !isRunning { room.press("toggle-countdown", after: 0) }
    // Played at any time of any day, told as of now.
    let shift = now.milliseconds - room.now.milliseconds
    entries = room.entries.map { entry in
      let stamp = Stamp(
        milliseconds: entry.stamp.milliseconds + shift, counter: entry.stamp.counter)
      return Entry(
        id: entry.id, stamp: stamp, at: Timestamp(now.at(stamp.milliseconds)).iso8601,
        by: entry.by, event: entry.event, act: entry.act)
    }
    let start = now.at(opening + shift)
    let minutes = start.secondOfDay / 60
    plan.sessions[0].date = start.date
    plan.sessions[0].start = ClockTime(minutes: minutes - minutes % 5).description
    self.plan = plan
    tables.restart()
    tables.pace = 25...60
    self.tables = tables
  }
}
