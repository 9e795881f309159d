/// What leads from a plan to what it was changed to in the program.
public struct PlanDifference: Equatable, Sendable {
  /// Items that were put in, by the entry whose id theirs is.
  public internal(set) var added: [Addition] = []
  /// Everything else, in the order in which it is applied.
  public internal(set) var rest: [PlanChange] = []

  /// The changes of one entry.
  public struct Addition: Equatable, Sendable {
    public let entry: String
    public internal(set) var changes: [PlanChange]
  }
}

extension Plan {
  /// The changes that make this plan, as its file has it, another one; nil when none do: something is
  /// different there that nobody can change in the program.
  public func changes(to target: Plan) -> PlanDifference? {
    var difference = PlanDifference()
    var plan = self
    func apply(_ change: PlanChange, id: ActivityID = "") {
      plan.apply(change, over: self, id: id)
      if id.isEmpty { difference.rest.append(change) }
    }
    for session in target.sessions {
      for (index, activity) in session.activities.enumerated()
      where self.activity(activity.id) == nil {
        let change = PlanChange.activityAdded(
          session: session.id, after: index > 0 ? session.activities[index - 1].id : nil,
          activity: activity)
        guard difference.add(change, as: activity.id) else { return nil }
        apply(change, id: activity.id)
      }
    }
    for activity in activities where target.activity(activity.id) == nil {
      apply(.activityRemoved(activity: activity.id))
    }
    let workshop = Workshop(plan: self)
    for activity in target.activities {
      for field in activity.changeable {
        guard let value = activity.value(of: field),
          plan.activity(activity.id)?.value(of: field) != value
        else { continue }
        apply(workshop.setting(field, of: activity.id, to: value))
      }
    }
    for session in target.sessions {
      for field in Session.changeable where field != "planned" {
        guard let value = session.value(of: field),
          plan.session(session.id)?.value(of: field) != value
        else { continue }
        apply(workshop.setting(field, ofSession: session.id, to: value))
      }
      // After the date, which may set it.
      let isDated = plan.session(session.id)?.date != self.session(session.id)?.date
      if isDated || plan.session(session.id)?.planned != session.planned {
        apply(workshop.setting("planned", ofSession: session.id, to: session.planned ?? ""))
      }
      for activity in session.activities
      where plan.predecessor(of: activity.id) != target.predecessor(of: activity.id) {
        apply(workshop.moving(activity.id, after: target.predecessor(of: activity.id)))
      }
    }
    if tables != target.tables {
      apply(workshop.setting("tables", to: String(target.tables)))
    }
    return plan == target ? difference : nil
  }
}

extension PlanDifference {
  /// Notes an item that was put in; false when its id is no entry's.
  fileprivate mutating func add(_ change: PlanChange, as id: ActivityID) -> Bool {
    // The second item of an entry bears the entry's id and its place in it.
    let parts = id.split(separator: ".", maxSplits: 1)
    let place = parts.count > 1 ? Int(parts[1]) : 1
    guard let place, (1...1000).contains(place), let name = parts.first,
      EntryID(String(name)) != nil
    else { return false }
    let nothing = PlanChange.activityRemoved(activity: "")
    let at = added.firstIndex { $0.entry == name } ?? added.count
    if at == added.count { added.append(Addition(entry: String(name), changes: [])) }
    while added[at].changes.count < place { added[at].changes.append(nothing) }
    added[at].changes[place - 1] = change
    return true
  }
}

extension Activity {
  /// The fields that can be changed in the program.
  fileprivate var changeable: [String] {
    let rounds = numberedRounds.flatMap { round -> [String] in
      let parts = ["who", "title", "theme"] + round.segments.indices.map(String.init)
      return parts.map { "rounds/\(round.id ?? "")/\($0)" }
    }
    return [
      "title", "kind", "phase", "minutes", "minimum", "maximum", "priority", "fixed", "start",
      "delay", "dropped", "question", "script", "lead", "material", "output", "board", "warmUp",
    ] + rounds
  }
}

extension Session {
  fileprivate static let changeable = [
    "title", "date", "start", "place", "bring", "next", "planned",
  ]
}
