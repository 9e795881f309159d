/// Where a typed text belongs.
public struct TypedPlace: Codable, Hashable, Sendable {
  /// What it is typed in, by a name of the program's own, such as `add-card`.
  public var id: String
  /// What that is of: ids of a card, a board, a vote, by names of the program's own.
  public var of: [String: String]

  public init(_ id: String, of details: [String: String?] = [:]) {
    self.id = id
    of = details.compactMapValues { $0 }
  }
}

/// A text that was typed in something that lay over the screen, and not given.
public struct TypedText: Codable, Equatable, Sendable {
  public var text: String
  public var place: TypedPlace
  /// What was at hand beside it, such as a column or the field of a form.
  public var with: [String: String]
  /// It was left: it waits until its place is opened again.
  public var isLeft: Bool

  public init(
    _ text: String, at place: TypedPlace, with details: [String: String?] = [:],
    isLeft: Bool = false
  ) {
    self.text = text
    self.place = place
    with = details.compactMapValues { $0 }
    self.isLeft = isLeft
  }
}
