extension Workshop {
  mutating func applyToCards(_ event: Event, _ entry: Entry) {
    switch event {
    case .cardAdded(let board, let text, let fields):
      var texts = fields ?? [:]
      texts[Card.text] = text
      texts[Card.board] = board
      add(
        Card(
          id: entry.id.description, added: entry.stamp, by: entry.by,
          values: texts.mapValues { FieldValue(text: $0, entry: entry.id) }))
    case .fieldSet(let card, let field, let text, let over):
      set(field, of: card, to: text, over: over, entry)
    case .cardBinned(let card): cards[card]?.isGone = true
    case .cardRestored(let card): cards[card]?.isGone = false
    case .voiceAdded(let card): cards[card]?.voices += 1
    case .memberAdded(let card, let set, let member):
      cards[card]?.sets[set, default: [:]][member, default: []].insert(entry.id)
    case .memberRemoved(let card, let set, let member, let over):
      guard var additions = cards[card]?.sets[set]?[member] else { return }
      additions.subtract(over)
      cards[card]?.sets[set]?[member] = additions.isEmpty ? nil : additions
    default: break
    }
  }

  /// The last writer wins; a text that the writer had not seen is kept beside it.
  private mutating func set(
    _ field: String, of card: CardID, to text: String, over: EntryID?, _ entry: Entry
  ) {
    guard let old = cards[card] else { return }
    var value = FieldValue(text: text, entry: entry.id)
    if let current = old.values[field], current.entry != over, current.text != text,
      !Card.placement.contains(field)
    {
      let by = current.entry.flatMap { authors[$0] } ?? old.by
      value.rivals = current.rivals + [FieldValue.Rival(text: current.text, by: by)]
    }
    authors[entry.id] = entry.by
    cards[card]?.values[field] = value
  }
}
