import FoundationEssentials
import WorkshopCore

/// An entry as one line of a journal.
///
/// `{"v":1,"id":…,"t":…,"at":…,"by":…,"a":…,"e":{…},"c":"…"}`, keys in this order; `a` is the writer's
/// count of the first entry of the same act, where it is another one; `c` is the CRC-32 of the bytes before
/// `,"c":`. A line written by hand may lack both.
enum EntryLine {
  /// The version of the shape that this program writes.
  static let version = 1
  /// Bytes that everything but the event may take.
  static let envelope = 1_024

  /// The event alone, with sorted keys so that the same event always gives the same bytes.
  static func json(_ event: Event) -> [UInt8]? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(event)).map { [UInt8]($0) }
  }

  /// The whole line, its newline included.
  static func bytes(
    id: EntryID, stamp: Stamp, at: String, by: String, act: Int? = nil, event: [UInt8]
  ) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let name = (try? encoder.encode(by)).map { [UInt8]($0) } ?? Array("\"\"".utf8)
    var line = Array(
      "{\"v\":\(version),\"id\":\"\(id)\",\"t\":\"\(stamp)\",\"at\":\"\(at)\",\"by\":".utf8)
    line.reserveCapacity(line.count + name.count + event.count + 24)
    line += name
    if let act, act != id.sequence { line += Array(",\"a\":\(act)".utf8) }
    line += Array(",\"e\":".utf8)
    line += event
    let sum = line.withUnsafeBytes(Checksum.crc32)
    line += Array(",\"c\":\"\(Checksum.hex(sum))\"}\n".utf8)
    return line
  }

  /// What a line turned out to be.
  enum Reading {
    case entry(Decoded)
    case refused(LineError)
  }

  /// A line that could be read.
  struct Decoded {
    let entry: Entry
    let version: Int
    let sum: Sum
    /// The check sum does not fit.
    var isDamaged: Bool { sum == .wrong }
    /// The name of an event that this version does not know, or cannot read.
    let unknown: String?
    /// Orders lines that claim the same id; the least one stands, on every machine alike.
    let rank: UInt64
  }

  /// What stands at the end of a line.
  enum Sum: Sendable { case fitting, wrong, none }

  static func read(_ line: UnsafeRawBufferPointer) -> Reading {
    if let entry = PlainLine.entry(line) {
      let sum = sum(of: line, claims: true)
      return .entry(
        Decoded(
          entry: entry, version: version, sum: sum, unknown: nil,
          rank: rank(line, isDamaged: sum == .wrong)))
    }
    return readAny(line)
  }

  /// Reads a line of any shape that can be understood: written by hand, by another version, or rare.
  static func readAny(_ line: UnsafeRawBufferPointer) -> Reading {
    if let refusal = LineScan.refusal(of: line) { return .refused(refusal) }
    let data = Data(line)
    guard let wire = try? JSONDecoder().decode(Wire.self, from: data), wire.v > 0,
      let id = EntryID(wire.id), isPlain(id.writer), let stamp = Stamp(wire.t)
    else { return .refused(.notAnEntry) }
    let sum = self.sum(of: line, claims: wire.hasSum)
    return .entry(
      Decoded(
        entry: Entry(
          id: id, stamp: stamp, at: wire.at ?? "", by: wire.by ?? "", event: wire.event,
          act: wire.a),
        version: wire.v, sum: sum, unknown: wire.event == nil ? wire.name ?? "" : nil,
        rank: rank(line, isDamaged: sum == .wrong)))
  }

  /// Whole lines stand before damaged ones; otherwise by a hash of the bytes.
  static func rank(_ line: UnsafeRawBufferPointer, isDamaged: Bool) -> UInt64 {
    Checksum.fnv(line) >> 1 | (isDamaged ? damagedRank : 0)
  }

  /// The bit of a rank that damaged lines have.
  static let damagedRank: UInt64 = 1 << 63

  /// Writers' names go into ids, which go everywhere: nothing but plain characters.
  private static func isPlain(_ writer: String) -> Bool {
    (1...32).contains(writer.utf8.count)
      && writer.utf8.allSatisfy(isPlain)
  }

  static func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  /// A sum in its place must fit; one in another place or shape counts as wrong.
  private static func sum(of line: UnsafeRawBufferPointer, claims: Bool) -> Sum {
    guard hasSum(line) else { return claims ? .wrong : .none }
    let start = line.count - 16
    let sum = Checksum.crc32(UnsafeRawBufferPointer(rebasing: line[..<start]))
    let fits = Checksum.hex(sum).utf8.elementsEqual(line[(start + 6)..<(start + 14)])
    return fits ? .fitting : .wrong
  }

  /// Whether a line ends as one with a check sum does: `,"c":"` with eight characters and `"}`.
  static func hasSum(_ line: UnsafeRawBufferPointer) -> Bool {
    let key: StaticString = ",\"c\":\""
    let start = line.count - 16
    guard start > 0, line[line.count - 2] == UInt8(ascii: "\"") else { return false }
    return (0..<6).allSatisfy { line[start + $0] == key.utf8Start[$0] }
  }

  /// The line's JSON. An event that cannot be decoded leaves `event` nil.
  private struct Wire: Decodable {
    let v: Int
    let id: String
    let t: String
    let at: String?
    let by: String?
    let a: Int?
    let event: Event?
    /// The event's first key, when it could not be decoded.
    let name: String?
    let hasSum: Bool

    private enum CodingKeys: String, CodingKey { case v, id, t, at, by, a, e, c }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      v = try container.decode(Int.self, forKey: .v)
      id = try container.decode(String.self, forKey: .id)
      t = try container.decode(String.self, forKey: .t)
      at = try? container.decodeIfPresent(String.self, forKey: .at)
      by = try? container.decodeIfPresent(String.self, forKey: .by)
      a = try? container.decodeIfPresent(Int.self, forKey: .a)
      event = try? container.decode(Event.self, forKey: .e)
      name = event == nil ? try container.decode(Name.self, forKey: .e).text : nil
      hasSum = container.contains(.c)
    }
  }

  /// The first key of an object.
  private struct Name: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      text = try decoder.container(keyedBy: AnyKey.self).allKeys.map(\.stringValue).min() ?? ""
    }
  }

  private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
