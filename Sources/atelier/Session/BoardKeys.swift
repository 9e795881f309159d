import Terminal
import Workshop

/// The facilitator's keys at a board: walk the wall, tidy it, show it.
enum BoardKeys {
  static func bindings(_ scene: Scene, _ board: Board) -> [Binding] {
    let nothing: Phrase? = scene.selected(on: board) == nil ? "Choose a card first" : nil
    let isJourney = scene.journey(of: board) != nil
    let fixed: Phrase? =
      isJourney
      ? "A journey has its own stages"
      : board.canvas != nil ? "A canvas has its own blocks" : nil
    return [
      Binding(.enter, .character("e"), do: .editCard, hint: "edit", unless: nothing),
      Binding(.character("a"), do: .addCard, hint: "add"),
      Binding(.character("m"), do: .moveCard, hint: "move", unless: nothing),
      Binding(.character("c"), do: .newCluster, hint: "cluster", unless: fixed),
      Binding(.character("v"), do: .addVoice, hint: "voice", unless: nothing),
      Binding(.character("x"), .delete, do: .binCard, hint: "bin", unless: nothing),
      Binding(.character("p"), do: .showBoard, hint: "show"),
      Binding(.character("r"), do: .renameCluster, unless: fixed),
      Binding(.character("t"), do: .takeBack),
      Binding(.character("P"), do: .makeProject, hint: "project"),
      Binding(.character("O"), do: ProjectsPanel.open),
      Binding(.character("/"), do: .filter, hint: "filter"),
      Binding(.character("o"), do: .boards),
      Binding(.down, .character("j"), do: step("card-down", "Down", dx: 0, dy: 1)),
      Binding(.up, .character("k"), do: step("card-up", "Up", dx: 0, dy: -1)),
      Binding(.right, .character("l"), do: step("card-right", "Right", dx: 1, dy: 0)),
      Binding(.left, .character("h"), do: step("card-left", "Left", dx: -1, dy: 0)),
      Binding(.alt("f"), do: .facts),
      Binding(.escape, do: .leaveBoard, hint: "agenda"),
    ] + (isJourney ? JourneyKeys.onBoard : [PainKeys.atDesk(scene)])
  }

  /// Walks the wall: up and down within a column, left and right between columns.
  private static func step(_ id: String, _ phrase: Phrase, dx: Int, dy: Int) -> Action {
    Action(id, phrase) { scene in
      guard let board = scene.board else { return .nothing }
      let groups = scene.groups(of: board)
      let isJourney = scene.journey(of: board) != nil
      guard !groups.isEmpty else { return .nothing }
      var column = groups.firstIndex { $0.cards.contains { $0.id == scene.focus.card } }
      column = column ?? groups.firstIndex { $0.id == scene.focus.zone && scene.focus.zone != nil }
      let from = column ?? 0
      var row = groups[from].cards.firstIndex { $0.id == scene.focus.card }
      var to = from
      if dx != 0 {
        // Empty columns are stepped over, except where a block or a stage is chosen to be filled.
        repeat {
          to += dx
        } while board.canvas == nil && !isJourney && groups.indices.contains(to)
          && groups[to].cards.isEmpty
        if !groups.indices.contains(to) { to = from }
        row = min(row ?? 0, groups[to].cards.count - 1)
      } else {
        let next = (row ?? (dy > 0 ? -1 : groups[to].cards.count)) + dy
        row = max(0, min(next, groups[to].cards.count - 1))
      }
      let cards = groups[to].cards
      return .focus(of: scene) {
        $0.zone = groups[to].id
        $0.card = row.flatMap { cards.indices.contains($0) ? cards[$0].id : nil }
      }
    }
  }
}
