import Cards
import Languages
import Reporting
package import Shell
import Terminal
package import WorkshopCore
import WorkshopQueries

extension ActivityKind {
  /// Everyone picks one project, or one theme where the activity's board is the themes'; the teams grow
  /// on the stage.
  package static let signUp = ActivityKind(
    id: "sign-up", name: "Sign-up", takesThemes: true,
    rehearsal: RehearsalTraits(needsBoard: true, lines: .choices),
    stage: { scene, activity, frame, rect in
      let body = StageHead.draw(scene.headline(activity), scene, into: &frame, in: rect)
      SignUpView.draw(scene, activity, into: &frame, in: body)
    },
    desk: { scene, activity in
      let isTheme = scene.choosesTheme(activity)
      let teams = scene.teams(activity).map { team -> DeskRow in
        let isOver = isTheme || !team.project.isAtWork(scene)
        let lacks = isOver ? "" : scene.lacks(scene.team(of: team.project))
        let line = "\(team.members.count)  \(team.project.text)"
        return .init(
          "Team", lacks.isEmpty ? line : "\(line) · \(lacks)",
          style: isOver || Team.comfortable.contains(team.members.count) ? .plain : .warning)
      }
      let open = scene.undecided(activity)
      return teams + [
        .init(
          "Undecided",
          open.isEmpty ? "" : "\(open.count)  " + open.map(\.text).joined(separator: ", "))
      ]
    },
    bindings: { scene, activity in
      guard !scene.choosesTheme(activity) else {
        return [Binding(.character("g"), do: .chooseTheme, hint: "choice")]
      }
      return [
        Binding(.character("g"), do: .signUp, hint: "sign up"),
        Binding(.character("2"), do: .secondChoice, hint: "second choice"),
        Binding(.character("H"), do: .support),
        Binding(.character("f"), do: .takeChosen, hint: "take the chosen"),
      ]
    },
    notesBindings: { scene, activity in
      scene.choosesTheme(activity)
        ? [Binding(.function(5), do: .chooseTheme, hint: "choice")]
        : [
          Binding(.function(5), do: .signUp, hint: "sign up"),
          Binding(.function(2), do: .secondChoice, hint: "second choice"),
          Binding(.function(3), do: .support),
        ]
    },
    guide: { scene, activity in
      scene.choosesTheme(activity)
        ? "F5 notes who chooses what; a line typed here becomes a theme"
        : "F5 signs somebody up; a line typed here becomes a project"
    },
    report: { scene, activity in
      let open = scene.undecided(activity)
      let teams = scene.teams(activity)
      guard teams.contains(where: { !$0.members.isEmpty }) else { return [] }
      let isTheme = scene.choosesTheme(activity)
      let rows = teams.map { team in
        [
          team.project.text, String(team.members.count),
          team.members.map(\.text).joined(separator: ", "),
        ] + (isTheme ? [] : [scene.lacks(scene.team(of: team.project), forTheRoom: true)])
      }
      let what: [Phrase] =
        isTheme ? ["Theme", "People", "Team"] : ["Project", "People", "Team", "Watch"]
      return [
        .table(header: what.map { scene.say($0) }, rows: rows, alignment: [.leading, .trailing]),
        .paragraph(
          open.isEmpty ? "" : scene.say("Undecided: \(open.map(\.text).joined(separator: ", "))")),
      ]
    })
}

extension Action {
  /// A person, then a project; the menu of people comes again until it is closed.
  static let signUp = Action("sign-up", "Sign somebody up for a project") { roster($0) }
  /// The same for themes: a person, or a whole table, then a theme.
  static let chooseTheme = Action("choose-theme", "Note who chooses which theme") { roster($0) }

  /// Who signs up: tables that choose a theme, the undecided, and last whoever has just chosen.
  private static func roster(_ scene: Scene, chose person: CardID? = nil) -> Outcome {
    guard let activity = scene.current, scene.board(of: activity) != nil else {
      return .refused("This activity has no board")
    }
    let isTheme = scene.choosesTheme(activity)
    let teams = scene.teams(activity)
    guard !teams.isEmpty else {
      return .refused(
        isTheme
          ? "No theme yet: a adds one" : "No project yet: f takes what the vote chose, a adds one")
    }
    var people = scene.undecided(activity) + teams.flatMap(\.members)
    if let index = people.firstIndex(where: { $0.id == person }) {
      people.append(people.remove(at: index))
    }
    let items = people.map { person in
      let team = teams.first { $0.members.contains { $0.id == person.id } }
      return Menu.Item(
        label: person.text, detail: team?.project.text ?? person["organisation"] ?? ""
      ) { scene in choices(for: [person], called: person.text, activity, scene) }
    }
    let walkIn = Menu.Item(label: scene.say("Somebody who is not on the list")) { scene in
      .open(

        Prompt(title: "A new person", help: "Name, Organisation") { text, scene in
          guard let newcomer = Newcomer(text) else { return .refused("A name has letters") }
          return .event(
            newcomer.event(on: scene.now.date), notice: "Welcome, \(newcomer.name)")
        }, scene)
    }
    let tables = isTheme ? tables(activity, scene) : []
    return .open(

      Menu(title: isTheme ? "Who chooses?" : "Who signs up?", items: tables + items + [walkIn]),
      scene)
  }

  /// Every table with people at it, and what most of them chose.
  private static func tables(_ activity: Activity, _ scene: Scene) -> [Menu.Item] {
    let seating = scene.workshop.seating(of: scene.workshop.guests(at: scene.session))
    let themes = seating.themes
    return (1...seating.count).compactMap { table in
      let people = seating.guests(at: table).compactMap { scene.workshop.card($0.id) }
      guard !people.isEmpty else { return nil }
      let name = scene.say("Table \(table)")
      let theme = scene.title(ofTheme: themes[table])
      return Menu.Item(
        label: name, detail: theme ?? scene.say("\(people.count) people")
      ) { scene in choices(for: people, called: name, activity, scene) }
    }
  }

  /// The projects or themes to choose from, for one person or for several.
  private static func choices(
    for people: [Card], called name: String, _ activity: Activity, _ scene: Scene
  ) -> Outcome {
    let field = scene.choiceField(activity)
    let items = scene.teams(activity).map { team in
      Menu.Item(label: team.project.text, detail: "\(team.members.count)") { scene in
        let value = scene.choice(team.project, in: activity)
        var next = scene
        let event: Event =
          people.count == 1
          ? .fieldSet(
            card: people[0].id, field: field, value: value, over: people[0].values[field]?.entry)
          : .fieldsSet(
            field: field,
            values: Dictionary(
              people.map { ($0.id, value) }, uniquingKeysWith: { first, _ in first }))
        // The list that comes again knows of it already.
        next.workshop = scene.trying(event).workshop
        var outcome = roster(next, chose: people.last?.id)
        outcome.events = [event]
        outcome.notice = "\(name) joins \(team.project.text)"
        return outcome
      }
    }
    let title: Phrase =
      scene.choosesTheme(activity) ? "Which theme for \(name)?" : "Which project for \(name)?"
    return .open(Menu(title: title, items: items), scene)
  }
}

extension Scene {
  /// Whether people choose a theme in a sign-up, rather than a project.
  func choosesTheme(_ activity: Activity) -> Bool {
    workshop.themesBoard.map { activity.board == $0 } ?? false
  }

  /// The person's field that a sign-up fills.
  func choiceField(_ activity: Activity) -> String {
    choosesTheme(activity) ? Card.theme : SignUpView.field
  }

  /// What that field holds for one of a sign-up's cards: a project's card, a theme's id.
  func choice(_ card: Card, in activity: Activity) -> String {
    choosesTheme(activity) ? Theme.id(ofCard: card.id) : card.id
  }

  /// The projects or themes of a sign-up with who joined each, in the board's order.
  package func teams(_ activity: Activity) -> [(project: Card, members: [Card])] {
    guard let board = board(of: activity) else { return [] }
    let field = choiceField(activity)
    let byChoice = Dictionary(grouping: workshop.people) { $0[field] ?? "" }
    return workshop.cards(on: board.id).map { ($0, byChoice[choice($0, in: activity)] ?? []) }
  }

  /// Who takes part and joined none of them: those that do not come to judge or host.
  package func undecided(_ activity: Activity) -> [Card] {
    let choices = Set(teams(activity).map { choice($0.project, in: activity) })
    let field = choiceField(activity)
    return workshop.people.filter { $0.choosesProject && !choices.contains($0[field] ?? "") }
  }
}

extension Action {
  /// Where somebody would go if the first choice does not start.
  static let secondChoice = Action("second-choice", "Note somebody's second choice") { scene in
    others("Whose second choice?", scene) { person, project, scene in
      guard person[Team.primary] != project.id else {
        return .refused("\(project.text) is the first choice already")
      }
      return .event(
        .fieldSet(
          card: person.id, field: Team.second, value: project.id,
          over: person.values[Team.second]?.entry),
        notice: "\(person.text): \(project.text) as second choice")
    }
  }

  /// A hand lent to another project than one's own; asked again, no longer.
  static let support = Action("support", "Note who lends a hand to another project") { scene in
    others("Who lends a hand?", scene) { person, project, scene in
      guard person[Team.primary] != project.id else {
        return .refused("\(person.text) works on \(project.text) already")
      }
      let additions = project.additions(of: person.id, to: Team.supporters)
      guard additions.isEmpty else {
        return .event(
          .memberRemoved(
            card: project.id, set: Team.supporters, member: person.id, over: additions),
          notice: "\(person.text) no longer lends a hand to \(project.text)")
      }
      return .event(
        .memberAdded(card: project.id, set: Team.supporters, member: person.id),
        notice: "\(person.text) lends a hand to \(project.text)")
    }
  }

  /// A person, then a project.
  private static func others(
    _ title: Phrase, _ scene: Scene,
    choose: @escaping @Sendable (Card, Card, Scene) -> Outcome
  ) -> Outcome {
    let projects = scene.workshop.projects
    guard !projects.isEmpty else {
      return .refused("No project yet: f takes what the vote chose, a adds one")
    }
    let people = scene.workshop.people.map { person in
      Menu.Item(
        label: person.text, detail: scene.workshop.card(person[Team.primary])?.text ?? ""
      ) { scene in
        let items = projects.map { project in
          Menu.Item(label: project.text, detail: marks(person, project, scene)) { scene in
            choose(person, project, scene)
          }
        }
        return .open(Menu(title: "Which project for \(person.text)?", items: items), scene)
      }
    }
    return .open(Menu(title: title, items: people), scene)
  }

  /// What a person is to a project already.
  private static func marks(_ person: Card, _ project: Card, _ scene: Scene) -> String {
    if person[Team.primary] == project.id { return scene.say("first choice") }
    let marks: [Phrase?] = [
      person[Team.second] == project.id ? "second choice" : nil,
      project.has(person.id, in: Team.supporters) ? "lends a hand" : nil,
    ]
    return marks.compactMap { $0 }.map { scene.say($0) }.joined(separator: " · ")
  }
}
