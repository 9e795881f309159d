package import Languages
package import WorkshopCore

/// How people read and speak of a method of voting: a value, one for each method that can be met.
///
/// What a ballot may hold and how it is counted stands in `method`; a method is in the list of features.
package struct VoteMethod: Sendable {
  package let method: Poll.Method
  package let name: Phrase
  /// What it is for, in one line.
  package let purpose: Phrase
  /// What a voter has to spend; nil where nothing is spent.
  package let spending: Spending?
  /// The rule in one sentence, as everyone reads it.
  package let rule: @Sendable (Poll) -> Phrase
  /// What a voter may do, in one sentence on the ballot.
  package let ballot: @Sendable (Poll, Scene) -> Phrase
  /// How anybody can count the ballots again with a pencil.
  package let counting: @Sendable (Poll, Scene) -> Phrase

  package init(
    _ method: Poll.Method, _ name: Phrase, purpose: Phrase, spending: Spending? = nil,
    rule: @escaping @Sendable (Poll) -> Phrase,
    ballot: @escaping @Sendable (Poll, Scene) -> Phrase,
    counting: @escaping @Sendable (Poll, Scene) -> Phrase
  ) {
    self.method = method
    self.name = name
    self.purpose = purpose
    self.spending = spending
    self.rule = rule
    self.ballot = ballot
    self.counting = counting
  }

  /// What a voter has to spend, in words.
  package struct Spending: Sendable {
    /// As a label before a number: `Dots each`.
    package let each: Phrase
    /// How much of it is left.
    package let left: @Sendable (_ left: Int, _ of: Int) -> Phrase
    /// How a mark reads beside its option; nil: as the number it is.
    package let mark: (@Sendable (Int) -> Phrase)?

    package init(
      _ each: Phrase, left: @escaping @Sendable (_ left: Int, _ of: Int) -> Phrase,
      mark: (@Sendable (Int) -> Phrase)? = nil
    ) {
      self.each = each
      self.left = left
      self.mark = mark
    }
  }
}

extension Scene {
  /// The words of a method; of one that no feature knows it is only said that it is a vote.
  package func words(of method: Poll.Method) -> VoteMethod {
    features.voteMethods.first { $0.method == method }
      ?? VoteMethod(
        method, "Vote", purpose: "Vote", rule: { _ in "Vote" }, ballot: { _, _ in "Vote" },
        counting: { _, _ in "Vote" })
  }

  /// The methods that somebody can choose; a scale belongs to the check-out.
  package var voteMethods: [VoteMethod] { features.voteMethods.filter { !$0.method.isScale } }
}
