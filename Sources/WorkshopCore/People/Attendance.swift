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

  /// Those who are waited for at a session: who was checked in there, everybody while nobody is.
  public func attending(_ session: Session?) -> [Card] {
    let here = people.filter { person in
      session.map { person.has($0.id, in: Self.present) } ?? false
    }
    return here.isEmpty ? people : here
  }

  /// Whether somebody on the roster is missing at a session at which others were checked in.
  public func isAbsent(_ name: String?, at session: Session?) -> Bool {
    let namesakes = people.filter { $0.text == name }
    let here = attending(session)
    return !namesakes.isEmpty && !namesakes.contains { one in here.contains { $0.id == one.id } }
  }

  /// How many people are at the session of an activity; nil while nobody was checked in there.
  public func presentCount(of activity: ActivityID) -> Int? {
    let count = plan.session(of: activity).map { presentCount(at: $0.id) } ?? 0
    return count > 0 ? count : nil
  }

  /// The last session before another at which anybody was checked in.
  public func attended(before session: String) -> Session? {
    plan.sessions.prefix { $0.id != session }.last { presentCount(at: $0.id) > 0 }
  }
}

extension Card {
  /// Whether a set has a member.
  public func has(_ member: String, in set: String) -> Bool {
    sets[set]?[member]?.isEmpty == false
  }
}
