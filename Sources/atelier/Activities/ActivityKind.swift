import Reporting
import Terminal
import WorkshopCore
import WorkshopQueries

/// What a kind of activity is: a value that says how it looks, which keys it has, what it reports.
///
/// A kind is one file in this folder and one word in `all`. Events never speak of kinds, so a workshop
/// that uses a kind this version does not know is still whole; it is drawn as a plain board.
struct ActivityKind: Sendable {
  /// As `workshop.json` names it.
  let id: String
  let name: Phrase
  /// The countdown starts when the activity opens: a break's does.
  var startsByItself = false
  /// Its part of the report holds the cards of its board.
  var writesBoard = false
  /// The stage shows the time large, so the corner need not.
  var hasBigTime = false
  /// The stage says whose turn it is, so that its first line need not.
  var showsTurns = false
  /// Draws what the room sees.
  var stage: @Sendable (Scene, Activity, inout Frame, Rect) -> Void
  /// What the facilitator reads beneath the time.
  var desk: @Sendable (Scene, Activity) -> [MomentPane.Row] = { _, _ in [] }
  /// Keys of the facilitator's that only this kind has.
  var bindings: @Sendable (Scene, Activity) -> [Binding] = { _, _ in [] }
  /// Keys of the note-takers' that only this kind has.
  var notesBindings: @Sendable (Scene, Activity) -> [Binding] = { _, _ in [] }
  /// What a note-taker reads while the board is empty.
  var guide: @Sendable (Scene, Activity) -> Phrase? = { _, _ in nil }
  /// Its part of the report, under the activity's heading.
  var report: @Sendable (Scene, Activity) -> [Report.Block] = { _, _ in [] }

  static let all: [ActivityKind] = [
    plenary, warmUp, talk, harvest, persona, journey, board, canvas, poll, signUp, jury, decision,
    actions, rest, checkOut,
  ]

  static func of(_ activity: Activity?) -> ActivityKind {
    all.first { $0.id == activity?.kind } ?? board
  }
}
