package import Languages

/// Something a person can ask for, with what it does.
///
/// A value: the key table, the hint line, the help page, the palette and the README's table are all
/// read from the same actions.
package struct Action: Sendable {
  /// Lower-case words with dashes; never shown.
  package let id: String
  package let phrase: Phrase
  /// What the command list finds it by beside its phrase.
  package let words: Phrase?
  /// Whether it may still be asked for while the facilitator's terminal is the projector.
  package let worksOnStage: Bool
  /// Whether it only shows something: whoever looks back at an activity may ask for it too.
  package let isReading: Bool
  /// Where its hint stands in the hint line.
  package let hintPlace: HintPlace
  /// Validates and may refuse, with a reason a person can read.
  package let decide: @Sendable (Scene) -> Outcome

  /// A place in the hint line.
  package enum HintPlace: Sendable {
    case first, inTurn, last
  }

  package init(
    _ id: String, _ phrase: Phrase, onStage worksOnStage: Bool = false,
    isReading: Bool = false, foundBy words: Phrase? = nil, hinted hintPlace: HintPlace = .inTurn,
    _ decide: @escaping @Sendable (Scene) -> Outcome
  ) {
    self.id = id
    self.phrase = phrase
    self.words = words
    self.worksOnStage = worksOnStage
    self.isReading = isReading
    self.hintPlace = hintPlace
    self.decide = decide
  }
}
