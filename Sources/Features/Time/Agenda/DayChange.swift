import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// What something would do to the session's day: the day as it looks now beside the day after it.
struct DayChange {
  private let before: Agenda
  private let after: Agenda

  /// Nil when the plan has no session.
  init?(_ events: [Event], _ scene: Scene) {
    let next = scene.trying(events)
    guard let session = scene.session, let changed = next.workshop.plan.session(session.id) else {
      return nil
    }
    before = Agenda(of: session, in: scene.workshop, now: scene.now)
    after = Agenda(of: changed, in: next.workshop, now: scene.now)
  }

  /// All of it in one line: the end, and what is squeezed.
  func line(_ scene: Scene) -> String {
    ([end(scene)] + after.items.compactMap { loss(of: $0, scene) }).joined(separator: " · ")
  }

  /// The end of the day, and the end as it looked before.
  func end(_ scene: Scene) -> String {
    let (old, new) = (clock(before.projectedEnd), clock(after.projectedEnd))
    return old == new
      ? scene.say("the end stays at \(new)") : scene.say("ends \(new) instead of \(old)")
  }

  private func loss(of item: Agenda.Item, _ scene: Scene) -> String? {
    let lost = lost(item)
    guard lost > 0 else { return nil }
    return scene.say("\(item.activity.title) \(clock(item.start)) loses \(lost) min")
  }

  /// Minutes that a fixed item loses by it.
  private func lost(_ item: Agenda.Item) -> Int {
    let old = before.items.first { $0.activity.id == item.activity.id }
    return max(0, item.squeezed - (old?.squeezed ?? 0))
  }

  private func clock(_ minutes: Int) -> String { ClockTime(minutes: minutes).description }
}
