package import Assets
package import Languages
package import Shell
import Terminal
package import WorkshopCore

/// A rehearsal in memory: no screen, no directory, no waiting.
package struct RehearsedRoom {
  package private(set) var rehearsal: RehearsalScript
  private var log: MemoryLog
  private var focuses: [Seat: Focus] = [:]
  private(set) var now: Moment
  private let content: Content
  private let features: Features
  private let language: Language

  package init(
    _ plan: Plan, content: Content, features: Features, language: Language, seed: UInt64,
    now: Moment
  ) {
    self.features = features
    rehearsal = RehearsalScript(plan, language: language.code, seed: seed, now: now)
    log = MemoryLog(
      plan: plan, writer: Self.writer(.facilitator),
      catalogue: features.catalogue(content))
    self.now = now.at(rehearsal.opening)
    self.content = content
    self.language = language
  }

  var workshop: Workshop { log.history.workshop }
  var entries: [Entry] { log.history.entries }

  /// Plays the plan to its end, or until an activity begins.
  package mutating func play(until activity: ActivityID? = nil) {
    while activity == nil || workshop.current != activity, let stroke = next() {
      let before = scene(stroke.seat)
      rehearsal.heard(press(stroke), before)
    }
  }

  /// Lets tables do what they do by themselves until a time (ms).
  mutating func play(_ script: inout TableScript, until end: Int64) {
    while let stroke = script.next(until: end, { scene($0) }) { press(stroke) }
    now = now.at(end)
  }

  /// The facilitator presses the key of an action, so many seconds later.
  mutating func press(_ action: String, after seconds: Int64) {
    let at = now.milliseconds + seconds * 1000
    guard let key = RehearsalScript.key(.action(action), scene(.facilitator)) else { return }
    press(RehearsalKey(at: at, seat: .facilitator, key: key))
  }

  @discardableResult
  private mutating func press(_ stroke: RehearsalKey) -> Outcome {
    now = now.at(stroke.at)
    var scene = scene(stroke.seat)
    let outcome = Keymap.decide(stroke.key, scene)
    log.writer = Self.writer(stroke.seat)
    Executor.carryOut(outcome, &scene, to: &log)
    focuses[stroke.seat] = scene.focus
    return outcome
  }

  private mutating func next() -> RehearsalKey? {
    // The rehearsal is taken out, so that it may look at the rest.
    var rehearsal = rehearsal
    defer { self.rehearsal = rehearsal }
    return rehearsal.next(until: .max) { scene($0) }
  }

  /// What somebody sees now.
  func scene(_ seat: Seat) -> Scene {
    var scene = Scene(
      workshop: log.history.workshop, content: content, features: features,
      role: seat == .facilitator ? .facilitator : .notes,
      language: language, focus: focuses[seat] ?? Focus(), now: now, me: "")
    scene.me = seat.name(in: language)
    return scene
  }

  /// Twelve plain characters, as journals have them.
  private static func writer(_ seat: Seat) -> String {
    switch seat {
    case .facilitator: "rehearsaldes"
    case .table(let table): "rehearsaltab".dropLast(2) + (table < 10 ? "0\(table)" : "\(table)")
    }
  }
}

extension Seat {
  /// As others see whoever sits there.
  package func name(in language: Language) -> String {
    switch self {
    case .facilitator: language(Role.facilitator.name)
    case .table(let table): language("Table \(table)")
    }
  }
}
