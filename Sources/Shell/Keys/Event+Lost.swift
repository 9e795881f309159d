import Languages
import Terminal
import WorkshopCore

extension History {
  /// What others did since to what an act made, and what would go with it: texts typed over its cards, +1,
  /// notes on its boards, ballots in its votes.
  func lost(with act: [Entry]) -> [Entry] {
    let made = Set(act.filter { $0.event?.isAddition == true }.map(\.id.description))
    guard let writer = act.first?.id.writer, let first = act.map(\.stamp).min(), !made.isEmpty
    else { return [] }
    return entries.reversed().prefix { $0.stamp >= first }.filter { entry in
      guard entry.id.writer != writer, counts(entry.id), let event = entry.event else {
        return false
      }
      return event.subjects.contains { made.contains($0) } && !isGone(entry)
    }.reversed()
  }

  /// Whether what an entry added is in the bin: nothing is lost that nobody wanted.
  private func isGone(_ entry: Entry) -> Bool {
    workshop.card(entry.id.description)?.isGone ?? false
  }
}

extension Event {
  /// The cards, boards, clusters and votes that this goes on with: without them it would be about nothing.
  fileprivate var subjects: [String] {
    switch self {
    case .cardAdded(let board, _, let fields): [board] + [fields?[Card.into]].compactMap { $0 }
    case .fieldSet(let card, let field, let value, _):
      // Where a card lies is nobody's text; what was put beneath it is.
      field == Card.into ? [value] : Self.isPlace(field) ? [] : [card]
    case .fieldsSet(let field, let values):
      field == Card.into
        ? values.values.sorted() : Self.isPlace(field) ? [] : values.keys.sorted()
    case .voiceAdded(let card), .memberAdded(let card, _, _): [card]
    case .zoneAdded(let board, _), .boardKept(let board, _, _): [board]
    case .zoneRenamed(let zone, let title): title.isEmpty ? [] : [zone]
    case .ballotCast(let poll, _, _, _, _, _), .totalsCounted(let poll, _, _, _, _),
      .voterListed(let poll, _):
      [poll]
    case .boardAdded(_, _, _, let about): [about].compactMap { $0 }
    default: []
    }
  }

  /// What it did, in a few words.
  var shortPhrase: Phrase {
    switch self {
    case .cardAdded(_, let text, _): return "card added: \(UndoText.short(text, to: 18))"
    case .fieldSet(_, let field, let value, _) where !Card.isPrivate(field):
      return "changed to: \(UndoText.short(value, to: 18))"
    default: return phrase
    }
  }

  /// A field that says where a card lies.
  private static let places: Set<String> = [Card.board, Card.zone, Card.into, Card.rank]

  fileprivate static func isPlace(_ field: String) -> Bool { places.contains(field) }
}
