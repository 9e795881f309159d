extension Workshop {
  mutating func applyToCards(_ event: Event, _ entry: Entry) {
    switch event {
    case .cardAdded(let board, let text, let fields):
      var texts = fields ?? [:]
      texts[Card.text] = text
      texts[Card.board] = board
      bringBack(board)
      if board == Self.themes { seedThemesBoard() }
      bringUp(board)
      // One entry, so that one undo takes the card and its links away.
      let links = texts.removeValue(forKey: Card.links)?.split(separator: " ") ?? []
      texts = read(texts, on: board)
      let id = entry.id.description
      var card = Card(
        id: id, added: entry.stamp, by: entry.by,
        values: texts.mapValues { FieldValue(text: $0, entry: entry.id, by: entry.by) })
      for link in links { card.sets[Card.links, default: [:]][String(link)] = [entry.id] }
      add(card)
      if texts[Self.statusField] != nil { dateStep(id, entry) }
      record(.added, id, entry)
      if let project = texts[Card.project] { noteMove(of: id, to: project, at: entry.stamp) }
      if texts[Card.into] != nil { link([id]) }
    case .fieldSet(let card, let field, let text, let over):
      set(field, of: card, to: text, over: over, entry)
      if field == Card.into { link([card]) }
    case .fieldsSet(let field, let values):
      // In one order everywhere: cards come to another board one after the other.
      for (card, text) in values.sorted(by: { $0.key < $1.key }) {
        // Whoever seats thirty people has seen where they sit.
        set(field, of: card, to: text, over: cards[card]?.values[field]?.entry, entry)
      }
      if field == Card.into { link(values.keys.sorted()) }
    case .cardBinned(let card):
      guard let old = cards[card] else { return }
      cards[card]?.isGone = true
      if !old.isGone { weigh(card, by: -old.ownVoices) }
      record(.binned, card, entry)
    case .cardRestored(let card):
      guard let old = cards[card] else { return }
      cards[card]?.isGone = false
      if old.isGone { weigh(card, by: old.ownVoices) }
      record(.restored, card, entry)
    case .voiceAdded(let card):
      guard let old = cards[card] else { return }
      cards[card]?.ownVoices += 1
      if !old.isGone { weigh(card, by: 1) }
      record(.voiced, card, entry)
    case .memberAdded(let card, let set, let member):
      cards[card]?.sets[set, default: [:]][member, default: []].insert(entry.id)
    case .memberRemoved(let card, let set, let member, let over):
      guard var additions = cards[card]?.sets[set]?[member] else { return }
      additions.subtract(over)
      cards[card]?.sets[set]?[member] = additions.isEmpty ? nil : additions
    default: break
    }
  }

  /// A next step that is ticked was done that day, until somebody says another; one that is open again was
  /// not done.
  private mutating func dateStep(_ id: CardID, _ entry: Entry) {
    guard let card = cards[id], board(card.board)?.sheet == Self.actionSheet else { return }
    let isDone = card[Self.statusField] == Self.done
    guard isDone == (card[Self.doneOn] == nil) else { return }
    cards[id]?.values[Self.doneOn] = FieldValue(
      text: isDone ? entry.day.iso : "", entry: entry.id, by: entry.by)
  }

  /// The last writer wins; other texts that the writer had not seen are kept beside it.
  private mutating func set(
    _ field: String, of card: CardID, to text: String, over: EntryID?, _ entry: Entry
  ) {
    guard let old = cards[card] else { return }
    let text = read(text, in: field, on: old.board)
    var value = FieldValue(text: text, entry: entry.id, by: entry.by)
    if let current = old.values[field], current.entry != over, !Card.placement.contains(field) {
      let others =
        current.rivals
        + [FieldValue.Rival(text: current.text, by: current.by, entry: current.entry)]
      value.rivals = others.filter { $0.text != text && ($0.entry == nil || $0.entry != over) }
    }
    cards[card]?.values[field] = value
    record(.changed, card, field: field, entry)
    if field == Self.statusField { dateStep(card, entry) }
    if field == Card.board {
      bringUp(text)
      move(card, from: old.board, to: text)
    }
    if field == Card.project { noteMove(of: card, to: text, at: entry.stamp) }
  }
}
