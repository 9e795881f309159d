import WorkshopCore

// Who was there, and who came again.

extension Counting {
  /// People on the roster, or those of them who had joined by the end of a session.
  func registered(by holding: Holding?) -> Int? {
    let people = workshop.people.filter { person in
      guard let holding else { return true }
      if let joined = person[Card.joinedOn].flatMap({ Day($0) }) { return joined <= holding.day }
      return person.added.milliseconds <= day(of: holding).upperBound
    }
    return people.isEmpty ? nil : people.count
  }

  /// Of those present at the first session at which anybody was marked: who was at any of these
  /// others. Nil where nobody was marked at another one.
  func returned(to ids: Set<String>) -> Portion? {
    let marked = workshop.plan.sessions.map(\.id).filter { workshop.presentCount(at: $0) > 0 }
    guard let first = marked.first else { return nil }
    let others = marked.dropFirst().filter(ids.contains)
    guard !others.isEmpty else { return nil }
    let present = workshop.people.filter { $0.has(first, in: Workshop.present) }
    return Portion(
      present.count { person in others.contains { person.has($0, in: Workshop.present) } },
      of: present.count)
  }

  static func organisations(_ people: [Card]) -> Int? {
    let names = Set(people.compactMap { $0[Card.organisation] })
    return names.isEmpty ? nil : names.count
  }

  /// Experts who joined after the first session; nil before it is over, and where nobody has a role.
  var experts: Int? {
    guard let first = holdings.first, first.lastOpening + Workshop.dayBreak < now.milliseconds,
      workshop.people.contains(where: { $0[Card.role] != nil })
    else { return nil }
    return workshop.joiners(since: now.at(first.end)).count { $0[Card.role] == "expert" }
  }
}
