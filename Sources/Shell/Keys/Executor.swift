import Assets
import Journaling
package import Languages
import Terminal
package import WorkshopCore

/// Where entries are kept and the state is read: a workshop directory, or memory.
package protocol EntryLog: ~Copyable {
  /// Nothing can be written here.
  var isReadOnly: Bool { get }

  /// Writes one event of whoever the scene is of.
  ///
  /// - Parameter act: the sequence of the first entry of the same act; nil where the act begins.
  mutating func append(_ event: Event, act: Int?, in scene: Scene) -> Entry

  /// The state with everything that was appended, as far as time has taken it by the scene's now.
  func workshop(in scene: Scene) -> Workshop
}

/// Carries an outcome out: events into a log, then the focus, what opens, and the sentence that answers.
///
/// The live room, a rehearsal and the tests differ only in their log.
package enum Executor {
  /// What cannot be written is refused as a whole, and the focus stays: a line that was typed is never
  /// cleared for a card that was not added.
  ///
  /// - Returns: the sequence of the entry that began the act; nil when nothing was written.
  @discardableResult
  package static func carryOut<Log: EntryLog & ~Copyable>(
    _ outcome: Outcome, _ scene: inout Scene, to log: inout Log
  ) -> Int? {
    scene.focus.notice = nil
    if let reason = refusal(of: outcome.events, isReadOnly: log.isReadOnly) {
      // A form in a directory that is only looked at can be left all the same.
      if let focus = outcome.focus, log.isReadOnly, scene.focus.overlay != nil {
        scene.focus = focus
        scene.focus.notice = nil
      }
      scene.notice(reason, isWarning: true)
      return nil
    }
    if let focus = outcome.focus {
      scene.focus = focus
      scene.focus.notice = nil
    }
    let (act, added, boards) = write(outcome, &scene, to: &log)
    if !outcome.events.isEmpty {
      scene.workshop = log.workshop(in: scene)
      scene.followLanguage()
    }
    if scene.role == .notes, !boards.isEmpty { scene.focus.goTo(made: boards, scene) }
    // A form that nobody typed in shows what was just undone or settled.
    if !outcome.events.isEmpty, let renewed = scene.focus.overlay?.renewed(scene) {
      scene.focus.overlays[scene.focus.overlays.count - 1] = renewed
    }
    if outcome.fillsAdded, let form = added.flatMap({ Form(added: $0, scene) }) {
      scene.focus.open(form, scene)
    }
    if let notice = outcome.notice { scene.notice(notice, isWarning: outcome.isWarning) }
    return act
  }

  /// Writes all that one key did as one act; gives back that act, the card that was added last, and the
  /// boards that were made.
  private static func write<Log: EntryLog & ~Copyable>(
    _ outcome: Outcome, _ scene: inout Scene, to log: inout Log
  ) -> (act: Int?, added: CardID?, boards: [BoardID]) {
    var act = outcome.act
    var added: CardID?
    var boards: [BoardID] = []
    for event in outcome.events {
      let id = append(event, &act, &scene, to: &log)
      guard event.isAddition else { continue }
      if case .cardAdded = event { added = id }
      if case .boardAdded = event { boards.append(id) }
      // What follows may be an addition itself: a cluster, its cards, their voices.
      var waiting = (outcome.toAdded?(id, event) ?? []).reversed() as [Event]
      while let next = waiting.popLast() {
        let id = append(next, &act, &scene, to: &log)
        if next.isAddition { waiting += (outcome.toAdded?(id, next) ?? []).reversed() }
      }
    }
    return (act, added, boards)
  }

  /// Writes one event and gives back its entry's id; a card that the facilitator adds is the chosen one.
  private static func append<Log: EntryLog & ~Copyable>(
    _ event: Event, _ act: inout Int?, _ scene: inout Scene, to log: inout Log
  ) -> String {
    let entry = log.append(event, act: act, in: scene)
    act = act ?? entry.act
    let id = entry.id.description
    if case .cardAdded = event, scene.role == .facilitator { scene.focus.card = id }
    return id
  }

  /// Why events cannot be written, nil when they can.
  private static func refusal(of events: [Event], isReadOnly: Bool) -> Phrase? {
    guard !events.isEmpty else { return nil }
    if isReadOnly { return lookingOnly }
    return events.lazy.compactMap(Journal.objection(to:)).first.map { limit in
      let message = limit.message
      return Phrase(key: message.key, arguments: message.arguments)
    }
  }

  package static let lookingOnly: Phrase = "Read-only: nothing typed here can be saved"
}

/// A log in memory: no directory, no screen, no waiting.
package struct MemoryLog: EntryLog {
  package private(set) var history: History
  private var clock = HybridClock()
  private var sequences: [String: Int] = [:]
  /// Twelve plain characters, as journals have them: whoever writes next.
  package var writer: String

  package let isReadOnly = false

  package init(
    plan: Plan, writer: String, catalogue: Catalogue
  ) {
    history = History(plan: plan, catalogue: catalogue)
    self.writer = writer
  }

  package mutating func append(_ event: Event, act: Int?, in scene: Scene) -> Entry {
    sequences[writer, default: 0] += 1
    let id = EntryID(writer: writer, sequence: sequences[writer] ?? 1)
    let stamp = clock.tick(now: scene.now.milliseconds)
    let entry = Entry(id: id, stamp: stamp, at: "", by: scene.me, event: event, act: act)
    history.insert([entry])
    return entry
  }

  package func workshop(in scene: Scene) -> Workshop { history.workshop }
}

extension Scene {
  /// Says what one sees here, for as long as it takes to look around.
  package mutating func greet(_ phrase: Phrase) {
    focus.notice = Notice(phrase: phrase, until: now.milliseconds + 15_000)
  }

  /// Says one sentence, for five seconds.
  package mutating func notice(_ phrase: Phrase, isWarning: Bool = false) {
    focus.notice = Notice(
      phrase: phrase, isWarning: isWarning, until: now.milliseconds + 5000)
  }
}
