import Cards
import Languages
package import Shell
import Terminal
import WorkshopCore

/// One card over the whole desk; a key shows it to the room, the arrows go from card to card.
struct SpotlightPanel: Overlay {
  func bindings(_ scene: Scene) -> [Binding] {
    let card = scene.workshop.card(scene.focus.card)
    let isShown = scene.workshop.spotlit != nil && scene.workshop.spotlit == scene.focus.card
    return [
      Binding(
        .character("p"), do: Self.show,
        hint: isShown ? "take off the projector" : "to the projector"),
      Binding(
        .right, .down, .character("l"), .character("j"),
        do: Self.step("next-card", "The next card", by: 1), hint: "next##in a list"),
      Binding(
        .left, .up, .character("h"), .character("k"),
        do: Self.step("previous-card", "The card before", by: -1), hint: "previous"),
      Binding(.enter, .character("e"), do: .editCard, hint: "edit"),
      Binding(.character("v"), do: .addVoice, hint: "+1"),
      Binding(
        .character("U"), do: .unmerge, hint: "take apart",
        unless: card?.isMerged == true ? nil : Action.notMerged),
      Binding(.character(" "), do: .toggleCountdown, unless: idle(scene)),
      Binding(.character("+"), .character("="), do: .minuteMore, unless: idle(scene)),
      Binding(.character("-"), do: .minuteLess, unless: idle(scene)),
      Binding(.character("u"), do: .undo),
      Binding(.escape, .character("f"), .character("q"), do: Self.leave, hint: "close"),
    ]
  }

  private func idle(_ scene: Scene) -> Phrase? {
    scene.current == nil ? "Nothing has started: press n" : nil
  }

  /// What the room goes on looking at is said: the desk no longer shows it.
  private static let leave = Action("leave", "Close") { scene in
    var outcome = Outcome.close(scene)
    if scene.workshop.spotlit != nil {
      outcome.notice = "The card is still on the projector; p takes it off"
    }
    return outcome
  }

  private static let show = Action("show-card", "Show this card on the projector, or take it off") {
    scene in
    guard let card = scene.focus.card else { return .refused("Choose a card first") }
    let isShown = scene.workshop.spotlit == card
    return .event(
      .cardShown(card: isShown ? nil : card),
      notice: isShown ? "The projector is back at the activity" : "The projector shows this card")
  }

  /// While the room looks at a card, it is taken along to the next.
  private static func step(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard let board = scene.board else { return .nothing }
      let walk = scene.walk(of: board)
      let place = walk.firstIndex { $0.id == scene.focus.card } ?? 0
      guard walk.indices.contains(place + step) else {
        return .refused(step > 0 ? "That was the last card" : "This is the first card")
      }
      let next = walk[place + step].id
      var outcome = Outcome.focus(of: scene) { $0.card = next }
      if scene.workshop.spotlit != nil { outcome.events = [.cardShown(card: next)] }
      return outcome
    }
  }

  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let walk = scene.board.map(scene.walk(of:)) ?? []
    let place = walk.firstIndex { $0.id == scene.focus.card }
    let title = scene.board.map(scene.title(of:)) ?? ""
    let inner = Panel.draw(title, into: &frame, in: rect)
    let marks = [
      place.map { scene.say("\($0 + 1) of \(walk.count)") },
      scene.workshop.spotlit == scene.focus.card ? scene.say("on screen") : nil,
    ].compactMap { $0 }.joined(separator: " · ")
    frame.put(marks, x: inner.maxX - Text.width(marks), y: rect.y + 1, style: .quiet)
    guard let card = scene.workshop.card(scene.focus.card), !card.isGone else { return }
    Spotlight.draw(scene, card, into: &frame, in: inner, onStage: false)
  }
}

extension Action {
  package static let spotlight = Action("spotlight", "Look at one card large") { scene in
    guard let board = scene.board, scene.selected(on: board) != nil else {
      return .refused("Choose a card first")
    }
    return .open(SpotlightPanel(), scene)
  }
}
