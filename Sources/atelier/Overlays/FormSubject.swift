import WorkshopCore

/// What a form edits: a card, a part of the plan, a journey as a whole, a juror's verdict.
protocol FormSubject: Sendable {
  /// The card that is edited, where it is one.
  var card: CardID? { get }

  /// The fields that are filled in; nil when what is edited is gone.
  func sheet(_ scene: Scene) -> Sheet?

  /// A field as somebody filled it in, with the entry that an edit replaces and the texts beside it.
  func written(_ field: String, _ scene: Scene) -> FieldValue?

  /// What a field reads as, nil while it is empty; where nothing was written it may follow from elsewhere.
  func value(of field: String, _ scene: Scene) -> String?

  /// Whether a field can have a text: a plan's minutes are numbers.
  func takes(_ text: String, in field: String, _ scene: Scene) -> Bool

  /// The event that gives a field a text.
  ///
  /// - Parameter over: the entry whose value the edit replaces.
  func event(_ text: String, in field: String, over: EntryID?, _ scene: Scene) -> Event

  /// Completes what happens when the form is left.
  func finish(_ outcome: inout Outcome, _ scene: Scene)
}

extension FormSubject {
  var card: CardID? { nil }
  func written(_ field: String, _ scene: Scene) -> FieldValue? { nil }
  func value(of field: String, _ scene: Scene) -> String? { written(field, scene)?.text }
  func takes(_ text: String, in field: String, _ scene: Scene) -> Bool { true }
  func finish(_ outcome: inout Outcome, _ scene: Scene) {}
}

/// The fields of one card, by its board's sheet.
struct CardSubject: FormSubject, Equatable {
  let id: CardID

  init(_ id: CardID) { self.id = id }

  var card: CardID? { id }

  func sheet(_ scene: Scene) -> Sheet? {
    guard let card = scene.workshop.card(id) else { return nil }
    if let line = scene.lineSheet(of: card) { return line }
    // A sheet of the workshop's own may have no field at all.
    let sheet = scene.sheet(of: scene.workshop.board(card.board)).map {
      Decision.asked($0, of: card)
    }
    let shown = sheet.map { scene.mayShowPrivately ? $0 : $0.withoutPrivateFields }
    return shown.flatMap { $0.fields.isEmpty ? nil : $0 } ?? Self.textOnly
  }

  /// For boards without a sheet, or with one that nobody knows.
  private static let textOnly = Sheet(
    id: "text", title: Localized(texts: ["en": "Card", "fr": "Étiquette", "hu": "Kártya"]),
    fields: [
      Field(id: Card.text, label: Localized(texts: ["en": "Text", "fr": "Texte", "hu": "Szöveg"]))
    ])

  func written(_ field: String, _ scene: Scene) -> FieldValue? {
    scene.workshop.card(id)?.values[field]
  }

  func value(of field: String, _ scene: Scene) -> String? { scene.workshop.card(id)?[field] }

  func event(_ text: String, in field: String, over: EntryID?, _ scene: Scene) -> Event {
    .fieldSet(card: id, field: field, value: text, over: over)
  }

  func finish(_ outcome: inout Outcome, _ scene: Scene) { scene.afterDecision(id, &outcome) }
}
