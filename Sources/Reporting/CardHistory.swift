import WorkshopCore
import WorkshopQueries

/// What was done to one card, told again as events, from the changes that a document lists.
///
/// Only the last text of a field is known, and those that were typed over unseen: an earlier change says
/// the first of them already. Who did something, and when, comes back as it was.
struct CardHistory {
  /// An event to come.
  struct Told {
    let at: Int64
    let by: String
    let event: Event
  }

  /// In the order in which they happened.
  private(set) var events: [Told] = []
  /// Fields whose whole story is in the events.
  let fields: Set<String>
  /// What some of these fields held when the card was made.
  private(set) var first: [String: String] = [:]
  /// When it was made; nil: nobody says, or the plan had it.
  private(set) var added: Int64?
  /// Its own voices after these events.
  private(set) var voices = 1
  private(set) var isGone = false

  /// An entry that never was: whoever writes over it has not seen what is there.
  static let unseen = EntryID(writer: "unseen", sequence: 1)

  /// - Parameters:
  ///   - changes: the card's, oldest first.
  ///   - moves: the projects somebody chose; empty for what is nobody.
  ///   - planned: the card where the plan has it.
  init(
    of card: StateDocument.Card, _ changes: [StateDocument.Change], moves: [StateDocument.Move],
    planned: WorkshopCore.Card?
  ) {
    let byField = Dictionary(
      grouping: changes.filter { $0.deed == .changed && $0.field != nil }, by: { $0.field ?? "" })
    let counts = byField.mapValues(\.count).filter { $1 >= card.rivals[$0]?.count ?? 0 }
    fields = Set(counts.keys)
    var waiting = Dictionary(
      uniqueKeysWithValues: counts.map {
        ($0, Self.writes($0, of: card, count: $1, planned))
      })
    for change in changes {
      let event: Event
      switch change.deed {
      case .added:
        added = change.at
        continue
      case .voiced:
        voices += 1
        event = .voiceAdded(card: card.id)
      case .binned:
        isGone = true
        event = .cardBinned(card: card.id)
      case .restored:
        isGone = false
        event = .cardRestored(card: card.id)
      case .changed:
        guard let field = change.field, waiting[field]?.isEmpty == false,
          let write = waiting[field]?.removeFirst()
        else { continue }
        let move = field == Team.primary ? moves.last { $0.at <= change.at } : nil
        event =
          move.map { .fieldsSet(field: field, values: [card.id: $0.project]) }
          ?? .fieldSet(card: card.id, field: field, value: write.text, over: write.over)
      }
      events.append(Told(at: change.at, by: change.by ?? "", event: event))
    }
    guard planned == nil else { return }
    for (field, count) in counts {
      let rivals = card.rivals[field] ?? []
      if count == rivals.count || field == WorkshopCore.Card.text {
        first[field] = rivals.first?.text ?? card.text
      }
    }
    if let move = moves.first, move.at == added { first[Team.primary] = move.project }
  }

  private typealias Write = (text: String, over: EntryID?)

  /// What a field was set to, so many times: texts that lost, each typed over unseen, then the one that
  /// stands. Where there is one change less than that, the first text was there from the beginning; and
  /// so was what the plan says, where that is the first one.
  private static func writes(
    _ field: String, of card: StateDocument.Card, count: Int, _ planned: WorkshopCore.Card?
  ) -> [Write] {
    let rivals = card.rivals[field] ?? []
    let isPlanned =
      rivals.first.map { $0.by.isEmpty && $0.text == planned?.values[field]?.text } ?? false
    let texts = rivals.dropFirst(isPlanned ? 1 : 0).map(\.text) + [card.everyField[field] ?? ""]
    let earlier = Array(repeating: texts[0], count: max(0, count - texts.count))
    return (earlier + texts.suffix(count)).enumerated().map { index, text in
      // Whoever changes what the plan says has seen it, but where it is one of the texts that lost.
      let isFirst = index == 0 && planned != nil && !isPlanned && count >= texts.count
      return (text, isFirst ? nil : unseen)
    }
  }
}
