import Assets
import Boards
import Cards
import Journaling
import Languages
import Shell
import Terminal
import WorkshopCore

/// The workshop directory as one terminal works in it: reads what others did, writes what this one
/// does, keeps the unfinished line.
struct Room: ~Copyable {
  private var journal: Journal
  private var plan: PlanFile
  private var history: History
  private var catalogue: Catalogue
  private let directory: Directory
  private var drafts: TypedDrafts
  private var derivedFiles: DerivedFiles
  /// What the files that tell of earlier moments are told from.
  private let pastStates = Past.States()
  /// Who looks at the directory for us; nil: we look once a second.
  private let lookout: Lookout?
  /// When the directory was last looked at in full, ms.
  private var looked: Int64 = 0
  /// Grows with every change of the state.
  private(set) var version = 0

  var workshop: Workshop { history.workshop }
  var descriptors: [Int32] { journal.descriptors + [lookout?.descriptor].compactMap { $0 } }

  /// - Parameters:
  ///   - catalogue: the workshop's own content and the program's kinds.
  ///   - isWatched: whether the directory is looked at on another thread.
  init(
    _ directory: Directory, role: Role, by: String,
    catalogue: Catalogue = Features.all.catalogue(.builtIn), isWatched: Bool = false
  ) throws(JournalError) {
    let plan = try PlanFile(directory)
    var journal = try Journal(directory, by: by, isViewer: role == .stage)
    self.plan = plan
    history = History(plan: plan.plan, entries: journal.refresh(now: .now), catalogue: catalogue)
    self.catalogue = catalogue
    self.directory = directory
    let mayWrite = role != .stage && !journal.isReadOnly
    // Whoever only looks reads who is here; nothing is made before the first `keep`.
    drafts = TypedDrafts(try? Drafts(directory, writer: journal.writer, by: by))
    lookout = isWatched ? Lookout(directory, drafts: drafts.drafts) : nil
    derivedFiles = DerivedFiles(mayWrite && role == .facilitator ? try? Derived(directory) : nil)
    self.journal = journal
  }

  /// Hands back what was being typed when this person's terminal last died.
  func resume(_ scene: inout Scene) { drafts.resume(&scene) }

  /// The unfinished line goes to disk, before something else may happen to it.
  mutating func keepDraft(_ scene: Scene) { drafts.keep(scene) }

  /// Milliseconds until what was typed since goes to disk; nil where the disk has all of it.
  func draftDue(_ scene: Scene) -> Int64? { drafts.due(scene) }

  /// Looks whether they still write who did when the directory was last looked at: a key at the desk may ask.
  func lookAtWriters(_ scene: inout Scene) {
    guard scene.role == .facilitator, scene.presence.contains(where: \.isTyping),
      let present = drafts.present(now: scene.now.milliseconds, by: lookout)
    else { return }
    scene.presence = present
  }

  /// The state changed.
  private mutating func note(_ now: Int64) {
    version += 1
    derivedFiles.note(now)
  }

  /// Takes in what others did, what the plan says now, who is here; once a second all of it.
  mutating func look(_ scene: inout Scene) {
    let now = scene.now.milliseconds
    let isDue = now - looked >= 1000 || now < looked
    let hasMoved = lookout?.hasMoved() ?? isDue
    if hasMoved, lookout != nil { journal.lookAgain() }
    // A disk that does not answer holds up no key.
    let isStalled = lookout?.isStalled ?? false
    journal.hold(isStalled, now: scene.now)
    let planTouched = journal.drain()
    let arrived = isStalled ? [] : journal.refresh(now: scene.now)
    if history.insert(arrived) { note(now) }
    replace(journal.replaced(), now)
    correctClocks(scene)
    if hasMoved || planTouched, !isStalled { reloadPlan(scene) }
    if lookout?.hasOtherContent() ?? isDue, !isStalled { reloadContent(&scene) }
    if isDue || hasMoved, let present = drafts.present(now: now, by: lookout) {
      scene.presence = present
    }
    if isDue {
      looked = now
      if case .saved = journal.saving {} else { journal.retry(now: scene.now) }
      if !isStalled { derivedFiles.write(told(scene)) }
    }
    drafts.keepNow(scene)
    scene.workshop = workshop(at: scene.now)
    scene.followLanguage()
    scene.settle()
    Self.tellMoves(arrived, &scene)
    drafts.resumeBallot(&scene)
    scene.saving = journal.saving
    scene.trouble = trouble(scene)
    scene.unread = Self.unread(journal.findings.filter(\.kind.hidesJournal))
    if let notice = scene.focus.notice, notice.until <= now { scene.focus.notice = nil }
  }

  /// Whether something waits to be done at the next second: what was typed is not safe yet, files are to be
  /// written, somebody is seen to write.
  func isBusy(_ scene: Scene) -> Bool {
    journal.saving != .saved || derivedFiles.isWaiting
      || scene.presence.contains(where: \.isTyping)
  }

  /// The scene with all that happened, for files that tell of earlier moments. Nothing on screen keeps it: the
  /// history would be copied with each key.
  private func told(_ scene: Scene) -> Scene {
    var told = scene
    told.past = Past(history, keeping: pastStates)
    told.asOf = history.asOf
    return told
  }

  /// Says at a desk what another one has just done with the room.
  private static func tellMoves(_ arrived: [Entry], _ scene: inout Scene) {
    guard scene.role == .facilitator,
      let entry = arrived.last(where: { $0.event?.movesRoom == true }), let event = entry.event
    else { return }
    if case .activityOpened(let activity, _, _, _) = event, activity == scene.workshop.current {
      scene.lastMove = RoomMove(
        by: entry.by, activity: activity, at: scene.now.milliseconds)
      // What was asked before is asked of the new place again.
      scene.focus.armed = nil
    }
    guard !scene.focus.isOnStage else { return }
    if case .activityOpened = event, let current = scene.current {
      scene.notice("\(entry.by) has opened \(current.title)")
    } else {
      scene.notice("\(entry.by): \(event.phrase)")
    }
  }

  /// Writes down whose clock is too far ahead to be followed, so that what it wrote stands in the same place
  /// everywhere; follows it all the same where it may be our clock that is wrong.
  private mutating func correctClocks(_ scene: Scene) {
    guard [.facilitator, .notes].contains(scene.role), !journal.isReadOnly else { return }
    for (writer, ahead) in journal.clocksNotFollowed.sorted(by: { $0.key < $1.key })
    where !history.isCorrected(writer) {
      guard journal.isClockVouched(besides: writer) else {
        journal.followAll()
        continue
      }
      _ = append(.clockCorrected(writer: writer, ahead: ahead), act: nil, in: scene)
    }
  }

  /// The state as it is now by this terminal's clock.
  private func workshop(at now: Moment) -> Workshop {
    history.seen(withClocksBehind: journal.clocksBehind).advanced(to: now)
  }

  /// Lines that claimed an id which another line had: everyone keeps the same one.
  private mutating func replace(_ entries: [Entry], _ now: Int64) {
    guard !entries.isEmpty else { return }
    let fresh = Dictionary(entries.map { ($0.id, $0) }) { $1 }
    history = History(
      plan: plan.plan, entries: history.entries.map { fresh[$0.id] ?? $0 }, catalogue: catalogue)
    note(now)
  }

  private mutating func reloadPlan(_ scene: Scene) {
    guard plan.reload(), plan.problem == nil else { return }
    history.replan(plan.plan)
    note(scene.now.milliseconds)
  }

  /// Takes in the workshop's own content as it is now: somebody made or changed a method, a sheet, a game.
  private mutating func reloadContent(_ scene: inout Scene) {
    let own = OwnContent(directory)
    guard !own.isEmpty || !scene.content.own.isEmpty else { return }
    scene.content = own.content
    scene.refused = own.refused
    let catalogue = Features.all.catalogue(own.content)
    guard catalogue != self.catalogue else { return }
    self.catalogue = catalogue
    history = History(plan: plan.plan, entries: history.entries, catalogue: catalogue)
    note(scene.now.milliseconds)
  }

  /// What whoever sits here must know of the directory; the room need not.
  private func trouble(_ scene: Scene) -> Phrase? {
    if scene.role == .stage { return nil }
    if let problem = plan.problem {
      // Where there is room for one thing only, it is what to mend.
      return "\(Phrase(problem)) · the last good plan goes on"
    }
    if journal.isReadOnly { return Executor.lookingOnly }
    if let failure = drafts.failure {
      return "What is being typed is not kept: \(Phrase(failure))"
    }
    if let failure = derivedFiles.failure { return Phrase(failure) }
    let findings = journal.findings
    if let moved = findings.first(where: { $0.kind == .moved }) { return Self.told(moved) }
    guard scene.role == .facilitator else { return nil }
    // What can be mended now goes before what once happened.
    let serious =
      findings.first(where: \.kind.isPlanCopy)
      ?? findings.last { $0.kind != .foreign && $0.kind != .unfinished }
    if let serious { return Self.told(serious) }
    if let file = scene.refused.first { return Self.refused(file, of: scene.refused.count) }
    let minutes = (abs(scene.clockIsApart) + 30) / 60
    guard minutes > 0 else { return nil }
    return scene.clockIsApart > 0
      ? "This computer's clock was set \(minutes) min forward; the time here goes on as it was"
      : "This computer's clock was set \(minutes) min back; the time here goes on as it was"
  }

  /// Journals that are not read; nil when there are none.
  static func unread(_ findings: [Diagnostic]) -> Phrase? {
    guard let first = findings.first.map(DiagnosticText.init) else { return nil }
    return findings.count == 1
      ? "Missing here: \(first.place): \(first.reason)"
      : "Missing here: \(first.place) and \(findings.count - 1) more; atelier check tells why"
  }

  private static func told(_ finding: Diagnostic) -> Phrase {
    let text = DiagnosticText(finding)
    return "\(text.place): \(text.reason)"
  }

  /// A file of the workshop's own content that is not used; the rest of them as a number.
  static func refused(_ file: DiagnosticText, of count: Int) -> Phrase {
    count == 1
      ? "Not used: \(file.place): \(file.reason)"
      : "Not used: \(file.place) and \(count - 1) more; atelier check tells why"
  }

  /// Does what a key asked for: events to the journal and into the state, the focus, the sentence.
  mutating func carryOut(_ outcome: Outcome, _ scene: inout Scene) {
    var outcome = outcome
    // Whoever presses a key has seen the screen: that is said once.
    scene.refused = []
    switch outcome.effect {
    case .undo: outcome = Undoing(history: history, writer: journal.writer).undo(scene)
    case .redo: outcome = Undoing(history: history, writer: journal.writer).redo()
    case .writePlan: outcome.notice = writePlan()
    default: break
    }
    Executor.carryOut(outcome, &scene, to: &self)
    scene.workshop = workshop(at: scene.now)
    scene.followLanguage()
    scene.saving = journal.saving
  }

  /// Takes in more of a long paste, as the same act; what its board refuses meanwhile is kept in a file.
  ///
  /// - Returns: whether there is more to be taken in.
  @discardableResult
  mutating func goOnPasting(_ scene: inout Scene) -> Bool {
    guard let pasting = scene.focus.pastes.first else { return false }
    if let outcome = NotesTyping.goOnPasting(scene) {
      let act = Executor.carryOut(outcome, &scene, to: &self)
      if scene.focus.pastes.first?.done ?? 0 > 0 { scene.focus.pastes[0].act = act }
    } else {
      let file = Leftover.keep(pasting.rest)
      scene.focus.pastes.removeFirst()
      scene.notice(
        file.map { "The board took no more; the rest is in \(Leftover.short($0))" }
          ?? "A paste takes 1 MiB; the rest could not be kept", isWarning: true)
    }
    return !scene.focus.pastes.isEmpty
  }

  /// Puts the plan as it stands into its file; a hand edit made meanwhile is not overwritten.
  private mutating func writePlan() -> Phrase {
    do throws(JournalError) {
      try plan.save(history.planToWrite)
      history.replan(plan.plan)
      return "workshop.json has the agenda as it stands here"
    } catch {
      return Phrase(error)
    }
  }

  /// Saves what is left: the outbox, the unfinished line, the derived files. What the directory does not
  /// take goes to a file elsewhere.
  @discardableResult
  mutating func close(_ scene: Scene, rescue folders: [String] = Leftover.folders) -> Leftover {
    lookout?.close()
    drafts.keep(scene)
    let isKept = drafts.close()
    journal.close(now: scene.now)
    derivedFiles.close(told(scene))
    var reason: JournalError?
    if case .notSaved(_, let failure) = journal.saving { reason = failure }
    // Unfinished marks are a secret ballot's.
    let pastes = scene.focus.pastes
    return Leftover(
      entries: journal.saving.count, reason: reason,
      file: (try? journal.rescue(into: folders, now: scene.now)) ?? nil,
      typed: isKept ? "" : scene.allTyped,
      pasted: pastes.reduce(0) { $0 + $1.rows.count - $1.done },
      pasteFile: pastes.isEmpty
        ? nil : Leftover.keep(pastes.map(\.rest).joined(), in: folders))
  }
}

extension Room: EntryLog {
  var isReadOnly: Bool { journal.isReadOnly }

  mutating func append(_ event: Event, act: Int?, in scene: Scene) -> Entry {
    let event = journal.clocksBehind.isEmpty ? event : event.tellingTimeLeft(scene)
    let entry =
      if let stamp = history.workshop.stampAlone(event) {
        journal.append(alone: event, at: stamp, now: scene.now)
      } else {
        journal.append(event, now: scene.now, act: act)
      }
    history.insert([entry])
    note(scene.now.milliseconds)
    return entry
  }

  func workshop(in scene: Scene) -> Workshop { workshop(at: scene.now) }
}

extension Event {
  /// The same, with the seconds that are seen to be left where a time stops that somebody else's clock
  /// may have begun.
  fileprivate func tellingTimeLeft(_ scene: Scene) -> Event {
    switch self {
    case .activityOpened(let activity, let seconds, nil, let from):
      .activityOpened(
        activity: activity, seconds: seconds, left: scene.countdown?.secondsLeft(at: scene.now),
        from: from)
    case .countdownPaused(let activity, let table, nil):
      .countdownPaused(
        activity: activity, table: table,
        left: scene.workshop[activity, table]?.secondsLeft(at: scene.now))
    default: self
    }
  }
}
