import Testing

@testable import Terminal

@Suite struct PaletteTests {
  /// What a theme stands on: the grounds that its terminal may have, in shades of grey.
  private static let grounds: [(Palette, [Int])] = [
    (.dark, [0x00, 0x26]), (.light, [0xFF, 0xEE]), (.highContrast, [0x00]),
  ]
  /// What is drawn in strokes or large digits, not as text.
  private static let signs: [Ink] = [.card, .soon, .late]
  private static let phases: [Ink] = [.scan, .focus, .act]
  private static let alarms: [Ink] = [.warning, .danger, .soon, .late]

  /// WCAG 2.2: 4.5 for text (1.4.3), 3 for signs (1.4.11) and large letters, to which bold ones of that
  /// size belong. A terminal with fewer colours has whatever shades it was given: xterm's, on plain black
  /// and white.
  @Test(arguments: [8, 16, 256])
  func `every ink can be read on the background it is for`(colours: Int) {
    for (theme, greys) in Self.grounds {
      for ink in Ink.allCases {
        let paint = theme.paint(ink, colours: colours)
        for grey in colours == 256 ? greys : Array(greys.prefix(1)) {
          let ground = paint.background.map(Colour.init(index:)) ?? Colour(grey: grey)
          guard let text = paint.foreground.map(Colour.init(index:)) else { continue }
          let isLarge = Self.signs.contains(ink) || colours < 256 && paint.bold
          #expect(
            text.contrast(with: ground) >= (isLarge ? 3 : 4.5), "\(theme) \(ink) \(colours) \(grey)"
          )
        }
      }
    }
  }

  @Test(arguments: [8, 16, 256]) func `no phase has the colour of an alarm`(colours: Int) {
    for theme in Palette.allCases where theme != .mono {
      let alarms = Set(Self.alarms.map { theme.paint($0, colours: colours).foreground })
      for phase in Self.phases {
        #expect(
          !alarms.contains(theme.paint(phase, colours: colours).foreground), "\(theme) \(phase)")
      }
    }
  }

  @Test(arguments: Palette.allCases, [0, 8, 16, 256])
  func `the phases, danger and the selection look different from each other and from text`(
    theme: Palette, colours: Int
  ) {
    let inks: [Ink] = [.plain, .scan, .focus, .act, .danger, .selection]
    let paints = inks.map { theme.paint($0, colours: colours) }
    for (index, paint) in paints.enumerated() {
      #expect(!paints[(index + 1)...].contains(paint), "\(inks[index])")
    }
  }

  @Test func `mono and terminals without colours use none`() {
    for ink in Ink.allCases {
      #expect(Palette.mono.paint(ink, colours: 256) == Palette.dark.paint(ink, colours: 0))
      #expect(Palette.mono.paint(ink, colours: 256).foreground == nil)
      #expect(Palette.mono.paint(ink, colours: 256).background == nil)
    }
  }

  @Test(arguments: Palette.allCases, [8, 16, 256])
  func `no theme asks for a colour that is not there`(theme: Palette, colours: Int) {
    for ink in Ink.allCases {
      let paint = theme.paint(ink, colours: colours)
      #expect((paint.foreground ?? 0) < colours && (paint.background ?? 0) < colours)
    }
  }

  @Test func `only high contrast paints a background of its own`() {
    #expect(Palette.dark.paint(.plain, colours: 256).background == nil)
    #expect(Palette.light.paint(.plain, colours: 256).background == nil)
    #expect(Palette.highContrast.paint(.plain, colours: 256).background == 16)
    #expect(Palette(rawValue: "high-contrast") == .highContrast)
  }

  @Test func `what stands for a character is one column wide`() {
    for text in "─━│╭╮╰╯█▄▀▗▖▝▞▟▘▚▌▙▐▜▛…›●✓▪▶↑↓←→×−".map(String.init) {
      #expect(Glyphs.full.shown(text) == text)
      #expect(Text.width(Glyphs.console.shown(text)) == 1)
      #expect(Glyphs.ascii.shown(text).utf8.count == 1)
    }
    #expect(Glyphs.ascii.shown("é") == "é")
    #expect(Glyphs.limited(to: 0xFF).shown("é") == "é")
    #expect(Glyphs.limited(to: 0x7E).shown("é") == "?")
    #expect(Glyphs.limited(to: 0x7E).shown("█") == "#")
  }
}

/// A colour of xterm's palette, linear, for WCAG's contrast
/// (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
private struct Colour {
  let luminance: Double

  init(grey: Int) { self.init([grey, grey, grey]) }

  /// The first sixteen as xterm has them by default.
  private static let first = [
    [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205], [0, 205, 205],
    [229, 229, 229], [127, 127, 127], [255, 0, 0], [0, 255, 0], [255, 255, 0], [92, 92, 255],
    [255, 0, 255], [0, 255, 255], [255, 255, 255],
  ]

  init(index: Int) {
    guard index >= Self.first.count else {
      self.init(Self.first[index])
      return
    }
    let steps = [0, 95, 135, 175, 215, 255]
    let cube = index - 16
    self.init(
      index >= 232
        ? Array(repeating: 8 + 10 * (index - 232), count: 3)
        : [steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]])
  }

  private init(_ parts: [Int]) {
    let linear = parts.map { part -> Double in
      let value = Double(part) / 255
      return value <= 0.03928 ? value / 12.92 : power((value + 0.055) / 1.055)
    }
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  func contrast(with other: Colour) -> Double {
    (max(luminance, other.luminance) + 0.05) / (min(luminance, other.luminance) + 0.05)
  }
}

/// value to the power of 2.4: its square times the fifth root of its square, by Newton.
private func power(_ value: Double) -> Double {
  let square = value * value
  var root = 1.0
  for _ in 0..<40 {
    root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
  }
  return square * root
}
