import Languages
package import Shell
import WorkshopCore

extension VoteMethod {
  package static let single = VoteMethod(
    .single, "One choice", purpose: "two or three options, one for each person",
    rule: { _ in "One choice each" }, ballot: { _, _ in "Choose one" }, counting: choices)

  package static let scale = VoteMethod(
    .scale, "A scale", purpose: "one choice each",
    rule: { _ in "One choice each" }, ballot: { _, _ in "Choose one" }, counting: choices)

  private static let choices: @Sendable (Poll, Scene) -> Phrase = { _, _ in
    "1 is a choice; the score is how many there are."
  }
}
