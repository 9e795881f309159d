import FoundationEssentials
import WorkshopCore

/// A journal's file name: `YYYYMMDD-user-xxxxxxxxxxxx.jsonl`, or that of a copy of one.
enum JournalName {
  /// A new name; the user's name is reduced to ASCII letters and digits.
  static func make(date: String, by: String, unique: String) -> String {
    let plain = Fold.plain(by).unicodeScalars
      .filter { isLetter($0.value) || isDigit($0.value) }
      .prefix(24)
    let user = plain.isEmpty ? "anon" : String(String.UnicodeScalarView(plain))
    return "\(date)-\(user)-\(unique).jsonl"
  }

  /// A person's name as it goes into entries: one line, at most 64 characters and 256 bytes.
  static func author(_ text: String) -> String {
    let printable = text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
    var name = String(String(String.UnicodeScalarView(printable)).prefix(64))
    while name.utf8.count > 256 { name.removeLast() }
    return name
  }

  /// Whether a file of this name is read as a journal.
  ///
  /// Copies that tools make which carry files between computers keep the beginning of the name and the
  /// ending, and put something between: `.sync-conflict-…`, ` (conflicted copy …)`, `-HOST`, ` (1)`.
  /// Entries are identified, so that a second copy of them is harmless.
  static func accepts(_ name: String) -> Bool {
    guard name.utf8.count <= 200, name.hasSuffix(".jsonl") else { return false }
    let mark = name.utf8.dropFirst(stem(name).utf8.count).dropLast(6)
    guard !stem(name).isEmpty else { return false }
    return mark.first.map { !isPlain($0) } ?? true
      && !mark.contains { $0 < 0x20 || $0 == 0x7F }
  }

  /// The name without its ending and without what marks a copy: copies of one journal share it. Empty
  /// where a name does not begin as a journal's does.
  static func stem(_ name: String) -> Substring {
    let parts = name.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 8,
      parts[0].utf8.allSatisfy({ isDigit(UInt32($0)) }),
      (1...24).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy(isPlain),
      case let unique = parts[2].utf8.prefix(12), unique.count == 12, unique.allSatisfy(isPlain)
    else { return "" }
    return name[..<unique.endIndex]
  }

  /// A name beside an accepted one, for other bytes of the same journal.
  ///
  /// Made of the bytes' hash, so that the same bytes get the same name on every machine and a second
  /// time; it looks like Syncthing's, as older versions of the program then read it too.
  static func conflict(of name: String, hash: UInt64) -> String {
    let stem = stem(name)
    let time = String(hash % 1_000_000)
    let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    let mark = String(
      (0..<7).map { (place: UInt64) -> Character in
        let bits: UInt64 = (hash >> (24 + 5 * place)) & 31
        return letters[Int(bits)]
      })
    let pad = String(repeating: "0", count: 6 - time.count)
    return "\(stem).sync-conflict-\(stem.prefix(8))-\(pad)\(time)-\(mark).jsonl"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    isLetter(UInt32(byte)) || isDigit(UInt32(byte))
  }
  private static func isLetter(_ value: UInt32) -> Bool { (0x61...0x7A).contains(value) }
  private static func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) }
}
