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
  private var changed: Int64?
  private var draft = ""
  /// Derived files are composed here, so that no key waits for a report.
  private let scribe = DispatchQueue(label: "atelier.derived", qos: .utility)

  var workshop: Workshop { history.workshop }
  var descriptors: [Int32] { journal.descriptors }

  init(_ directory: Directory, role: Role, by: String) throws(JournalError) {
    let plan = try PlanFile(directory)
    var journal = try Journal(directory, by: by, isViewer: role == .stage)
    self.plan = plan
    history = History(plan: plan.plan, entries: journal.refresh(now: .now))
    let mayWrite = role != .stage && !journal.isReadOnly
    drafts = mayWrite ? try? Drafts(directory, writer: journal.writer, by: by) : nil
    derived = mayWrite && role == .facilitator ? try? Derived(directory) : nil
    if derived?.acquire() == true { changed = 0 }
    self.journal = journal
  }

  /// Hands back the line that was being typed when this person's terminal last died.
  func resume(_ scene: inout Scene) {
    guard scene.role == .notes, let drafts else { return }
    let now = scene.now.milliseconds
    for draft in drafts.abandoned(now: now)
    where !draft.text.isEmpty && drafts.adopt(draft, at: now) {
      scene.focus.line.insert((scene.focus.line.isEmpty ? "" : " ") + draft.text)
      scene.focus.begunAt = scene.workshop.current
      say("Your unfinished line is back", &scene)
    }
  }

  /// Takes in what others did, what the plan says now, who is here; once a second all of it.
  mutating func look(_ scene: inout Scene) {
    let now = scene.now.milliseconds
    let isDue = now - looked >= 1000 || now < looked
    let planTouched = journal.drain()
    if history.insert(journal.refresh(now: scene.now)) { changed = now }
    for entry in journal.replaced() where history.insert([entry]) { changed = now }
    if isDue || planTouched { reloadPlan(&scene) }
    if isDue {
      looked = now
      if case .notSaved = journal.saving { journal.retry(now: scene.now) }
      keepDraft(scene)
      if let drafts {
        scene.presence = drafts.present(now: now)
      }
      derive(scene)
    }
    scene.workshop = history.workshop
    scene.saving = journal.saving
    if journal.isReadOnly, scene.role != .stage {
      scene.trouble = "Open for looking only: nothing typed here can be saved"
    }
    if let notice = scene.focus.notice, notice.until <= now { scene.focus.notice = nil }
  }

  private mutating func reloadPlan(_ scene: inout Scene) {
    guard plan.reload() else { return }
    if let problem = plan.problem {
      scene.trouble =
        "The plan on the disk was refused, the last good one goes on: \(Phrase(problem))"
    } else {
      scene.trouble = nil
      history.replan(plan.plan)
      changed = scene.now.milliseconds
    }
  }

  /// Does what a key asked for: events to the journal and into the state, the focus, the sentence.
  mutating func carryOut(_ outcome: Outcome, _ scene: inout Scene) {
    // What can in no part be written stays on the line.
    let isRefused =
      !outcome.events.isEmpty && outcome.events.allSatisfy { objection(to: $0) != nil }
    if let focus = outcome.focus, !isRefused || !scene.focus.overlays.isEmpty {
      scene.focus = focus
    }
    var events = outcome.events
    var notice = outcome.notice
    switch outcome.effect {
    case .undo: undo(&events, &notice)
    case .redo: redo(&events, &notice)
    default: break
    }
    var isWarning = outcome.isWarning
    for event in events {
      if let reason = objection(to: event) {
        (notice, isWarning) = (reason, true)
        continue
      }
      let entry = journal.append(event, now: scene.now)
      history.insert([entry])
      follow(entry, &scene)
      changed = scene.now.milliseconds
    }
    scene.workshop = history.workshop
    scene.saving = journal.saving
    scene.focus.notice = nil
    if let notice { say(notice, &scene, isWarning: isWarning) }
  }

  /// Why an event cannot be written, or nil when it can.
  private func objection(to event: Event) -> Phrase? {
    if journal.isReadOnly { return "Open for looking only: nothing typed here can be saved" }
    return Journal.objection(to: event).map {
      Phrase(key: $0.message.key, arguments: $0.message.arguments)
    }
  }

  /// A card that the facilitator just added is the chosen one.
  private func follow(_ entry: Entry, _ scene: inout Scene) {
    if case .cardAdded = entry.event, scene.role == .facilitator {
      scene.focus.card = entry.id.description
    }
  }

  private func undo(_ events: inout [Event], _ notice: inout Phrase?) {
    guard let entry = history.undoable(by: journal.writer) else {
      notice = "Nothing to undo at this terminal"
      return
    }
    events = [.reverted(entry: entry.id)]
    notice = entry.event.map { "Undone: \($0.phrase)" }
  }

  private func redo(_ events: inout [Event], _ notice: inout Phrase?) {
    guard let entry = history.redoable(by: journal.writer) else {
      notice = "Nothing to redo"
      return
    }
    events = [.reverted(entry: entry.id)]
    notice = "Done again"
  }

  private func say(_ phrase: Phrase, _ scene: inout Scene, isWarning: Bool = false) {
    scene.focus.notice = Notice(
      phrase: phrase, isWarning: isWarning, until: scene.now.milliseconds + 5000)
  }

  /// The unfinished line goes to disk at most once a second.
  private mutating func keepDraft(_ scene: Scene) {
    guard scene.role == .notes else { return }
    let text = scene.focus.editing == nil ? scene.focus.line.text : ""
    guard text != draft else { return }
    draft = text
    drafts?.update(
      role: scene.role.rawValue, board: scene.lineBoard?.id, text: text, at: scene.now.milliseconds)
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
