import Shell
package import WorkshopCore

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
    return workshop.people.filter { person in
      !choices.contains(person[field] ?? "")
        && !["jury", "sponsor", "facilitator", "note-taker", "expert", "consultant"].contains(
          person["role"] ?? "")
    }
  }
}
