package import Languages
package import Terminal
import WorkshopCore

/// What stands where something will open that takes a while to work out.
package struct WaitingPanel: Overlay {
  private let title: Phrase
  /// When it was opened, ms: tells it from another.
  package let since: Int64
  /// Worked out aside.
  package let work: @Sendable () -> Opened

  /// Opens it and has its work done aside.
  package static func opened(
    _ title: Phrase, _ scene: Scene, work: @escaping @Sendable () -> Opened
  ) -> Outcome {
    let panel = WaitingPanel(title: title, since: scene.now.milliseconds, work: work)
    var outcome = Outcome.open(panel, scene)
    outcome.effect = .work
    return outcome
  }

  private init(title: Phrase, since: Int64, work: @escaping @Sendable () -> Opened) {
    self.title = title
    self.since = since
    self.work = work
  }

  package func bindings(_ scene: Scene) -> [Binding] {
    [Binding(.escape, .character("q"), do: .leave, hint: "close")]
  }

  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    _ = Panel.draw(scene.say(title), into: &frame, in: rect)
  }
}

/// What something opens as, or why it does not.
package enum Opened: Sendable {
  case overlay(any Overlay)
  case refused(Phrase)

  /// Over what is open.
  package func opened(_ scene: Scene) -> Outcome {
    switch self {
    case .overlay(let overlay): .open(overlay, scene)
    case .refused(let reason): .refused(reason)
    }
  }
}

/// What was done aside.
package enum Arrival: Sendable {
  case file(FileArrival)
  /// What a panel waited for that was opened at a moment, ms.
  case worked(Opened, since: Int64)
}

extension Scene {
  /// Gives what was done aside to whoever waits for it; nobody may.
  package mutating func take(_ arrival: Arrival) {
    switch arrival {
    case .file(let file):
      guard let panel = focus.overlay as? FilePanel, let next = panel.taking(file, self) else {
        return
      }
      focus.overlays[focus.overlays.count - 1] = next
    case .worked(let opened, let since):
      guard let panel = focus.overlay as? WaitingPanel, panel.since == since else { return }
      focus.overlays.removeLast()
      switch opened {
      case .overlay(let overlay): focus.open(overlay, self)
      case .refused(let reason): notice(reason, isWarning: true)
      }
    }
  }
}
