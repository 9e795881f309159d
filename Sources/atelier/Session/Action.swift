/// Something a person can ask for, with what it does.
///
/// A value: the key table, the hint line, the help page, the palette and the README's table are all
/// read from the same actions.
struct Action: Sendable {
  /// Lower-case words with dashes; never shown.
  let id: String
  let phrase: Phrase
  /// Validates and may refuse, with a reason a person can read.
  let decide: @Sendable (Scene) -> Outcome

  init(_ id: String, _ phrase: Phrase, _ decide: @escaping @Sendable (Scene) -> Outcome) {
    self.id = id
    self.phrase = phrase
    self.decide = decide
  }
}
