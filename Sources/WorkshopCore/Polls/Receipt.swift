/// A short code by which a voter finds the ballot that was given among those that were counted.
///
/// It stands beside that ballot in the list that anybody can count again, and on no other screen than the
/// voter's. It follows from a voter that nobody can guess who does not read the journals.
public enum Receipt {
  /// Five bits a letter; of a thousand ballots two have the same once in two thousand lists.
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

  /// - Returns: `k7f-3m2`; nil where the voter could be guessed: a table, a person, a number on a paper.
  static func of(_ ballot: Ballot) -> String? {
    let isSecret =
      switch ballot.way {
      case .terminal: true
      case .keyboard: ballot.voter.hasPrefix(keyboardPrefix)
      case .paper, .table, .stickers, .hands: false
      }
    guard isSecret else { return nil }
    let digits = Array(Fingerprint.of("receipt", ballot.voter))
    let letters = stride(from: 0, to: 12, by: 2).map { index in
      alphabet[(Int(String(digits[index...index + 1]), radix: 16) ?? 0) % 32]
    }
    return String(letters[0..<3]) + "-" + String(letters[3..<6])
  }

  /// Who votes at a terminal without a slip, in a vote: nobody can tell the terminal from it, nor the
  /// turns at one terminal as such.
  public static func screen(_ login: String, _ turn: Int, in poll: PollID) -> String {
    "screen-" + Fingerprint.of("screen \(poll) \(turn)", login)
  }

  /// What voters at a keyboard that goes round begin with; what follows is random.
  public static let keyboardPrefix = "hand-"

  /// A code as it was typed: capitals, spaces and hyphens do not matter.
  public static func isSame(_ typed: String, _ receipt: String) -> Bool {
    func plain(_ text: String) -> String {
      text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
    return plain(typed) == plain(receipt)
  }
}

extension Poll {
  /// The receipt of a voter's ballot, for the terminal at which this very voter sits.
  public func receipt(of voter: String) -> String? {
    ballots.last { $0.voter == voter }.flatMap(Receipt.of)
  }

  /// How often a voter has given a ballot, for the terminal at which this very voter sits: more than were
  /// given there came from elsewhere.
  public func castings(of voter: String) -> Int { ballots.count { $0.voter == voter } }
}
