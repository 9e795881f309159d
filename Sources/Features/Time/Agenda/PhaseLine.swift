import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// The minutes that each phase has had, of those that the plan gives it.
///
/// A phase that is missing is told too, where there is room: the model is a diagnosis as well
/// (http://navcenter.borgess.com/facilitationManual/ePages/models/scan_focus_act/sfa_ex.html).
enum PhaseLine {
  /// A phase's name with its minutes, or with a dash when the session plans none for it.
  private struct Part {
    let phase: Phase
    let name: String
    let minutes: String
    let isPlanned: Bool
    /// Whether it has had all its minutes.
    let isOver: Bool

    var width: Int { Text.width(name) + 1 + Text.width(minutes) }
  }

  static func draw(
    _ agenda: Agenda, _ scene: Scene, into frame: inout Frame, x: Int, y: Int, width: Int
  ) {
    let parts = agenda.phases.compactMap { time -> Part? in
      guard let phase = time.phase else { return nil }
      let isPlanned = time.planned > 0 || time.spent > 0
      return Part(
        phase: phase, name: scene.say(phase.name),
        minutes: isPlanned ? scene.say("\(time.spent) of \(time.planned)") : "–",
        isPlanned: isPlanned, isOver: time.spent >= time.planned)
    }
    let current = scene.current?.phase
    var x = x
    for (index, part) in fitting(parts, current: current, width).enumerated() {
      if index > 0 { x = frame.put(separator, x: x, y: y, style: .quiet) }
      let style =
        !part.isPlanned ? Style.quiet : Style(part.phase.ink, bold: part.phase == current)
      x = frame.put("\(part.name) \(part.minutes)", x: x, y: y, style: style)
    }
  }

  private static let separator = " · "

  /// As much as fits: phases that are not planned go first, then all but the one that everyone is in, or
  /// that is not over yet.
  private static func fitting(_ all: [Part], current: Phase?, _ width: Int) -> [Part] {
    let planned = all.filter(\.isPlanned)
    guard !planned.isEmpty else { return [] }
    let wanted = [all, planned].first { parts in
      parts.reduce(0) { $0 + $1.width } + (parts.count - 1) * separator.count <= width
    }
    let one = planned.first { $0.phase == current } ?? planned.first { !$0.isOver } ?? planned[0]
    return wanted ?? [one]
  }
}
