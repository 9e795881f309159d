import Foundation

/// A journal's file name: `YYYYMMDD-user-xxxxxxxxxxxx.jsonl`, or Syncthing's copy of one.
enum JournalName {
  /// A new name; the user's name is reduced to ASCII letters and digits.
  static func make(date: String, by: String, unique: String) -> String {
    let plain = by.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars
      .filter { isLetter($0.value) || isDigit($0.value) }
      .prefix(24)
    let user = plain.isEmpty ? "anon" : String(String.UnicodeScalarView(plain))
    return "\(date)-\(user)-\(unique).jsonl"
  }

  /// Whether a file of this name is read as a journal.
  static func accepts(_ name: String) -> Bool {
    var stem = Substring(name)
    guard name.utf8.count <= 128, stem.hasSuffix(".jsonl") else { return false }
    stem.removeLast(6)
    if let range = stem.range(of: ".sync-conflict-") {
      guard isConflict(stem[range.upperBound...]) else { return false }
      stem = stem[..<range.lowerBound]
    }
    let parts = stem.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return false }
    return parts[0].utf8.count == 8 && parts[0].utf8.allSatisfy { isDigit(UInt32($0)) }
      && (1...24).contains(parts[1].utf8.count) && parts[1].utf8.allSatisfy(isPlain)
      && parts[2].utf8.count == 12 && parts[2].utf8.allSatisfy(isPlain)
  }

  /// The name without what Syncthing, or `conflict`, put into it: copies of one journal share it.
  static func stem(_ name: String) -> Substring {
    name.range(of: ".sync-conflict-").map { name[..<$0.lowerBound] } ?? name.dropLast(6)
  }

  /// A name beside an accepted one, for other bytes of the same journal.
  ///
  /// Made of the bytes' hash, so that the same bytes get the same name on every machine and a second
  /// time; it looks like Syncthing's, as older versions of the program then read it too.
  static func conflict(of name: String, hash: UInt64) -> String {
    let stem = stem(name)
    let time = String(hash % 1_000_000)
    let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    let mark = String((0..<7).map { letters[Int(hash >> (24 + 5 * $0) & 31)] })
    let pad = String(repeating: "0", count: 6 - time.count)
    return "\(stem).sync-conflict-\(stem.prefix(8))-\(pad)\(time)-\(mark).jsonl"
  }

  /// `YYYYMMDD-HHMMSS-XXXXXXX`
  private static func isConflict(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [8, 6, 7]
      && parts[0].utf8.allSatisfy { isDigit(UInt32($0)) }
      && parts[1].utf8.allSatisfy { isDigit(UInt32($0)) }
      && parts[2].utf8.allSatisfy { (0x41...0x5A).contains($0) || isDigit(UInt32($0)) }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    isLetter(UInt32(byte)) || isDigit(UInt32(byte))
  }
  private static func isLetter(_ value: UInt32) -> Bool { (0x61...0x7A).contains(value) }
  private static func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) }
}
