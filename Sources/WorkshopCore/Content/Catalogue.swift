/// What a workshop's state is read by besides its plan and its entries: the sheets of cards, and what the
/// kinds of activities are. Without it every field keeps the text that was written, and every activity is
/// of no kind in particular.
public struct Catalogue: Equatable, Sendable {
  /// By id; a typed choice, person or card is told from a text by them.
  public var sheets: Shelf<Sheet>
  /// By the kind's id, as plans name it.
  public var kinds: [String: KindTraits]

  public init(sheets: Shelf<Sheet> = [:], kinds: [String: KindTraits] = [:]) {
    self.sheets = sheets
    self.kinds = kinds
  }

  /// What an activity is by its kind; nothing when the kind is unknown.
  public func traits(of activity: Activity) -> KindTraits { kinds[activity.kind] ?? [] }
}

/// What must be known of a kind of activity to plan a day, to count and to follow a result back, whatever
/// the kind is called.
public struct KindTraits: OptionSet, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// No work: a pause, a meal, slack. It is the last thing to be shortened, and ends a stretch of work.
  public static let rest = KindTraits(rawValue: 1 << 0)
  /// A game that makes people awake and known to each other.
  public static let game = KindTraits(rawValue: 1 << 1)
  /// Somebody speaks, and has to be asked in time.
  public static let talk = KindTraits(rawValue: 1 << 2)
  /// Cards come to its board and nothing else; another kind that writes the same board is told first.
  public static let plain = KindTraits(rawValue: 1 << 3)
  /// People vote on the cards of its board.
  public static let vote = KindTraits(rawValue: 1 << 4)
  /// Canvases are filled, each about a card.
  public static let canvas = KindTraits(rawValue: 1 << 5)
  /// A jury hears the projects and gives its scores and advice.
  public static let jury = KindTraits(rawValue: 1 << 6)
  /// It ends a session: what is parked is spoken of, and people say what the day was worth.
  public static let closing = KindTraits(rawValue: 1 << 7)
  /// The cards of a deck are dealt.
  public static let deck = KindTraits(rawValue: 1 << 8)
}
