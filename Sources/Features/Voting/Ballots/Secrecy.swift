import Languages

/// What is kept from whom in a vote on screens, in three sentences.
enum Secrecy {
  static let sentences: [Phrase] = [
    "No screen, list or report shows who voted for what.",
    "Anyone who can open the workshop directory can read the ballots, but not who submitted one, where or when.",
    "Anyone who knows the code of a slip can find its ballots there: keep yours to yourself.",
  ]
}
