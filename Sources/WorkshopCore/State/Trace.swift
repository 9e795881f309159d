/// One change to a card: what happened since the last time is told from these.
///
/// The state says how things are; only the trail of changes says who did something since when. It holds
/// what counts: what was undone leaves no trace.
public struct Trace: Equatable, Sendable {
  public let stamp: Stamp
  /// Who sat at the terminal.
  public let by: String
  public let card: CardID
  public let kind: Kind
  /// The field that got a value; nil for what concerns the card as a whole.
  public let field: String?

  /// What was done to a card.
  public enum Kind: Equatable, Sendable { case added, changed, binned, restored, voiced }
}

extension Workshop {
  mutating func record(
    _ kind: Trace.Kind, _ card: CardID, field: String? = nil, _ entry: Entry
  ) {
    trail.append(Trace(stamp: entry.stamp, by: entry.by, card: card, kind: kind, field: field))
  }
}
