/// Two axes that cards are placed on, such as impact against effort, with a name for each quarter.
///
/// A card's place is two whole numbers from 0 to 10, kept in fields of the card that the axes name, so
/// that another pair of axes on the same cards leaves the first one's places alone.
public struct Matrix: Codable, Equatable, Sendable {
  /// From left to right.
  public var across: Axis
  /// From the bottom to the top.
  public var up: Axis
  public var quadrants: Quadrants

  public init(across: Axis, up: Axis, quadrants: Quadrants) {
    self.across = across
    self.up = up
    self.quadrants = quadrants
  }

  /// One axis: the card's field, and what its ends mean.
  public struct Axis: Codable, Equatable, Sendable {
    public var field: String
    public var title: Localized

    public init(field: String, title: Localized) {
      self.field = field
      self.title = title
    }
  }

  /// What each quarter of the plane is called.
  public struct Quadrants: Codable, Equatable, Sendable {
    public var topLeft: Localized
    public var topRight: Localized
    public var bottomLeft: Localized
    public var bottomRight: Localized

    public init(
      topLeft: Localized, topRight: Localized, bottomLeft: Localized, bottomRight: Localized
    ) {
      self.topLeft = topLeft
      self.topRight = topRight
      self.bottomLeft = bottomLeft
      self.bottomRight = bottomRight
    }
  }

  /// Where a card lies: 0 to 10 on each axis.
  public struct Place: Hashable, Sendable {
    public var x: Int
    public var y: Int

    public init(x: Int, y: Int) {
      self.x = x
      self.y = y
    }

    /// Where a card comes down first: on the crossing of the axes, which is in no quarter.
    public static let middle = Place(x: 5, y: 5)
  }

  /// What an axis goes over.
  public static let span = 0...10

  /// Where a card lies; nil while either number is missing or is none.
  public func place(of card: Card) -> Place? {
    guard let x = number(card[across.field]), let y = number(card[up.field]) else { return nil }
    return Place(x: x, y: y)
  }

  private func number(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.map { min(max($0, Self.span.lowerBound), Self.span.upperBound) }
  }

  /// The name of the quarter that a place lies in; nil on a line between two.
  public func quadrant(of place: Place) -> Localized? {
    let middle = Place.middle
    guard place.x != middle.x, place.y != middle.y else { return nil }
    let isLeft = place.x < middle.x
    return place.y > middle.y
      ? (isLeft ? quadrants.topLeft : quadrants.topRight)
      : (isLeft ? quadrants.bottomLeft : quadrants.bottomRight)
  }

  /// The same axes with every text in one language.
  func resolved(in language: String) -> Matrix {
    var matrix = self
    matrix.across.title = across.title.resolved(in: language)
    matrix.up.title = up.title.resolved(in: language)
    matrix.quadrants = Quadrants(
      topLeft: quadrants.topLeft.resolved(in: language),
      topRight: quadrants.topRight.resolved(in: language),
      bottomLeft: quadrants.bottomLeft.resolved(in: language),
      bottomRight: quadrants.bottomRight.resolved(in: language))
    return matrix
  }
}
