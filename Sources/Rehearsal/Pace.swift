import Shell
import WorkshopCore
import WorkshopQueries

/// How long an activity takes in a rehearsal: its minutes, and what rooms make of them.
enum Pace {
  /// Seconds from now, when the activity was just opened, to the next one.
  ///
  /// Talks tend to run over, breaks begin to; everything else is as often shorter. A fixed item ends
  /// when the plan says and is not begun early; slack gives way to what runs late.
  ///
  /// - Parameter drift: by how much of its minutes its kind may be shorter or longer.
  static func seconds(
    _ activity: Activity, in agenda: Agenda, drift: ClosedRange<Double>,
    _ random: inout SplitMix64
  ) -> Int {
    // Drawn in any case: what happens to one activity changes no other's share.
    let share = Double.random(in: drift, using: &random)
    guard !activity.isDropped else { return 5 }
    let index = agenda.items.firstIndex { $0.activity.id == activity.id }
    let late = index.map { agenda.items[$0].start - agenda.items[$0].plannedStart } ?? 0
    var seconds = Int(Double(activity.minutes) * 60 * (1 + share))
    if activity.isFixed {
      seconds = max(activity.minutes - late, activity.minutes / 3) * 60
    } else if activity.minimum == 0 {
      seconds = max(1, activity.minutes - max(0, late)) * 60
    }
    if let index, let next = agenda.items.dropFirst(index + 1).first, next.activity.isFixed {
      let gap = (next.plannedStart - agenda.items[index].start) * 60
      if gap > seconds, gap - seconds <= patience { seconds = gap }
    }
    return max(30, seconds)
  }

  /// Seconds for which a room goes on rather than begin lunch early.
  private static let patience = 1800
}
