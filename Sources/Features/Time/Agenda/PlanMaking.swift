import Assets
import Languages
import Shell
import WorkshopCore

/// What can be put into a plan at one stroke: an activity with its board, a block, a day, a copy, a half;
/// each with ids of its own.
///
/// Every change is an event of its own, all of one act, so that one undo takes them back.
enum PlanMaking {
  /// The activities of a block after another one of a session, with the boards they need.
  static func block(
    _ block: Plan, into session: String, after other: ActivityID?, _ scene: Scene
  ) -> [Event] {
    let block = block.resolved(in: scene.workshop.plan.language)
    let named = Set(block.activities.compactMap(\.board))
    let missing = block.boards.filter {
      named.contains($0.id) && scene.workshop.plan.board($0.id) == nil
    }
    // A board that was taken out before comes under another name: its removal stays one.
    let names = Dictionary(
      missing.filter { scene.workshop.wasRemoved($0.id) }.map {
        ($0.id, scene.workshop.newID(ofBoard: $0.id))
      },
      uniquingKeysWith: { first, _ in first })
    let boards = missing.map { board in
      var board = board
      board.id = names[board.id] ?? board.id
      return board
    }
    let activities = block.activities.map { activity in
      var activity = activity
      activity.board = activity.board.map { names[$0] ?? $0 }
      if activity.deck == nil, scene.kind(of: activity).traits.contains(.deck) {
        activity.deck = scene.usualDeck?.id
      }
      return activity
    }
    // The last one first: each goes right after the one that all follow.
    return change(boards.map { .boardAdded(board: $0) })
      + change(activities.reversed().map { added($0, to: session, after: other) })
  }

  /// A new activity of a kind after another one, with the board that such an activity works on.
  ///
  /// A third of its minutes can be saved, as in the templates that come along.
  ///
  /// - Parameter deck: of persona cards; nil: the one for the workshop's themes.
  static func activity(
    of kind: ActivityKind, called title: String, minutes: Int, into session: String,
    after other: ActivityID?, deck: Deck? = nil, _ scene: Scene
  ) -> [Event] {
    let (board, making) = board(
      for: kind.planning.board, called: title, after: other, scene)
    var activity = Activity(
      id: "", title: Localized(title), kind: kind.id, phase: kind.planning.phase, minutes: minutes,
      minimum: minutes * 2 / 3, priority: .should, board: board)
    if kind.traits.contains(.vote) { activity.poll = PollPlan() }
    if kind.traits.contains(.canvas) {
      activity.canvas = scene.content.canvases.keys.sorted().first { $0 == usualCanvas }
      activity.isMini = activity.canvas != nil
    }
    if kind.traits.contains(.deck) { activity.deck = deck?.id ?? scene.usualDeck?.id }
    return change(making) + change([added(activity, to: session, after: other)])
  }

  /// The canvas of the templates that come along.
  private static let usualCanvas = "social"

  /// The board for a new activity: the one that the activities before it use, another of the plan, or one
  /// that is made.
  static func board(
    for wanted: PlanningTraits.BoardWanted?, called title: String, after other: ActivityID?,
    _ scene: Scene
  ) -> (board: BoardID?, making: [PlanChange]) {
    guard let wanted else { return (nil, []) }
    let plan = scene.workshop.plan
    if !wanted.isOwn {
      let before =
        plan.activities.prefix { $0.id != other } + [plan.activity(other)].compactMap { $0 }
      let used = before.reversed().compactMap { plan.board($0.board) }
      if let board = (used + plan.boards).first(where: { $0.sheet == wanted.sheet }) {
        return (board.id, [])
      }
    }
    // One that every workshop with ideas has, and the plan did not name yet.
    if !wanted.isOwn,
      let live = scene.workshop.boards.first(where: { $0.sheet == wanted.sheet && $0.made == nil })
    {
      let board = Board(
        id: live.id, title: Localized(scene.inPlan(live.title)), sheet: live.sheet)
      return (live.id, [.boardAdded(board: board)])
    }
    return newBoard(of: wanted.sheet, called: wanted.title.map { scene.inPlan($0) } ?? title, scene)
  }

  /// A board that is not there yet.
  static func newBoard(
    of sheet: String?, called title: String, _ scene: Scene
  ) -> (board: BoardID, making: [PlanChange]) {
    let id = scene.workshop.newID(ofBoard: title)
    return (id, [.boardAdded(board: Board(id: id, title: Localized(title), sheet: sheet))])
  }

  /// A day after another one: empty, or with all that a day before it has.
  static func day(like pattern: Session?, after other: String?, _ scene: Scene) -> (
    id: String, events: [Event]
  ) {
    let title: Phrase = "Day \(scene.workshop.plan.sessions.count + 1)"
    // Of two made at two desks none is taken for the other: nobody else draws this number now.
    let id = "day-" + String(scene.chance % 60_466_176, radix: 36)
    var day = Session(
      id: id, title: Localized(scene.inPlan(title)),
      start: pattern?.start ?? "09:00", place: pattern?.place)
    day.bring = pattern?.bring
    let events =
      change([.sessionAdded(after: other, session: day)])
      + change((pattern?.activities ?? []).reversed().map { added($0, to: id, after: nil) })
    return (id, events)
  }

  /// The same activity once more, right after it.
  static func copy(_ activity: Activity, in session: String) -> [Event] {
    change([added(activity, to: session, after: activity.id)])
  }

  /// An activity in two: the second half comes right after it.
  static func halves(_ activity: Activity, in session: String, _ scene: Scene) -> [Event] {
    let first = activity.minutes / 2
    var second = activity
    second.minutes = activity.minutes - first
    second.isFixed = false
    (second.minimum, second.maximum, second.start) = (nil, nil, nil)
    let cleared = ["minimum", "maximum"].filter { activity.value(of: $0)?.isEmpty == false }
    return change([added(second, to: session, after: activity.id)])
      + change(cleared.map { scene.workshop.setting($0, of: activity.id, to: "") })
      + change([scene.workshop.setting("minutes", of: activity.id, to: String(first))])
  }

  private static func added(
    _ activity: Activity, to session: String, after other: ActivityID?
  ) -> PlanChange {
    var activity = activity
    activity.id = ""
    activity.eachAfter = nil
    return .activityAdded(session: session, after: other, activity: activity)
  }

  static func change(_ changes: [PlanChange]) -> [Event] {
    changes.map { .planChanged(changes: [$0]) }
  }
}

extension Scene {
  /// A phrase in the workshop's language, as its plan holds texts.
  fileprivate func inPlan(_ phrase: Phrase) -> String {
    (Language.find(workshop.plan.language, in: content) ?? language)(phrase)
  }

  /// A text of the program's own or of its content in the workshop's language.
  func inPlan(_ text: Localized) -> String { reading(text, workshop.plan.language) }
}

extension Scene {
  /// The deck for what this workshop is about; nil where none is for it in particular.
  var usualDeck: Deck? { decks.first.flatMap { $0.matches > 0 ? $0.deck : nil } }
}
