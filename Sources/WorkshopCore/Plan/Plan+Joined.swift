extension Plan {
  /// This plan, and the sessions of another one after its own: a programme of several meetings made of
  /// templates.
  ///
  /// What both have is this plan's: title, themes, people, tables, boards. An activity or a session
  /// whose id is taken gets one that is free.
  public func followed(by other: Plan) -> Plan {
    var plan = self
    plan.boards += other.boards.filter { board in !boards.contains { $0.id == board.id } }
    var taken = Set(sessions.map(\.id) + activities.map(\.id))
    for var session in other.sessions {
      session.id = Self.free(session.id, taken)
      taken.insert(session.id)
      var names: [ActivityID: ActivityID] = [:]
      for index in session.activities.indices {
        let id = session.activities[index].id
        names[id] = taken.contains(id) ? Self.free("\(session.id)-\(id)", taken) : id
        taken.insert(names[id] ?? id)
        session.activities[index].id = names[id] ?? id
      }
      for index in session.activities.indices {
        session.activities[index].eachAfter =
          session.activities[index].eachAfter.map { names[$0] ?? $0 }
      }
      plan.sessions.append(session)
    }
    return plan
  }

  private static func free(_ id: String, _ taken: Set<String>) -> String {
    var number = 1
    var free = id
    while taken.contains(free) {
      number += 1
      free = "\(id)-\(number)"
    }
    return free
  }
}
