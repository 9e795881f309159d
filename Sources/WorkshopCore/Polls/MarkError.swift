extension Poll {
  /// Why a ballot cannot be cast, or nil when it can.
  ///
  /// - Parameters:
  ///   - reasons: why the voter objects, by option.
  ///   - person: who votes, where that is known: an own idea may be excluded.
  public func objection(
    to marks: [String: Int], reasons: [String: String] = [:], person: CardID? = nil
  ) -> MarkError? {
    let voting = method.voting
    for key in marks.keys.sorted() {
      if let objection = unknown(key, voting) { return objection }
    }
    if let stranger = reasons.keys.filter({ !options.contains($0) }).min() {
      return .unknownOption(stranger)
    }
    if marks.values.contains(where: { $0 < 0 }) { return .negative }
    if settings.own == .refused, let own = ownMarks(in: marks, of: person).first {
      return .ownIdea(own)
    }
    return voting.objection(VotingMethod.Draft(marks: marks, reasons: reasons), rules)
  }

  private func unknown(_ key: String, _ voting: VotingMethod) -> MarkError? {
    guard voting.isKeyed else { return options.contains(key) ? nil : .unknownOption(key) }
    guard let parts = Poll.parts(key), options.contains(parts.option) else {
      return .unknownOption(key)
    }
    return voting.criteria(rules).contains(parts.part) ? nil : .unknownCriterion(parts.part)
  }

  /// The voter's own options among what is marked, sorted.
  func ownMarks(in marks: [String: Int], of person: CardID?) -> [String] {
    guard let person else { return [] }
    let keyed = method.voting.isKeyed
    let options = marks.filter { keyed || $0.value > 0 }.keys.compactMap {
      keyed ? Poll.parts($0)?.option : $0
    }
    return Set(options).filter { authors[$0]?.contains(person) == true }.sorted()
  }

  /// A reason to refuse a ballot.
  public enum MarkError: Equatable, Sendable {
    case unknownOption(String)
    case unknownCriterion(String)
    case negative
    case overCap(Int, cap: Int)
    case overBudget(Int, dots: Int)
    /// The whole sum must be spent.
    case underBudget(Int, dots: Int)
    /// Fewer ticks or places than a ballot must have.
    case tooFew(Int, fewest: Int)
    /// Votes that cost more credits than there are.
    case overCredits(Int, credits: Int)
    /// Two options on one place.
    case placeTwice(Int)
    /// A place is left out although a later one is filled.
    case placeLeftOut(Int)
    /// A score, grade or place outside its range.
    case outOfRange(Int, lowest: Int, highest: Int)
    /// An option is scored on some criteria only.
    case incomplete(String)
    /// An objection without a reason.
    case noReason(String)
    /// A mark on the voter's own idea.
    case ownIdea(String)
    /// For more absent people than the vote allows.
    case tooManyProxies(allowed: Int)
  }
}

extension VotingMethod {
  /// The first parts of the keys of marks.
  func criteria(_ rules: Poll.Rules) -> [String] {
    unit == .difference ? Impact.axes : rules.settings.grid.map(\.id)
  }

  /// A mark outside a range, if there is one.
  static func outside(_ range: ClosedRange<Int>, _ marks: [String: Int]) -> Poll.MarkError? {
    marks.values.filter { !range.contains($0) }.max().map {
      .outOfRange($0, lowest: range.lowerBound, highest: range.upperBound)
    }
  }

  /// Fewer picks than there have to be; a blank ballot abstains.
  static func picked(_ draft: Draft, _ rules: Poll.Rules) -> Poll.MarkError? {
    let picks = draft.marks.values.count { $0 > 0 }
    let fewest = min(rules.settings.fewest ?? 1, rules.options.count)
    return (1..<max(1, fewest)).contains(picks) ? .tooFew(picks, fewest: fewest) : nil
  }

  /// More on one option, or in all, than a voter has.
  static func overspent(_ draft: Draft, _ rules: Poll.Rules) -> Poll.MarkError? {
    if let most = draft.marks.values.max(), most > rules.cap {
      return .overCap(most, cap: rules.cap)
    }
    let spent = sum(draft.marks)  // No overflow: each is at most `cap`.
    return spent > rules.dots ? .overBudget(spent, dots: rules.dots) : nil
  }
}
