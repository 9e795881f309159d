/// A jury at work: a form from every juror for every project, on one board.
///
/// A projection of the board's cards. A sheet with a field `juror` is a juror's form; its first field that
/// holds a card says which project, and its scales are the scores. Two terminals may begin the same form at the same moment: then
/// their cards are read as one.
public struct Jury: Sendable {
  /// Everybody on the roster whose role is the jury's, then whoever else gave a form.
  public let jurors: [Card]
  /// What is judged, in the board's order: what is in the running, and what has a form already.
  public let projects: [Card]
  /// The sheet's fields that are scores.
  public let criteria: [Field]
  /// The fields that say who and what a form is of.
  public let jurorField: String
  public let projectField: String
  private let forms: [Pair: Form]

  private struct Pair: Hashable, Sendable {
    let juror: CardID
    let project: CardID
  }

  /// What one juror says of one project.
  public struct Form: Sendable {
    public let juror: CardID
    public let project: CardID
    /// The cards it stands on: one, but for two that were begun at once.
    public let cards: [Card]

    /// A field's value, the last one that anybody wrote.
    public func written(_ field: String) -> FieldValue? { holder(of: field)?.values[field] }

    public subscript(field: String) -> String? {
      written(field).flatMap { $0.text.isEmpty ? nil : $0.text }
    }

    /// The card that has something in a field.
    public func holder(of field: String) -> Card? {
      cards.last { $0[field] != nil } ?? cards.last { $0.values[field] != nil }
    }

    /// A juror with a tie to the project says so and gives no score.
    public var hasConflict: Bool { self[Jury.interest] == Jury.declared }
    /// To be read out; a form that does not say, or is private on either of its cards, is for the group
    /// alone.
    public var isPublic: Bool {
      self[Jury.audience] == Jury.readOut
        && !cards.contains { $0[Jury.audience] == Jury.forTheGroup }
    }
    /// Whether nobody said for whom it is.
    public var isUndecided: Bool { self[Jury.audience] == nil }
  }

  /// The field that makes a sheet a juror's form.
  public static let juror = "juror"
  public static let interest = "interest"
  public static let declared = "declared"
  public static let audience = "audience"
  public static let readOut = "public"
  public static let forTheGroup = "private"

  /// The jury whose forms lie on a board; nil where the board's sheet is no juror's form.
  public init?(on board: Board, sheet: Sheet?, in workshop: Workshop) {
    guard let sheet, let juror = sheet.fields.first(where: { $0.id == Self.juror }),
      let project = sheet.fields.first(where: { $0.type == .card && $0.board != nil })
    else { return nil }
    criteria = sheet.fields.filter { $0.type == .scale }
    guard !criteria.isEmpty else { return nil }
    (jurorField, projectField) = (juror.id, project.id)
    let cards = workshop.cardsUnderSeal(on: board.id)
    let judged = Set(cards.compactMap { $0[project.id] })
    let out = workshop.outOfTheRunning()
    projects = workshop.cards(on: project.board ?? "").filter {
      judged.contains($0.id) || !out.contains($0.id)
    }
    let known = workshop.people.filter { $0[Card.role] == Self.role }
    let others = cards.compactMap { workshop.card($0[juror.id]) }.filter { !$0.isGone }
    var seen: Set<CardID> = []
    jurors = (known + others).filter { seen.insert($0.id).inserted }
    let pairs = Dictionary(grouping: cards) {
      Pair(juror: $0[juror.id] ?? "", project: $0[project.id] ?? "")
    }
    forms = Dictionary(
      uniqueKeysWithValues: pairs.map {
        ($0.key, Form(juror: $0.key.juror, project: $0.key.project, cards: $0.value))
      })
  }

  private static let role = "jury"

  public func form(of juror: CardID, for project: CardID) -> Form? {
    forms[Pair(juror: juror, project: project)]
  }

  /// The forms for a project, in the order of the jurors.
  public func forms(for project: CardID) -> [Form] {
    jurors.compactMap { form(of: $0.id, for: project) }
  }

  /// Whether a form says all it must: every score, or why there is none.
  public func isIn(_ juror: CardID, _ project: CardID) -> Bool {
    guard let form = form(of: juror, for: project) else { return false }
    return form.hasConflict || criteria.allSatisfy { form[$0.id] != nil }
  }

  /// How many forms there should be, and how many are in.
  public var expected: Int { jurors.count * projects.count }
  public var arrived: Int {
    jurors.reduce(0) { sum, juror in sum + projects.count { isIn(juror.id, $0.id) } }
  }
  public var isComplete: Bool { expected > 0 && arrived == expected }
}
