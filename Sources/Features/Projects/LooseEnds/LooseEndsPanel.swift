import Cards
import Languages
package import Shell
package import Terminal
import WorkshopCore
import WorkshopQueries

/// Everything that is still open, a line each; Enter leads to where it is settled, and back.
package struct LooseEndsPanel: Overlay {
  var selected = 0

  package static let open = Action("loose-ends", "What is still open: loose ends") { scene in
    guard !scene.looseEnds.isEmpty else { return .notice("Nothing is left open") }
    return .open(LooseEndsPanel(), scene)
  }

  /// Offered at a session's last activity, where it is the next thing to look at.
  package static func binding(_ scene: Scene) -> Binding {
    let isDue = scene.endsSession && !scene.looseEnds.isEmpty
    return Binding(.alt("l"), do: open, hint: isDue ? "loose ends" : nil)
  }

  package func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(.enter, do: Self.settle, hint: "settle"),
      Binding(.down, .character("j"), do: Self.move("next-end", "Down", by: 1), hint: "down"),
      Binding(.up, .character("k"), do: Self.move("previous-end", "Up", by: -1), hint: "up"),
      Binding(.character("u"), do: .undo),
      Binding(.escape, .character("q"), do: .leave, hint: "close"),
      Binding(.character("?"), .function(1), do: .help, hint: "help"),
    ]
  }

  private func at(_ ends: [LooseEnd]) -> Int { max(0, min(selected, ends.count - 1)) }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard var panel = scene.focus.overlay as? LooseEndsPanel else { return .nothing }
      let ends = scene.looseEnds
      panel.selected = max(0, min(panel.at(ends) + step, ends.count - 1))
      return .replace(panel, scene)
    }
  }

  private static let settle = Action("settle-end", "Go to where it is settled") { scene in
    guard let panel = scene.focus.overlay as? LooseEndsPanel else { return .nothing }
    let ends = scene.looseEnds
    guard !ends.isEmpty else { return .close(scene) }
    return place(of: ends[panel.at(ends)], scene)
  }

  /// Where it is settled; what opens there lies over the list.
  private static func place(of end: LooseEnd, _ scene: Scene) -> Outcome {
    switch end {
    case .conflict(let card): return conflict(card, scene)
    case .vote(let id, let isOpen): return vote(id, isOpen, scene)
    case .parked(let card): return form(card, ["outcome", "owner"], scene)
    case .chosen:
      var outcome = Outcome.open(ProjectsPanel(), scene)
      outcome.notice = "f makes projects of what the vote chose"
      return outcome
    case .people(let people):
      if people.count == 1 { return form(people[0], [Team.primary], scene) }
      let items = people.compactMap { scene.workshop.card($0) }.map { person in
        Menu.Item(label: person.text, detail: person[Card.organisation] ?? "") { scene in
          form(person.id, [Team.primary], scene)
        }
      }
      return .open(Menu(title: "Who has no project", items: items), scene)
    case .project(let card, _): return .open(ProjectPage(project: card), scene)
    case .decision(let card, let missing):
      return form(card, missing.flatMap(\.fields), scene)
    case .review(let project, _): return Action.deciding(on: project, scene)
    case .theme(let id): return Action.deciding(onTheme: id, scene)
    case .step(let card, let lacksOwner, _):
      return form(card, [lacksOwner ? "owner" : DueText.due], scene)
    case .sheet(let card, _, _): return form(card, nil, scene)
    }
  }

  /// A card's form at the first of some fields that is empty; nil: of all its fields.
  private static func form(_ card: CardID, _ wanted: [String]?, _ scene: Scene) -> Outcome {
    guard let sheet = scene.subject(card).sheet(scene) else { return .nothing }
    let fields = sheet.fields.map(\.id)
    let asked = (wanted ?? fields).filter(fields.contains)
    let value = scene.workshop.card(card)
    let field = asked.first { value?[$0] == nil } ?? asked.first
    let index = field.flatMap { fields.firstIndex(of: $0) } ?? 0
    return Form(card, field: index, scene).map { .open($0, scene) } ?? .nothing
  }

  /// The card on its board, at hand for the key that keeps one text; a form for what lies on none.
  private static func conflict(_ id: CardID, _ scene: Scene) -> Outcome {
    guard let card = scene.workshop.card(id) else { return .nothing }
    guard !Workshop.ownBoards.contains(card.board) else { return form(id, nil, scene) }
    var outcome = go(to: card.board, card, scene)
    outcome.notice = "Alt-d shows both texts and keeps one"
    return outcome
  }

  private static func go(to board: BoardID, _ card: Card, _ scene: Scene) -> Outcome {
    .focus(of: scene) {
      $0.overlays = []
      $0.place = .board(board)
      $0.card = card.id
      $0.zone = card.zone
      $0.filter = ""
    }
  }

  /// The agenda's line with the vote; whoever is there already has its keys.
  private static func vote(_ id: PollID, _ isOpen: Bool, _ scene: Scene) -> Outcome {
    guard let poll = scene.workshop.poll(id) else { return .nothing }
    var outcome = Outcome.focus(of: scene) {
      $0.overlays = []
      $0.place = .agenda
      $0.agendaLine = poll.activity == scene.workshop.current ? nil : poll.activity
    }
    let isHere = poll.activity == scene.workshop.current
    outcome.notice =
      !isHere
      ? "Enter twice goes back to this activity, where it is settled"
      : isOpen ? "c closes the vote, v reveals it" : "v reveals the vote"
    return outcome
  }

  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let ends = scene.looseEnds
    let inner = Panel.draw(
      scene.say(ends.count == 1 ? "One loose end" : "\(ends.count) loose ends"), into: &frame,
      in: rect)
    guard !ends.isEmpty else {
      frame.put(scene.say("Nothing is left open"), x: inner.x, y: inner.y, style: .quiet)
      return
    }
    let (foot, list) = inner.bottom(3)
    let chosen = at(ends)
    let first = max(0, min(chosen - list.height / 2, ends.count - list.height))
    for (row, end) in ends.dropFirst(first).prefix(list.height).enumerated() {
      let isSelected = first + row == chosen
      let y = list.y + row
      let style: Style = isSelected ? Style(.selection, bold: true) : .plain
      if isSelected {
        frame.fill(Rect(x: list.x, y: y, width: list.width, height: 1), style: style)
        frame.cursor = Point(x: list.x, y: y)
      }
      let (subject, lack) = LooseEndText.parts(end, scene)
      let width = min(Text.width(lack), list.width / 2)
      frame.put(isSelected ? "▶" : " ", x: list.x, y: y, style: style)
      frame.put(subject, x: list.x + 2, y: y, style: style, width: list.width - width - 4)
      frame.put(
        lack, x: list.maxX - width, y: y, style: isSelected ? style : .quiet, width: width)
    }
    frame.paragraph(
      LooseEndText.line(ends[chosen], scene), in: foot.bottom(2).strip, style: .accent)
  }
}

extension ProjectStatus.Need {
  /// The fields of a decision's sheet that answer it.
  fileprivate var fields: [String] {
    switch self {
    case .reason: [Decision.motive, Decision.reason]
    case .decider: [Decision.deciders]
    case .review: [Decision.review]
    case .target: [Decision.target]
    }
  }
}
