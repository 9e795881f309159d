import Cards
import Languages
package import Shell
package import Terminal
import WorkshopCore

/// What the mouse does: a click selects, dragging moves a card to another column, the wheel is the
/// arrows. All of it can be done by keys.
package enum Pointer {
  /// - Parameter targets: what lies under the pointer in the frame that was last shown, topmost first.
  package static func decide(_ mouse: Mouse, over targets: [Target], _ scene: Scene) -> Outcome {
    switch (mouse.kind, mouse.button) {
    case (.wheelUp, _): return Keymap.decide(.up, scene)
    case (.wheelDown, _): return Keymap.decide(.down, scene)
    case (.press, .left): return press(targets, scene)
    case (.drag, _): return drag(targets, scene)
    case (.release, _): return drop(targets, scene)
    default: return .nothing
    }
  }

  private static func press(_ targets: [Target], _ scene: Scene) -> Outcome {
    guard scene.focus.overlay == nil, let column = column(targets) else { return .nothing }
    let card = targets.first { $0.kind == Wall.cardKind }?.id
    return .focus(of: scene) {
      $0.card = card
      $0.zone = column.isEmpty ? nil : column
      $0.dragged = card
      $0.drop = nil
    }
  }

  private static func drag(_ targets: [Target], _ scene: Scene) -> Outcome {
    guard scene.focus.dragged != nil else { return .nothing }
    let column = column(targets)
    if column == scene.focus.drop { return .nothing }
    return .focus(of: scene) { $0.drop = column }
  }

  private static func drop(_ targets: [Target], _ scene: Scene) -> Outcome {
    guard let id = scene.focus.dragged else { return .nothing }
    var outcome = Outcome.focus(of: scene) {
      $0.dragged = nil
      $0.drop = nil
    }
    guard let board = scene.board, let card = scene.workshop.card(id), let to = column(targets),
      case let groups = scene.groups(of: board),
      let from = groups.first(where: { $0.cards.contains { $0.id == id } }), from.id ?? "" != to
    else { return outcome }
    let marked = scene.marked(on: board)
    let cards = marked.contains { $0.id == id } ? marked : [card]
    outcome.focus?.marked = []
    outcome.focus?.zone = to.isEmpty ? nil : to
    outcome.events = Action.move(cards, to: to, on: board)
    let title = groups.first { $0.id ?? "" == to }?.title ?? ""
    outcome.notice = "Moved to “\(title)”; u takes it back"
    return outcome
  }

  private static func column(_ targets: [Target]) -> String? {
    targets.first { $0.kind == Wall.groupKind }?.id
  }
}

extension Action {
  /// The terminal selects text with the mouse only while the program leaves it alone.
  package static let toggleMouse = Action(
    "toggle-mouse", "Mouse: used here, or left to the terminal"
  ) {
    scene in
    var outcome = Outcome.focus(of: scene) { $0.usesMouse.toggle() }
    outcome.notice =
      scene.focus.usesMouse
      ? "The mouse selects text now; Ctrl-T takes it back" : "The mouse selects and drags cards now"
    return outcome
  }
}

extension Scene {
  /// The projector and those who type have no use for it.
  package var wantsMouse: Bool { role == .facilitator && !focus.isOnStage && focus.usesMouse }
}
