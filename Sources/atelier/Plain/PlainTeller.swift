import Cards
import Journaling
import Languages
import Shell
import Terminal
import Time
import Voting
import WorkshopCore

/// What is told of a scene where there is no screen, one line a thing, each when it becomes true.
struct PlainTeller {
  private var activity: ActivityID?
  private var board: BoardID?
  /// The cards that were told, by id, with their texts.
  private var cards: [CardID: String] = [:]
  private var poll: (id: PollID, isOpen: Bool, isRevealed: Bool)?
  private var left: (activity: ActivityID?, seconds: Int, isRunning: Bool)?
  private var notice: Notice?
  private var standing: [Phrase] = []
  private var isUnsaved = false
  private var part: Turn.Place?
  private var place: Focus.Place?
  private var card: CardID?
  private var line: ActivityID?
  private var rows: [String] = []
  private var overlays = 0
  private var page: [String] = []
  private var presence: Set<String> = []
  private var hasBegun = false

  /// Minutes before the end at which the time left is told, in seconds, and then the end.
  private static let marks = [3600, 1800, 1200, 900, 600, 300, 120, 60, 30, 0]

  /// Everything about the moment, for whoever asks where everyone is.
  func moment(_ scene: Scene) -> [String] {
    let scene = scene.asToldHere
    switch scene.role {
    case .ballot: return PlainRows.of(scene)
    case .stage: return stagePage(scene)
    case .facilitator, .notes: break
    }
    if scene.focus.overlay != nil { return PlainRows.of(scene) }
    var lines = head(scene) + time(scene)
    if scene.role == .facilitator, scene.focus.place == .agenda, let activity = scene.current {
      lines += MomentPane.rows(scene, activity).filter { !$0.text.isEmpty }.map {
        scene.language.labelled(scene.say($0.label), $0.text)
      }
    } else {
      lines += step(scene)
    }
    if let board = scene.toldBoard, scene.role == .notes || scene.focus.place != .agenda {
      lines += [title(board, scene)] + numbered(board, scene).suffix(10).map(\.line)
    }
    return lines
  }

  /// What is new since this was asked last.
  mutating func news(_ scene: Scene) -> [String] {
    let scene = scene.asToldHere
    var lines: [String] = []
    lines += troubles(scene)
    switch scene.role {
    case .ballot: lines += changedRows(PlainRows.of(scene), isAnew: false)
    case .stage: lines += stage(scene)
    case .facilitator, .notes: lines += desk(scene)
    }
    lines += marks(scene)
    if scene.focus.notice != notice {
      notice = scene.focus.notice
      // A form says it at its foot as well.
      if let text = notice.map({ scene.say($0.phrase) }), !lines.contains(text) {
        lines.append(text)
      }
    }
    hasBegun = true
    return lines
  }

  private func head(_ scene: Scene) -> [String] {
    guard let activity = scene.current else {
      return [scene.say(scene.workshop.plan.title), scene.say("The workshop has not begun yet.")]
    }
    let phase = activity.phase.map { scene.say($0.name) }
    let question = scene.say(activity.question)
    return [
      scene.say("Now: \(activity.title)") + (phase.map { " (\($0))" } ?? ""), question,
    ].filter { !$0.isEmpty }
  }

  /// What everyone does in the part that a method is at.
  private func step(_ scene: Scene) -> [String] {
    scene.current.flatMap { scene.step(of: $0) }.map { [$0.place, $0.task] } ?? []
  }

  /// The part that began within an activity: what everyone does in it.
  ///
  /// - Parameter isTold: it was told with the activity.
  private mutating func parts(_ scene: Scene, isTold: Bool) -> [String] {
    let now = scene.current.flatMap { scene.turn(of: $0)?.place }
    defer { part = now }
    if now == part || isTold { return [] }
    let step = step(scene)
    return step.isEmpty ? [] : step + time(scene)
  }

  private func time(_ scene: Scene) -> [String] {
    guard let countdown = scene.countdown else { return [] }
    return [
      scene.say(
        "Time left: \(TimeLeft.text(countdown, at: scene.now)) \(TimeLeft.caption(countdown, scene))"
      )
    ]
  }

  /// What the directory has to say, each time it is another thing.
  private mutating func troubles(_ scene: Scene) -> [String] {
    let now = [scene.unread, scene.trouble].compactMap { $0 }
    defer { standing = now }
    var lines = now.filter { !standing.contains($0) }.map { scene.say($0) }
    var isUnsaved = false
    if case .notSaved(let count, let reason) = scene.saving {
      isUnsaved = true
      if !self.isUnsaved {
        lines.append(scene.say("NOT SAVED") + " (\(count)): " + scene.say(Phrase(reason)))
      }
    }
    if self.isUnsaved, !isUnsaved { lines.append(scene.say("saved ✓")) }
    self.isUnsaved = isUnsaved
    return lines
  }

  /// The facilitator's and the note-takers' news.
  private mutating func desk(_ scene: Scene) -> [String] {
    var lines: [String] = []
    let isElsewhere = scene.workshop.current != activity || !hasBegun
    activity = scene.workshop.current
    if isElsewhere {
      lines += scene.focus.overlay == nil ? moment(scene) : head(scene)
      forget(scene)
    }
    lines += parts(scene, isTold: isElsewhere)
    lines += here(scene)
    lines += votes(scene)
    lines += boardNews(scene, isTold: isElsewhere)
    if scene.focus.overlay == nil { lines += moves(scene) }
    let shown = scene.focus.overlay == nil ? [] : PlainRows.of(scene)
    let count = scene.focus.overlays.count
    lines += changedRows(shown, isAnew: count != overlays)
    overlays = count
    return lines
  }

  /// What was told of the board is known.
  private mutating func forget(_ scene: Scene) {
    board = scene.toldBoard?.id
    cards = Dictionary(
      (scene.toldBoard.map { numbered($0, scene) } ?? []).map { ($0.card.id, $0.card.text) },
      uniquingKeysWith: { $1 })
  }

  private func title(_ board: Board, _ scene: Scene) -> String {
    let count = scene.listed(on: board).count
    let cards = scene.say(count == 1 ? "1 card" : "\(count) cards")
    return ([scene.name(of: board), cards] + scene.state(of: board)).joined(separator: " · ")
  }

  private func numbered(_ board: Board, _ scene: Scene) -> [(card: Card, line: String)] {
    scene.listed(on: board).enumerated().map { index, card in
      let tags = scene.role == .stage ? "" : NotesView.tags(card, scene, board)
      let text = Wall.label(card).split(whereSeparator: \.isNewline).joined(separator: " / ")
      return (card, ["\(index + 1)", text, tags].filter { !$0.isEmpty }.joined(separator: "  "))
    }
  }

  /// Cards that came in, changed or went on the board at hand.
  private mutating func boardNews(_ scene: Scene, isTold: Bool) -> [String] {
    guard let board = scene.toldBoard else {
      self.board = nil
      return []
    }
    let all = numbered(board, scene)
    defer { forget(scene) }
    guard board.id == self.board else { return isTold ? [] : [title(board, scene)] }
    let lines = all.filter { cards[$0.card.id] != $0.card.text }.map(\.line)
    let gone = Set(cards.keys).subtracting(all.map(\.card.id)).compactMap { cards[$0] }.sorted()
    // A long paste, or much at once from elsewhere, is counted and not read out.
    let read =
      lines.count > 12 ? lines.prefix(5) + [scene.say("… and \(lines.count - 5) more")] : lines[...]
    return read + gone.prefix(5).map { scene.say("Gone: \($0)") }
  }

  private mutating func votes(_ scene: Scene) -> [String] {
    guard let current = scene.current,
      let poll = scene.workshop.latestPoll(of: current.id)
    else { return [] }
    let before = self.poll
    self.poll = (poll.id, poll.isOpen, poll.isRevealed)
    if before?.id == poll.id, before?.isOpen == poll.isOpen, before?.isRevealed == poll.isRevealed {
      return []
    }
    if poll.isRevealed {
      var room = scene.forTheRoom
      room.role = .stage
      room.focus = Focus()
      return [scene.say("The result is known")] + PlainRows.of(room)
    }
    return [
      poll.isOpen
        ? scene.say("The vote is open: \(poll.question)")
        : scene.say("The vote is closed: \(poll.question)")
    ]
  }

  /// What this person has just chosen.
  private mutating func moves(_ scene: Scene) -> [String] {
    defer { (place, card, line) = (scene.focus.place, chosen(scene), scene.focus.agendaLine) }
    guard hasBegun, place != nil else { return [] }
    var lines: [String] = []
    if let line = scene.focus.agendaLine, line != self.line,
      let activity = scene.workshop.plan.activity(line)
    {
      lines.append("> " + scene.say("\(activity.title), \(activity.minutes) min"))
    }
    if let board = scene.toldBoard, let card = chosen(scene), card != self.card,
      let found = numbered(board, scene).first(where: { $0.card.id == card })
    {
      lines.append("> " + found.line)
    }
    return lines
  }

  private func chosen(_ scene: Scene) -> CardID? {
    scene.role == .notes ? scene.focus.editing : scene.focus.card
  }

  private mutating func here(_ scene: Scene) -> [String] {
    let now = Set(scene.presence.map(\.by))
    defer { presence = now }
    guard hasBegun, scene.role == .facilitator else { return [] }
    return now.subtracting(presence).sorted().map { scene.say("Here now: \($0)") }
      + presence.subtracting(now).sorted().map { scene.say("No longer here: \($0)") }
  }

  /// What everyone sees: the whole page when it is another one, and cards as they come in.
  private mutating func stage(_ scene: Scene) -> [String] {
    let poll = scene.current.flatMap { scene.workshop.latestPoll(of: $0.id) }
    let key = [
      scene.workshop.current ?? "", scene.workshop.spotlit ?? "", scene.workshop.shown ?? "",
      "\(scene.isLeft) \(poll?.isRevealed ?? false) \(poll?.isOpen ?? false) \(poll?.id ?? "")",
    ]
    if key != page {
      page = key
      forget(scene)
      _ = parts(scene, isTold: true)
      return stagePage(scene)
    }
    return parts(scene, isTold: false)
      + (showsCards(scene, PlainRows.of(scene)) ? boardNews(scene, isTold: true) : [])
  }

  /// What stands on the projector: where everyone is and what is asked, then whatever else is there, then the
  /// cards, one a line, where it shows them.
  private func stagePage(_ scene: Scene) -> [String] {
    let shown = PlainRows.of(scene)
    let begin = head(scene) + step(scene)
    // Large letters are no lines: what is asked is told apart.
    let known = Set(begin + [scene.current.map { scene.say($0.title) } ?? ""])
    let cards = showsCards(scene, shown) ? scene.toldBoard.map { numbered($0, scene) } ?? [] : []
    let texts = cards.map(\.card.text)
    let rest = shown.filter { row in
      guard !known.contains(row), !cards.contains(where: { row.contains(Self.beginning($0.card)) })
      else { return false }
      if cards.isEmpty { return true }
      // Cards stand side by side, and the rows of one after its first are parts of it; how many more there
      // are says nothing where all are told.
      let parts = row.split(separator: "  ").map { part in
        part.drop { !$0.isLetter && !$0.isNumber }.prefix { $0 != "…" }
      }.filter { $0.contains(where: \.isLetter) }
      return !parts.allSatisfy { part in texts.contains { $0.contains(part) } }
    }
    return begin + rest + cards.map(\.line)
  }

  /// Whether the projector shows the cards of the board at hand: what it keeps from everyone is told by
  /// nobody.
  private func showsCards(_ scene: Scene, _ shown: [String]) -> Bool {
    // A vote's list and its result have their own order and numbers.
    guard let board = scene.toldBoard,
      scene.current.flatMap({ scene.workshop.latestPoll(of: $0.id) }) == nil
    else { return false }
    return scene.listed(on: board).contains { card in
      shown.contains { $0.contains(Self.beginning(card)) }
    }
  }

  /// As much of a card as is on one row of any wall.
  private static func beginning(_ card: Card) -> String {
    String(card.text.prefix { !$0.isNewline }.prefix(10)).trimmed
  }

  /// Time left, at the marks that were passed since.
  private mutating func marks(_ scene: Scene) -> [String] {
    guard scene.role != .ballot, let countdown = scene.countdown else {
      left = nil
      return []
    }
    let now = countdown.secondsLeft(at: scene.now)
    defer { left = (scene.workshop.current, now, countdown.isRunning) }
    guard let left, left.activity == scene.workshop.current else { return [] }
    guard left.isRunning == countdown.isRunning else { return time(scene) }
    guard countdown.isRunning, now < left.seconds, left.seconds - now < 60 else {
      // Somebody gave or took time.
      return abs(left.seconds - now) > 2 ? time(scene) : []
    }
    let passed = Self.marks.first { now <= $0 && $0 < left.seconds }
    let isOver = now < 0 && now / 300 != left.seconds / 300
    if passed == 0 { return [scene.say("Time is up")] }
    return passed != nil || isOver ? time(scene) : []
  }

  /// Rows that were not there before; all of them where something else is open.
  private mutating func changedRows(_ now: [String], isAnew: Bool) -> [String] {
    defer { rows = now }
    if isAnew { return now }
    let known = Set(rows)
    return now.filter { !known.contains($0) }
  }
}

extension Scene {
  /// The board whose cards are told.
  fileprivate var toldBoard: Board? {
    if role == .facilitator, case .board(let id) = focus.place { return workshop.board(id) }
    return board
  }

  /// As this role may know it.
  fileprivate var asToldHere: Scene { role == .stage ? forTheRoom : self }
}
