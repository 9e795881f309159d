import Journaling

/// A ZIP file whose members are stored as they are, which every reader of ZIP files takes (APPNOTE 6.3.10,
/// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT).
struct StoredZip {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  init(_ members: [(name: String, text: String)]) {
    for member in members { add(member.name, Array(member.text.utf8)) }
    let (start, length) = (bytes.count, directory.count)
    bytes += directory
    bytes += Self.number(0x0605_4b50, 4) + Self.number(0, 4)
    bytes += Self.number(count, 2) + Self.number(count, 2)
    bytes += Self.number(length, 4) + Self.number(start, 4) + Self.number(0, 2)
  }

  private mutating func add(_ name: String, _ content: [UInt8]) {
    let start = bytes.count
    let name = Array(name.utf8)
    let sum = content.withUnsafeBytes { Int(Checksum.crc32($0)) }
    // Version 2.0, no flags, no compression, midnight of 1 January 1980.
    let common =
      Self.number(20, 2) + Self.number(0, 4) + Self.number(0x0021_0000, 4) + Self.number(sum, 4)
      + Self.number(content.count, 4) + Self.number(content.count, 4) + Self.number(name.count, 2)
      + Self.number(0, 2)
    bytes += Self.number(0x0403_4b50, 4) + common + name + content
    directory += Self.number(0x0201_4b50, 4) + Self.number(20, 2) + common + Self.number(0, 6)
    directory += Self.number(0, 4) + Self.number(start, 4) + name
    count += 1
  }

  /// So many bytes, the lowest first.
  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
