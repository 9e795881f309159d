package import Assets
package import Terminal
package import WorkshopCore

/// What this program knows beyond the shell: what features bring, each in one list.
package struct Features: Sendable {
  /// Every kind of activity.
  package var kinds: [ActivityKind]
  /// What a kind that nobody knows is drawn as.
  package var plain: ActivityKind
  /// What a board's sheet makes of the kind of the activity at it, by the sheet's id.
  package var kindsBySheet: [String: @Sendable (ActivityKind) -> ActivityKind]
  /// What each role sees, and what its keys do.
  package var roles: [Role: RoleView]
  /// How boards are drawn that are no walls; the first that draws one.
  package var boardViews: [BoardView]
  /// What the stage may show in place of the activity; the first that is shown goes before the others.
  package var stageSteps: [StageStep]
  /// The running record's, from its first page on: all that happened.
  package var chapters: [Chapter]
  /// Every method of voting, in the order in which it is offered.
  package var voteMethods: [VoteMethod]
  /// The report's: what its reader has to know, in the order in which it is read.
  package var summary: [Chapter]
  /// What stands behind the report.
  package var annexes: [Annex]
  /// Cards whose form asks for something else than their board's sheet does; the first that has an answer.
  package var cardForms: [@Sendable (Card, Scene) -> (any FormSubject)?]
  /// What can be typed in, for the texts that a draft hands back.
  package var reopenings: [Reopening]

  package init(
    kinds: [ActivityKind], plain: ActivityKind,
    kindsBySheet: [String: @Sendable (ActivityKind) -> ActivityKind], roles: [Role: RoleView],
    boardViews: [BoardView], stageSteps: [StageStep], chapters: [Chapter],
    voteMethods: [VoteMethod],
    summary: [Chapter], annexes: [Annex],
    cardForms: [@Sendable (Card, Scene) -> (any FormSubject)?], reopenings: [Reopening]
  ) {
    self.kinds = kinds
    self.plain = plain
    self.kindsBySheet = kindsBySheet
    self.roles = roles
    self.boardViews = boardViews
    self.stageSteps = stageSteps
    self.chapters = chapters
    self.voteMethods = voteMethods
    self.summary = summary
    self.annexes = annexes
    self.cardForms = cardForms
    self.reopenings = reopenings
  }
}

extension Features {
  /// What a workshop's state is read by, with so much content.
  package func catalogue(_ content: Content) -> Catalogue {
    Catalogue(
      sheets: content.sheets,
      kinds: Dictionary(kinds.map { ($0.id, $0.traits) }, uniquingKeysWith: { first, _ in first }))
  }
}

/// What a role sees, and what its keys do.
package struct RoleView: Sendable {
  package var bindings: @Sendable (Scene) -> [Binding]
  /// The keys that go on working over whatever is open.
  package var always: @Sendable (Scene) -> [Binding] = { _ in [] }
  /// What a key does that is no binding's.
  package var typing: @Sendable (Key, Scene) -> Outcome = { _, _ in .nothing }
  package var draw: @Sendable (Scene, inout Frame) -> Void
  /// What a dying terminal of this role would lose; nil: what was typed on the line.
  package var unfinished: (@Sendable (Scene) -> Unfinished)?

  package init(
    bindings: @escaping @Sendable (Scene) -> [Binding],
    always: @escaping @Sendable (Scene) -> [Binding] = { _ in [] },
    typing: @escaping @Sendable (Key, Scene) -> Outcome = { _, _ in .nothing },
    draw: @escaping @Sendable (Scene, inout Frame) -> Void,
    unfinished: (@Sendable (Scene) -> Unfinished)? = nil
  ) {
    self.bindings = bindings
    self.always = always
    self.typing = typing
    self.draw = draw
    self.unfinished = unfinished
  }
}

/// How something is drawn into a part of the screen.
package typealias Drawing = (inout Frame, Rect) -> Void

/// Something that the stage shows in place of the activity.
package struct StageStep: Sendable {
  /// How it is drawn; nil while it is not shown.
  package var drawing: @Sendable (Scene) -> Drawing?

  package init(drawing: @escaping @Sendable (Scene) -> Drawing?) {
    self.drawing = drawing
  }

  /// A view that the facilitator puts on the stage and takes off by its name.
  package static func view(
    _ name: String, draw: @escaping @Sendable (Scene, inout Frame, Rect) -> Void
  ) -> StageStep {
    StageStep { scene in scene.shows(name) ? { draw(scene, &$0, $1) } : nil }
  }
}

/// A board on screen: a wall of cards, or what a feature draws boards of its kind as.
package struct BoardView: Sendable {
  /// How a board is drawn, for the room or at a desk; nil: this is not how that board is drawn.
  package var drawing: @Sendable (Scene, Board, _ onStage: Bool) -> Drawing?

  package init(drawing: @escaping @Sendable (Scene, Board, _ onStage: Bool) -> Drawing?) {
    self.drawing = drawing
  }
}

extension Scene {
  /// What this terminal's role sees and does.
  var roleView: RoleView? { features.roles[role] }

  /// An activity's kind.
  package func kind(of activity: Activity?) -> ActivityKind {
    let place = features.kinds.indices.first { features.kinds[$0].id == activity?.kind }
    return place.map { features.kinds[$0] } ?? features.plain
  }

  /// The kind of the activity that the room is at.
  package var kind: ActivityKind {
    let kind = kind(of: current)
    let sheet = current.flatMap(board(of:))?.sheet
    return sheet.flatMap { features.kindsBySheet[$0] }.map { $0(kind) } ?? kind
  }
}
