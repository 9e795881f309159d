extension Workshop {
  mutating func applyToBoards(_ event: Event, _ entry: Entry) {
    switch event {
    case .boardAdded(let title, let canvas, let sheet, let about):
      var board = Board(
        id: entry.id.description, title: Localized(title), sheet: sheet, canvas: canvas,
        about: about)
      board.made = Board.Making(by: entry.by, stamp: entry.stamp)
      boards.append(board)
    case .zoneAdded(let board, let title):
      guard let index = boards.firstIndex(where: { $0.id == board }) else { return }
      boards[index].zones.append(Zone(id: entry.id.description, title: Localized(title)))
    case .zoneRenamed(let zone, let title) where title.isEmpty:
      // A cluster without a name is none: its cards lie loose again.
      for board in boards.indices { boards[board].zones.removeAll { $0.id == zone } }
    case .zoneRenamed(let zone, let title):
      for board in boards.indices {
        for index in boards[board].zones.indices where boards[board].zones[index].id == zone {
          boards[board].zones[index].title = Localized(title)
        }
      }
    case .boardSet(let board, let setting, let value):
      guard let index = boards.firstIndex(where: { $0.id == board }) else { return }
      set(setting, ofBoardAt: index, to: value)
    default: break
    }
  }

  /// Sets something of a board; where the room is, it is at one board of a canvas.
  mutating func set(_ setting: Board.Setting, ofBoardAt index: Int, to value: String) {
    if setting == .room, Board.Room(rawValue: value) != nil {
      for other in boards.indices where boards[other].canvas == boards[index].canvas {
        boards[other].room = nil
      }
    }
    boards[index].set(setting, to: value)
  }

  /// Of the canvases of a kind, or the journeys, the one that the room is at: what the facilitator chose,
  /// or the newest where that was chosen; else the first that is somebody's or has cards, so that no
  /// note-taker's key moves the room.
  public func roomBoard(of canvas: String) -> Board? {
    let live = boards.filter { $0.canvas == canvas }
    if let chosen = live.first(where: { $0.room != nil }) {
      return chosen.room == .newest ? live.last : chosen
    }
    let first = live.first { $0.about != nil }
    guard let planned = live.first, planned.about == nil,
      let card = ids(on: planned.id).first.flatMap({ cards[$0] })
    else { return first ?? live.first }
    // Cards that came later move nobody either.
    return first?.made.map { $0.stamp < card.added } ?? false ? first : planned
  }

  /// A cluster and the board it is on.
  public func zone(_ id: ZoneID) -> (zone: Zone, board: Board)? {
    boards.lazy.compactMap { board in
      board.zones.first { $0.id == id }.map { ($0, board) }
    }.first
  }
}
