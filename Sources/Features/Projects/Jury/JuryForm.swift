import Assets
import Journaling
import Shell
import WorkshopCore

/// One juror's form for one project, on a card that is made when the first field is filled in.
struct JuryForm: FormSubject {
  let board: BoardID
  let juror: CardID
  let project: CardID

  var place: TypedPlace {
    TypedPlace("jury-form", of: ["board": board, "juror": juror, "project": project])
  }

  /// What a juror says is not the room's before it is read out.
  func isPrivate(_ field: String) -> Bool { true }

  /// The jury whose form it is; nil where the board is no jury's any more.
  private func jury(_ scene: Scene) -> Jury? {
    scene.workshop.board(board).flatMap { scene.jury(on: $0) }
  }

  private func form(_ scene: Scene) -> Jury.Form? { jury(scene)?.form(of: juror, for: project) }

  /// The jury's sheet without the two fields that say whose form it is: the title says that.
  func sheet(_ scene: Scene) -> Sheet? {
    guard let jury = jury(scene), let person = scene.workshop.card(juror),
      let subject = scene.workshop.card(project)
    else { return nil }
    return scene.sheet(of: scene.workshop.board(board)).map { sheet in
      Sheet(
        id: sheet.id, title: Localized(title(person, subject, sheet, scene)),
        fields: sheet.fields.filter { ![jury.jurorField, jury.projectField].contains($0.id) })
    }
  }

  private func title(_ person: Card, _ subject: Card, _ sheet: Sheet, _ scene: Scene) -> String {
    [person.text, subject.text, audience(sheet, scene)].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  /// For whom the form is, in the sheet's words: for the room as long as nobody says otherwise.
  private func audience(_ sheet: Sheet, _ scene: Scene) -> String {
    let field = sheet.fields.first { $0.id == Jury.audience }
    guard let field, let value = value(of: Jury.audience, scene) else { return "" }
    return Form.display(value, of: field, scene)
  }

  /// A form that is about to be begun is for the room; an older one that does not say is asked about before
  /// it is read out.
  func value(of field: String, _ scene: Scene) -> String? {
    guard field == Jury.audience else { return written(field, scene)?.text }
    guard let form = form(scene) else { return Jury.readOut }
    return form.isUndecided ? nil : form.isPublic ? Jury.readOut : Jury.forTheGroup
  }

  func written(_ field: String, _ scene: Scene) -> FieldValue? { form(scene)?.written(field) }

  func event(_ text: String, in field: String, over: EntryID?, _ scene: Scene) -> Event {
    let form = form(scene)
    if field == Jury.audience, let cards = form?.cards, cards.count > 1 {
      return .fieldsSet(
        field: field, values: Dictionary(cards.map { ($0.id, text) }, uniquingKeysWith: { $1 }))
    }
    if let card = form?.holder(of: field) ?? form?.cards.first {
      return .fieldSet(card: card.id, field: field, value: text, over: over)
    }
    let isText = field == Card.text
    var fields: [String: String] = [:]
    if let jury = jury(scene) { fields = [jury.jurorField: juror, jury.projectField: project] }
    let asks = scene.sheet(of: scene.workshop.board(board))?.fields.contains {
      $0.id == Jury.audience
    }
    if asks == true { fields[Jury.audience] = Jury.readOut }
    if !isText { fields[field] = text }
    return .cardAdded(board: board, text: isText ? text : "", fields: fields)
  }
}

extension Reopening {
  /// One juror's form for one project.
  static let juryForm = form("jury-form") { details, scene in
    guard let board = details["board"], let juror = details["juror"],
      let project = details["project"]
    else { return nil }
    return Form(JuryForm(board: board, juror: juror, project: project), scene)
  }
}

extension Scene {
  /// The jury whose forms lie on a board; nil where its sheet is no juror's form.
  func jury(on board: Board) -> Jury? { Jury(on: board, sheet: sheet(of: board), in: workshop) }

  /// The board of the jury's forms, whatever activity the room is at.
  var juryBoard: Board? { workshop.boards.first { jury(on: $0) != nil } }
}
