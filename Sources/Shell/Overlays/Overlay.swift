package import Journaling
import Languages
package import Terminal
import WorkshopCore

/// What lies over a view: a page to read, a menu, a line to type, a card's form, a panel of a feature.
///
/// While it is open no other keys work than its own and those that lead back to it. It lies on the
/// terminal of whoever opened it, so the room never sees one on the projector.
package protocol Overlay: Sendable {
  func bindings(_ scene: Scene) -> [Binding]

  /// What typing does, where the key is none of its bindings'.
  func typing(_ key: Key, _ scene: Scene) -> Outcome

  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect)

  /// The text being typed, for the person's own editor; nil where no line of it can be taken there.
  var typed: String? { get set }

  /// Where what is typed in it belongs; nil where nothing of it is kept, as where it only narrows a list.
  var place: TypedPlace? { get }

  /// What was typed in it and not given yet; nil where nothing was.
  var unfinished: TypedText? { get }

  /// What of that is kept when it is left.
  var worthKeeping: TypedText? { get }

  /// The same, opened for a place.
  func placed(at place: TypedPlace, with details: [String: String]) -> any Overlay

  /// The same with what was typed in it before; nil where it has no room for that any more.
  func resuming(_ typed: TypedText, _ scene: Scene) -> (any Overlay)?

  /// Part of the texts that alone are shown while it is open; nil: it narrows nothing.
  var filter: String? { get }

  /// The same overlay as the state has it now; nil where it reads the state whenever it is drawn.
  func renewed(_ scene: Scene) -> (any Overlay)?

  /// Whether it stands beside the view rather than over it.
  func isBeside(_ rect: Rect, _ scene: Scene) -> Bool
}

extension Overlay {
  package func typing(_ key: Key, _ scene: Scene) -> Outcome { Keymap.otherCase(key, scene) }
  package var typed: String? {
    get { nil }
    set {}
  }
  package var place: TypedPlace? { nil }
  package var unfinished: TypedText? { nil }
  package var worthKeeping: TypedText? { unfinished }
  package func placed(at place: TypedPlace, with details: [String: String]) -> any Overlay { self }
  package func resuming(_ typed: TypedText, _ scene: Scene) -> (any Overlay)? {
    var resumed = self
    resumed.typed = typed.text
    return resumed
  }
  package var filter: String? { nil }
  package func renewed(_ scene: Scene) -> (any Overlay)? { nil }
  package func isBeside(_ rect: Rect, _ scene: Scene) -> Bool { false }
}

extension Action {
  /// Esc, in every overlay.
  package static let leave = Action("leave", "Close") { .leave($0) }
}

extension Outcome {
  /// Lays something over the view, with the text that was left there.
  package static func open(_ overlay: any Overlay, _ scene: Scene) -> Outcome {
    focus(of: scene) { $0.open(overlay, scene) }
  }

  /// Puts a changed overlay in the topmost one's place; nil: nothing changed.
  package static func replace(_ overlay: (any Overlay)?, _ scene: Scene) -> Outcome {
    guard let overlay else { return .nothing }
    return focus(of: scene) { $0.overlays[$0.overlays.count - 1] = overlay }
  }

  /// Takes the topmost overlay away.
  package static func close(_ scene: Scene) -> Outcome {
    focus(of: scene) { _ = $0.overlays.popLast() }
  }

  /// The same outcome with the topmost overlay taken away as well.
  package func closing(_ scene: Scene) -> Outcome {
    var outcome = self
    var focus = outcome.focus ?? scene.focus
    if focus.overlays.count == scene.focus.overlays.count { _ = focus.overlays.popLast() }
    outcome.focus = focus
    return outcome
  }
}
