/// Something a person can ask for, with what it does.
///
/// A value: the key table, the hint line, the help page, the palette and the README's table are all
/// read from the same actions.
struct Action: Sendable {
  /// Lower-case words with dashes; never shown.
  let id: String
  let phrase: Phrase
  /// Whether it may still be asked for while the facilitator's terminal is the projector.
  let worksOnStage: Bool
  /// Where its hint stands in the hint line.
  let hintPlace: HintPlace
  /// Validates and may refuse, with a reason a person can read.
  let decide: @Sendable (Scene) -> Outcome

  /// A place in the hint line.
  enum HintPlace: Sendable {
    case first, inTurn, last
  }

  init(
    _ id: String, _ phrase: Phrase, onStage worksOnStage: Bool = false,
    hinted hintPlace: HintPlace = .inTurn, _ decide: @escaping @Sendable (Scene) -> Outcome
  ) {
    self.id = id
    self.phrase = phrase
    self.worksOnStage = worksOnStage
    self.hintPlace = hintPlace
    self.decide = decide
  }
}
