import Assets
import Shell
import WorkshopCore
import WorkshopQueries

/// A method put into a plan: the activity that runs it, with the board or the canvas that it needs.
enum MethodPlan {
  /// The changes, each an event of its own.
  ///
  /// - Parameter room: minutes that are free; nil: as many as it takes.
  static func events(
    _ method: WayOfWorking, into session: String, after other: ActivityID?, room: Int? = nil,
    _ scene: Scene
  ) -> [Event] {
    let (board, making) = board(for: method, after: other, scene)
    let activity = method.activity(
      of: kind(of: method, scene.features).id, in: scene.workshop.plan.language,
      tables: scene.workshop.tableNumbers.count, board: board, room: room)
    return PlanMaking.change(making)
      + PlanMaking.change([.activityAdded(session: session, after: other, activity: activity)])
  }

  /// The kind of its activity: a vote's, a canvas's, else that of any board.
  static func kind(of method: WayOfWorking, _ features: Features) -> ActivityKind {
    let trait: KindTraits? = method.poll != nil ? .vote : method.canvas != nil ? .canvas : nil
    return trait.flatMap { wanted in features.kinds.first { $0.traits.contains(wanted) } }
      ?? features.plain
  }

  /// The board that it works on: its own, with its columns or its canvas; else one of its cards' sheet;
  /// else the one of the activity before it.
  private static func board(
    for method: WayOfWorking, after other: ActivityID?, _ scene: Scene
  ) -> (board: BoardID?, making: [PlanChange]) {
    let plan = scene.workshop.plan
    let language = plan.language
    if let own = method.board {
      let columns = Set(own.zones.map(\.id))
      // A table of risks or of actions is one for the whole programme.
      let there = plan.boards.first {
        own.sheet != nil && $0.sheet == own.sheet && columns.isSubset(of: $0.zones.map(\.id))
      }
      if let there { return (there.id, []) }
      var board = own.resolved(in: language)
      board.id = scene.workshop.newID(ofBoard: own.id)
      return (board.id, [.boardAdded(board: board)])
    }
    if let canvas = method.canvas {
      let title = method.title.resolved(in: language)
      let board = Board(
        id: scene.workshop.newID(ofBoard: canvas), title: title,
        question: method.question?.resolved(in: language), canvas: canvas)
      return (board.id, [.boardAdded(board: board)])
    }
    let before = plan.activity(other)?.board.flatMap(plan.board)
    if method.sheet == nil, let before, before.sheet != "parking", before.canvas == nil {
      return (before.id, [])
    }
    return PlanMaking.board(
      for: .init(of: method.sheet ?? "idea"), called: method.title.text(in: language),
      after: other, scene)
  }
}
