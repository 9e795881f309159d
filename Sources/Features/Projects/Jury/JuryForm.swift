import Assets
import Shell
import WorkshopCore

/// One juror's form for one project, on a card that is made when the first field is filled in.
struct JuryForm: FormSubject {
  let board: BoardID
  let juror: CardID
  let project: CardID

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
        id: sheet.id, title: Localized("\(person.text) · \(subject.text)"),
        fields: sheet.fields.filter { ![jury.jurorField, jury.projectField].contains($0.id) })
    }
  }

  func written(_ field: String, _ scene: Scene) -> FieldValue? { form(scene)?.written(field) }

  func event(_ text: String, in field: String, over: EntryID?, _ scene: Scene) -> Event {
    let form = form(scene)
    if let card = form?.holder(of: field) ?? form?.cards.first {
      return .fieldSet(card: card.id, field: field, value: text, over: over)
    }
    let isText = field == Card.text
    var fields: [String: String] = [:]
    if let jury = jury(scene) { fields = [jury.jurorField: juror, jury.projectField: project] }
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
