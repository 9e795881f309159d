/// What stands on a slip and gives one ballot in each vote.
///
/// Ten characters of Crockford's alphabet, fifty random bits, in two groups: `k7f3m-2q9x4`. The token
/// itself is written nowhere but on the slip. A journal knows the mark of its `Slip`, from which the token
/// cannot be read.
public struct Token: Hashable, Sendable, CustomStringConvertible {
  /// As they are hashed, without the hyphen.
  public let letters: String

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

  /// What the first version wrote down of a slip (`tokensIssued`): 20 hexadecimal digits.
  public var mark: String { trace("slip") }

  /// Who casts this token's ballot in a vote by the first version: 20 hexadecimal digits.
  public func voter(in poll: PollID) -> String { trace("poll " + poll) }

  private func trace(_ purpose: String) -> String { Fingerprint.of(purpose, letters) }
}

/// A hash by which something is found again that cannot be read from it.
public enum Fingerprint {
  /// - Returns: 20 hexadecimal digits.
  public static func of(_ purpose: String, _ text: String) -> String {
    String(SHA256.hex("atelier \(purpose) \(text)").prefix(20))
  }
}

/// A slip that was printed, as the journal knows it.
///
/// Its mark is a slow, salted hash of the token, as systems keep of passwords: `setting` and hash in one
/// text that begins with `$`. Whoever reads it tries fifty bits at some hundredths of a second each.
public struct Slip: Hashable, Sendable {
  public let mark: String

  /// A slip of a token, if it was printed for a workshop.
  ///
  /// - Parameter hash: the slow hash of a text with the setting that a mark begins with; nil where this
  ///   computer does not know it.
  public init?(
    _ token: Token, in workshop: Workshop,
    hash: (_ text: String, _ setting: String) -> String?
  ) {
    for setting in Set(workshop.tokens.compactMap(Self.setting)) {
      guard let mark = hash(token.letters, setting), workshop.tokens.contains(mark) else {
        continue
      }
      self.mark = mark
      return
    }
    return nil
  }

  /// Who casts this slip's ballot in a vote. It follows from the mark, so that every reader can tell
  /// whether a ballot belongs to a slip that was printed.
  public func voter(in poll: PollID) -> String { Self.voter(mark, in: poll) }

  static func voter(_ mark: String, in poll: PollID) -> String {
    "slip-" + Fingerprint.of("ballot " + poll, mark)
  }

  /// Whether a mark is one of a slip, and not of the first version.
  static func isMark(_ mark: String) -> Bool { mark.hasPrefix("$") }

  /// All that stands before the hash itself: what it is made with.
  private static func setting(_ mark: String) -> String? {
    guard isMark(mark), let last = mark.lastIndex(of: "$") else { return nil }
    return String(mark[..<last])
  }
}

extension Workshop {
  /// How many slips were printed for this workshop.
  public var slips: Int { tokens.count }

  /// Whether a token stands on a slip that the first version printed for this workshop.
  public func knows(_ token: Token) -> Bool { tokens.contains(token.mark) }
}
