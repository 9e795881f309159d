/// Ballots that a voter gives for people who are absent: as many as the vote allows, each apart from the
/// voter's own.
public enum Proxy {
  private static let mark: Character = "+"

  /// Who casts a voter's ballot for an absent person.
  ///
  /// - Parameter number: the first is 1.
  public static func voter(_ number: Int, of voter: String) -> String { "\(voter)\(mark)\(number)" }

  /// Which of a voter's ballots for others this is, from 1; nil for the voter's own.
  static func number(in voter: String) -> Int? {
    voter.lastIndex(of: mark).flatMap { Int(voter[voter.index(after: $0)...]) }
  }

  /// The voter who gives a ballot, whomever it is for.
  static func giver(of voter: String) -> String {
    number(in: voter) == nil
      ? voter : String(voter[..<(voter.lastIndex(of: mark) ?? voter.endIndex)])
  }
}

extension Ballot {
  /// Which of its giver's ballots for absent people this is, from 1; nil for an own one. Only terminals give
  /// such ballots: elsewhere a voter may be called anything.
  var proxy: Int? { way == .terminal ? Proxy.number(in: voter) : nil }
}

extension Poll {
  /// Why a ballot for somebody absent may not be given; nil for a voter's own, and within what the vote
  /// allows.
  func proxyObjection(to ballot: Ballot) -> MarkError? {
    let allowed = settings.proxies ?? 0
    guard let number = ballot.proxy, number < 1 || number > allowed else { return nil }
    return .tooManyProxies(allowed: allowed)
  }

  /// The number of the ballot for an absent person that a voter can still give; nil when no more are
  /// allowed.
  public func nextProxy(of voter: String) -> Int? {
    (1..<1 + (settings.proxies ?? 0)).first {
      standing(of: Proxy.voter($0, of: voter)) == .none
    }
  }
}
