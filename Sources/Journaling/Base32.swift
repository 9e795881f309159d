/// Random names in Crockford's alphabet, lower case: no i, l, o or u to mistake.
enum Base32 {
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

  /// So many characters of five random bits each.
  static func random(_ count: Int) -> String {
    var generator = SystemRandomNumberGenerator()
    return String((0..<count).map { _ in alphabet[Int(generator.next() & 31)] })
  }
}
