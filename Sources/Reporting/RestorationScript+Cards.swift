import WorkshopCore
import WorkshopQueries

extension RestorationScript {
  /// Boards that were made live, clusters, and what was set on a board.
  mutating func writeBoards() throws(Restoration.DocumentError) {
    let language = document.language
    let times = boardTimes()
    for (board, time) in zip(document.boards, times) {
      let old = base.boardToBe(board.id)
      if old == nil {
        try make(
          board.id,
          .boardAdded(
            title: board.title, canvas: board.canvas, sheet: board.sheet, about: board.about),
          at: time)
      }
      let start = old?.zones ?? []
      for zone in board.zones {
        guard let before = start.first(where: { $0.id == zone.id }) else {
          try make(zone.id, .zoneAdded(board: board.id, title: zone.title), at: time)
          continue
        }
        if before.title.text(in: language) != zone.title {
          add(.zoneRenamed(zone: zone.id, title: zone.title))
        }
      }
      // A cluster that was dissolved has no title.
      for zone in start where !board.zones.contains(where: { $0.id == zone.id }) {
        add(.zoneRenamed(zone: zone.id, title: ""))
      }
    }
  }

  /// When each board was there at the latest: at its first card, and before the boards that stand after
  /// it. One that comes with its first card stands before what was made after that.
  private func boardTimes() -> [Int64] {
    let added = Dictionary(grouping: document.cards, by: \.board).mapValues { cards in
      cards.compactMap { $0.added.flatMap(StateDocument.milliseconds) }.min()
    }
    var times = document.boards.map { board in (added[board.id] ?? nil) ?? end.milliseconds }
    for index in times.indices.dropLast().reversed() {
      times[index] = min(times[index], times[index + 1])
    }
    var least = firstTime
    for (index, board) in document.boards.enumerated() {
      times[index] = max(times[index], least)
      let comesWithCard = base.board(board.id) == nil && base.boardToBe(board.id) != nil
      if comesWithCard, let first = added[board.id] ?? nil { least = max(least, first + 1) }
    }
    return times
  }

  /// What was set on boards, after their cards have come to rest.
  mutating func writeSettings() {
    for board in document.boards {
      let start = base.boardToBe(board.id) ?? WorkshopCore.Board(id: board.id, title: "")
      let settings: [(WorkshopCore.Board.Setting, String, String)] = [
        (.columns, board.columns, start.columns.rawValue),
        (.sort, board.sort ?? WorkshopCore.Board.Sort.oldest.rawValue, start.sort.rawValue),
        (.closed, Self.said(board.closed), Self.said(start.isClosed)),
        (.revealed, String(board.revealed ?? 0), String(start.revealed)),
        (.frozen, Self.said(board.frozen), Self.said(start.isFrozen)),
        (.sealed, Self.said(board.sealed), Self.said(start.isSealed)),
        (.room, board.room ?? "", start.room?.rawValue ?? ""),
      ]
      // An activity may set a board when it opens: what it is said to be in the end is said here.
      let isSetByPlan = base.plan.activities.contains { $0.sets != nil && $0.board == board.id }
      for (setting, value, before) in settings where value != before || isSetByPlan {
        add(.boardSet(board: board.id, setting: setting, value: value))
      }
    }
  }

  /// Versions that were kept, with what the board held then. One that no line can hold is left out.
  mutating func writeVersions() {
    for board in document.boards {
      for version in board.versions ?? [] {
        let size = version.notes.reduce(0) {
          $0 + 2 * $1.text.utf8.count + $1.card.utf8.count + ($1.zone?.utf8.count ?? 0) + 40
        }
        guard size < 14_000 else { continue }
        add(
          .boardKept(board: board.id, title: version.title, notes: version.notes), at: version.at)
      }
    }
  }

  private static func said(_ flag: Bool?) -> String { flag == true ? WorkshopCore.Board.yes : "no" }

  mutating func writeCards() throws(Restoration.DocumentError) {
    var last = firstTime
    let moves = Dictionary(
      document.people.map { ($0.id, $0.moves ?? []) }, uniquingKeysWith: { first, _ in first })
    let changes = Dictionary(grouping: document.changes ?? [], by: \.card)
    for card in document.cards {
      guard card.voices <= Restoration.mostVoices else { throw .tooMany(card.text) }
      let chosen = card.rivals[Team.primary] == nil ? moves[card.id] ?? [] : []
      let retelling = CardHistory(
        of: card, changes[card.id] ?? [], moves: chosen, planned: base.card(card.id))
      // Nothing was added before what stands before it.
      let added = retelling.added ?? card.added.flatMap(StateDocument.milliseconds) ?? last
      last = max(last, min(added, end.milliseconds))
      try write(card, retelling, moves: chosen, at: last)
      let earliest = base.card(card.id) == nil ? last : 0
      for told in retelling.events { add(told.event, at: max(earliest, told.at), by: told.by) }
      writeRivals(of: card, besides: retelling.fields, at: last)
      for _ in retelling.voices..<max(retelling.voices, card.ownVoices ?? card.voices) {
        add(.voiceAdded(card: card.id), at: last)
      }
      for (set, members) in card.members.sorted(by: { $0.key < $1.key }) {
        for member in members {
          add(.memberAdded(card: card.id, set: set, member: member), at: last)
        }
      }
      if card.gone != retelling.isGone {
        add(card.gone ? .cardBinned(card: card.id) : .cardRestored(card: card.id), at: last)
      }
    }
  }

  /// What the card's story does not tell: its making, and fields that the document does not say when
  /// and by whom they were changed. Those count to the day the card was added.
  private mutating func write(
    _ card: StateDocument.Card, _ retelling: CardHistory, moves: [StateDocument.Move], at: Int64
  ) throws(Restoration.DocumentError) {
    var rest = base.card(card.id).map { changed(card, from: $0) } ?? card.everyField
    for field in retelling.fields where field != WorkshopCore.Card.text { rest[field] = nil }
    if !moves.isEmpty { rest[Team.primary] = nil }
    rest.merge(retelling.first) { $1 }
    rest = try make(card, rest, retelling, at: at)
    if retelling.fields.contains(WorkshopCore.Card.text) { rest[WorkshopCore.Card.text] = nil }
    for (field, text) in rest.sorted(by: { $0.key < $1.key }) where card.rivals[field] == nil {
      add(
        .fieldSet(card: card.id, field: field, value: text, over: EntryID(card.id)),
        // Both must be there before one lies beneath the other.
        at: field == WorkshopCore.Card.into ? end.milliseconds : at)
    }
    guard !retelling.fields.contains(Team.primary) else { return }
    for move in retelling.first[Team.primary] == nil ? moves[...] : moves.dropFirst() {
      add(
        .fieldsSet(field: Team.primary, values: [card.id: move.project]), at: max(at, move.at))
    }
  }

  /// What the plan says of a card and nobody changed need not be said again; what was cleared is.
  private func changed(_ card: StateDocument.Card, from old: WorkshopCore.Card) -> [String: String]
  {
    var fields = card.everyField
    for (field, value) in old.publicValues where card.rivals[field] == nil {
      if fields[field] == value.text || (fields[field] == nil && value.text.isEmpty) {
        fields[field] = nil
      } else if fields[field] == nil {
        fields[field] = ""
      }
    }
    return fields
  }

  /// Makes a card that is not in the plan, with as many fields as a line holds; gives back the others.
  private mutating func make(
    _ card: StateDocument.Card, _ fields: [String: String], _ retelling: CardHistory, at: Int64
  ) throws(Restoration.DocumentError) -> [String: String] {
    guard base.card(card.id) == nil else { return fields }
    var rest = fields
    var room = 6_000
    let isRetold = retelling.fields.contains(WorkshopCore.Card.text)
    let isContested = card.rivals[WorkshopCore.Card.text] != nil && !isRetold
    var first: [String: String] = [:]
    rest[WorkshopCore.Card.board] = nil
    if !isContested { rest[WorkshopCore.Card.text] = nil }
    for (field, text) in rest.sorted(by: { $0.key < $1.key })
    where card.rivals[field] == nil || retelling.first[field] != nil {
      let size = 2 * (field.utf8.count + text.utf8.count) + 8
      // A card that is made with this field takes it for a set.
      guard size <= room, field != WorkshopCore.Card.links, field != WorkshopCore.Card.into else {
        continue
      }
      room -= size
      first[field] = text
      rest[field] = nil
    }
    try make(
      card.id,
      .cardAdded(
        board: card.board,
        text: isContested ? "" : retelling.first[WorkshopCore.Card.text] ?? card.text,
        fields: first.isEmpty ? nil : first), at: at, by: card.by)
    return rest
  }

  /// Texts that lost come first, each typed over by somebody who had not seen it.
  private mutating func writeRivals(
    of card: StateDocument.Card, besides retold: Set<String>, at: Int64
  ) {
    let unseen = CardHistory.unseen
    for (field, rivals) in card.rivals.sorted(by: { $0.key < $1.key })
    where !retold.contains(field) {
      for (index, rival) in rivals.enumerated() {
        // The first one stands over what is there already.
        let over = index == 0 ? (base.card(card.id) == nil ? EntryID(card.id) : nil) : unseen
        add(
          .fieldSet(card: card.id, field: field, value: rival.text, over: over), at: at,
          by: rival.by)
      }
      add(
        .fieldSet(
          card: card.id, field: field, value: card.everyField[field] ?? "", over: unseen), at: at)
    }
  }

  /// Cards that would lie on a board in another order than they came to it leave it and come back.
  mutating func writeOrder() {
    let workshop = workshop
    for board in document.boards {
      let order =
        board.order ?? document.cards.filter { $0.board == board.id }.map(\.id)
      guard workshop.ids(on: board.id) != order else { continue }
      for card in order {
        add(.fieldSet(card: card, field: WorkshopCore.Card.board, value: "", over: nil))
        add(.fieldSet(card: card, field: WorkshopCore.Card.board, value: board.id, over: nil))
      }
    }
  }
}

extension StateDocument.Card {
  /// Every field that is filled, those with a key of their own included.
  var everyField: [String: String] {
    var all = fields
    all[WorkshopCore.Card.text] = text
    all[WorkshopCore.Card.board] = board
    all[WorkshopCore.Card.zone] = zone
    all[WorkshopCore.Card.theme] = theme
    all[WorkshopCore.Card.table] = table
    all[WorkshopCore.Card.author] = author
    return all
  }
}
