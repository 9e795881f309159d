/// What a terminal is told to do for an ink: numbers of its palette, and attributes.
struct Paint: Equatable {
  /// Nil is the terminal's own colour.
  var foreground: Int?
  var background: Int?
  var bold = false
  var dim = false
  var reverse = false
  var underline = false

  init(
    _ foreground: Int? = nil, on background: Int? = nil, bold: Bool = false, dim: Bool = false,
    reverse: Bool = false, underline: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.bold = bold
    self.dim = dim
    self.reverse = reverse
    self.underline = underline
  }
}
