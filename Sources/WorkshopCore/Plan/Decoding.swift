// The plan is edited by hand: whatever has a sensible default may be left out, and whatever cannot
// work is refused with its reason.

extension KeyedDecodingContainer {
  /// The value under a key, or a default when the key is absent or null.
  func value<T: Decodable>(_ key: Key, default fallback: T) throws -> T {
    try decodeIfPresent(T.self, forKey: key) ?? fallback
  }

  /// A whole number under a key, refused outside its range; nil when the key is absent or null.
  func number(_ key: Key, in range: ClosedRange<Int>) throws -> Int? {
    guard let number = try decodeIfPresent(Int.self, forKey: key) else { return nil }
    guard range.contains(number) else {
      throw refusal(
        of: key, "\(key.stringValue) must lie between \(range.lowerBound) and \(range.upperBound)")
    }
    return number
  }

  /// Whole minutes under a key, at most a day; nil when the key is absent or null.
  func minutes(_ key: Key) throws -> Int? { try number(key, in: 0...1440) }

  /// Whole minutes under a key that must be there.
  func requiredMinutes(_ key: Key) throws -> Int {
    _ = try decode(Int.self, forKey: key)
    return try minutes(key) ?? 0
  }

  /// A time of day under a key, such as `09:00`; nil when the key is absent or null.
  func clockTime(_ key: Key) throws -> String? {
    guard let text = try decodeIfPresent(String.self, forKey: key) else { return nil }
    guard ClockTime(text) != nil else {
      throw refusal(of: key, "\"\(text)\" is not a time such as 09:00")
    }
    return text
  }

  /// Refuses a list in which two things have one id, as when a block was copied and pasted: nobody
  /// could tell which of them an event means.
  func refuseRepeats(_ ids: [String], in key: Key) throws {
    var seen: Set<String> = []
    if let twice = ids.first(where: { !seen.insert($0).inserted }) {
      throw refusal(of: key, "the id \"\(twice)\" stands twice")
    }
  }

  /// The error that says why what stands under a key cannot be used.
  func refusal(of key: Key, _ reason: String) -> DecodingError {
    DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: reason)
  }
}
