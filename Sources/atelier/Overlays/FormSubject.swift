import Terminal
import WorkshopCore

extension Form {
  /// What a form edits: a card, a part of the plan, a journey.
  enum Subject: Equatable, Sendable {
    case card(CardID)
    case activity(ActivityID)
    case session(String)
    /// What is said of a user journey as a whole, by its board.
    case journey(BoardID)
    /// What a juror says of a project, on the jury's board.
    case verdict(board: BoardID, juror: CardID, project: CardID)
  }
}

extension Form.Subject {
  /// The sheet whose fields are filled; nil when what is edited is gone.
  func sheet(_ scene: Scene) -> Sheet? {
    switch self {
    case .card(let id):
      guard let card = scene.workshop.card(id) else { return nil }
      if let line = scene.lineSheet(of: card) { return line }
      // A sheet of the workshop's own may have no field at all.
      let sheet = scene.sheet(of: scene.workshop.board(card.board)).map { Self.asked($0, of: card) }
      let shown = sheet.map { scene.mayShowPrivately ? $0 : $0.withoutPrivateFields }
      return shown.flatMap { $0.fields.isEmpty ? nil : $0 } ?? Self.textOnly
    case .activity(let id):
      return scene.workshop.plan.activity(id).map { PlanSheets.activity($0, scene) }
    case .session(let id):
      return scene.workshop.plan.session(id).map { PlanSheets.session($0, scene) }
    case .journey: return scene.head
    case .verdict(let board, let juror, let project):
      return JuryForm(board, juror, project, scene)?.sheet(scene)
    }
  }

  /// For boards without a sheet, or with one that nobody knows.
  private static let textOnly = Sheet(
    id: "text", title: Localized(texts: ["en": "Card", "fr": "Étiquette", "hu": "Kártya"]),
    fields: [
      Field(id: Card.text, label: Localized(texts: ["en": "Text", "fr": "Texte", "hu": "Szöveg"]))
    ])

  /// A field's text, nil while it is empty.
  func value(of field: String, _ scene: Scene) -> String? {
    switch self {
    case .card(let id): return scene.workshop.card(id)?[field]
    case .activity(let id):
      return scene.workshop.plan.activity(id)?.value(of: field).flatMap { $0.isEmpty ? nil : $0 }
    case .session(let id):
      return scene.workshop.plan.session(id)?.value(of: field).flatMap { $0.isEmpty ? nil : $0 }
    case .journey(let id): return JourneyHead(id, scene).value(of: field, scene)
    case .verdict(let board, let juror, let project):
      return JuryForm(board, juror, project, scene)?.written(field)?.text
    }
  }

  /// The entry whose value an edit of a card's field replaces.
  func entry(of field: String, _ scene: Scene) -> EntryID? {
    if case .journey(let id) = self { return JourneyHead(id, scene).written(field)?.entry }
    if case .verdict(let board, let juror, let project) = self {
      return JuryForm(board, juror, project, scene)?.written(field)?.entry
    }
    guard case .card(let id) = self else { return nil }
    return scene.workshop.card(id)?.values[field]?.entry
  }

  /// The texts that were written into a card's field at the same time.
  func rivals(of field: String, _ scene: Scene) -> [FieldValue.Rival] {
    if case .journey(let id) = self { return JourneyHead(id, scene).written(field)?.rivals ?? [] }
    if case .verdict(let board, let juror, let project) = self {
      return JuryForm(board, juror, project, scene)?.written(field)?.rivals ?? []
    }
    guard case .card(let id) = self else { return [] }
    return scene.workshop.card(id)?.values[field]?.rivals ?? []
  }

  /// Whether a field can have a text: a plan's minutes are numbers.
  func takes(_ text: String, in field: String, _ scene: Scene) -> Bool {
    switch self {
    case .card, .journey, .verdict: return true
    case .activity(let id):
      var activity = scene.workshop.plan.activity(id)
      return activity?.set(field, to: text) ?? false
    case .session(let id):
      var session = scene.workshop.plan.session(id)
      return session?.set(field, to: text) ?? false
    }
  }

  /// The event that gives a field a text.
  func event(_ text: String, in field: String, over: EntryID?, _ scene: Scene) -> Event {
    switch self {
    case .card(let id): .fieldSet(card: id, field: field, value: text, over: over)
    case .activity(let id):
      .planChanged(changes: [scene.workshop.setting(field, of: id, to: text)])
    case .session(let id):
      .planChanged(changes: [scene.workshop.setting(field, ofSession: id, to: text)])
    case .journey(let id): JourneyHead(id, scene).event(text, in: field, over: over)
    case .verdict(let board, let juror, let project):
      JuryForm(board, juror, project, scene)?.event(text, in: field, over: over)
        ?? .cardAdded(board: board, text: text, fields: nil)
    }
  }
}
