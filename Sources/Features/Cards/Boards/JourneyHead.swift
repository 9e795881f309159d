import Assets
package import Journaling
import Languages
package import Shell
import Terminal
package import WorkshopCore
import WorkshopQueries

/// What is said of a user journey as a whole: whose it is, the goal, what sets it off, where it begins
/// and ends, today or tomorrow.
///
/// It stands on a card of the journey's own board, in a zone that is no stage, made when the first field
/// is filled. Two people may do that at the same moment: then the cards are read as one.
package struct JourneyHead: FormSubject {
  private let board: BoardID

  package init(_ board: BoardID) { self.board = board }

  package var place: TypedPlace { TypedPlace("journey-head", of: ["board": board]) }

  private func cards(_ scene: Scene) -> [Card] {
    scene.workshop.cards(on: board).filter { $0.zone == JourneyMap.head }
  }

  package func sheet(_ scene: Scene) -> Sheet? { scene.head }

  package func written(_ field: String, _ scene: Scene) -> FieldValue? {
    Self.holder(of: field, among: cards(scene))?.values[field]
  }

  /// A field's text. The persona is the one that the journey was made for; a persona's second journey is
  /// tomorrow's, and so is a project's.
  package func value(of field: String, _ scene: Scene) -> String? {
    if let text = written(field, scene)?.text, !text.isEmpty { return text }
    guard let about = scene.workshop.board(board)?.about else { return nil }
    if let project = scene.workshop.projects.first(where: { $0.id == about }) {
      return ["persona": project["persona"], "time": "tomorrow"][field] ?? nil
    }
    switch field {
    case "persona": return about
    case "time":
      let first = scene.workshop.boards.first {
        $0.about == about && scene.journey(of: $0) != nil
      }
      return first?.id == board ? "today" : "tomorrow"
    default: return nil
    }
  }

  package func event(_ text: String, in field: String, over: EntryID?, _ scene: Scene) -> Event {
    let cards = cards(scene)
    if let card = Self.holder(of: field, among: cards) ?? cards.first {
      return .fieldSet(card: card.id, field: field, value: text, over: over)
    }
    let isText = field == Card.text
    var fields = [Card.zone: JourneyMap.head]
    if !isText { fields[field] = text }
    return .cardAdded(board: board, text: isText ? text : "", fields: fields)
  }

  /// The last card that has something in a field; a card's text is always there, perhaps empty.
  private static func holder(of field: String, among cards: [Card]) -> Card? {
    cards.last { $0[field] != nil } ?? cards.last { $0.values[field] != nil }
  }
}

extension Reopening {
  /// The head of a journey.
  package static let journeyHead = form("journey-head") { details, scene in
    scene.workshop.board(details["board"]).flatMap { Form(JourneyHead($0.id), scene) }
  }
}

extension Scene {
  /// A line of a journey is edited with its stage and its row; nil for any other card.
  func lineSheet(of card: Card) -> Sheet? {
    guard let board = workshop.board(card.board), journey(of: board) != nil else { return nil }
    if card.zone == JourneyMap.head { return head }
    let row = JourneyMap.row(of: card)
    guard row != .action, let sheet = sheet(of: board) ?? content.sheets[Self.journeySheet] else {
      return nil
    }
    let own = sheet.fields.first { $0.id == row.rawValue }
    let stages = zones(of: board).map { Choice(id: $0.id, label: $0.title) }
    let rows = JourneyMap.Row.allCases.map {
      Choice(id: $0.rawValue, label: Localized(label($0)))
    }
    return Sheet(
      id: sheet.id, title: own?.label ?? sheet.title,
      fields: [
        Field(
          id: Card.text, label: own?.label ?? sheet.title, prompt: own?.prompt,
          type: own?.type ?? .line, minimum: own?.minimum, maximum: own?.maximum),
        Field(
          id: Card.zone, label: Localized(say("Stage of the user journey")), type: .choice,
          choices: stages),
        Field(id: JourneyMap.row, label: Localized(say("Row")), type: .choice, choices: rows),
      ])
  }
}

/// A line of a journey, edited with its stage and its row.
package struct JourneyLineSubject: CardFormSubject {
  package let fields: CardSubject

  package static func form(_ card: Card, _ scene: Scene) -> (any FormSubject)? {
    scene.lineSheet(of: card) == nil ? nil : JourneyLineSubject(fields: CardSubject(card.id))
  }

  package func sheet(_ scene: Scene) -> Sheet? {
    scene.workshop.card(fields.id).flatMap { scene.lineSheet(of: $0) } ?? fields.sheet(scene)
  }
}
