import Languages
import Shell
import Terminal
import WorkshopCore

/// The day beside the editor's table while it is planned: a bar for each activity, as long as it takes, in
/// its phase's colour; beneath it what a check of the plan would say.
enum AgendaSide {
  /// Columns that the side takes of so many; 0 where there is no room for it.
  static func width(of columns: Int) -> Int { columns >= 110 ? min(56, columns * 2 / 5) : 0 }

  static func draw(
    _ session: Session, selected: Int, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    guard !session.activities.isEmpty else { return }
    let remarks = PlanReviewText.remarks(of: session, scene)
    let foot = min(rect.height / 3, remarks.isEmpty ? 2 : 3 * remarks.count + 1)
    let (below, above) = rect.bottom(foot)
    chart(session, selected: selected, scene, into: &frame, in: above)
    check(remarks, scene, into: &frame, in: below)
  }

  /// A row for each activity: its start, a bar from where the day has got to, how people are at it.
  private static func chart(
    _ session: Session, selected: Int, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    let (starts, end) = session.timetable
    guard let begin = starts.first, end > begin, rect.height > 0 else { return }
    let names = Gathering.allCases.map { Text.width(scene.say($0.name)) }
    let (words, bars) = rect.right((names.max() ?? 0) + 1)
    let first = max(0, min(selected - rect.height / 2, session.activities.count - rect.height))
    for (row, item) in session.activities.dropFirst(first).prefix(rect.height).enumerated()
    where !item.isDropped {
      let y = rect.y + row
      let from = column(starts[first + row] - begin, of: end - begin, bars.width)
      let to = column(starts[first + row] - begin + item.minutes, of: end - begin, bars.width)
      let sign = scene.kind(of: item).traits.contains(.rest) ? "░" : "█"
      let style = Style(item.phase?.ink ?? .quiet, bold: first + row == selected)
      let bar = String(repeating: sign, count: max(1, to - from))
      frame.put(
        bar, x: bars.x + min(from, bars.width - 1), y: y, style: style,
        width: max(1, bars.width - from))
      if !scene.kind(of: item).traits.contains(.rest) {
        frame.put(
          scene.say(scene.gathering(of: item).name), x: words.x + 1, y: y, style: .quiet,
          width: words.width - 1)
      }
    }
  }

  private static func column(_ minutes: Int, of total: Int, _ width: Int) -> Int {
    max(0, min(width, minutes * width / total))
  }

  private static func check(
    _ remarks: [String], _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    var room = rect.top(1).rest
    guard !remarks.isEmpty else {
      frame.paragraph(scene.say(PlanReviewText.none), in: room, style: .quiet)
      return
    }
    for remark in remarks where room.height > 0 {
      let rows = frame.paragraph("· " + remark, in: room, style: .accent)
      room = room.top(min(room.height, rows)).rest
    }
  }
}
