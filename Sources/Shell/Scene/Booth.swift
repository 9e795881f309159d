import CCrypt
package import WorkshopCore
import WorkshopQueries

/// Where a voter sits: whose ballot this terminal gives.
///
/// With a slip's code the ballot is the code's, at whatever terminal it is typed. Where no slips were
/// printed each turn at a terminal is one voter: a turn ends when the next person is called.
package struct Booth: Equatable, Sendable {
  /// The code of a slip.
  package var token: Token?
  /// The slip of that code; nil for one that the first version printed.
  package var slip: Slip?
  /// This login, from which neither the computer nor the person can be told; who votes here without a code.
  let login: String
  /// How many people voted at this terminal before.
  private var turn = 0
  /// Which ballot for an absent person is at hand, from 1; 0: the voter's own.
  package var proxy = 0
  /// The code as it is being typed, of a slip or of a receipt.
  package var line = Line()
  /// A ballot that was given is asked for: it is shown only to whoever proves that it is theirs.
  package var asksProof = false
  /// How many ballots of this voter there were in each vote, once one was given here: more come from
  /// elsewhere.
  package var given: [PollID: Int] = [:]

  package init(token: Token? = nil, slip: Slip? = nil, login: String) {
    self.token = token
    self.slip = slip
    self.login = login
  }

  /// Who casts the ballot in a vote.
  package func voter(in poll: PollID) -> String {
    proxy > 0 ? Proxy.voter(proxy, of: giver(in: poll)) : giver(in: poll)
  }

  /// Who sits here, whomever the ballot at hand is for.
  package func giver(in poll: PollID) -> String {
    slip?.voter(in: poll) ?? token?.voter(in: poll) ?? Receipt.screen(login, turn, in: poll)
  }

  /// What unfinished marks are found by, never the code itself; nil without a code: whoever comes next may
  /// be somebody else.
  package var key: String? { slip?.mark ?? token?.mark }

  /// The next person votes here: nothing of this one's is left.
  ///
  /// - Parameter isTaken: whether a voter has given a ballot already.
  package mutating func endTurn(while isTaken: (Booth) -> Bool) {
    (token, slip, line, asksProof, given, proxy) = (nil, nil, Line(), false, [:], 0)
    repeat { turn += 1 } while turn < Self.mostTurns && isTaken(self)
  }

  /// More people than ever vote at one terminal.
  private static let mostTurns = 10_000
}

extension Token {
  /// What a code looks like.
  package static let example = "k7f3m-2q9x4"

  /// The slip of this code, where it was printed for a workshop.
  package func slip(in workshop: Workshop) -> Slip? {
    Slip(self, in: workshop, hash: SlowHash.of)
  }
}

/// The hash that the system keeps passwords by (crypt(3)): salted, and slow on purpose.
package enum SlowHash {
  /// The settings of a hash with a salt of its own; nil where this system has none.
  package static func freshSettings() -> String? {
    crypt_gensalt(nil, 0, nil, 0).map { String(cString: $0) }
  }

  /// Settings and hash of a text in one; nil where this system does not know the settings.
  ///
  /// One thread at a time: the system's function keeps its answer in a place of its own.
  package static func of(_ text: String, _ settings: String) -> String? {
    guard let answer = crypt(text, settings).map({ String(cString: $0) }), !answer.hasPrefix("*")
    else { return nil }
    return answer
  }
}
