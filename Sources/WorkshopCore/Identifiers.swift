/// The id of a card, zone, board or poll that was made live: the text of the entry that made it.
///
/// What the plan declares has a short id that somebody chose, such as `ideas` or `opening`; what the
/// room makes is identified by its entry (`k7f3m2q9x4tc-12`), so that no two terminals ever collide.
public typealias CardID = String
public typealias ZoneID = String
public typealias BoardID = String
public typealias PollID = String
public typealias ActivityID = String

/// The identity of an entry: who wrote it and which of the writer's entries it is.
///
/// Two entries of one id are one entry. Order is by writer, then by number, and serves only to break
/// ties between equal stamps.
public struct EntryID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 60 random bits in base32, drawn at each start of a process.
  public let writer: String
  /// Counts the writer's entries from 1.
  public let sequence: Int

  public init(writer: String, sequence: Int) {
    self.writer = writer
    self.sequence = sequence
  }

  /// Reads `writer-sequence`; nil when it is anything else.
  ///
  /// An id has one spelling (no `-07`, no `-+7`), for two spellings would make two ids of one entry.
  public init?(_ text: String) {
    guard let dash = text.utf8.lastIndex(of: UInt8(ascii: "-")), dash != text.startIndex,
      case let digits = text.utf8[text.utf8.index(after: dash)...], let first = digits.first,
      first != UInt8(ascii: "0"),
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let sequence = Int(text[text.utf8.index(after: dash)...])
    else { return nil }
    self.init(writer: String(text[..<dash]), sequence: sequence)
  }

  public var description: String { "\(writer)-\(sequence)" }

  public static func < (a: EntryID, b: EntryID) -> Bool {
    a.writer == b.writer ? a.sequence < b.sequence : a.writer < b.writer
  }
}

extension EntryID: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let id = EntryID(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an entry id")
    }
    self = id
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
