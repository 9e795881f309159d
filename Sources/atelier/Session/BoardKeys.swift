import Terminal
import WorkshopCore

/// The facilitator's keys at a board: walk the wall, tidy it, show it.
enum BoardKeys {
  static func bindings(_ scene: Scene, _ board: Board) -> [Binding] {
    let isJourney = scene.journey(of: board) != nil
    let fixed: Phrase? =
      isJourney
      ? "A journey has its own stages"
      : board.canvas != nil ? "A canvas has its own blocks" : nil
    let arrange = ArrangeKeys.atBoard(scene, board)
    // What the way of working asks for is hinted before what a wall is tidied with.
    let way = (arrange ?? []) + WritingKeys.bindings(scene, board)
    return way + CanvasKeys.atBoard(scene, board) + FeedbackKeys.atBoard(scene, board)
      + cards(scene, board) + clusters(scene, board, fixed) + wall(scene, fixed)
      + (arrange == nil ? walk : []) + leave
  }

  /// What is done to the selected card, or to all that are marked.
  private static func cards(_ scene: Scene, _ board: Board) -> [Binding] {
    let nothing: Phrase? = scene.selected(on: board) == nil ? "Choose a card first" : nil
    let none: Phrase? = scene.chosen(on: board).isEmpty ? "Choose a card first" : nil
    let isJourney = scene.journey(of: board) != nil
    var bindings = [
      Binding(.enter, .character("e"), do: .editCard, hint: "edit", unless: nothing),
      Binding(.character("a"), do: .addCard, hint: "add"),
      Binding(.character("m"), do: .moveCard, hint: "move", unless: none),
      Binding(.character("v"), do: .addVoice, hint: "voice", unless: nothing),
      Binding(.character("x"), .delete, do: .binCard, hint: "bin", unless: none),
      Binding(.tab, do: .mark, hint: "mark", unless: nothing),
      Binding(.backTab, do: .markUp, unless: nothing),
      Binding(.character("M"), do: .mergeCards, hint: "merge", unless: none),
      Binding(
        .character("U"), do: .unmerge,
        unless: nothing ?? (scene.selected(on: board)?.isMerged == true ? nil : Action.notMerged)),
      Binding(.character("|"), do: .splitCard, unless: nothing),
    ]
    if !isJourney {
      bindings.append(
        Binding(.character("f"), do: .spotlight, hint: "spotlight", unless: nothing))
    }
    return bindings
  }

  private static func clusters(_ scene: Scene, _ board: Board, _ fixed: Phrase?) -> [Binding] {
    [
      Binding(.character("c"), do: .newCluster, hint: "cluster", unless: fixed),
      Binding(.character("g"), do: .suggestClusters, hint: "suggest", unless: fixed),
      Binding(.character("r"), do: .renameCluster, unless: fixed),
      Binding(.character("D"), do: .dissolveCluster, unless: fixed),
    ]
  }

  private static func wall(_ scene: Scene, _ fixed: Phrase?) -> [Binding] {
    [
      Binding(.character("P"), do: .makeProject, hint: "project"),
      Binding(.character("O"), do: ProjectsPanel.open),
      Binding(.character("/"), do: .filter, hint: "filter"),
      Binding(.character("S"), do: .nextSort, unless: fixed),
      Binding(.character("C"), do: .nextColumns, unless: fixed),
      Binding(
        .character("p"), do: .showBoard,
        hint: scene.workshop.spotlit == nil ? "show" : "take off the stage"),
      Binding(.character("t"), do: .takeBack),
      Binding(.character("o"), do: .boards),
    ]
  }

  private static let walk = [
    Binding(.down, .character("j"), do: step("card-down", "Down", dx: 0, dy: 1)),
    Binding(.up, .character("k"), do: step("card-up", "Up", dx: 0, dy: -1)),
    Binding(.right, .character("l"), do: step("card-right", "Right", dx: 1, dy: 0)),
    Binding(.left, .character("h"), do: step("card-left", "Left", dx: -1, dy: 0)),
    Binding(.pageDown, do: step("cards-down", "A page of cards down", dx: 0, dy: 8)),
    Binding(.pageUp, do: step("cards-up", "A page of cards up", dx: 0, dy: -8)),
  ]

  private static let leave = [
    Binding(.alt("f"), do: .facts),
    Binding(.escape, do: .leaveBoard, hint: "agenda"),
  ]

  /// Walks the wall: up and down within a column, left and right between columns.
  static func step(_ id: String, _ phrase: Phrase, dx: Int, dy: Int) -> Action {
    Action(id, phrase) { scene in
      guard let board = scene.board else { return .nothing }
      let groups = scene.groups(of: board)
      guard !groups.isEmpty else { return .nothing }
      guard board.canvas == nil, scene.journey(of: board) == nil, let card = scene.focus.card else {
        return step(scene, board, groups, dx: dx, dy: dy)
      }
      let room = FacilitatorView.wall(in: scene.size)
      let layout = Wall.layout(scene, board, in: room, onStage: false)
      if dx != 0, let next = layout.beside(card, dx: dx) {
        return .focus(of: scene) {
          $0.card = next.card.id
          $0.zone = groups[next.group].id
        }
      }
      return step(scene, board, groups, dx: dx, dy: dy, across: layout.across(card))
    }
  }

  private static func step(
    _ scene: Scene, _ board: Board, _ groups: [Group], dx: Int, dy: Int, across: Int = 1
  ) -> Outcome {
    let isJourney = scene.journey(of: board) != nil
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
      let next = row.map { $0 + dy * across } ?? (dy > 0 ? 0 : groups[to].cards.count - 1)
      let isBeyond = !groups[to].cards.indices.contains(next)
      // A page that is not full ends at the last card; a line that is not full has none below.
      row =
        isBeyond && abs(dy) == 1 && across > 1 ? row : max(0, min(next, groups[to].cards.count - 1))
    }
    let cards = groups[to].cards
    return .focus(of: scene) {
      $0.zone = groups[to].id
      $0.card = row.flatMap { cards.indices.contains($0) ? cards[$0].id : nil }
    }
  }
}
