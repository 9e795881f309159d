import Report
import Terminal
import Workshop

extension ActivityKind {
  /// Everyone picks one project; the teams grow on the stage.
  static let signUp = ActivityKind(
    id: "sign-up", name: "Sign-up",
    stage: { scene, activity, frame, rect in
      let body = StageView.head(scene.headline(activity), scene, into: &frame, in: rect)
      SignUpView.draw(scene, activity, into: &frame, in: body)
    },
    desk: { scene, activity in
      let teams = scene.teams(activity).map { team -> MomentPane.Row in
        .init(
          "Team", "\(team.members.count)  \(team.project.text)",
          style: team.members.count < SignUpView.smallest ? .warning : .plain)
      }
      let open = scene.undecided(activity)
      return teams + [
        .init(
          "Undecided",
          open.isEmpty ? "" : "\(open.count)  " + open.map(\.text).joined(separator: ", "))
      ]
    },
    bindings: { scene, _ in
      [
        Binding(.character("g"), do: .signUp, hint: "sign up"),
        Binding(.character("f"), do: .takeChosen, hint: "take the chosen"),
      ]
    },
    notesBindings: { _, _ in [Binding(.function(5), do: .signUp, hint: "sign up")] },
    guide: { _, _ in "F5 signs somebody up; a line typed here becomes a project" },
    report: { scene, activity in
      let open = scene.undecided(activity)
      let teams = scene.teams(activity)
      guard teams.contains(where: { !$0.members.isEmpty }) else { return [] }
      let rows = teams.map { team in
        [
          team.project.text, String(team.members.count),
          team.members.map(\.text).joined(separator: ", "),
        ]
      }
      return [
        .table(
          header: ["Project", "People", "Team"].map { scene.say($0) }, rows: rows,
          alignment: [.leading, .trailing]),
        .paragraph(
          open.isEmpty ? "" : scene.say("Undecided: \(open.map(\.text).joined(separator: ", "))")),
      ]
    })
}

extension Action {
  /// A person, then a project; the menu of people comes again until it is closed.
  static let signUp = Action("sign-up", "Sign somebody up for a project") { roster($0) }

  /// Who signs up: the undecided first, and last whoever joined a project just now.
  private static func roster(
    _ scene: Scene, joined: (person: CardID, project: Card)? = nil
  ) -> Outcome {
    guard let activity = scene.current, let board = scene.board(of: activity) else {
      return .refused("This activity has no board")
    }
    let projects = scene.workshop.cards(on: board.id)
    guard !projects.isEmpty else {
      return .refused("No project yet: f takes what the vote chose, a adds one")
    }
    var people = scene.undecided(activity) + scene.teams(activity).flatMap(\.members)
    if let index = people.firstIndex(where: { $0.id == joined?.person }) {
      people.append(people.remove(at: index))
    }
    let items = people.map { person in
      let project =
        person.id == joined?.person
        ? joined?.project : scene.workshop.card(person[SignUpView.field])
      return Menu.Item(
        label: person.text, detail: project?.text ?? person["organisation"] ?? ""
      ) { scene in
        let choices = projects.map { project in
          Menu.Item(label: project.text) { scene in
            var outcome = roster(scene, joined: (person.id, project))
            outcome.events = [
              .fieldSet(
                card: person.id, field: SignUpView.field, value: project.id,
                over: person.values[SignUpView.field]?.entry)
            ]
            outcome.notice = "\(person.text) joins \(project.text)"
            return outcome
          }
        }
        return .open(.menu(Menu(title: "Which project for \(person.text)?", items: choices)), scene)
      }
    }
    let walkIn = Menu.Item(label: scene.say("Somebody who is not on the list")) { scene in
      .open(
        .prompt(
          Prompt(title: "A new person", help: "Name, Organisation") { text, scene in
            guard let newcomer = Newcomer(text) else { return .refused("A name has letters") }
            return .event(
              newcomer.event(on: scene.now.date), notice: "Welcome, \(newcomer.name)")
          }), scene)
    }
    return .open(.menu(Menu(title: "Who signs up?", items: items + [walkIn])), scene)
  }

  /// What the last revealed vote put above the line becomes a project, once.
  static let takeChosen = Action("take-chosen", "Make projects of what the vote chose") { scene in
    guard let activity = scene.current, let board = scene.board(of: activity) else {
      return .refused("This activity has no board")
    }
    guard let poll = scene.workshop.polls.last(where: { $0.isRevealed && $0.method == .dots })
    else {
      return .refused("No vote was revealed yet")
    }
    let known = Set(scene.workshop.cards(on: board.id).flatMap { [$0.id, $0["origin"] ?? ""] })
    let chosen = Tally(of: poll).rows.filter(\.isChosen).filter { !known.contains($0.option) }
    guard !chosen.isEmpty else { return .refused("Everything the vote chose is here already") }
    let events = chosen.map { row -> Event in
      var fields = ["origin": row.option]
      fields[Card.theme] = scene.workshop.card(row.option)?.theme
      return .cardAdded(
        board: board.id, text: scene.workshop.label(ofOption: row.option), fields: fields)
    }
    return Outcome(events: events, notice: "\(events.count) projects")
  }
}

extension Scene {
  /// The projects of a sign-up with who joined each, in the board's order.
  func teams(_ activity: Activity) -> [(project: Card, members: [Card])] {
    guard let board = board(of: activity) else { return [] }
    let byProject = Dictionary(grouping: workshop.people) { $0[SignUpView.field] ?? "" }
    return workshop.cards(on: board.id).map { ($0, byProject[$0.id] ?? []) }
  }

  /// Who takes part and joined none of a sign-up's projects: those that do not come to judge or host.
  func undecided(_ activity: Activity) -> [Card] {
    let projects = Set(teams(activity).map(\.project.id))
    return workshop.people.filter { person in
      !projects.contains(person[SignUpView.field] ?? "")
        && !["jury", "sponsor", "facilitator", "note-taker", "expert", "consultant"].contains(
          person["role"] ?? "")
    }
  }
}
