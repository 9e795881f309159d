import Languages
import WorkshopCore

extension RehearsalScript {
  /// Something that playing the plan showed.
  struct Diagnostic: Hashable, Sendable {
    /// The session it belongs to; nil: the whole plan.
    var session: String?
    /// The activity it is about; nil: all of the session.
    var activity: ActivityID?
    let phrase: Phrase
  }

  /// How a session went, in minutes since midnight.
  struct Day: Equatable, Sendable {
    let session: String
    let start: Int
    let plannedEnd: Int
    let end: Int
    /// The longest time without a break.
    let stretch: Int
  }
}
