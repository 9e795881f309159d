extension Poll {
  /// Why the settings cannot be changed so; nil when they can.
  ///
  /// What somebody has already spent is never taken away from under them
  /// (https://github.com/ParabolInc/parabol/pull/3707).
  public func refusal(
    changing dots: Int? = nil, cap: Int? = nil, winners: Int? = nil
  ) -> ChangeRefusal? {
    guard isOpen else { return .closed }
    if dots != nil || cap != nil, !method.asks(.dots) { return .nothingToSpend }
    let (newDots, newCap) = (dots ?? self.dots, cap ?? min(self.cap, dots ?? self.dots))
    if dots != nil, !(1...Poll.mostDots).contains(newDots) { return .outOfRange(Poll.mostDots) }
    if cap != nil, !(1...newDots).contains(newCap) { return .outOfRange(newDots) }
    if let winners, !(0...1000).contains(winners) { return .outOfRange(1000) }
    let marks = countedBallots.map(\.marks)
    if let most = marks.map(method.voting.cost).max(), most > newDots { return .spent(most) }
    if let most = marks.compactMap({ $0.values.max() }).max(), most > newCap {
      return .placed(most)
    }
    return nil
  }

  /// A reason to refuse a change of settings.
  public enum ChangeRefusal: Equatable, Sendable {
    case closed
    /// The method has no dots or the like.
    case nothingToSpend
    /// From 1 to this.
    case outOfRange(Int)
    /// Somebody has already spent so much.
    case spent(Int)
    /// Somebody has already put so much on one option.
    case placed(Int)
  }
}
