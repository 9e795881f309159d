/// How a cell is drawn: a role of colour and, beyond what the theme does for it, attributes.
public struct Style: Equatable, Hashable, Sendable {
  public var ink: Ink
  public var bold: Bool
  public var reverse: Bool
  public var underline: Bool
  public var dim: Bool

  public init(
    _ ink: Ink = .plain, bold: Bool = false, reverse: Bool = false, underline: Bool = false,
    dim: Bool = false
  ) {
    self.ink = ink
    self.bold = bold
    self.reverse = reverse
    self.underline = underline
    self.dim = dim
  }

  public static let plain = Style()
  public static let quiet = Style(.quiet)
  public static let strong = Style(.strong)
  public static let good = Style(.good)
  public static let warning = Style(.warning)
  public static let danger = Style(.danger)
  public static let accent = Style(.accent)
  public static let selection = Style(.selection)
  public static let card = Style(.card)
  public static let banner = Style(.banner)

  /// The style's words, as `Frame.styledText` shows them: "focus bold".
  var words: String {
    var words = ["\(ink)"]
    if bold { words.append("bold") }
    if reverse { words.append("reverse") }
    if underline { words.append("underline") }
    if dim { words.append("dim") }
    return words.joined(separator: " ")
  }
}
