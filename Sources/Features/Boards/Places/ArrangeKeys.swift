import Cards
package import Languages
package import Shell
import Terminal
package import WorkshopCore

/// The keys that place cards on a matrix and put them in order.
package enum ArrangeKeys {
  /// How the facilitator walks a board whose cards have places or numbers; nil: as on a wall.
  package static func atBoard(_ scene: Scene, _ board: Board) -> [Binding]? {
    scene.matrix(of: board) != nil ? plane : scene.isOrdered(board) ? list : nil
  }

  package static let plane = [
    Binding(.left, do: left, hint: "place##a card"), Binding(.right, do: right),
    Binding(.up, do: up), Binding(.down, do: down),
    Binding(.character("j"), do: next, hint: "next card"),
    Binding(.character("k"), do: previous),
  ]

  package static let list = [
    Binding(.character("K"), .shiftUp, do: higher, hint: "higher"),
    Binding(.character("J"), .shiftDown, do: lower, hint: "lower"),
    Binding(.down, .character("j"), do: next), Binding(.up, .character("k"), do: previous),
  ]

  /// What a note-taker presses to do the same, where there is something to place.
  package static func atNotes(_ scene: Scene) -> [Binding] {
    guard let board = scene.board, scene.arranged(on: board) != nil else { return [] }
    return inNotes(hint: scene.matrix(of: board) == nil ? "order" : "place##a card")
  }

  package static func inNotes(hint: Phrase) -> [Binding] {
    [Binding(.function(3), do: ArrangePanel.open, hint: hint)]
  }

  static let next = choose("next-card", "Next card", 1)
  static let previous = choose("previous-card", "Previous card", -1)
  static let left = place("place-left", "Less on the horizontal axis", dx: -1, dy: 0)
  static let right = place("place-right", "More on the horizontal axis", dx: 1, dy: 0)
  static let up = place("place-up", "More on the vertical axis", dx: 0, dy: 1)
  static let down = place("place-down", "Less on the vertical axis", dx: 0, dy: -1)
  static let higher = rank("rank-higher", "Move the card up the list", -1)
  static let lower = rank("rank-lower", "Move the card down the list", 1)

  private static func choose(_ id: String, _ phrase: Phrase, _ step: Int) -> Action {
    Action(id, phrase) { scene in
      guard let board = scene.board, let cards = scene.arranged(on: board), !cards.isEmpty else {
        return .nothing
      }
      let wanted = scene.groups(of: board).flatMap(\.cards)
      let list = wanted.isEmpty ? cards : wanted
      guard let at = list.firstIndex(where: { $0.id == scene.inHand(on: board)?.id }) else {
        return scene.arranging(scene.arranging(on: board)?.id ?? list[0].id)
      }
      return scene.arranging(list[(at + step + list.count) % list.count].id)
    }
  }

  private static func place(_ id: String, _ phrase: Phrase, dx: Int, dy: Int) -> Action {
    Action(id, phrase) { scene in
      guard let board = scene.board, let matrix = scene.matrix(of: board) else {
        return .refused("This board has no axes")
      }
      guard let card = scene.arranging(on: board) else { return .refused("Choose a card first") }
      let old = matrix.place(of: card)
      // What has no place yet comes down in the middle, a step to where the arrow points.
      var new = old ?? .middle
      new.x = clamp(new.x + dx)
      new.y = clamp(new.y + dy)
      var outcome = scene.arranging(card.id)
      outcome.events = [
        (matrix.across.field, old?.x, new.x), (matrix.up.field, old?.y, new.y),
      ].filter { $0.1 != $0.2 }.map { field, _, value in
        .fieldsSet(field: field, values: [card.id: String(value)])
      }
      return outcome
    }
  }

  private static func clamp(_ value: Int) -> Int {
    min(max(value, Matrix.span.lowerBound), Matrix.span.upperBound)
  }

  private static func rank(_ id: String, _ phrase: Phrase, _ step: Int) -> Action {
    Action(id, phrase) { scene in
      guard let board = scene.board, scene.isOrdered(board) else {
        return .refused("This board is not a numbered list")
      }
      guard let card = scene.arranging(on: board) else { return .refused("Choose a card first") }
      let list = scene.workshop.ordered(on: board.id)
      let at = list.firstIndex { $0.id == card.id } ?? 0
      let ranks = scene.workshop.ranks(moving: card.id, to: at + step)
      var outcome = scene.arranging(card.id)
      if !ranks.isEmpty { outcome.events = [.fieldsSet(field: Card.rank, values: ranks)] }
      return outcome
    }
  }
}

extension Scene {
  /// The panel's card, or the selected one.
  fileprivate func inHand(on board: Board) -> Card? {
    guard let panel = focus.overlay as? ArrangePanel else { return selected(on: board) }
    return workshop.card(panel.card).flatMap { $0.board == board.id && !$0.isGone ? $0 : nil }
  }

  /// The card that is being placed: the chosen one, else the first without a place.
  fileprivate func arranging(on board: Board) -> Card? {
    let chosen = inHand(on: board)
    guard chosen == nil, let cards = arranged(on: board) else { return chosen }
    guard let matrix = matrix(of: board) else { return cards.first }
    return cards.first { matrix.place(of: $0) == nil } ?? cards.first
  }

  /// Chooses a card, in the panel or at the board.
  fileprivate func arranging(_ card: CardID) -> Outcome {
    if var panel = focus.overlay as? ArrangePanel {
      panel.card = card
      return .replace(panel, self)
    }
    return .focus(of: self) { $0.card = card }
  }
}
