import Assets
import Terminal
import WorkshopCore

/// A rehearsal in memory: no screen, no directory, no waiting.
struct RehearsedRoom {
  private(set) var rehearsal: Rehearsal
  private var history: History
  private var focuses: [Seat: Focus] = [:]
  private var clock = HybridClock()
  private var sequences: [Seat: Int] = [:]
  private var now: Moment
  private let content: Content
  private let language: Language

  init(_ plan: Plan, content: Content, language: Language, seed: UInt64, now: Moment) {
    rehearsal = Rehearsal(plan, language: language.code, seed: seed, now: now)
    history = History(plan: plan)
    self.now = now.at(rehearsal.opening)
    self.content = content
    self.language = language
  }

  var workshop: Workshop { history.workshop }
  var entries: [Entry] { history.entries }

  /// Plays the plan to its end.
  mutating func play() {
    while let stroke = next() {
      now = now.at(stroke.at)
      let scene = scene(stroke.seat)
      let outcome = Keymap.decide(stroke.key, scene)
      carryOut(outcome, at: stroke.seat, by: scene.me)
      rehearsal.heard(outcome, scene)
    }
  }

  private mutating func next() -> Stroke? {
    // The rehearsal is taken out, so that it may look at the rest.
    var rehearsal = rehearsal
    defer { self.rehearsal = rehearsal }
    return rehearsal.next(until: .max) { scene($0) }
  }

  /// What somebody sees now.
  func scene(_ seat: Seat) -> Scene {
    var scene = Scene(
      workshop: history.workshop, content: content,
      role: seat == .facilitator ? .facilitator : .notes,
      language: language, focus: focuses[seat] ?? Focus(), now: now, me: "")
    scene.me = seat.name(in: language)
    return scene
  }

  private mutating func carryOut(_ outcome: Outcome, at seat: Seat, by name: String) {
    if let focus = outcome.focus { focuses[seat] = focus }
    for event in outcome.events {
      sequences[seat, default: 0] += 1
      let id = EntryID(writer: Self.writer(seat), sequence: sequences[seat] ?? 1)
      let stamp = clock.tick(now: now.milliseconds)
      history.insert([Entry(id: id, stamp: stamp, at: "", by: name, event: event)])
      if case .cardAdded = event, seat == .facilitator {
        focuses[seat, default: Focus()].card = id.description
      }
    }
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
  func name(in language: Language) -> String {
    switch self {
    case .facilitator: language(Role.facilitator.name)
    case .table(let table): language("Table \(table)")
    }
  }
}
