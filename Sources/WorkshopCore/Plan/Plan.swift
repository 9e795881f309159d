/// What was prepared: `workshop.json`, written by a template, edited by hand or by the facilitator.
///
/// A template under `Assets/templates/` is a plan too, with its texts in several languages.
public struct Plan: Equatable, Sendable {
  /// What tells it from every other workshop, whatever either is called; nil where nothing was given.
  public var id: String?
  public var title: Localized
  /// One line that tells a template from the others.
  public var summary: Localized?
  /// The room's language: `en`, `fr` or `hu`.
  public var language: String
  public var goal: Localized?
  /// Who leads it.
  public var lead: String?
  /// Who asked for it and will read what comes of it.
  public var commissioner: String?
  /// The numbers that it is to reach, in words.
  public var reach: String?
  /// What it is beyond its meetings; nil where nobody said anything of it.
  public var programme: Programme?
  public var themes: [Theme]
  public var people: [Person]
  /// How many tables the room has, 1 to `mostTables`.
  public var tables: Int
  public var boards: [Board]
  public var sessions: [Session]
  /// For each writer the last entry whose changes of the plan this file has already: they and those
  /// before are not laid over it again.
  public var written: [EntryID]

  public init(
    title: Localized, summary: Localized? = nil, language: String = "en", goal: Localized? = nil,
    themes: [Theme] = [], people: [Person] = [], tables: Int = 5, boards: [Board] = [],
    sessions: [Session] = [], programme: Programme? = nil, lead: String? = nil,
    commissioner: String? = nil, reach: String? = nil, written: [EntryID] = [], id: String? = nil
  ) {
    self.id = id
    self.written = written
    self.lead = lead
    self.commissioner = commissioner
    self.reach = reach
    self.title = title
    self.summary = summary
    self.language = language
    self.goal = goal
    self.programme = programme
    self.themes = themes
    self.people = people
    self.tables = tables
    self.boards = boards
    self.sessions = sessions
  }

  /// Tables a room may have.
  public static let mostTables = 100

  /// Every activity of every session, in order.
  public var activities: [Activity] { sessions.flatMap(\.activities) }

  public func activity(_ id: ActivityID?) -> Activity? {
    place(of: id).map { sessions[$0.session].activities[$0.activity] }
  }

  public func session(of activity: ActivityID?) -> Session? {
    place(of: activity).map { sessions[$0.session] }
  }

  /// Asked for many times a frame: an activity is large, and none is copied on the way.
  private func place(of id: ActivityID?) -> (session: Int, activity: Int)? {
    guard let id else { return nil }
    for session in sessions.indices {
      for activity in sessions[session].activities.indices
      where sessions[session].activities[activity].id == id {
        return (session, activity)
      }
    }
    return nil
  }

  public func theme(_ id: String?) -> Theme? { themes.first { $0.id == id } }

  /// Whether the file has what an entry changed of the plan.
  public func hasWritten(_ entry: EntryID) -> Bool {
    written.contains { $0.writer == entry.writer && entry.sequence <= $0.sequence }
  }
}

/// A subject the workshop works on, with its challenge.
public struct Theme: Codable, Equatable, Sendable, Identifiable {
  public var id: String
  public var name: Localized
  /// The question put to the room, usually "How might we …".
  public var challenge: Localized?
  public var sponsor: String?

  public init(id: String, name: Localized, challenge: Localized? = nil, sponsor: String? = nil) {
    self.id = id
    self.name = name
    self.challenge = challenge
    self.sponsor = sponsor
  }
}

/// A meeting day.
public struct Session: Equatable, Sendable, Identifiable {
  public var id: String
  public var title: Localized
  /// `YYYY-MM-DD`, or nil while no date is set.
  public var date: String?
  /// The date that was set first, once the day was moved: plans are compared with it afterwards.
  public var planned: String?
  /// When the first activity starts, `HH:MM`.
  public var start: String
  public var place: String?
  /// What is done between the session before and this one, a line each.
  public var before: [Localized]
  /// What people are asked to bring along.
  public var bring: Localized?
  /// When people meet again where no later session of the plan says it: `YYYY-MM-DD`, then whatever is
  /// told of it, such as an hour and a place.
  public var next: String?
  public var activities: [Activity]

  public init(
    id: String, title: Localized, date: String? = nil, start: String = "09:00",
    place: String? = nil, before: [Localized] = [], activities: [Activity] = [],
    planned: String? = nil, bring: Localized? = nil, next: String? = nil
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.planned = planned
    self.start = start
    self.place = place
    self.before = before
    self.bring = bring
    self.next = next
    self.activities = activities
  }
}

extension Plan: Codable {
  private enum CodingKeys: String, CodingKey {
    case v, id, title, summary, language, goal, lead, commissioner, reach, programme, themes
    case people, tables, boards, sessions, written
  }

  /// The version of the plan's shape that this program writes.
  public static let version = 1

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      title: try container.decode(Localized.self, forKey: .title),
      summary: try container.decodeIfPresent(Localized.self, forKey: .summary),
      language: try container.value(.language, default: "en"),
      goal: try container.decodeIfPresent(Localized.self, forKey: .goal),
      themes: try container.value(.themes, default: []),
      people: try container.value(.people, default: []),
      tables: try container.number(.tables, in: 1...Self.mostTables) ?? 5,
      boards: try container.value(.boards, default: []),
      sessions: try container.value(.sessions, default: []),
      programme: try container.decodeIfPresent(Programme.self, forKey: .programme),
      lead: try container.decodeIfPresent(String.self, forKey: .lead),
      commissioner: try container.decodeIfPresent(String.self, forKey: .commissioner),
      reach: try container.decodeIfPresent(String.self, forKey: .reach),
      written: try container.value(.written, default: [String]()).compactMap { EntryID($0) },
      id: try container.decodeIfPresent(String.self, forKey: .id))
    try container.refuseRepeats(themes.map(\.id), in: .themes)
    try container.refuseRepeats(people.map(\.id), in: .people)
    try container.refuseRepeats(boards.map(\.id), in: .boards)
    try container.refuseRepeats(sessions.map(\.id), in: .sessions)
    try container.refuseRepeats(activities.map(\.id), in: .sessions)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.version, forKey: .v)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encode(title, forKey: .title)
    try container.encodeIfPresent(summary, forKey: .summary)
    try container.encode(language, forKey: .language)
    try container.encodeIfPresent(goal, forKey: .goal)
    try container.encodeIfPresent(lead, forKey: .lead)
    try container.encodeIfPresent(commissioner, forKey: .commissioner)
    try container.encodeIfPresent(reach, forKey: .reach)
    try container.encodeIfPresent(programme, forKey: .programme)
    try container.encode(themes, forKey: .themes)
    try container.encode(people, forKey: .people)
    try container.encode(tables, forKey: .tables)
    try container.encode(boards, forKey: .boards)
    try container.encode(sessions, forKey: .sessions)
    if !written.isEmpty { try container.encode(written, forKey: .written) }
  }
}

extension Session: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, title, date, planned, start, place, before, bring, next, activities
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let id = try container.decode(String.self, forKey: .id)
    self.init(
      id: id,
      title: try container.value(.title, default: Localized(id)),
      date: try container.decodeIfPresent(String.self, forKey: .date),
      start: try container.clockTime(.start) ?? "09:00",
      place: try container.decodeIfPresent(String.self, forKey: .place),
      before: try container.value(.before, default: []),
      activities: try container.value(.activities, default: []),
      planned: try container.decodeIfPresent(String.self, forKey: .planned),
      bring: try container.decodeIfPresent(Localized.self, forKey: .bring),
      next: try container.decodeIfPresent(String.self, forKey: .next))
  }
}

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

extension Plan {
  /// The same plan with every text in one language only, as people edit it by hand.
  public func resolved(in language: String) -> Plan {
    var plan = self
    plan.language = language
    plan.title = title.resolved(in: language)
    plan.summary = nil
    plan.goal = goal?.resolved(in: language)
    plan.programme = programme?.mapped { $0.resolved(in: language) }
    for index in plan.themes.indices {
      plan.themes[index].name = themes[index].name.resolved(in: language)
      plan.themes[index].challenge = themes[index].challenge?.resolved(in: language)
    }
    plan.boards = boards.map { $0.resolved(in: language) }
    for index in plan.sessions.indices {
      plan.sessions[index].title = sessions[index].title.resolved(in: language)
      plan.sessions[index].before = sessions[index].before.map { $0.resolved(in: language) }
      plan.sessions[index].bring = sessions[index].bring?.resolved(in: language)
      plan.sessions[index].activities = sessions[index].activities.map { $0.resolved(in: language) }
    }
    return plan
  }
}

extension Board {
  /// The same board with every text in one language.
  public func resolved(in language: String) -> Board {
    var board = self
    board.title = title.resolved(in: language)
    board.question = question?.resolved(in: language)
    board.zones = zones.map { Zone(id: $0.id, title: $0.title.resolved(in: language)) }
    return board
  }
}

extension Activity {
  fileprivate func resolved(in language: String) -> Activity {
    var activity = self
    activity.title = title.resolved(in: language)
    activity.question = question?.resolved(in: language)
    activity.points = points.map { $0.resolved(in: language) }
    activity.script = script?.resolved(in: language)
    activity.material = material?.resolved(in: language)
    activity.output = output?.resolved(in: language)
    activity.rounds = rounds.map { $0.resolved(in: language) }
    activity.keeps = keeps?.resolved(in: language)
    activity.matrix = matrix?.resolved(in: language)
    return activity
  }
}

extension Round {
  func resolved(in language: String) -> Round {
    var round = self
    round.title = title.resolved(in: language)
    for segment in segments.indices {
      round.segments[segment].title = segments[segment].title.resolved(in: language)
    }
    return round
  }
}
