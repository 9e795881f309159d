import Cards
import Journaling
import Languages
import Shell
import Voting
import WorkshopCore

/// What is being typed at this terminal, kept on the disk; and what other terminals left there.
struct TypedDrafts {
  /// Nil where the directory has no place for drafts.
  let drafts: Drafts?
  /// What the disk has.
  private var kept = Typed()
  /// When that last went to disk, ms: the first key of a line goes at once, so that the facilitator sees in
  /// time that somebody writes.
  private var keptAt: Int64 = 0
  /// Whether others can see that somebody is here.
  private var isSeen = false
  /// The booth for which unfinished marks were looked for.
  private var seated: String?
  private var ballots = UnfinishedBallots()

  /// Milliseconds between two writings while somebody types.
  private static let pause: Int64 = 1000

  /// All that was typed and not given.
  private struct Typed: Equatable {
    var line = Unfinished()
    /// The board and the column that others see somebody write on, and what else the line has at hand.
    var place = LinePlace()
    var texts: [TypedText] = []

    init() {}

    init(_ scene: Scene) {
      line = scene.unfinished
      texts = scene.typedTexts
      place = LinePlace(scene)
      if scene.role == .facilitator, case .board(let board) = scene.focus.place {
        place.board = board
      }
      if let card = scene.workshop.card(line.edit?.card) {
        (place.board, place.zone) = (card.board, card.zone)
      }
    }

    /// Somebody is in the middle of it.
    private var isUnderWay: Bool { !line.text.isEmpty || texts.contains { !$0.isLeft } }

    /// A text was given or left since.
    func ends(_ before: Typed) -> Bool {
      let left = texts.count(where: \.isLeft)
      return before.isUnderWay && !isUnderWay || left > before.texts.count(where: \.isLeft)
    }

    func draft(of scene: Scene, _ drafts: Drafts) -> Draft {
      drafts.draft(
        role: scene.role.rawValue, board: place.board, zone: place.zone, text: line.text,
        edit: line.edit, details: place.details, texts: texts, at: scene.now.milliseconds)
    }
  }

  init(_ drafts: Drafts?) { self.drafts = drafts }

  /// Who is here, voters left out: who votes where is nobody's business. Nil where nobody can tell.
  ///
  /// - Parameter lookout: who has looked; nil: we look.
  func present(now: Int64, by lookout: Lookout? = nil) -> [Presence]? {
    drafts.map { lookout?.present(now: now) ?? $0.present(now: now) }?
      .filter { $0.role != Role.ballot.rawValue }
  }

  /// Hands back what was being typed when this person's terminal last died.
  func resume(_ scene: inout Scene) {
    guard scene.keepsTexts, let drafts else { return }
    let now = scene.now.milliseconds
    for draft in drafts.abandoned(now: now) where draft.role == scene.role.rawValue {
      var next = scene
      guard next.takeBack(draft),
        drafts.adopt(draft, as: Typed(next).draft(of: next, drafts), at: now)
      else { continue }
      scene = next
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
    scene.notice("Your choices are back, not submitted yet")
  }

  /// Keeps what is being typed, at most once a second; at once that a text was given or left, for others wait
  /// for whoever writes.
  mutating func keepNow(_ scene: Scene) {
    let typed = Typed(scene)
    if isDue(scene.now.milliseconds) || typed.ends(kept) { keep(typed, scene) }
  }

  /// Milliseconds until what was typed since goes to disk; nil where the disk has all of it.
  func due(_ scene: Scene) -> Int64? {
    guard drafts != nil, [.facilitator, .notes].contains(scene.role), Typed(scene) != kept else {
      return nil
    }
    let now = scene.now.milliseconds
    return isDue(now) ? 0 : keptAt + Self.pause - now
  }

  private func isDue(_ now: Int64) -> Bool { now - keptAt >= Self.pause || now < keptAt }

  /// Keeps what is being typed.
  mutating func keep(_ scene: Scene) { keep(Typed(scene), scene) }

  private mutating func keep(_ typed: Typed, _ scene: Scene) {
    // Who votes where is nobody's business, nor is what.
    if scene.role == .ballot { return ballots.keep(scene.keptBallot, of: scene.focus.booth?.key) }
    // A desk is seen by others before anything is typed there.
    let isNews = typed != kept || scene.role == .facilitator && !isSeen
    guard scene.role != .stage, let drafts, isNews || failure != nil else { return }
    kept = typed
    isSeen = true
    keptAt = scene.now.milliseconds
    drafts.keep(typed.draft(of: scene, drafts))
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
