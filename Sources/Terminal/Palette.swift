/// What the inks look like.
///
/// `dark` and `light` leave the terminal's own background alone and only assume which of the two
/// it is; `highContrast` paints black. `mono` uses no colour: bold, reverse and underline carry
/// the meaning, and every other theme falls back to it where there are no colours or NO_COLOR is
/// set (https://no-color.org).
public enum Palette: String, CaseIterable, Sendable {
  case dark
  case light
  case highContrast = "high-contrast"
  case mono

  /// The look of an ink on a terminal of so many colours.
  func paint(_ ink: Ink, colours: Int) -> Paint {
    switch self {
    case _ where colours < 8: Self.mono(ink)
    case .mono: Self.mono(ink)
    case .dark: colours >= 256 ? Self.dark256(ink) : Self.dark16(ink, bright: colours >= 16)
    case .light: colours >= 256 ? Self.light256(ink) : Self.light16(ink)
    case .highContrast:
      colours >= 256 ? Self.contrast256(ink) : Self.contrast16(ink, bright: colours >= 16)
    }
  }
}
