import Cards
import Journaling
import Languages
import Shell
import WorkshopCore
import WorkshopQueries

/// A sign-up as a list of names: the letters of a person and the number of a project or a theme.
struct SignUpRoll: RollSubject {
  let activity: Activity
  var choice = Kind.first

  /// What is noted of people.
  enum Kind: CaseIterable, Sendable {
    case first
    /// Where somebody would go if the first choice does not start.
    case second
    /// A hand lent to another project than one's own; asked again, no longer.
    case support
  }

  var place: TypedPlace {
    TypedPlace(
      Self.id, of: [Self.activity: activity.id, Self.choice: String(describing: choice)])
  }

  fileprivate static let id = "sign-up"
  fileprivate static let activity = "activity"
  fileprivate static let choice = "choice"

  func title(_ scene: Scene) -> Phrase {
    switch choice {
    case .first: scene.choosesTheme(activity) ? "Who chooses?" : "Who signs up?"
    case .second: "Whose second choice?"
    case .support: "Who helps?"
    }
  }

  var hint: Phrase {
    switch choice {
    case .first: "first choice"
    case .second: "second choice"
    case .support: "helps"
    }
  }

  var none: Phrase {
    switch choice {
    case .first: "no choice yet"
    case .second: "no second choice"
    case .support: "helps nobody"
    }
  }

  func waiting(_ count: Int) -> Phrase {
    switch choice {
    case .first: "No choice yet: \(count)"
    case .second: "No second choice: \(count)"
    case .support: "Help nobody: \(count)"
    }
  }

  func next(_ scene: Scene) -> (any RollSubject)? {
    guard !scene.choosesTheme(activity) else { return nil }
    let all = Kind.allCases
    let index = all.firstIndex(of: choice) ?? 0
    return SignUpRoll(activity: activity, choice: all[(index + 1) % all.count])
  }

  func places(_ scene: Scene) -> [RollPlace] {
    scene.teams(activity).map { team in
      let count =
        switch choice {
        case .first: team.members.count
        case .second: scene.workshop.people.count { $0[Team.second] == team.project.id }
        case .support: team.project.members(of: Team.supporters).count
        }
      return RollPlace(title: scene.say(Localized(team.project.text)), count: count)
    }
  }

  /// Tables that choose a theme, then everybody who works on something or has chosen.
  func entries(_ scene: Scene) -> [RollEntry] {
    let teams = scene.teams(activity)
    let here = Set(
      scene.workshop.attending(scene.workshop.plan.session(of: activity.id)).map(\.id))
    let field = scene.choiceField(activity)
    let people = scene.workshop.people.filter { $0.choosesProject || $0[field] != nil }
    return tables(scene)
      + people.map { person in
        let places = teams.indices.filter { holds(person, teams[$0].project, scene) }.map { $0 + 1 }
        let detail = [
          scene.shown(Card.availability, of: person), person[Card.organisation] ?? "",
        ].first { !$0.isEmpty }
        return RollEntry(
          id: person.id, name: person.text, detail: detail ?? "", places: places,
          isAway: !here.contains(person.id), members: [person.id])
      }
  }

  /// Whether somebody has chosen a project or theme.
  private func holds(_ person: Card, _ project: Card, _ scene: Scene) -> Bool {
    switch choice {
    case .first: person[scene.choiceField(activity)] == scene.choice(project, in: activity)
    case .second: person[Team.second] == project.id
    case .support: project.has(person.id, in: Team.supporters)
    }
  }

  /// Every table with people at it: all of them choose a theme at once.
  private func tables(_ scene: Scene) -> [RollEntry] {
    guard scene.choosesTheme(activity), choice == .first else { return [] }
    let seating = scene.workshop.seating(of: scene.workshop.guests(at: scene.session))
    let teams = scene.teams(activity)
    return (1...seating.count).compactMap { table in
      let people = seating.guests(at: table).compactMap { scene.workshop.card($0.id) }
      guard !people.isEmpty else { return nil }
      let place = teams.firstIndex { team in people.allSatisfy { holds($0, team.project, scene) } }
      return RollEntry(
        id: "table-\(table)", name: scene.say("Table \(table)"),
        detail: scene.say("\(people.count) people"), places: place.map { [$0 + 1] } ?? [],
        members: people.map(\.id))
    }
  }

  func put(_ entries: [RollEntry], at place: Int?, _ scene: Scene) -> Outcome {
    let people = entries.flatMap(\.members).compactMap { scene.workshop.card($0) }
    let teams = scene.teams(activity)
    let project = place.flatMap { teams.indices.contains($0 - 1) ? teams[$0 - 1].project : nil }
    switch choice {
    case .first:
      let value = project.map { scene.choice($0, in: activity) } ?? ""
      return Outcome(events: setting(scene.choiceField(activity), value, people))
    case .second:
      if let project, let one = people.first(where: { $0[Team.primary] == project.id }) {
        return .refused("\(one.text): \(project.text) is the first choice already")
      }
      return Outcome(events: setting(Team.second, project?.id ?? "", people))
    case .support: return supporting(people, project, teams.map(\.project))
    }
  }

  private func setting(_ field: String, _ value: String, _ people: [Card]) -> [Event] {
    guard people.count == 1 else { return Event.setting(field, of: people.map { ($0.id, value) }) }
    return [
      .fieldSet(
        card: people[0].id, field: field, value: value, over: people[0].values[field]?.entry)
    ]
  }

  private func supporting(_ people: [Card], _ project: Card?, _ all: [Card]) -> Outcome {
    guard let project else {
      return Outcome(
        events: all.flatMap { one in people.compactMap { Self.leaving($0.id, one) } })
    }
    if let one = people.first(where: { $0[Team.primary] == project.id }) {
      return .refused("\(one.text) works on \(project.text) already")
    }
    return Outcome(
      events: people.map { person in
        Self.leaving(person.id, project)
          ?? .memberAdded(card: project.id, set: Team.supporters, member: person.id)
      })
  }

  /// What ends somebody's help for a project; nil where there was none.
  private static func leaving(_ person: CardID, _ project: Card) -> Event? {
    let over = project.additions(of: person, to: Team.supporters)
    guard !over.isEmpty else { return nil }
    return .memberRemoved(card: project.id, set: Team.supporters, member: person, over: over)
  }
}

extension Reopening {
  /// Names for projects or themes.
  static let signUp = stack(SignUpRoll.id) { details, scene in
    guard let activity = scene.workshop.plan.activity(details[SignUpRoll.activity]),
      !scene.teams(activity).isEmpty,
      let choice = SignUpRoll.Kind.allCases.first(where: {
        String(describing: $0) == details[SignUpRoll.choice]
      })
    else { return [] }
    return [RollCall(SignUpRoll(activity: activity, choice: choice))]
  }
}

extension Action {
  static let signUp = roll("sign-up", "Sign people up for projects: letters and a number", .first)
  static let chooseTheme = roll(
    "choose-theme", "Note who chooses which theme: letters and a number", .first)
  static let secondChoice = roll("second-choice", "Note somebody's second choice", .second)
  static let support = roll("support", "Note who helps another project", .support)

  private static func roll(_ id: String, _ phrase: Phrase, _ choice: SignUpRoll.Kind) -> Action {
    Action(id, phrase) { scene in
      guard let activity = scene.current, scene.board(of: activity) != nil else {
        return .refused("This activity has no board")
      }
      guard !scene.teams(activity).isEmpty else {
        return .refused(
          scene.choosesTheme(activity)
            ? "No theme yet: a adds one"
            : "No project yet: f takes what the vote chose, a adds one")
      }
      return .open(RollCall(SignUpRoll(activity: activity, choice: choice)), scene)
    }
  }
}
