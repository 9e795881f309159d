public import WorkshopCore

/// How well a game or a break suits a gap in the day and the people who are there.
///
/// The facilitator decides: what speaks against something is told, and forbids nothing.
public struct Fit: Equatable, Sendable {
  /// What speaks against it.
  public let obstacles: [Obstacle]
  /// What it is good for at this moment; nil: nothing in particular.
  public let occasion: Gap.Occasion?
  public let minutes: Int
  private let isBreak: Bool

  /// A reason not to play a game here and now.
  public enum Obstacle: Equatable, Sendable {
    case touch
    /// People have to stand, and nothing says what those do who cannot.
    case noSeatedVariant
    case people(WarmUp.Span, here: Int)
    /// It takes so many minutes, and fewer are free.
    case minutes(Int)
  }

  /// A game from the library, played in its shortest form.
  ///
  /// Public bodies ask for no touch and for a seated variant. Each person counts: a game for ten to
  /// twenty-five is none for thirty-one. Without a number of people (nil), every game is big enough.
  public init(of game: WarmUp, in gap: Gap, people: Int?) {
    var obstacles: [Obstacle] = []
    if game.touch { obstacles.append(.touch) }
    if game.standing, game.seated == nil { obstacles.append(.noSeatedVariant) }
    if let people, !(game.people.minimum <= people && people <= game.people.maximum) {
      obstacles.append(.people(game.people, here: people))
    }
    minutes = game.minutes.minimum
    if minutes > gap.free { obstacles.append(.minutes(minutes)) }
    self.obstacles = obstacles
    occasion = Gap.Occasion.allCases.first {
      gap.occasions.contains($0) && game.moments.contains($0.rawValue)
    }
    isBreak = false
  }

  /// A break of so many minutes: good at any moment.
  public init(ofBreak minutes: Int, in gap: Gap) {
    self.minutes = minutes
    obstacles = minutes > gap.free ? [.minutes(minutes)] : []
    occasion = nil
    isBreak = true
  }

  /// Whether this one stands before another: what fits first, then what the moment asks for, then
  /// breaks, then what takes fewer minutes.
  public func isBetter(than other: Fit) -> Bool {
    (rank.0, rank.1, minutes) < (other.rank.0, other.rank.1, other.minutes)
  }

  private var rank: (Int, Int) {
    (obstacles.isEmpty ? 0 : 1, occasion != nil ? 0 : isBreak ? 1 : 2)
  }
}

extension Workshop {
  /// How many people are there: those marked as present, else everyone on the roster; nil when nobody
  /// wrote down either.
  public func headcount(at session: Session) -> Int? {
    let present = people.filter { $0.members(of: Self.present).contains(session.id) }.count
    return present > 0 ? present : people.isEmpty ? nil : people.count
  }
}
