import Assets
import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// A project with all that hangs on it: sheet, draft, canvas, journey, team, next steps, decisions, what
/// others said.
struct ProjectPage: Overlay {
  let project: CardID
  var scroll = 0

  func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(.enter, .character("e"), do: Self.sheet, hint: "sheet"),
      Binding(.character("d"), do: Self.decide, hint: "decide"),
      Binding(.character("m"), do: Self.draft, hint: "MVP"),
      Binding(.character("v"), do: Self.version, hint: "version"),
      Binding(.character("c"), do: Self.canvas, hint: "canvas"),
      Binding(.character("j"), do: Self.journey, hint: "journey"),
      Binding(.character("t"), do: Self.roles, hint: "lead"),
      Binding(.character("a"), do: Self.step, hint: "action"),
      Binding(.character("w"), do: Self.why, hint: "why"),
      Binding(.down, do: Self.scroll("scroll-down", "Down", by: 1)),
      Binding(.up, do: Self.scroll("scroll-up", "Up", by: -1)),
      Binding(.pageDown, .character(" "), do: Self.scroll("page-down", "A page down", by: 12)),
      Binding(.pageUp, do: Self.scroll("page-up", "A page up", by: -12)),
      Binding(.character("u"), do: .undo),
      Binding(.escape, .character("q"), do: .leave, hint: "back"),
      Binding(.character("?"), .function(1), do: .help, hint: "help"),
    ]
  }

  private static func card(_ scene: Scene) -> Card? {
    guard let page = scene.focus.overlay as? ProjectPage else { return nil }
    return scene.workshop.card(page.project)
  }

  /// An action of the page's project.
  private static func action(
    _ id: String, _ phrase: Phrase, _ decide: @escaping @Sendable (Card, Scene) -> Outcome
  ) -> Action {
    Action(id, phrase) { scene in card(scene).map { decide($0, scene) } ?? .close(scene) }
  }

  private static func scroll(_ id: String, _ phrase: Phrase, by rows: Int) -> Action {
    Action(id, phrase) { scene in
      guard var page = scene.focus.overlay as? ProjectPage, let card = card(scene) else {
        return .nothing
      }
      page.scroll = max(0, min(page.scroll + rows, ProjectText.rows(card, scene).count - 1))
      return .replace(page, scene)
    }
  }

  private static let sheet = action("project-sheet", "Fill its sheet") { card, scene in
    Form(card.id, scene).map { .open($0, scene) } ?? .nothing
  }

  private static let decide = action("decide", "Decide what becomes of it") { card, scene in
    Action.deciding(on: card.id, scene)
  }

  /// The last version of the draft, or a first one.
  private static let draft = action("project-draft", "Fill its MVP sheet") { card, scene in
    if let last = scene.workshop.drafts(of: card.id).last {
      return Form(last.id, scene).map { .open($0, scene) } ?? .nothing
    }
    guard let board = scene.workshop.board(ofSheet: Workshop.draftSheet) else {
      return .refused("This workshop has no board for drafts")
    }
    var fields = [Card.project: card.id]
    for field in ["promise", "persona", Card.theme] { fields[field] = card[field] }
    return .adding(.cardAdded(board: board.id, text: card.text, fields: fields))
  }

  /// A new version begins as the last one was; that one stays as it is.
  private static let version = action("draft-version", "Begin a new version of its draft") {
    card, scene in
    guard let last = scene.workshop.drafts(of: card.id).last else {
      return .refused("No draft yet: m begins it")
    }
    var values = last.publicValues.mapValues(\.text).filter { !$0.value.isEmpty }
    for place in [Card.text, Card.board] { values[place] = nil }
    let number = Workshop.version(of: last) + 1
    values[Workshop.versionField] = String(number)
    let kept = [Card.project, Workshop.versionField, Card.theme]
    let event = Event.cardAdded(
      board: last.board, text: last.text, fields: values.filter { kept.contains($0.key) })
    var outcome = Outcome.adding(event)
    // One line of a journal has room for so much: the long fields follow one by one.
    let rest = values.filter { !kept.contains($0.key) }.sorted { $0.key < $1.key }
    outcome.toAdded = { id, _ in
      rest.map { .fieldSet(card: id, field: $0.key, value: $0.value, over: nil) }
    }
    outcome.notice = "Version \(number); the one before is kept"
    return outcome
  }

  private static let canvas = action("project-canvas", "Open its canvas, or make one") {
    card, scene in
    let about = Set([card.id] + scene.workshop.origins(of: card.id).map(\.id))
    let live = scene.workshop.boards.filter { $0.about.map(about.contains) ?? false }
    if let board = live.last(where: { scene.canvas(of: $0) != nil }) {
      return go(to: board.id, scene)
    }
    let planned = scene.workshop.plan.activities.compactMap(\.canvas)
      .first { scene.content.canvases[$0] != nil }
    let canvas = planned ?? "social"
    return .event(
      .boardAdded(title: card.text, canvas: canvas, sheet: nil, about: card.id),
      notice: "Canvas made; press c again to open it")
  }

  /// The way as it should be, once the project is there.
  private static let journey = action("project-journey", "Open its user journey, or make one") {
    card, scene in
    let live = scene.workshop.boards.filter { $0.about == card.id }
    if let board = live.last(where: { scene.journey(of: $0) != nil }) {
      return go(to: board.id, scene)
    }
    return .event(
      .boardAdded(
        title: card.text, canvas: Journey.usual, sheet: Scene.journeySheet, about: card.id),
      notice: "User journey made; press j again to open it")
  }

  private static func go(to board: BoardID, _ scene: Scene) -> Outcome {
    .focus(of: scene) {
      $0.overlays = []
      $0.place = .board(board)
      $0.card = nil
      $0.zone = nil
    }
  }

  private static let roles = action("project-roles", "Who leads, who takes notes, who helps") {
    card, scene in
    guard let sheet = scene.subject(card.id).sheet(scene) else { return .nothing }
    let field = sheet.fields.firstIndex { $0.id == Team.lead } ?? 0
    return Form(card.id, field: field, scene).map { .open($0, scene) } ?? .nothing
  }

  private static let step = action("project-step", "Add an action for it") { card, scene in
    guard scene.workshop.board(ofSheet: Workshop.actionSheet) != nil else {
      return .refused("This workshop has no board for actions")
    }
    return Reopening.nextStep.opened(of: ["project": card.id], scene)
  }

  private static let why = action("why", "Why it is there: from the persona to the decision") {
    card, scene in .open(WhyText.page(of: card, scene), scene)
  }

  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    guard let card = scene.workshop.card(project) else { return }
    Page(title: "\(card.text)", lines: ProjectText.rows(card, scene), scroll: scroll)
      .draw(scene, into: &frame, in: rect)
  }
}

extension Reopening {
  /// A next step of a project, over its page.
  static let nextStep = stack("project-step") { details, scene in
    guard let board = scene.workshop.board(ofSheet: Workshop.actionSheet),
      let card = scene.workshop.card(details["project"]), !card.isGone
    else { return [] }
    let prompt = Prompt(
      title: "Action: \(card.text)",
      help: "Start with a verb; @who >when, such as >friday or >in 2 weeks",
      preview: DueText.preview,
      marks: true
    ) { text, scene in
      var line = CardLine(text, on: board, scene)
      line.fields[Card.project] = card.id
      if line.fields[Card.theme] == nil { line.fields[Card.theme] = card.theme }
      return .event(line.event(on: board), notice: DueText.notice(line, scene))
    }
    return [ProjectPage(project: card.id), prompt]
  }
}
