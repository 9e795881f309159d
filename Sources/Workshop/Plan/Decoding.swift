// The plan is edited by hand: whatever has a sensible default may be left out.

extension KeyedDecodingContainer {
  /// The value under a key, or a default when the key is absent or null.
  func value<T: Decodable>(_ key: Key, default fallback: T) throws -> T {
    try decodeIfPresent(T.self, forKey: key) ?? fallback
  }
}
