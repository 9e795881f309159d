/// What is wrong with a content file, and at which value.
///
/// The value is named by its keys; the line and the column are known to whoever read the file.
public struct ContentError: Error, Sendable {
  /// From the outside in; empty for the whole file.
  public let path: [any CodingKey]
  public let reason: Reason

  public enum Reason: Sendable {
    /// Not of the shape that its folder asks for.
    case undecodable(DecodingError)
    /// No content lies there.
    case unknownPlace
    /// The id is not the file's name, which plans know it by.
    case otherName(id: String)
    /// The id stands further up.
    case duplicateID(String)
    /// A text that people would miss.
    case blank
    /// A list that needs something in it.
    case nothing
    /// A number under the least that makes sense.
    case below(Int)
    /// A number over the most that makes sense.
    case above(Int)
    /// Its least is more than its most.
    case reversed
    /// The first field of a sheet is not the card's own text.
    case noHeadline
    /// More cards are drawn than the pile has.
    case fewCards(drawn: Int, there: Int)
    /// A block lies outside the canvas's grid.
    case outside(columns: Int, rows: Int)
    /// A block lies over another one.
    case overlap(String)
    /// No block has this id.
    case unknownBlock(String)
    /// The order leaves a block out.
    case unordered(String)
    /// A translation has not one place for each value of the phrase.
    case lostValue
  }

  init(_ path: [Key], _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// One step into a file: a name or a place in a list.
  enum Key: CodingKey, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case name(String)
    case place(Int)

    init(stringLiteral value: String) { self = .name(value) }
    init(integerLiteral value: Int) { self = .place(value) }
    init?(stringValue: String) { self = .name(stringValue) }
    init?(intValue: Int) { self = .place(intValue) }

    var stringValue: String {
      switch self {
      case .name(let name): name
      case .place(let place): String(place)
      }
    }

    var intValue: Int? { if case .place(let place) = self { place } else { nil } }
  }
}
