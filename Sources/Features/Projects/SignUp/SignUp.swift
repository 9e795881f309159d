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
    planning: PlanningTraits(
      "Everyone chooses a project or a theme", phase: .act,
      board: .init(of: "project", called: "Projects"), energy: 2),
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
          "To choose",
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
        isTheme
        ? ["Theme", "People##how many", "Team"]
        : ["Project", "People##how many", "Team", "Warning"]
      return [
        .table(header: what.map { scene.say($0) }, rows: rows, alignment: [.leading, .trailing]),
        .paragraph(
          open.isEmpty
            ? "" : scene.say("No choice yet: \(open.map(\.text).joined(separator: ", "))")),
      ]
    })
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

  /// The projects or themes of a sign-up with who joined each, in the board's order: what is no longer
  /// in the running is not signed up for.
  package func teams(_ activity: Activity) -> [(project: Card, members: [Card])] {
    guard let board = board(of: activity) else { return [] }
    let field = choiceField(activity)
    let byChoice = Dictionary(grouping: workshop.people) { $0[field] ?? "" }
    return workshop.running(on: board.id, of: activity.id)
      .map { ($0, byChoice[choice($0, in: activity)] ?? []) }
  }

  /// Who takes part and joined none of them: of those that are here the ones that do not come to judge
  /// or host.
  package func undecided(_ activity: Activity) -> [Card] {
    let choices = Set(teams(activity).map { choice($0.project, in: activity) })
    let field = choiceField(activity)
    return workshop.attending(workshop.plan.session(of: activity.id)).filter { person in
      !choices.contains(person[field] ?? "") && person.choosesProject
    }
  }
}
