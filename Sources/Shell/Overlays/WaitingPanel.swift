package import Languages
package import Terminal
import WorkshopCore

/// What stands where something will open that takes a while: much to compare, a disk to read.
package struct WaitingPanel: Overlay {
  private let title: Phrase
  /// What stands here again where nothing opens.
  private let back: (any Overlay)?
  /// When it was opened, ms: tells it from another.
  package let since: Int64
  /// Done aside.
  package let work: @Sendable () -> Opened

  /// Opens it and has its work done aside.
  ///
  /// - Parameter back: the topmost overlay, in whose place it stands meanwhile; nil: it lies over what is open.
  package static func opened(
    _ title: Phrase, _ scene: Scene, inPlaceOf back: (any Overlay)? = nil,
    work: @escaping @Sendable () -> Opened
  ) -> Outcome {
    let panel = WaitingPanel(
      title: title, back: back, since: scene.now.milliseconds, work: work)
    var outcome: Outcome = back == nil ? .open(panel, scene) : .replace(panel, scene)
    outcome.effect = .work
    return outcome
  }

  private init(
    title: Phrase, back: (any Overlay)?, since: Int64, work: @escaping @Sendable () -> Opened
  ) {
    self.title = title
    self.back = back
    self.since = since
    self.work = work
  }

  package func bindings(_ scene: Scene) -> [Binding] {
    [Binding(.escape, .character("q"), do: .leave, hint: "close")]
  }

  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    _ = Panel.draw(scene.say(title), into: &frame, in: rect)
  }

  /// Puts what was worked out in its place.
  fileprivate func settle(_ opened: Opened, _ scene: inout Scene) {
    scene.focus.overlays.removeLast()
    switch opened {
    case .overlay(let overlay): scene.focus.open(overlay, scene)
    case .refused(let reason):
      scene.focus.overlays += back.map { [$0] } ?? []
      scene.notice(reason, isWarning: true)
    }
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

extension Scene {
  /// Gives what was done aside to the panel that waits for it since a moment, ms; nobody may.
  package mutating func take(_ opened: Opened, since: Int64) {
    guard let panel = focus.overlay as? WaitingPanel, panel.since == since else { return }
    panel.settle(opened, &self)
  }
}
