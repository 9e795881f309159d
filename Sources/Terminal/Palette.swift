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

/// The palettes. Yellow, orange and red are kept for what presses: no phase has any of them.
///
/// The phases' triples were chosen among xterm's other colours so that they differ under normal sight,
/// protanopia, deuteranopia and tritanopia (Machado, Oliveira and Fernandes 2009,
/// https://doi.org/10.1109/TVCG.2009.113), at a contrast of 4.5 or more (WCAG 2.2, 1.4.3) against #262626
/// (dark), #eeeeee (light) and black.
extension Palette {
  static func dark256(_ ink: Ink) -> Paint {
    switch ink {
    case .plain: Paint()
    case .quiet: Paint(246)
    case .strong: Paint(bold: true)
    case .scan: Paint(117, bold: true)
    case .focus: Paint(148, bold: true)
    case .act: Paint(207, bold: true)
    case .good: Paint(114)
    case .warning: Paint(222)
    case .danger: Paint(231, on: 124, bold: true)
    case .soon: Paint(215)
    case .late: Paint(203)
    case .accent: Paint(80)
    case .selection: Paint(231, on: 24)
    case .card: Paint(246)
    case .newest: Paint(229, bold: true)
    case .banner: Paint(252, on: 237)
    }
  }

  static func light256(_ ink: Ink) -> Paint {
    switch ink {
    case .plain: Paint()
    case .quiet: Paint(240)
    case .strong: Paint(bold: true)
    case .scan: Paint(20, bold: true)
    case .focus: Paint(22, bold: true)
    case .act: Paint(126, bold: true)
    case .good: Paint(23)
    case .warning: Paint(88)
    case .danger: Paint(231, on: 124, bold: true)
    case .soon: Paint(94)
    case .late: Paint(124)
    case .accent: Paint(24)
    case .selection: Paint(16, on: 153)
    case .card: Paint(242)
    case .newest: Paint(53, bold: true)
    case .banner: Paint(235, on: 252)
    }
  }

  static func contrast256(_ ink: Ink) -> Paint {
    switch ink {
    case .plain, .card: Paint(231, on: 16)
    case .quiet: Paint(252, on: 16)
    case .strong: Paint(231, on: 16, bold: true)
    case .scan: Paint(51, on: 16, bold: true)
    case .focus: Paint(112, on: 16, bold: true)
    case .act: Paint(207, on: 16, bold: true)
    case .good: Paint(120, on: 16)
    case .warning: Paint(226, on: 16, underline: true)
    case .danger: Paint(16, on: 217, bold: true)
    case .soon: Paint(214, on: 16)
    case .late: Paint(210, on: 16)
    case .accent: Paint(123, on: 16, bold: true)
    case .selection: Paint(16, on: 226, bold: true)
    case .newest: Paint(231, on: 16, bold: true, underline: true)
    case .banner: Paint(16, on: 231, bold: true)
    }
  }

  /// Eight or sixteen colours have whatever shade the person gave them, so few are used.
  static func dark16(_ ink: Ink, bright: Bool) -> Paint {
    let lift = bright ? 8 : 0
    switch ink {
    case .plain, .card: return Paint()
    case .quiet: return bright ? Paint(7) : Paint()
    case .strong: return Paint(bold: true)
    case .scan: return Paint(6 + lift, bold: true)
    case .focus: return Paint(2 + lift, bold: true)
    case .act: return Paint(5 + lift, bold: true)
    case .good: return Paint(2 + lift)
    case .warning: return Paint(3 + lift)
    case .danger: return Paint(7 + lift, on: 1, bold: true)
    case .soon: return Paint(3 + lift)
    case .late: return bright ? Paint(9) : Paint(1, bold: true)
    case .accent: return Paint(6 + lift)
    case .selection: return Paint(reverse: true)
    case .newest: return Paint(7 + lift, bold: true)
    case .banner: return Paint(reverse: true)
    }
  }

  static func light16(_ ink: Ink) -> Paint {
    switch ink {
    case .plain, .card, .quiet: Paint()
    case .strong: Paint(bold: true)
    case .scan: Paint(4, bold: true)
    case .focus: Paint(bold: true, underline: true)
    case .act: Paint(5, bold: true)
    case .good: Paint(4)
    case .warning: Paint(1)
    case .danger: Paint(1, bold: true, reverse: true)
    case .soon: Paint(1)
    case .late: Paint(1, bold: true)
    case .accent: Paint(4, underline: true)
    case .selection: Paint(reverse: true)
    case .newest: Paint(5, bold: true, underline: true)
    case .banner: Paint(reverse: true)
    }
  }

  static func contrast16(_ ink: Ink, bright: Bool) -> Paint {
    let lift = bright ? 8 : 0
    switch ink {
    case .plain, .quiet, .card: return Paint(7 + lift, on: 0)
    case .strong: return Paint(7 + lift, on: 0, bold: true)
    case .scan: return Paint(6 + lift, on: 0, bold: true)
    case .focus: return Paint(2 + lift, on: 0, bold: true)
    case .act: return Paint(5 + lift, on: 0, bold: true)
    case .good: return Paint(2 + lift, on: 0)
    case .warning: return Paint(3 + lift, on: 0, underline: true)
    case .danger: return Paint(0, on: 7 + lift, bold: true, underline: true)
    case .soon: return Paint(3 + lift, on: 0)
    case .late: return bright ? Paint(9, on: 0) : Paint(7, on: 0, bold: true)
    case .accent: return Paint(6 + lift, on: 0, underline: true)
    case .selection: return Paint(0, on: 3 + lift)
    case .newest: return Paint(7 + lift, on: 0, bold: true, underline: true)
    case .banner: return Paint(0, on: 7 + lift)
    }
  }

  static func mono(_ ink: Ink) -> Paint {
    switch ink {
    case .plain, .card: Paint()
    case .quiet: Paint(dim: true)
    case .strong, .good: Paint(bold: true)
    case .scan: Paint(bold: true)
    case .focus: Paint(bold: true, underline: true)
    case .act: Paint(bold: true, reverse: true)
    case .warning: Paint(bold: true, underline: true)
    case .danger: Paint(bold: true, reverse: true, underline: true)
    case .soon, .late: Paint(bold: true)
    case .accent: Paint(underline: true)
    case .selection: Paint(reverse: true)
    case .newest: Paint(bold: true, underline: true)
    case .banner: Paint(reverse: true)
    }
  }
}
