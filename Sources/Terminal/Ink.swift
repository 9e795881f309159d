/// A role of colour, not a colour: what a text means, for the theme to show.
public enum Ink: UInt8, CaseIterable, Hashable, Sendable {
  /// Ordinary text.
  case plain
  /// Text that may be overlooked: hints, done items, rules.
  case quiet
  /// Headings, and what is chosen by weight alone.
  case strong
  /// The three phases. Apart for colour-blind eyes too, yet never the only sign of a phase.
  case scan, focus, act
  /// Saved, reached, agreed.
  case good
  /// Needs a look: late, near-tie, edited at the same time.
  case warning
  /// Not saved, over, lost. Loud.
  case danger
  /// The time runs short, and is nearly or quite up. Colours of a stroke without any ground, as large
  /// digits are drawn in them.
  case soon, late
  /// What the eye should find first on a screen that has no phase: keys, links, the prompt.
  case accent
  /// The chosen line or card.
  case selection
  /// A card's border.
  case card
  /// What arrived in the last moments.
  case newest
  /// A bar across the screen: a banner or a title line.
  case banner
}
