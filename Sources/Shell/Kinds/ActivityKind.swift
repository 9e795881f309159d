package import Languages
package import Reporting
package import Terminal
package import WorkshopCore
import WorkshopQueries

/// What a kind of activity is: a value that says how it looks, which keys it has, what it reports.
///
/// A kind is one file in its feature and one word in the program's list. Events never speak of kinds, so
/// a workshop that uses a kind this version does not know is still whole; it is drawn as a plain board.
package struct ActivityKind: Sendable {
  /// As `workshop.json` names it.
  package let id: String
  package let name: Phrase
  /// What planning, counting and following a result back must know of it.
  package var traits: KindTraits = []
  /// The countdown starts when the activity opens: a break's does.
  package var startsByItself = false
  /// Its part of the report holds the cards of its board.
  package var writesBoard = false
  /// It fills canvases or journeys of the canvas that the activity names.
  package var fillsCanvas = false
  /// The journey that it fills where the activity names none.
  package var usualJourney: String?
  /// People choose among the cards of its board, which may be the themes.
  package var takesThemes = false
  /// The stage shows the time large, so the corner need not.
  package var hasBigTime = false
  /// The stage says whose turn it is, so that its first line need not.
  package var showsTurns = false
  /// How a rehearsal plays it.
  package var rehearsal = RehearsalTraits()
  /// What a new one begins with in a plan.
  package var planning = PlanningTraits()
  /// Draws what the room sees.
  package var stage: @Sendable (Scene, Activity, inout Frame, Rect) -> Void
  /// What the facilitator reads beneath the time.
  package var desk: @Sendable (Scene, Activity) -> [DeskRow] = { _, _ in [] }
  /// Keys of the facilitator's that only this kind has.
  package var bindings: @Sendable (Scene, Activity) -> [Binding] = { _, _ in [] }
  /// Keys of the note-takers' that only this kind has.
  package var notesBindings: @Sendable (Scene, Activity) -> [Binding] = { _, _ in [] }
  /// What a note-taker reads while the board is empty.
  package var guide: @Sendable (Scene, Activity) -> Phrase? = { _, _ in nil }
  /// Its part of the report, under the activity's heading.
  package var report: @Sendable (Scene, Activity) -> [Report.Block] = { _, _ in [] }

  package init(
    id: String, name: Phrase, traits: KindTraits = [], startsByItself: Bool = false,
    writesBoard: Bool = false,
    fillsCanvas: Bool = false, usualJourney: String? = nil,
    takesThemes: Bool = false, hasBigTime: Bool = false,
    showsTurns: Bool = false, rehearsal: RehearsalTraits = RehearsalTraits(),
    planning: PlanningTraits = PlanningTraits(),
    stage: @escaping @Sendable (Scene, Activity, inout Frame, Rect) -> Void,
    desk: @escaping @Sendable (Scene, Activity) -> [DeskRow] = { _, _ in [] },
    bindings: @escaping @Sendable (Scene, Activity) -> [Binding] = { _, _ in [] },
    notesBindings: @escaping @Sendable (Scene, Activity) -> [Binding] = { _, _ in [] },
    guide: @escaping @Sendable (Scene, Activity) -> Phrase? = { _, _ in nil },
    report: @escaping @Sendable (Scene, Activity) -> [Report.Block] = { _, _ in [] }
  ) {
    self.id = id
    self.name = name
    self.traits = traits
    self.startsByItself = startsByItself
    self.writesBoard = writesBoard
    self.fillsCanvas = fillsCanvas
    self.usualJourney = usualJourney
    self.takesThemes = takesThemes
    self.hasBigTime = hasBigTime
    self.showsTurns = showsTurns
    self.rehearsal = rehearsal
    self.planning = planning
    self.stage = stage
    self.report = report
    self.guide = guide
    self.notesBindings = notesBindings
    self.bindings = bindings
    self.desk = desk
  }
}
