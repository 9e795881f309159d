/// One column of one row.
public struct Cell: Equatable, Hashable, Sendable {
  /// One character as a person sees it; "" in the columns that a wide one to the left covers.
  public var text: String
  public var style: Style

  public init(text: String = " ", style: Style = .plain) {
    self.text = text
    self.style = style
  }

  public static let blank = Cell()
}
