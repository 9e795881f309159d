/// What a board held when somebody said: keep this version.
public struct Kept: Equatable, Sendable, Identifiable {
  public let id: String
  public let title: String
  public let stamp: Stamp
  public let notes: [Note]

  func with(notes: [Note]) -> Kept { Kept(id: id, title: title, stamp: stamp, notes: notes) }

  /// A card as it was.
  public struct Note: Codable, Equatable, Sendable {
    public let card: CardID
    public let zone: ZoneID?
    public let text: String

    public init(card: CardID, zone: ZoneID?, text: String) {
      self.card = card
      self.zone = zone
      self.text = text
    }
  }
}

extension Workshop {
  /// What a board holds now, as a version would.
  public func notes(on board: BoardID) -> [Kept.Note] {
    cards(on: board).map { Kept.Note(card: $0.id, zone: $0.zone, text: $0.text) }
  }

  /// - Parameter told: what the board held, where that is told; such a version takes the place of one
  ///   of its title that was kept at the same moment.
  mutating func keep(
    _ board: BoardID, as title: String, told: [Kept.Note]? = nil, _ entry: Entry
  ) {
    // What is told of a version stands, even where the board is made at the same moment.
    guard told != nil || boards.contains(where: { $0.id == board }) else { return }
    if told != nil {
      kept[board]?.removeAll {
        $0.title == title && $0.stamp.milliseconds == entry.stamp.milliseconds
      }
    }
    kept[board, default: []].append(
      Kept(
        id: entry.id.description + "/" + board, title: title, stamp: entry.stamp,
        notes: told ?? notes(on: board)))
  }

  /// What an activity asks for when it opens for the first time on a day: settings of its board, and a
  /// version of every canvas before people go on with it.
  mutating func prepare(_ activity: Activity, _ entry: Entry) {
    if let index = boards.firstIndex(where: { $0.id == activity.board }) {
      // In one order everywhere, as closing a board hides what was revealed.
      for (name, value) in (activity.sets ?? [:]).sorted(by: { $0.key < $1.key }) {
        Board.Setting(rawValue: name).map { set($0, ofBoardAt: index, to: value) }
      }
    }
    guard let title = activity.keeps else { return }
    for board in boards where board.canvas != nil && board.about != nil {
      keep(board.id, as: title.plain, entry)
    }
  }
}
