import Cards
import Journaling
import Languages
import Shell
import Voting
import WorkshopCore

/// What is being typed at this terminal, kept on the disk; and what other terminals left there.
struct TypedDrafts {
  /// Nil where the directory has no place for drafts.
  private let drafts: Drafts?
  /// What the disk has.
  private var kept = Unfinished()
  /// The board and the column that others see somebody write on, and what else the line has at hand.
  private var keptPlace = LinePlace()
  /// When the unfinished line last went to disk, ms: the first key of a line goes at once, so that the
  /// facilitator sees in time that somebody writes.
  private var keptAt: Int64 = 0
  /// The booth for which unfinished marks were looked for.
  private var seated: String?
  private var ballots = UnfinishedBallots()

  init(_ drafts: Drafts?) { self.drafts = drafts }

  /// Who is here, voters left out: who votes where is nobody's business. Nil where nobody can tell.
  func present(now: Int64) -> [Presence]? {
    drafts?.present(now: now).filter { $0.role != Role.ballot.rawValue }
  }

  /// Hands back what was being typed when this person's terminal last died: a line, or an edit.
  func resume(_ scene: inout Scene) {
    guard scene.role == .notes, let drafts else { return }
    let now = scene.now.milliseconds
    for draft in drafts.abandoned(now: now)
    where draft.role == scene.role.rawValue && !draft.text.isEmpty {
      if let card = scene.workshop.card(draft.card), !card.isGone {
        // One edit at a time; another one waits on the disk for the next start.
        guard scene.focus.line.isEmpty, scene.focus.overlay == nil, drafts.adopt(draft, at: now)
        else { continue }
        scene.focus.resume(draft, of: card, scene)
        scene.notice("Your unfinished edit is back")
        continue
      }
      // One line at a time too: another one may have been meant for another place.
      guard scene.focus.editing == nil, scene.focus.line.isEmpty, scene.focus.overlay == nil,
        drafts.adopt(draft, at: now)
      else { continue }
      scene.focus.line.insert(draft.text)
      LinePlace(draft).restore(&scene)
      scene.notice("Your unfinished line is back")
    }
  }

  /// Hands unfinished marks back to the code that they belong to.
  mutating func resumeBallot(_ scene: inout Scene) {
    guard scene.role == .ballot, case let key = scene.focus.booth?.key, key != seated else {
      return
    }
    seated = key
    guard let key, scene.focus.ballot == nil, let text = ballots.taken(key), scene.takeBack(text)
    else { return }
    scene.notice("Your unfinished marks are back; they are not given yet")
  }

  /// Keeps what is being typed, at most once a second.
  mutating func keepNow(_ scene: Scene) {
    let now = scene.now.milliseconds
    if now - keptAt >= 1000 || now < keptAt { keep(scene) }
  }

  /// Keeps what is being typed.
  mutating func keep(_ scene: Scene) {
    // Who votes where is nobody's business, nor is what.
    if scene.role == .ballot { return ballots.keep(scene.keptBallot, of: scene.focus.booth?.key) }
    guard scene.role == .notes else { return }
    let typed = scene.unfinished
    var place = LinePlace(scene)
    if let card = scene.workshop.card(typed.edit?.card) {
      (place.board, place.zone) = (card.board, card.zone)
    }
    guard typed != kept || place != keptPlace || failure != nil else { return }
    kept = typed
    keptPlace = place
    keptAt = scene.now.milliseconds
    drafts?.update(
      role: scene.role.rawValue, board: place.board, zone: place.zone, text: typed.text,
      edit: typed.edit, details: place.details, at: scene.now.milliseconds)
  }

  /// Why what was typed last is not on the disk, if so.
  var failure: JournalError? { drafts?.failure }

  /// Waits until all is written; whether it is.
  @discardableResult
  func close() -> Bool {
    drafts?.close()
    return drafts != nil && failure == nil
  }
}
