public import WorkshopCore

/// How well a game, a method or a break suits a gap in the day and the people who are there.
///
/// The facilitator decides: what speaks against something is told, and forbids nothing.
public struct Fit: Equatable, Sendable {
  /// What speaks against it.
  public let obstacles: [Obstacle]
  /// What it is good for at this moment; nil: nothing in particular.
  public let occasion: Gap.Occasion?
  public let minutes: Int
  private let isBreak: Bool
  private let isLate: Bool

  /// A reason not to play a game here and now.
  public enum Obstacle: Equatable, Sendable {
    case touch
    /// People have to stand, and nothing says what those do who cannot.
    case noSeatedVariant
    case people(WarmUp.Span, here: Int)
    /// It takes so many minutes, and fewer are free.
    case minutes(Int)
    /// Lively or loud, and a jury is there.
    case jury
  }

  /// A game from the library, played in its shortest form.
  ///
  /// Public bodies ask for no touch and for a seated variant. Each person counts: a game for ten to
  /// twenty-five is none for thirty-one. Without a number of people (nil), every game is big enough.
  public init(of game: WarmUp, in gap: Gap, people: Int?) {
    var obstacles: [Obstacle] = []
    if game.touch { obstacles.append(.touch) }
    if game.standing, game.seated == nil { obstacles.append(.noSeatedVariant) }
    if let people, !game.people.contains(people) {
      obstacles.append(.people(game.people, here: people))
    }
    if gap.hasJury, max(game.energy, game.noise) > 2 { obstacles.append(.jury) }
    minutes = game.minutes.minimum
    if minutes > gap.free { obstacles.append(.minutes(minutes)) }
    self.obstacles = obstacles
    occasion = Self.occasion(of: game.moments, energy: game.energy, in: gap)
    isBreak = false
    isLate = gap.isLate
  }

  /// A method, which takes so many minutes at least.
  public init(of method: WayOfWorking, minutes: Int, in gap: Gap, people: Int?) {
    var obstacles: [Obstacle] = []
    if let people, let span = method.people, !span.contains(people) {
      obstacles.append(.people(span, here: people))
    }
    if minutes > gap.free { obstacles.append(.minutes(minutes)) }
    self.obstacles = obstacles
    self.minutes = minutes
    occasion = Self.occasion(of: method.moments ?? [], energy: method.energy ?? 1, in: gap)
    isBreak = false
    isLate = gap.isLate
  }

  private static func occasion(
    of moments: [String], energy: Int, in gap: Gap
  ) -> Gap.Occasion? {
    Gap.Occasion.allCases.first { occasion in
      gap.occasions.contains(occasion)
        && (occasion == .tired ? energy > 1 : moments.contains(occasion.rawValue))
    }
  }

  /// A break of so many minutes, good at any moment, or anything else that needs only the time.
  public init(of minutes: Int, isBreak: Bool = false, in gap: Gap) {
    self.minutes = minutes
    obstacles = minutes > gap.free ? [.minutes(minutes)] : []
    occasion = nil
    self.isBreak = isBreak
    isLate = gap.isLate
  }

  /// Whether this one stands before another: what fits first, then what the moment asks for, then
  /// breaks, then what takes fewer minutes; in a room that is late, and of what does not fit, the minutes
  /// go before.
  public func isBetter(than other: Fit) -> Bool {
    (rank + [minutes]).lexicographicallyPrecedes(other.rank + [other.minutes])
  }

  /// The same without the minutes: what is alike in it stands in whatever order its list has.
  public var rank: [Int] {
    let level = occasion != nil ? 0 : isBreak ? 1 : 2
    guard obstacles.isEmpty else { return [1, minutes, level] }
    return [0] + (isLate ? [minutes, level] : [level])
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
