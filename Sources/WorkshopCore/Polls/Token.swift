/// What stands on a slip and gives one ballot in each vote.
///
/// Ten characters of Crockford's alphabet, fifty random bits, in two groups: `k7f3m-2q9x4`. The token
/// itself is written nowhere but on the slip. A journal knows its `mark`, which tells that a token is
/// one of those printed, and in each vote a `voter` of its own, from which neither the token nor the
/// same person's ballot in another vote can be read.
public struct Token: Hashable, Sendable, CustomStringConvertible {
  private let letters: String

  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
  private static let length = 10

  /// Draws a token.
  public static func draw(using random: inout some RandomNumberGenerator) -> Token {
    Token(letters: String((0..<length).map { _ in alphabet[Int(random.next() & 31)] }))
  }

  private init(letters: String) { self.letters = letters }

  /// Reads what somebody typed off a slip: capitals, spaces and hyphens do not matter, nor letters that
  /// look like digits; nil when it can be no token.
  public init?(_ typed: String) {
    let alike: [Character: Character] = ["o": "0", "i": "1", "l": "1"]
    let letters = typed.lowercased().filter { $0 != "-" && $0 != " " }.map { alike[$0] ?? $0 }
    guard letters.count == Self.length, letters.allSatisfy(Self.alphabet.contains)
    else { return nil }
    self.letters = String(letters)
  }

  public var description: String { "\(letters.prefix(5))-\(letters.suffix(5))" }

  /// What is written down when the slip is printed (`tokensIssued`): 20 hexadecimal digits.
  public var mark: String { trace("slip") }

  /// Who casts this token's ballot in a vote: 20 hexadecimal digits.
  public func voter(in poll: PollID) -> String { trace("poll " + poll) }

  private func trace(_ purpose: String) -> String {
    String(SHA256.hex("atelier \(purpose) \(letters)").prefix(20))
  }
}

extension Workshop {
  /// How many slips were printed for this workshop.
  public var slips: Int { tokens.count }

  /// Whether a token stands on a slip that was printed for this workshop.
  public func knows(_ token: Token) -> Bool { tokens.contains(token.mark) }
}
