/// What can be done about a tie across the cut line, in the order in which it should be tried.
///
/// The list's order is none of them. A tie that is not at the line is shown as a tie.
public enum Remedy: String, Codable, CaseIterable, Sendable {
  /// All of them go on, where that is at most two more than planned.
  case keepAll
  /// The tied alone are voted on again, one dot each.
  case runoff
  /// What more different people marked goes on; needs ballots.
  case moreVoters
  /// Whoever decides chooses, and writes why.
  case decider
  /// Lots are drawn, from a seed that is written down.
  case lot

  /// The most options that come on top of what was planned when all are kept.
  public static let mostExtra = 2

  /// Why a remedy cannot be used.
  public enum RemedyError: Equatable, Sendable {
    case notTied
    /// Keeping all would be so many more than planned.
    case tooMany(extra: Int)
    /// Stickers and hands do not tell how many people stand behind them.
    case needsBallots
    /// As many people marked each of them.
    case votersTied
    case noReason
    case noSeed
    /// What is said to be chosen is not what the remedy gives.
    case wrongChoice
  }
}

/// One step of the ladder: what it would choose, or why it cannot be used.
public struct Rung: Equatable, Sendable {
  public let remedy: Remedy
  /// What goes on above the line; nil where that is yet to be voted, decided or drawn.
  public let chosen: [String]?
  public let objection: Remedy.RemedyError?
}

/// What was done about a tie, by whom and why.
public struct Resolution: Equatable, Sendable {
  public let entry: EntryID
  /// The name of whoever sat at the terminal.
  public let by: String
  public let remedy: Remedy
  /// Of the tied, what goes on.
  public let chosen: [String]
  /// Who decided, where that is somebody else.
  public let who: String?
  public let reason: String?
  public let seed: UInt32?
}

extension Tally {
  /// The remedies for the tie at the cut, each with what it gives; all objected to without a tie.
  public var ladder: [Rung] {
    Remedy.allCases.map { remedy in
      if tied.isEmpty { return Rung(remedy: remedy, chosen: nil, objection: .notTied) }
      switch remedy {
      case .keepAll:
        let extra = tied.count - seats
        return extra <= Remedy.mostExtra
          ? Rung(remedy: remedy, chosen: tied.map(\.option), objection: nil)
          : Rung(remedy: remedy, chosen: nil, objection: .tooMany(extra: extra))
      case .moreVoters:
        if parts.contains(where: { $0.way == .stickers || $0.way == .hands }) {
          return Rung(remedy: remedy, chosen: nil, objection: .needsBallots)
        }
        let chosen = moreVoters
        return Rung(
          remedy: remedy, chosen: chosen, objection: chosen == nil ? .votersTied : nil)
      case .runoff, .decider, .lot: return Rung(remedy: remedy, chosen: nil, objection: nil)
      }
    }
  }

  /// The tied that more different people marked, where that tells enough of them apart.
  private var moreVoters: [String]? {
    let order = tied.sorted { $0.marked > $1.marked }
    guard order.indices.contains(seats), order[seats - 1].marked > order[seats].marked
    else { return nil }
    return order.prefix(seats).map(\.option)
  }

  /// What a lot draws of the tied; the same for the same seed, whatever order they stand in.
  public func lot(seed: UInt32) -> [String] {
    var random = SplitMix64(seed: UInt64(seed))
    return Array(tied.map(\.option).sorted().shuffled(using: &random).prefix(seats))
  }

  /// Why a remedy does not settle the tie; nil when it does.
  public func objection(
    to remedy: Remedy, chosen: [String], reason: String? = nil, seed: UInt32? = nil
  ) -> Remedy.RemedyError? {
    guard let rung = ladder.first(where: { $0.remedy == remedy }) else { return .notTied }
    if let objection = rung.objection { return objection }
    let tied = Set(tied.map(\.option))
    guard Set(chosen).isSubset(of: tied), !chosen.isEmpty, Set(chosen).count == chosen.count
    else { return .wrongChoice }
    switch remedy {
    case .keepAll, .moreVoters:
      return Set(chosen) == Set(rung.chosen ?? []) ? nil : .wrongChoice
    case .runoff: return chosen.count == seats ? nil : .wrongChoice
    case .decider: return reason?.allSatisfy(\.isWhitespace) ?? true ? .noReason : nil
    case .lot:
      guard let seed else { return .noSeed }
      return Set(lot(seed: seed)) == Set(chosen) ? nil : .wrongChoice
    }
  }
}

extension Poll {
  /// The event that opens a run-off: exactly the tied, one dot each; nil before the result is revealed
  /// and without a tie at the cut.
  public var runoff: Event? {
    guard let tally = result, !tally.tied.isEmpty else { return nil }
    return .pollOpened(
      activity: activity, question: question, method: .dots, options: tally.tied.map(\.option),
      dots: 1, cap: 1, winners: tally.seats, settings: nil, runoffOf: id)
  }

  /// The event that notes what was done about the tie; nil where it settles nothing.
  public func resolution(
    _ remedy: Remedy, chosen: [String] = [], who: String? = nil, reason: String? = nil,
    seed: UInt32? = nil
  ) -> Event? {
    guard let tally = result else { return nil }
    let given = tally.ladder.first { $0.remedy == remedy }?.chosen
    let drawn = remedy == .lot ? seed.map(tally.lot) : nil
    let chosen = given ?? drawn ?? chosen
    guard tally.objection(to: remedy, chosen: chosen, reason: reason, seed: seed) == nil
    else { return nil }
    return .tieResolved(
      poll: id, remedy: remedy, chosen: chosen, who: who, reason: reason, seed: seed)
  }
}
