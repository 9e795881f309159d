import Synchronization
package import WorkshopCore
import WorkshopQueries

/// What had happened by any moment: the entries, and what of a state may be told.
package struct Past: Sendable {
  private let history: History
  /// Takes out of a state what may not be told: the same for every moment as for now.
  private var told: @Sendable (Workshop) -> Workshop
  /// The states that were asked for: parts of a report ask for the same few.
  private var known = Known()

  package init(_ history: History) {
    self.history = history
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
    let state = told(history.workshop(at: milliseconds))
    known.states.withLock { $0[milliseconds] = state }
    return state
  }

  /// When a vote was revealed last; nil: never.
  fileprivate func reveal(of poll: PollID) -> Int64? {
    history.entries.last { $0.event == .pollRevealed(poll: poll) }?.time
  }

  private final class Known: Sendable {
    let states = Mutex<[Int64: Workshop]>([:])
  }
}

extension Scene {
  /// The workshop as it is now, also where this scene shows an earlier moment.
  package var latest: Workshop { present?.workshop ?? workshop }

  /// The moment that the part of a report on an activity tells of, in milliseconds since 1970: the end of its
  /// session, or when its votes were revealed where that was later. Nil where it was never opened.
  package func moment(of activity: Activity) -> Int64? {
    guard let close = latest.close(of: activity.id) else { return nil }
    let polls = latest.polls.filter { $0.activity == activity.id && $0.isRevealed }
    return polls.compactMap { past?.reveal(of: $0.id) }.reduce(close, max)
  }

  /// Takes something out of the workshop, of now and of every moment before.
  package mutating func tell(_ change: @escaping @Sendable (Workshop) -> Workshop) {
    workshop = change(workshop)
    past = past?.telling(change)
  }

  /// The scene as it was at an instant, where the entries are at hand; the same one elsewhere.
  package func asItWas(at milliseconds: Int64) -> Scene {
    guard let past, milliseconds < asOf.milliseconds else { return self }
    var scene = self
    scene.present = present ?? Present(workshop)
    scene.workshop = past.workshop(at: milliseconds)
    scene.now = now.at(min(milliseconds, now.milliseconds))
    return scene
  }
}

/// The workshop as it is now, for a scene that shows an earlier moment.
package final class Present: Sendable {
  let workshop: Workshop

  init(_ workshop: Workshop) { self.workshop = workshop }
}
