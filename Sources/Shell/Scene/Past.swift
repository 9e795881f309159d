import Languages
package import Reporting
import Synchronization
package import WorkshopCore
package import WorkshopQueries

/// What had happened by any moment: the entries, and what of a state may be told.
package struct Past: Sendable {
  private let shared: Shared<History>
  /// Takes out of a state what may not be told: the same for every moment as for now.
  private var told: @Sendable (Workshop) -> Workshop
  /// The whole states that were asked for, by this report and by those before it.
  private let states: States
  /// What may be told of them: parts of a report ask for the same few.
  private var known = Known()

  /// - Parameter states: those that earlier reports of the same workshop were told from; what was written since
  ///   changes none of them.
  package init(_ history: History, keeping states: States = States()) {
    shared = Shared(history)
    self.states = states
    told = { $0 }
  }

  /// The same past with something more taken out of every state.
  package func telling(_ change: @escaping @Sendable (Workshop) -> Workshop) -> Past {
    var past = self
    let before = told
    past.told = { change(before($0)) }
    past.known = Known()
    return past
  }

  /// The state as it was at an instant, in milliseconds since 1970.
  package func workshop(at milliseconds: Int64) -> Workshop {
    if let state = known.states.withLock({ $0[milliseconds] }) { return state }
    let state = told(
      states.workshop(of: history, at: milliseconds, span(until: milliseconds)))
    known.states.withLock { $0[milliseconds] = state }
    return state
  }

  /// All that the state at an instant is folded from.
  func span(until milliseconds: Int64) -> History.Span {
    if let span = known.spans.withLock({ $0[milliseconds] }) { return span }
    let span = history.span(until: milliseconds)
    known.spans.withLock { $0[milliseconds] = span }
    return span
  }

  /// When a vote was revealed last; nil: never.
  fileprivate func reveal(of poll: PollID) -> Moment? {
    history.entries.last { $0.event == .pollRevealed(poll: poll) }.map {
      Moment(milliseconds: $0.time, offset: Moment.offset(of: $0.at) ?? 0)
    }
  }

  private var history: History { shared.value }

  private final class Known: Sendable {
    let states = Mutex<[Int64: Workshop]>([:])
    let spans = Mutex<[Int64: History.Span]>([:])
  }

  /// States of a workshop at past moments, each folded once as long as nothing that it was folded from
  /// changes.
  package final class States: Sendable {
    private let known = Mutex<[History.Span: Workshop]>([:])
    /// A report asks for a moment a session, and one for each vote that was revealed later.
    private static let most = 32

    package init() {}

    fileprivate func workshop(
      of history: History, at milliseconds: Int64, _ span: History.Span
    ) -> Workshop {
      if let state = known.withLock({ $0[span] }) { return state }
      let state = history.workshop(at: milliseconds)
      known.withLock { known in
        if known.count == Self.most { known = [:] }
        known[span] = state
      }
      return state
    }
  }
}

extension Scene {
  /// The workshop as it is now, also where this scene shows an earlier moment.
  private var latest: Workshop { present?.workshop ?? workshop }

  /// Which activities write down what there is, by all that was held to this day; also where this scene shows
  /// an earlier moment. That and the moments is all that a part of a report may know of what came later.
  package var writers: ReportWriters { present?.writers ?? ReportWriters(of: self) }

  /// The moment that the part of a report on an activity tells of, in milliseconds since 1970: the end of its
  /// session, or when its votes were revealed where that was later. Nil where it was never opened.
  package func moment(of activity: Activity) -> Int64? { close(of: activity)?.instant }

  /// The same moment with the day that it is known by.
  package func close(of activity: Activity) -> Close? {
    guard let close = latest.close(of: activity.id) else { return nil }
    let polls = latest.polls.filter { $0.activity == activity.id && $0.isRevealed }
    let last = polls.compactMap { past?.reveal(of: $0.id) }
      .max { $0.milliseconds < $1.milliseconds }
    guard let last, last.milliseconds > close.instant else { return close }
    return Close(instant: last.milliseconds, day: last.day)
  }

  /// Whether an instant is past for whoever reads this, so that `asItWas` shows another state.
  package func isPast(_ milliseconds: Int64) -> Bool {
    past != nil && milliseconds < asOf.milliseconds
  }

  /// What a part of a report says that tells of a day and not of now.
  package func stateNote(_ day: Day) -> Report.Block {
    .note(language.labelled(say("State at"), language.day(day, from: nil)))
  }

  /// Takes something out of the workshop, of now and of every moment before.
  package mutating func tell(_ change: @escaping @Sendable (Workshop) -> Workshop) {
    workshop = change(workshop)
    past = past?.telling(change)
    // What was composed told more.
    parts = nil
  }

  /// Fixes what of now the parts of a report may know, so that they work it out once.
  mutating func settlePresent() { present = present ?? Present(self) }

  /// The scene as it was at an instant, where the entries are at hand; the same one elsewhere.
  package func asItWas(at milliseconds: Int64) -> Scene {
    guard let past, isPast(milliseconds) else { return self }
    var scene = self
    scene.settlePresent()
    scene.workshop = past.workshop(at: milliseconds)
    scene.now = now.at(min(milliseconds, now.milliseconds))
    return scene
  }
}

/// The workshop as it is now, for a scene that shows an earlier moment.
package final class Present: Sendable {
  let workshop: Workshop
  let writers: ReportWriters

  init(_ scene: Scene) {
    workshop = scene.workshop
    writers = ReportWriters(of: scene)
  }
}
