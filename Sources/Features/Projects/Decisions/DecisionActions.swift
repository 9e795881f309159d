import Cards
import Languages
package import Shell
import Terminal
package import WorkshopCore
import WorkshopQueries

extension Action {
  /// A project or a theme by its number, what it becomes by a number or a letter, then its reasons.
  static let decideProject = Action("decide", "Decide what becomes of a project or a theme") {
    scene in
    let projects = scene.workshop.projects.map { project in
      Menu.Item(label: project.text, detail: scene.standing(of: project.id)) { scene in
        deciding(on: project.id, scene)
      }
    }
    let themes = scene.workshop.themes.map { theme in
      Menu.Item(
        label: scene.say(theme.name), detail: scene.standing(ofTheme: theme.id), isQuiet: true
      ) { scene in deciding(onTheme: theme.id, scene) }
    }
    let menu = Menu(
      title: "What is decided about?", items: projects + themes, empty: "No project yet",
      hasNumbers: true)
    return .open(menu, scene)
  }

  /// The stage shows the last decision large, or all projects again.
  static let showDecision = Action(
    "show-decision", "Show the last decision, or all projects", onStage: true
  ) { scene in
    guard scene.workshop.spotlit == nil else { return .event(.cardShown(card: nil)) }
    guard let last = scene.workshop.decisions.last(where: \.counts) else {
      return .refused("Nothing was decided yet")
    }
    return .event(.cardShown(card: last.id))
  }

  /// What a project may become; what it may not says why.
  static func deciding(on project: CardID, _ scene: Scene) -> Outcome {
    guard let card = scene.workshop.card(project) else { return .nothing }
    guard scene.workshop.board(ofSheet: Decision.sheet) != nil else {
      return .refused("This workshop has no board for decisions")
    }
    let now = scene.workshop.status(of: project)
    let next = ProjectStatus.next(after: now)
    let rest = ProjectStatus.allCases.filter { !next.contains($0) }
    let items = (next + rest).map { status in
      Menu.Item(
        label: scene.say(status.phrase),
        detail: status.needs.map { scene.say($0.phrase) }.joined(separator: ", "),
        note: status == .go ? Grounds.line(card, scene) : "",
        disabled: status.refusal(after: now)
      ) { scene in .open(ReasonsPanel(subject: .project(card.id, status)), scene) }
    }
    let title = scene.language.labelled(card.text, scene.standing(of: project))
    return .open(
      Menu(title: "\(title) →", items: items, hasNumbers: true, hasLetters: true), scene)
  }

  static func deciding(onTheme theme: String, _ scene: Scene) -> Outcome {
    guard scene.workshop.board(ofSheet: Decision.sheet) != nil else {
      return .refused("This workshop has no board for decisions")
    }
    let items = [true, false].map { isExplored in
      Menu.Item(label: scene.say(isExplored ? "explored" : "not explored")) { scene in
        guard isExplored else { return .open(ReasonsPanel(subject: .theme(theme)), scene) }
        return scene.decision(onTheme: theme, isExplored: true).map { .adding($0) } ?? .nothing
      }
    }
    let name = scene.title(ofTheme: theme) ?? theme
    return .open(Menu(title: "Was \(name) explored?", items: items, hasNumbers: true), scene)
  }
}

extension Scene {
  /// Whether a theme was explored, in words.
  func standing(ofTheme id: String) -> String {
    say(workshop.isExplored(id) ? "explored" : "not explored")
  }

  /// Who decided last today: mostly the same body decides several things in a row, and another one on
  /// another day.
  ///
  /// A vote says what is potential; whoever gives a go does not take that over unseen.
  var lastDeciders: String {
    let room = say(Self.byVote)
    return workshop.decisions.last { $0.day == today && ($0.deciders ?? room) != room }?.deciders
      ?? ""
  }

  /// The event that says whether a theme was explored; nil where decisions have no board.
  ///
  /// - Parameter reasons: codes with spaces between.
  func decision(onTheme theme: String, isExplored: Bool, reasons: String = "") -> Event? {
    guard let board = workshop.board(ofSheet: Decision.sheet) else { return nil }
    let word = say(isExplored ? "explored" : "not explored")
    let fields = [
      Decision.status: isExplored ? Theme.explored : Theme.notExplored, Card.theme: theme,
      Card.date: today.iso, Decision.deciders: lastDeciders, Decision.motive: reasons,
    ].filter { !$0.value.isEmpty }
    let name = title(ofTheme: theme) ?? theme
    return .cardAdded(board: board.id, text: language.labelled(name, word), fields: fields)
  }

  /// What is asked for and not filled in beforehand.
  private static let asked = [
    Decision.motive, Decision.reason, Decision.review, Decision.target, Decision.reopening,
  ]

  /// What a form of a decision says when it is left: that it counts, or what it lacks; and the stage
  /// shows it while the room is there to decide.
  func afterDecision(_ id: CardID, _ outcome: inout Outcome) {
    var scene = self
    for event in outcome.events { scene = scene.trying(event) }
    guard let card = scene.workshop.card(id),
      scene.workshop.board(card.board)?.sheet == Decision.sheet
    else { return }
    let decision = Decision(card)
    guard decision.counts else {
      let missing = decision.missing.map { say($0.phrase) }.joined(separator: ", ")
      guard !missing.isEmpty else { return }
      if Self.asked.allSatisfy({ card[$0] == nil }) {
        // Nothing was said of it: somebody thought better of it.
        outcome.events.append(.cardBinned(card: id))
        outcome.notice = "No decision then"
        return
      }
      outcome.notice = "It does not count yet. Missing: \(missing)"
      outcome.isWarning = true
      return
    }
    outcome.notice = "Decided: \(scene.standing(decision))"
    if current?.kind == ActivityKind.decision.id { outcome.events.append(.cardShown(card: id)) }
  }
}

extension Decision {
  /// A decision's sheet, down to what its status asks for; the whole sheet while it has none.
  static func asked(_ sheet: Sheet, of card: Card) -> Sheet {
    let decision = Decision(card)
    guard sheet.id == Decision.sheet,
      let wanted = decision.status?.fields
        ?? (decision.isExplored == nil ? nil : Decision.themeFields)
    else { return sheet }
    // A sheet of the workshop's own may ask for more.
    let known = Set(ProjectStatus.allCases.flatMap(\.fields))
    let own = sheet.fields.filter {
      !known.contains($0.id) && $0.id != Decision.status && $0.id != Card.project
    }
    let fields = wanted.compactMap { id in sheet.fields.first { $0.id == id } } + own
    return Sheet(id: sheet.id, title: sheet.title, fields: fields)
  }
}

/// A decision, edited by what its status asks for.
package struct DecisionSubject: CardFormSubject {
  package let fields: CardSubject

  package static func form(_ card: Card, _ scene: Scene) -> (any FormSubject)? {
    let sheet = scene.sheet(of: scene.workshop.board(card.board))
    return sheet?.id == Decision.sheet ? DecisionSubject(fields: CardSubject(card.id)) : nil
  }

  package func sheet(_ scene: Scene) -> Sheet? {
    guard let card = scene.workshop.card(fields.id) else { return nil }
    return fields.sheet(scene).map { Decision.asked($0, of: card) }
  }

  package func finish(_ outcome: inout Outcome, _ scene: Scene) {
    scene.afterDecision(fields.id, &outcome)
  }
}
