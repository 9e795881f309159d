extension Poll {
  /// The options in the order in which one ballot shows them.
  ///
  /// Drawn for each voter, and the same each time, so that being first on the list helps nobody. The
  /// numbers that are typed are always those of `options`.
  public func order(forVoter voter: String) -> [String] {
    var random = SplitMix64(seed: SplitMix64.mark("\(id)/\(voter)"))
    return options.shuffled(using: &random)
  }
}
