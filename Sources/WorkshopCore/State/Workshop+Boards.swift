extension Workshop {
  mutating func applyToBoards(_ event: Event, _ entry: Entry) {
    switch event {
    case .boardAdded(let title, let canvas, let sheet, let about):
      boards.append(
        Board(
          id: entry.id.description, title: Localized(title), sheet: sheet, canvas: canvas,
          about: about))
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
      boards[index].set(setting, to: value)
    default: break
    }
  }

  /// A cluster and the board it is on.
  public func zone(_ id: ZoneID) -> (zone: Zone, board: Board)? {
    boards.lazy.compactMap { board in
      board.zones.first { $0.id == id }.map { ($0, board) }
    }.first
  }
}
