import Dispatch
import Foundation
import Journal
import Report
import Terminal
import Workshop

/// The workshop directory as one terminal works in it: reads what others did, writes what this one
/// does, keeps the unfinished line.
struct Room: ~Copyable {
  private var journal: Journal
  private var plan: PlanFile
  private var history: History
  private let drafts: Drafts?
  private let derived: Derived?
  /// When the directory was last looked at in full, ms.
  private var looked: Int64 = 0
  /// When somebody last did something that the derived files do not know yet, ms.
  private var changed: Int64? { didSet { if changed != nil { version += 1 } } }
  /// Grows with every change of the state.
  private(set) var version = 0
  private var draft = Unfinished()
  /// The booth for which unfinished marks were looked for.
  private var seated = ""
  /// When the unfinished line last went to disk, ms: the first key of a line goes at once, so that the
  /// facilitator sees in time that somebody writes.
  private var drafted: Int64 = 0
  /// Derived files are composed here, so that no key waits for a report.
  private let scribe = DispatchQueue(label: "atelier.derived", qos: .utility)

  var workshop: Workshop { history.workshop }
  /// The latest stamp that anybody wrote, in milliseconds; 0 while nobody has.
  var latest: Int64 { history.entries.last?.stamp.milliseconds ?? 0 }
  var descriptors: [Int32] { journal.descriptors }

  init(_ directory: Directory, role: Role, by: String) throws(JournalError) {
    let plan = try PlanFile(directory)
    var journal = try Journal(directory, by: by, isViewer: role == .stage)
    self.plan = plan
    history = History(plan: plan.plan, entries: journal.refresh(now: .now))
    let mayWrite = role != .stage && !journal.isReadOnly
    // Whoever only looks reads who is here; nothing is made before the first `update`.
    drafts = try? Drafts(directory, writer: journal.writer, by: by)
    derived = mayWrite && role == .facilitator ? try? Derived(directory) : nil
    if derived?.acquire() == true { changed = 0 }
    self.journal = journal
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
        say("Your unfinished edit is back", &scene)
        continue
      }
      guard scene.focus.editing == nil, drafts.adopt(draft, at: now) else { continue }
      scene.focus.line.insert((scene.focus.line.isEmpty ? "" : " ") + draft.text)
      scene.focus.begunAt = scene.workshop.current
      // It goes where it was meant, wherever the room is by now.
      if let board = draft.board, board != scene.activityBoard?.id,
        scene.workshop.board(board) != nil
      {
        scene.focus.board = board
      }
      say("Your unfinished line is back", &scene)
    }
  }

  /// Hands a voter's unfinished marks back, once it is known who sits here.
  private mutating func resumeBallot(_ scene: inout Scene) {
    guard scene.role == .ballot, let drafts, let key = scene.focus.booth?.key, key != seated,
      !scene.needsCode
    else { return }
    seated = key
    let now = scene.now.milliseconds
    for draft in drafts.abandoned(now: now) where draft.role == scene.role.rawValue {
      var taken = scene
      guard taken.takeBack(draft.text), drafts.adopt(draft, at: now) else { continue }
      scene = taken
      self.draft = Unfinished(text: draft.text)
      if scene.focus.ballot != nil {
        say("Your unfinished marks are back; they are not given yet", &scene)
      }
      return
    }
  }

  /// Takes in what others did, what the plan says now, who is here; once a second all of it.
  mutating func look(_ scene: inout Scene) {
    let now = scene.now.milliseconds
    let isDue = now - looked >= 1000 || now < looked
    let planTouched = journal.drain()
    if history.insert(journal.refresh(now: scene.now)) { changed = now }
    replace(journal.replaced(), now)
    if isDue || planTouched { reloadPlan(scene) }
    if isDue {
      looked = now
      if case .notSaved = journal.saving { journal.retry(now: scene.now) }
      if let drafts {
        // Who votes where is nobody's business.
        scene.presence = drafts.present(now: now).filter { $0.role != Role.ballot.rawValue }
      }
      derive(scene)
    }
    if now - drafted >= 1000 || now < drafted { keepDraft(scene) }
    scene.workshop = history.workshop.advanced(to: scene.now)
    resumeBallot(&scene)
    scene.saving = journal.saving
    scene.trouble = trouble(scene)
    if let notice = scene.focus.notice, notice.until <= now { scene.focus.notice = nil }
  }

  /// Lines that claimed an id which another line had: everyone keeps the same one.
  private mutating func replace(_ entries: [Entry], _ now: Int64) {
    guard !entries.isEmpty else { return }
    let fresh = Dictionary(entries.map { ($0.id, $0) }) { $1 }
    history = History(plan: plan.plan, entries: history.entries.map { fresh[$0.id] ?? $0 })
    changed = now
  }

  private mutating func reloadPlan(_ scene: Scene) {
    guard plan.reload(), plan.problem == nil else { return }
    history.replan(plan.plan)
    changed = scene.now.milliseconds
  }

  /// What whoever sits here must know of the directory; the room need not.
  private func trouble(_ scene: Scene) -> Phrase? {
    if scene.role == .stage { return nil }
    if let problem = plan.problem {
      // Where there is room for one thing only, it is what to mend.
      return "\(Phrase(problem)) · the last good plan goes on"
    }
    if journal.isReadOnly { return Self.lookingOnly }
    let serious = journal.findings.last { $0.kind != .foreign && $0.kind != .unfinished }
    guard scene.role == .facilitator else { return nil }
    if let finding = serious {
      let message = finding.message
      return "\(finding.file): \(Phrase(key: message.key, arguments: message.arguments))"
    }
    if let file = scene.refused.first { return Self.refused(file, of: scene.refused.count) }
    let minutes = (abs(scene.clockIsApart) + 30) / 60
    guard minutes > 0 else { return nil }
    return scene.clockIsApart > 0
      ? "This computer's clock is \(minutes) min ahead of the workshop's, which goes on"
      : "This computer's clock is \(minutes) min behind the workshop's, which is followed"
  }

  /// A file of the workshop's own content that is not used; the rest of them as a number.
  static func refused(_ file: Flaw, of count: Int) -> Phrase {
    count == 1
      ? "Not used: \(file.place): \(file.reason)"
      : "Not used: \(file.place) and \(count - 1) more; atelier check tells why"
  }

  /// Does what a key asked for: events to the journal and into the state, the focus, the sentence.
  ///
  /// What cannot be written is refused as a whole, and the focus stays: a line that was typed is never
  /// cleared for a card that was not added.
  mutating func carryOut(_ outcome: Outcome, _ scene: inout Scene) {
    var events = outcome.events
    var notice = outcome.notice
    var isWarning = outcome.isWarning
    // Whoever presses a key has seen the screen: that is said once.
    scene.refused = []
    switch outcome.effect {
    case .undo:
      let undone = undoing(scene)
      (events, notice, isWarning) = (undone.events, undone.notice, undone.isWarning)
      scene.focus.armed = undone.focus?.armed
    case .redo: redo(&events, &notice)
    case .writePlan: notice = writePlan()
    default: break
    }
    if let reason = refusal(of: events) {
      // A form in a directory that is only looked at can be left all the same.
      if let focus = outcome.focus, journal.isReadOnly, scene.focus.overlay != nil {
        scene.focus = focus
      }
      scene.focus.notice = nil
      say(reason, &scene, isWarning: true)
      return
    }
    if let focus = outcome.focus { scene.focus = focus }
    var added: CardID?
    for event in events {
      let entry = write(event, &scene)
      guard event.isAddition else { continue }
      if case .cardAdded = event { added = entry.id.description }
      for event in outcome.toAdded?(entry.id.description, event) ?? [] { write(event, &scene) }
    }
    scene.workshop = history.workshop.advanced(to: scene.now)
    // A form that nobody typed in shows what was just undone or settled.
    if !events.isEmpty, case .form(let form) = scene.focus.overlay, form.isUntouched,
      let renewed = form.renewed(scene)
    {
      scene.focus.overlays[scene.focus.overlays.count - 1] = .form(renewed)
    }
    if outcome.fillsAdded, let form = added.flatMap({ Form(added: $0, scene) }) {
      scene.focus.overlays.append(.form(form))
    }
    scene.saving = journal.saving
    scene.focus.notice = nil
    if let notice { say(notice, &scene, isWarning: isWarning) }
  }

  @discardableResult
  private mutating func write(_ event: Event, _ scene: inout Scene) -> Entry {
    let entry = journal.append(event, now: scene.now)
    history.insert([entry])
    follow(entry, &scene)
    changed = scene.now.milliseconds
    return entry
  }

  /// Why events cannot be written, nil when they can.
  private func refusal(of events: [Event]) -> Phrase? {
    guard !events.isEmpty else { return nil }
    if journal.isReadOnly { return Self.lookingOnly }
    return events.lazy.compactMap(Journal.objection(to:)).first.map { limit in
      let message = limit.message
      return Phrase(key: message.key, arguments: message.arguments)
    }
  }

  private static let lookingOnly: Phrase = "Open for looking only: nothing typed here can be saved"

  /// A card that the facilitator just added is the chosen one.
  private func follow(_ entry: Entry, _ scene: inout Scene) {
    if case .cardAdded = entry.event, scene.role == .facilitator {
      scene.focus.card = entry.id.description
    }
  }

  /// One's own last deed; when none is left, what somebody else did last, by name and at a second press.
  private func undoing(_ scene: Scene) -> Outcome {
    if let own = history.undoable(by: journal.writer), let event = own.event {
      // Where the room reads the answer, a closed board's words are not in it.
      let isSeen = scene.focus.isOnStage && history.workshop.boards.contains(where: \.isClosed)
      return .event(
        .reverted(entry: own.id), notice: isSeen ? "Undone" : "Undone: \(event.phrase)")
    }
    let others = history.undoable { entry in
      entry.event.map { $0.mayBeUndone(by: scene.role) } ?? false
    }
    guard let entry = others, let event = entry.event else {
      return .notice("Nothing to undo at this terminal")
    }
    return Action.twice(
      "undo-\(entry.id)",
      "Nothing of yours is left. \(entry.by): \(event.phrase). Again undoes that",
      scene
    ) {
      .event(.reverted(entry: entry.id), notice: "Undone: \(entry.by): \(event.phrase)")
    }
  }

  private func redo(_ events: inout [Event], _ notice: inout Phrase?) {
    guard let entry = history.redoable(by: journal.writer) else {
      notice = "Nothing to redo"
      return
    }
    events = [.reverted(entry: entry.id)]
    notice = "Done again"
  }

  /// Puts the plan as it stands into its file; a hand edit made meanwhile is not overwritten.
  private mutating func writePlan() -> Phrase {
    do throws(JournalError) {
      try plan.save(history.workshop.plan)
      history.replan(plan.plan)
      return "workshop.json has the agenda as it stands here"
    } catch {
      return Phrase(error)
    }
  }

  private func say(_ phrase: Phrase, _ scene: inout Scene, isWarning: Bool = false) {
    scene.focus.notice = Notice(
      phrase: phrase, isWarning: isWarning, until: scene.now.milliseconds + 5000)
  }

  /// The unfinished line goes to disk at most once a second.
  mutating func keepDraft(_ scene: Scene) {
    guard scene.role == .notes || scene.role == .ballot else { return }
    let typed = scene.unfinished
    guard typed != draft else { return }
    draft = typed
    drafted = scene.now.milliseconds
    drafts?.update(
      role: scene.role.rawValue,
      board: scene.workshop.card(typed.edit?.card)?.board ?? scene.lineBoard?.id,
      zone: scene.focus.zone, text: typed.text, edit: typed.edit, at: scene.now.milliseconds)
  }

  /// Keeps `session.json` and `minutes.md` current, once the room has been quiet for a second.
  private mutating func derive(_ scene: Scene) {
    guard let derived, let since = changed, scene.now.milliseconds - since >= 1000,
      derived.acquire()
    else { return }
    changed = nil
    var quiet = scene
    quiet.focus = Focus()
    scribe.async { [quiet] in Self.write(quiet, derived) }
  }

  private static func write(_ scene: Scene, _ derived: Derived) {
    var scene = scene
    scene.workshop = scene.workshop.withoutPrivateRemarks
    derived.write(
      session: StateDocument(scene.workshop, now: scene.now).json(),
      minutes: Data(Markdown.render(Minutes.report(scene)).utf8))
  }

  /// Saves what is left: the outbox, the unfinished line, the derived files.
  mutating func close(_ scene: Scene) {
    keepDraft(scene)
    drafts?.close()
    journal.close(now: scene.now)
    if let derived, changed != nil, derived.acquire() {
      var quiet = scene
      quiet.focus = Focus()
      scribe.sync { Self.write(quiet, derived) }
    }
    derived?.close()
  }
}
