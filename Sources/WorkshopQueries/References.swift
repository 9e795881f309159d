import WorkshopCore

/// What a plan names by id, held against what there is.
///
/// The program goes on without what it cannot find, and silently: a misspelt board leaves the
/// note-takers without one.
struct References {
  private let known: Review.Known
  private let boards: Set<BoardID>
  private let themes: Set<String>

  init(_ plan: Plan, _ known: Review.Known) {
    self.known = known
    boards = known.boards.union(plan.boards.map(\.id)).union(Workshop.ownBoards).union([
      Workshop.parking
    ])
    themes = Set(plan.themes.map(\.id))
  }

  /// What an activity is by its kind.
  func traits(of activity: Activity) -> KindTraits { known.kinds[activity.kind] ?? [] }

  /// What is wrong with what the boards name.
  func onBoards(of plan: Plan) -> [PlanDiagnostic] {
    plan.boards.flatMap { board in
      let named: [(PlanDiagnostic.Reference, String?)] = [
        (.sheet, board.sheet), (.canvas, board.canvas),
      ]
      return missing(named).map { PlanDiagnostic(.unknown($0, id: $1, board: board.id)) }
    }
  }

  /// What is wrong with what an activity names.
  func points(of activity: Activity) -> [PlanDiagnostic.Point] {
    let named: [(PlanDiagnostic.Reference, String?)] =
      [
        (.board, activity.board), (.board, activity.each), (.sheet, activity.sheet),
        (.canvas, activity.canvas), (.deck, activity.deck), (.warmUp, activity.warmUp),
        (.method, activity.method),
      ] + activity.rounds.map { (.theme, $0.theme) }
    return missing(named).map { .unknown($0, id: $1, board: nil) } + poll(of: activity)
  }

  /// A vote takes its options from its activity's board, so that it cannot do without one.
  private func poll(of activity: Activity) -> [PlanDiagnostic.Point] {
    guard traits(of: activity).contains(.vote) else { return [] }
    var points: [PlanDiagnostic.Point] = []
    if (activity.board ?? "").isEmpty { points.append(.voteWithoutBoard) }
    if let plan = activity.poll, plan.method.asks(.dots), let dots = plan.dots, let cap = plan.cap,
      cap > dots
    {
      points.append(.capAboveDots(cap: cap, dots: dots))
    }
    return points
  }

  /// The references that lead nowhere, each once.
  private func missing(
    _ named: [(PlanDiagnostic.Reference, String?)]
  ) -> [(PlanDiagnostic.Reference, String)] {
    var seen: Set<PlanDiagnostic.Point> = []
    return named.compactMap { reference, id in
      guard let id, !id.isEmpty, !ids(of: reference).contains(id),
        seen.insert(.unknown(reference, id: id, board: nil)).inserted
      else { return nil }
      return (reference, id)
    }
  }

  private func ids(of reference: PlanDiagnostic.Reference) -> Set<String> {
    switch reference {
    case .board: boards
    case .theme: themes
    case .sheet: known.sheets
    case .canvas: known.canvases
    case .deck: known.decks
    case .warmUp: known.warmUps
    case .method: known.methods
    }
  }
}
