extension Poll {
  /// What became of one voter's ballot, for the terminal at which this very voter sits.
  public enum Standing: Equatable, Sendable {
    /// None has come.
    case none
    case counted
    /// It came after the vote was closed; whether an earlier one of the same voter counts.
    case late(earlierCounts: Bool)
    /// The rules, as they stood when it came, did not allow it.
    case refused(MarkError)
  }

  /// How the last ballot of a voter stands; what it says stays here.
  public func standing(of voter: String) -> Standing {
    let last = ballots.last { $0.voter == voter }
    if let refused = refusedBallots.last(where: { $0.voter == voter }),
      last.map({ $0.entry.writer == refused.entry.writer && $0.entry < refused.entry }) ?? true
    {
      return .refused(refused.objection)
    }
    guard let last else { return .none }
    guard lateBallots.contains(where: { $0.entry == last.entry }) else { return .counted }
    return .late(earlierCounts: countedBallots.contains { $0.voter == voter })
  }
}
