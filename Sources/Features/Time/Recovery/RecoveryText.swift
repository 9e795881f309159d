import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// What proposals for the rest of the day come to, in plain words.
enum RecoveryText {
  /// One consequence.
  struct Row: Equatable {
    let text: String
    /// What stands at the right: minutes or times, before and after.
    var number = ""
    var style = Style.plain
  }

  /// The consequences of a proposal, by what they are about.
  struct Rows: Equatable {
    /// The end, and what does not fit.
    var verdict: [Row] = []
    /// Items that change, and how many minutes each gives or gets.
    var changes: [(row: Row, minutes: Int)] = []
    /// What stays, and what is felt.
    var rest: [Row] = []

    static func == (a: Rows, b: Rows) -> Bool {
      a.verdict == b.verdict && a.rest == b.rest && a.changes.map(\.row) == b.changes.map(\.row)
    }
  }

  static func title(_ kind: Proposal.Kind) -> Phrase {
    switch kind {
    case .shorten: "Shorten"
    case .shortenFew: "Shorten few"
    case .leaveOut: "Leave out"
    case .endLater: "End later"
    case .keep: "Shorten nothing"
    case .giveBack: "Give the time back"
    }
  }

  /// Where the day stands, then what it shall come to.
  static func head(_ recovery: Recovery, _ scene: Scene) -> [String] {
    let asked = demands(recovery, scene)
    return [state(recovery.agenda, scene)]
      + (asked.isEmpty ? [] : [asked.joined(separator: " · ")])
  }

  private static func state(_ agenda: Agenda, _ scene: Scene) -> String {
    let planned = clock(agenda.plannedEnd)
    let end = clock(agenda.projectedEnd)
    let minutes = abs(agenda.drift)
    if agenda.projectedEnd == agenda.plannedEnd {
      if agenda.drift == 0 { return scene.say("On time · end \(end)") }
      return agenda.drift > 0
        ? scene.say("\(minutes) min late, but ends at \(end)")
        : scene.say("\(minutes) min early, ends at \(end)")
    }
    if agenda.drift == 0 { return scene.say("On time so far: ends \(end) instead of \(planned)") }
    return agenda.drift > 0
      ? scene.say("\(minutes) min late: ends \(end) instead of \(planned)")
      : scene.say("\(minutes) min early: ends \(end) instead of \(planned)")
  }

  /// What was asked for, and what stands in its way.
  private static func demands(_ recovery: Recovery, _ scene: Scene) -> [String] {
    let course = recovery.unchanged
    var sentences = course.fixed.filter { $0.misfit > 0 || $0.isMoved }.map { slot in
      let (title, start) = (slot.activity.title, clock(slot.start))
      return slot.misfit > 0
        ? scene.say("Before \(title) \(start), take out \(slot.misfit) min")
        : scene.say("\(title) at \(start) fits")
    }
    if recovery.goal.end != nil {
      let over = course.end - recovery.wantedEnd
      let end = clock(recovery.wantedEnd)
      sentences.append(
        over > 0
          ? scene.say("To end at \(end), take out \(over) min")
          : scene.say("The end at \(end) holds"))
    }
    return sentences
  }

  static func rows(_ proposal: Proposal, of recovery: Recovery, _ scene: Scene) -> Rows {
    let course = proposal.course
    var rows = Rows()
    rows.verdict.append(end(course.end, wanted: recovery.wantedEnd, scene))
    for slot in course.fixed where slot.misfit > 0 {
      let (title, start) = (slot.activity.title, clock(slot.start))
      rows.verdict.append(
        Row(
          text: scene.say("No room for \(slot.misfit) min before \(title) \(start)"),
          style: Style(.warning, bold: true)))
    }
    rows.changes = course.slots.compactMap { change($0, scene) }
    if rows.changes.isEmpty { rows.rest.append(Row(text: scene.say("nothing is cut"))) }
    for slot in course.fixed where !slot.isMoved && slot.misfit == 0 {
      let (title, start) = (slot.activity.title, clock(slot.start))
      rows.rest.append(Row(text: scene.say("\(title) \(start) as planned"), style: .quiet))
    }
    if let least = course.shortestBreak, least != recovery.unchanged.shortestBreak {
      rows.rest.append(Row(text: scene.say("shortest break \(least) min"), style: .quiet))
    }
    return rows
  }

  private static func end(_ end: Int, wanted: Int, _ scene: Scene) -> Row {
    let time = clock(end)
    if end == wanted { return Row(text: scene.say("End \(time): on time"), style: Style(.good)) }
    return end > wanted
      ? Row(text: scene.say("End \(time): \(end - wanted) min late"), style: Style(.warning))
      : Row(text: scene.say("End \(time): \(wanted - end) min early"), style: Style(.good))
  }

  private static func change(_ slot: Course.Slot, _ scene: Scene) -> (row: Row, minutes: Int)? {
    let title = scene.say(slot.activity.title)
    if slot.isMoved {
      return (Row(text: title, number: arrow(clock(slot.plannedStart), clock(slot.start))), 0)
    }
    guard let minutes = slot.minutes else {
      return (
        Row(text: scene.say("left out: \(slot.activity.title)")), slot.activity.minutes
      )
    }
    guard slot.change != 0 else { return nil }
    let number = arrow(String(slot.activity.minutes), String(minutes))
    return (Row(text: title, number: number), abs(slot.change))
  }

  /// The spaces do not break.
  private static func arrow(_ before: String, _ after: String) -> String {
    "\(before)\u{A0}→\u{A0}\(after)"
  }

  private static func clock(_ minute: Int) -> String { ClockTime(minutes: minute).description }
}
