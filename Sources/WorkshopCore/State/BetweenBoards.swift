// What happens between two meeting days is cards too, on boards of their own: whoever wrote the plan
// need not have thought of them, and an empty one is in nobody's way.

extension Board {
  /// What the groups' calls and meetings were about.
  public static let meetings = Board(
    id: "meetings",
    title: Localized(english: "Meetings"),
    sheet: "meeting")
  /// What the consultant makes of each project.
  public static let conclusions = Board(
    id: "conclusions",
    title: Localized(english: "Conclusions"),
    sheet: "conclusion")
  /// What took place outside the workshops, such as webinars.
  public static let events = Board(
    id: "events",
    title: Localized(english: "Events"),
    sheet: "event")
  /// When the programme or a project stood still, and why.
  public static let pauses = Board(
    id: "pauses",
    title: Localized(english: "Pauses"),
    sheet: "pause")

  /// Each comes into being with its first card, unless the plan has a board of its name.
  public static let between = [meetings, conclusions, events, pauses]
}

extension Workshop {
  /// A board that is there, or one that its first card will make.
  public func boardToBe(_ id: BoardID) -> Board? {
    board(id) ?? Board.between.first { $0.id == id }
  }

  mutating func bringUp(_ id: BoardID) {
    guard board(id) == nil, let board = boardToBe(id) else { return }
    boards.append(board)
  }
}

extension Card {
  /// Fields of the sheets for what happens between two days.
  public static let project = "project"
  public static let date = "date"
  public static let resumed = "resumed"
}
