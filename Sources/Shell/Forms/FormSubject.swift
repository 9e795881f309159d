package import Journaling
package import Languages
package import WorkshopCore

/// What a form edits: a card, a part of the plan, a journey as a whole, a juror's verdict.
package protocol FormSubject: Sendable {
  /// The card that is edited, where it is one.
  var card: CardID? { get }

  /// Where what is typed in its form belongs.
  var place: TypedPlace { get }

  /// Whether a field is for fewer eyes than the room's.
  func isPrivate(_ field: String) -> Bool

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

  /// The events that give a field a text, where it takes more than one.
  func events(_ text: String, in field: String, over: EntryID?, _ scene: Scene) -> [Event]

  /// What only the session loop can do with a field's text, where it belongs to no journal.
  func effect(_ text: String, in field: String, _ scene: Scene) -> Outcome.Effect?

  /// Which of the days that a text may mean is meant in a field.
  func sense(of field: String) -> DueDate.Sense

  /// Completes what happens when the form is left.
  func finish(_ outcome: inout Outcome, _ scene: Scene)
}

extension FormSubject {
  package var card: CardID? { nil }
  package func isPrivate(_ field: String) -> Bool { Card.isPrivate(field) }
  package func written(_ field: String, _ scene: Scene) -> FieldValue? { nil }
  package func value(of field: String, _ scene: Scene) -> String? { written(field, scene)?.text }
  package func events(_ text: String, in field: String, over: EntryID?, _ scene: Scene) -> [Event] {
    [event(text, in: field, over: over, scene)]
  }
  package func takes(_ text: String, in field: String, _ scene: Scene) -> Bool { true }
  package func effect(_ text: String, in field: String, _ scene: Scene) -> Outcome.Effect? { nil }
  package func sense(of field: String) -> DueDate.Sense { DueText.sense(of: field) }
  package func finish(_ outcome: inout Outcome, _ scene: Scene) {}
}

/// The fields of one card, by its board's sheet.
package struct CardSubject: FormSubject, Equatable {
  package let id: CardID

  package init(_ id: CardID) { self.id = id }

  package var card: CardID? { id }

  /// What the form of a card is called in drafts, and the name of its card there.
  static let form = "card-form"
  static let card = "card"

  package var place: TypedPlace { TypedPlace(Self.form, of: [Self.card: id]) }

  package func sheet(_ scene: Scene) -> Sheet? {
    guard let card = scene.workshop.card(id) else { return nil }
    // A sheet of the workshop's own may have no field at all.
    let sheet = scene.sheet(of: scene.workshop.board(card.board))
    let shown = sheet.map { scene.mayShowPrivately ? $0 : $0.withoutPrivateFields }
    return shown.flatMap { $0.fields.isEmpty ? nil : $0 } ?? Self.textOnly
  }

  /// For boards without a sheet, or with one that nobody knows.
  private static let textOnly = Sheet(
    id: "text", title: Localized(english: "Card"),
    fields: [
      Field(id: Card.text, label: Localized(english: "Text"))
    ])

  package func written(_ field: String, _ scene: Scene) -> FieldValue? {
    scene.workshop.card(id)?.values[field]
  }

  package func value(of field: String, _ scene: Scene) -> String? {
    scene.workshop.card(id)?[field]
  }

  package func event(_ text: String, in field: String, over: EntryID?, _ scene: Scene) -> Event {
    .fieldSet(card: id, field: field, value: text, over: over)
  }
}

/// A card whose form asks for something else than its board's sheet does.
package protocol CardFormSubject: FormSubject {
  var fields: CardSubject { get }
}

extension CardFormSubject {
  package var card: CardID? { fields.card }
  package var place: TypedPlace { fields.place }
  package func written(_ field: String, _ scene: Scene) -> FieldValue? {
    fields.written(field, scene)
  }
  package func value(of field: String, _ scene: Scene) -> String? { fields.value(of: field, scene) }
  package func event(_ text: String, in field: String, over: EntryID?, _ scene: Scene) -> Event {
    fields.event(text, in: field, over: over, scene)
  }
}

extension Scene {
  /// What the form of a card edits.
  package func subject(_ id: CardID) -> any FormSubject {
    guard let card = workshop.card(id) else { return CardSubject(id) }
    return features.cardForms.lazy.compactMap { $0(card, self) }.first ?? CardSubject(id)
  }
}
