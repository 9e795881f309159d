/// A point on the hybrid clock: milliseconds since 1970 (UTC) and a counter for what falls together.
///
/// Written as twelve and four hexadecimal digits (`01a206f36a03-0000`), it sorts as text. Entries are
/// ordered by stamp, then by id, on every machine alike.
public struct Stamp: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 48 bits: good until the year 10889.
  public let milliseconds: Int64
  public let counter: UInt16

  public init(milliseconds: Int64, counter: UInt16 = 0) {
    self.milliseconds = max(0, min(milliseconds, Self.largest))
    self.counter = counter
  }

  /// Reads `hhhhhhhhhhhh-hhhh` in lower case; nil when it is anything else, for a second spelling
  /// would not sort as text.
  public init?(_ text: String) {
    var text = text
    guard let stamp = text.withUTF8({ Stamp(hex: UnsafeRawBufferPointer($0)) }) else { return nil }
    self = stamp
  }

  /// The same from its bytes.
  package init?(hex bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 17, bytes[12] == UInt8(ascii: "-") else { return nil }
    var value: UInt64 = 0
    for index in 0..<17 where index != 12 {
      switch bytes[index] {
      case let byte where byte >= 0x30 && byte <= 0x39: value = value << 4 | UInt64(byte - 0x30)
      case let byte where byte >= 0x61 && byte <= 0x66: value = value << 4 | UInt64(byte - 0x57)
      default: return nil
      }
    }
    self.init(milliseconds: Int64(value >> 16), counter: UInt16(value & 0xFFFF))
  }

  public var description: String {
    Self.hex(UInt64(milliseconds), digits: 12) + "-" + Self.hex(UInt64(counter), digits: 4)
  }

  public static func < (a: Stamp, b: Stamp) -> Bool {
    a.milliseconds == b.milliseconds
      ? a.counter < b.counter : a.milliseconds < b.milliseconds
  }

  private static let largest: Int64 = (1 << 48) - 1

  private static func hex(_ value: UInt64, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

extension Stamp: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let stamp = Stamp(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a stamp")
    }
    self = stamp
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// Hands out stamps that never go back, whatever the machine's clock does.
///
/// After Kulkarni and others, "Logical Physical Clocks" (2014): a stamp is later than every stamp this
/// process wrote or saw, and as near to the wall clock as that allows.
public struct HybridClock: Sendable {
  /// The latest stamp written or seen.
  public private(set) var latest: Stamp

  public init(latest: Stamp = Stamp(milliseconds: 0)) { self.latest = latest }

  /// The next stamp at a wall clock of `now` milliseconds; at the end of time, the last one again.
  public mutating func tick(now: Int64) -> Stamp {
    let wall = Stamp(milliseconds: now)
    if wall.milliseconds > latest.milliseconds {
      latest = wall
    } else if latest.counter < .max {
      latest = Stamp(milliseconds: latest.milliseconds, counter: latest.counter + 1)
    } else {
      latest = max(latest, Stamp(milliseconds: latest.milliseconds + 1))
    }
    return latest
  }

  /// Takes note of somebody else's stamp, so that what we write next sorts after it.
  public mutating func observe(_ stamp: Stamp) { latest = max(latest, stamp) }
}
