/// Who of the roster was at which session.
///
/// A projection of the set `present` of people's cards, whose members are sessions' ids.
public struct Attendance: Equatable, Sendable {
  /// Everybody on the roster, in its order.
  public let people: [Card]
  /// The plan's sessions at which somebody was marked, in the plan's order.
  public let sessions: [Session]

  public init(of workshop: Workshop) {
    people = workshop.people
    sessions = workshop.plan.sessions.filter { workshop.presentCount(at: $0.id) > 0 }
  }

  /// How many were at a session.
  public func count(at session: Session) -> Int {
    people.count { $0.has(session.id, in: Workshop.present) }
  }
}

extension Workshop {
  /// The set of a person's card that holds the sessions at which that person was.
  public static let present = "present"

  /// How many people of the roster are marked as present at a session.
  public func presentCount(at session: String) -> Int {
    people.count { $0.has(session, in: Self.present) }
  }
}

extension Card {
  /// Whether a set has a member.
  public func has(_ member: String, in set: String) -> Bool {
    sets[set]?[member]?.isEmpty == false
  }
}
