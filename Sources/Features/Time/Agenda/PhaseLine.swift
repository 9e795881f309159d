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
    var name: String
    let minutes: String

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
        minutes: isPlanned ? "\(time.spent)/\(time.planned)" : "–")
    }
    let current = scene.current?.phase
    guard let (fitting, separator) = fitting(parts, current: current, width) else { return }
    var x = x
    for (index, part) in fitting.enumerated() {
      if index > 0 { x = frame.put(separator, x: x, y: y, style: .quiet) }
      let style =
        part.minutes == "–" ? Style.quiet : Style(part.phase.ink, bold: part.phase == current)
      x = frame.put("\(part.name) \(part.minutes)", x: x, y: y, style: style)
    }
  }

  private static let vowels: Set<Character> = Set("aáàâeéèêiíîoóöőôuúüűûy")

  /// As much as fits: phases that are not planned go first, then names are cut to four and two letters
  /// (to the consonant before, where that is a vowel), then the points between; in the end, the phases the room is not at.
  private static func fitting(
    _ all: [Part], current: Phase?, _ width: Int
  ) -> (parts: [Part], separator: String)? {
    let planned = all.filter { $0.minutes != "–" }
    guard !planned.isEmpty else { return nil }
    let cut = { (letters: Int) in
      planned.map { part -> Part in
        var part = part
        guard part.name.count > letters + 1 else { return part }
        var start = part.name.prefix(letters)
        while start.count > 2, let last = start.last, Self.vowels.contains(last) {
          start.removeLast()
        }
        part.name = start + "."
        return part
      }
    }
    let short = planned.map { part -> Part in
      var part = part
      part.name = String(part.name.prefix(2))
      return part
    }
    let choices = [
      (all, " · "), (planned, " · "), (cut(4), " · "), (cut(2), " · "), (short, " "),
    ]
    let wanted = choices.first { parts, separator in
      parts.reduce(0) { $0 + $1.width } + (parts.count - 1) * separator.count <= width
    }
    if let wanted { return wanted }
    return (planned.filter { $0.phase == current }, "")
  }
}
