import Boards
import Cards
import Languages
import Projects
import Shell
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
      + FactKeys.atBoard(scene, board)
      + ((arrange == nil ? walk.hintedEarly() : []) + cards(scene, board)
      + clusters(scene, board, fixed) + wall(scene, fixed) + leave).about(.cards)
  }

  /// What is done to the selected card, or to all that are marked.
  private static func cards(_ scene: Scene, _ board: Board) -> [Binding] {
    let nothing: Phrase? = scene.selected(on: board) == nil ? "Choose a card first" : nil
    let none: Phrase? = scene.chosen(on: board).isEmpty ? "Choose a card first" : nil
    let isJourney = scene.journey(of: board) != nil
    let first = [
      Binding(.enter, .character("e"), do: .editCard, hint: "edit", unless: nothing),
      Binding(.character("a"), do: .addCard, hint: "add"),
    ]
    var bindings =
      first.hintedEarly() + [
        Binding(.character("m"), do: .moveCard, hint: "move", unless: none),
        Binding(.character("v"), do: .addVoice, hint: "+1", unless: nothing),
        Binding(.character("x"), .delete, do: .binCard, hint: "bin", unless: none),
        Binding(.tab, do: .mark, hint: "select", unless: nothing),
        Binding(.backTab, do: .markUp, unless: nothing),
        Binding(.character("M"), do: .mergeCards, hint: "merge", unless: none),
        Binding(
          .character("U"), do: .unmerge,
          unless: nothing ?? (scene.selected(on: board)?.isMerged == true ? nil : Action.notMerged)),
        Binding(.character("|"), do: .splitCard, unless: nothing),
      ]
    if !isJourney {
      bindings.append(
        Binding(.character("f"), do: .spotlight, hint: "enlarge", unless: nothing))
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
        hint: scene.workshop.spotlit == nil ? "show" : "take off the projector"),
      Binding(.character("t"), do: .takeBack),
      Binding(.character("o"), do: .boards),
      Binding(.control("o"), do: .takeInCards),
    ]
  }

  private static let walk = [
    Binding(
      .down, .character("j"), do: WallSteps.step("card-down", "Down", dx: 0, dy: 1),
      hint: "card", naming: [.up, .down, .left, .right]),
    Binding(.up, .character("k"), do: WallSteps.step("card-up", "Up", dx: 0, dy: -1)),
    Binding(.right, .character("l"), do: WallSteps.step("card-right", "Right", dx: 1, dy: 0)),
    Binding(.left, .character("h"), do: WallSteps.step("card-left", "Left##arrow", dx: -1, dy: 0)),
    Binding(.pageDown, do: WallSteps.step("cards-down", "A page of cards down", dx: 0, dy: 8)),
    Binding(.pageUp, do: WallSteps.step("cards-up", "A page of cards up", dx: 0, dy: -8)),
  ]

  private static let leave =
    [Binding(.alt("f"), do: .facts)]
    + [Binding(.escape, do: .leaveBoard, hint: "agenda")].hintedEarly()
}
