import Cards
import Languages
import Reporting
package import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

extension ActivityKind {
  /// Everyone picks one project, or one theme where the activity's board is the themes'; the teams grow
  /// on the stage.
  package static let signUp = ActivityKind(
    id: "sign-up", name: "Sign-up", takesThemes: true,
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
  /// The same action, said of themes; a whole table may choose one at a stroke.
  static let chooseTheme = Action(signUp.id, "Note who chooses which theme") { roster($0) }

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
