// Projects: cards of the sheet `project`, with what hangs on each by a field that names it.

extension Workshop {
  /// The sheets of what projects are made of.
  public static let projectSheet = "project"
  public static let draftSheet = "mvp"
  public static let actionSheet = "action"
  public static let adviceSheet = "advice"
  public static let feedbackSheet = "feedback"

  /// Fields of a next step: where it stands, and the day it was done.
  public static let statusField = "status"
  public static let doneOn = "done-on"
  public static let done = "done"

  /// Every project, in the order in which they came.
  public var projects: [Card] { cards(ofSheet: Self.projectSheet) }

  /// The cards of a sheet that name a project in their field.
  public func cards(ofSheet sheet: String, about project: CardID) -> [Card] {
    cards(ofSheet: sheet).filter { $0[Card.project] == project }
  }

  /// The versions of a project's draft, oldest first; the last one is the draft.
  public func drafts(of project: CardID) -> [Card] {
    cards(ofSheet: Self.draftSheet, about: project).enumerated().sorted { a, b in
      (Self.version(of: a.element), a.offset) < (Self.version(of: b.element), b.offset)
    }.map(\.element)
  }

  /// The number of a draft's version, from 1.
  public static func version(of draft: Card) -> Int {
    max(1, draft[versionField].flatMap { Int($0) } ?? 1)
  }
  public static let versionField = "version"

  /// The field that names what a card was made of: an idea's card, or a cluster's zone.
  public static let originField = "origin"

  /// Puts the boards that projects need where the plan has ideas or projects but not those.
  mutating func seedProjectBoards() {
    guard boards.contains(where: { ["idea", Self.projectSheet].contains($0.sheet) }) else { return }
    for board in Self.projectBoards
    where !boards.contains(where: { $0.sheet == board.sheet || $0.id == board.id }) {
      boards.append(board)
    }
  }

  private static let projectBoards = [
    Board(
      id: "projects",
      title: Localized(english: "Projects"),
      sheet: projectSheet),
    Board(
      id: "drafts",
      title: Localized(english: "Drafts"),
      sheet: draftSheet),
    Board(
      id: "decisions",
      title: Localized(english: "Decisions"),
      sheet: Decision.sheet),
    Board(
      id: "actions",
      title: Localized(english: "Actions"),
      sheet: actionSheet),
  ]
}
