import Workshop

extension RestorationScript {
  /// Boards that were made live, clusters, and what was set on a board.
  mutating func writeBoards() throws(Restoration.Problem) {
    let language = document.language
    for board in document.boards {
      let old = base.board(board.id)
      if old == nil {
        try make(
          board.id,
          .boardAdded(
            title: board.title, canvas: board.canvas, sheet: board.sheet, about: board.about))
      }
      let start = old ?? LiveBoard(id: board.id, title: "")
      for zone in board.zones {
        guard let before = start.zones.first(where: { $0.id == zone.id }) else {
          try make(zone.id, .zoneAdded(board: board.id, title: zone.title))
          continue
        }
        if before.title.text(in: language) != zone.title {
          add(.zoneRenamed(zone: zone.id, title: zone.title))
        }
      }
      let settings: [(LiveBoard.Setting, String, String)] = [
        (.columns, board.columns, start.columns.rawValue),
        (.sort, board.sort ?? LiveBoard.Sort.oldest.rawValue, start.sort.rawValue),
        (.closed, Self.said(board.closed), Self.said(start.isClosed)),
        (.revealed, String(board.revealed ?? 0), String(start.revealed)),
        (.frozen, Self.said(board.frozen), Self.said(start.isFrozen)),
        (.sealed, Self.said(board.sealed), Self.said(start.isSealed)),
      ]
      for (setting, value, before) in settings where value != before {
        add(.boardSet(board: board.id, setting: setting, value: value))
      }
    }
  }

  private static func said(_ flag: Bool?) -> String { flag == true ? LiveBoard.yes : "no" }

  mutating func writeCards() throws(Restoration.Problem) {
    var last = firstTime
    for card in document.cards {
      guard card.voices <= Restoration.mostVoices else { throw .tooMany(card.text) }
      // Nothing was added before what stands before it.
      let added = card.added.flatMap(StateDocument.milliseconds) ?? last
      last = max(last, min(added, end.milliseconds))
      var fields = card.everyField
      let contested = Set(card.rivals.keys)
      let old = base.card(card.id)
      if old == nil {
        let short = fields.filter {
          $0.key != LiveCard.text && $0.key != LiveCard.board && !contested.contains($0.key)
            && $0.value.utf8.count < 400
        }.sorted { $0.key < $1.key }.prefix(16)
        try make(
          card.id,
          .cardAdded(
            board: card.board, text: contested.contains(LiveCard.text) ? "" : card.text,
            fields: short.isEmpty ? nil : Dictionary(uniqueKeysWithValues: short.map { $0 })),
          at: last, by: card.by)
        for field in short { fields[field.key] = nil }
        if !contested.contains(LiveCard.text) { fields[LiveCard.text] = nil }
        fields[LiveCard.board] = nil
      } else if let old {
        // What the plan says and nobody changed need not be said again.
        for (field, value) in old.publicValues where !contested.contains(field) {
          if fields[field] == value.text || (fields[field] == nil && value.text.isEmpty) {
            fields[field] = nil
          } else if fields[field] == nil {
            fields[field] = ""
          }
        }
      }
      for (field, text) in fields.sorted(by: { $0.key < $1.key })
      where !contested.contains(field) {
        add(.fieldSet(card: card.id, field: field, value: text, over: EntryID(card.id)))
      }
      writeRivals(of: card)
      for _ in 1..<max(1, card.voices) { add(.voiceAdded(card: card.id)) }
      for (set, members) in card.members.sorted(by: { $0.key < $1.key }) {
        for member in members { add(.memberAdded(card: card.id, set: set, member: member)) }
      }
      if card.gone { add(.cardBinned(card: card.id)) }
    }
  }

  /// Texts that lost come first, each typed over by somebody who had not seen it.
  private mutating func writeRivals(of card: StateDocument.Card) {
    let unseen = EntryID(writer: "unseen", sequence: 1)
    for (field, rivals) in card.rivals.sorted(by: { $0.key < $1.key }) {
      for (index, rival) in rivals.enumerated() {
        // The first one stands over what is there already.
        let over = index == 0 ? (base.card(card.id) == nil ? EntryID(card.id) : nil) : unseen
        add(.fieldSet(card: card.id, field: field, value: rival.text, over: over), by: rival.by)
      }
      add(
        .fieldSet(
          card: card.id, field: field, value: card.everyField[field] ?? "", over: unseen))
    }
  }

  /// Cards that would lie on a board in another order than they came to it leave it and come back.
  mutating func writeOrder() {
    let workshop = workshop
    for board in document.boards {
      let order =
        board.order ?? document.cards.filter { $0.board == board.id }.map(\.id)
      guard workshop.everyCard(on: board.id) != order else { continue }
      for card in order {
        add(.fieldSet(card: card, field: LiveCard.board, value: "", over: nil))
        add(.fieldSet(card: card, field: LiveCard.board, value: board.id, over: nil))
      }
    }
  }
}

extension StateDocument.Card {
  /// Every field that is filled, those with a key of their own included.
  var everyField: [String: String] {
    var all = fields
    all[LiveCard.text] = text
    all[LiveCard.board] = board
    all[LiveCard.zone] = zone
    all[LiveCard.theme] = theme
    all[LiveCard.table] = table
    all[LiveCard.author] = author
    return all
  }
}
