import Assets
import WorkshopCore

/// One juror's form for one project, on a card that is made when the first field is filled in.
struct JuryForm {
  private let board: BoardID
  private let jury: Jury
  private let juror: Card
  private let project: Card
  private let form: Jury.Form?

  /// Nil where the board is no jury's any more, or somebody is gone.
  init?(_ board: BoardID, _ juror: CardID, _ project: CardID, _ scene: Scene) {
    guard let live = scene.workshop.board(board), let jury = scene.jury(on: live),
      let person = scene.workshop.card(juror), let subject = scene.workshop.card(project)
    else { return nil }
    self.board = board
    self.jury = jury
    self.juror = person
    self.project = subject
    form = jury.form(of: juror, for: project)
  }

  /// The jury's sheet without the two fields that say whose form it is: the title says that.
  func sheet(_ scene: Scene) -> Sheet? {
    scene.sheet(of: scene.workshop.board(board)).map { sheet in
      Sheet(
        id: sheet.id, title: Localized("\(juror.text) · \(project.text)"),
        fields: sheet.fields.filter { ![jury.jurorField, jury.projectField].contains($0.id) })
    }
  }

  func written(_ field: String) -> FieldValue? { form?.written(field) }

  func event(_ text: String, in field: String, over: EntryID?) -> Event {
    if let card = form?.holder(of: field) ?? form?.cards.first {
      return .fieldSet(card: card.id, field: field, value: text, over: over)
    }
    let isText = field == Card.text
    var fields = [jury.jurorField: juror.id, jury.projectField: project.id]
    if !isText { fields[field] = text }
    return .cardAdded(board: board, text: isText ? text : "", fields: fields)
  }
}

extension Scene {
  /// The jury whose forms lie on a board; nil where its sheet is no juror's form.
  func jury(on board: Board) -> Jury? { Jury(on: board, sheet: sheet(of: board), in: workshop) }

  /// The board of the jury's forms, whatever activity the room is at.
  var juryBoard: Board? { workshop.boards.first { jury(on: $0) != nil } }
}
