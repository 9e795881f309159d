import WorkshopCore

/// Reads a line of the shape that this program writes, at once and without a general decoder.
///
/// Nearly every line is such. Whatever is unusual of one, a key in another place, an escape that is no plain
/// one, an event that is rare, gives nil: then the general decoder has it. What is read here, it would read
/// the same.
struct PlainLine {
  private let bytes: UnsafeRawBufferPointer
  private var at = 0

  private init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// A line's entry; nil where it must be looked at more closely. It ends in a check sum, right or wrong.
  static func entry(_ line: UnsafeRawBufferPointer) -> Entry? {
    guard line.count <= Limit.line.most, EntryLine.hasSum(line), line.last == UInt8(ascii: "}"),
      line[(line.count - 10)..<(line.count - 2)].allSatisfy(isHex)
    else { return nil }
    var reader = PlainLine(UnsafeRawBufferPointer(rebasing: line.dropLast(16)))
    return reader.entry()
  }

  /// The id in such a line, without reading on.
  static func id(_ line: UnsafeRawBufferPointer) -> EntryID? {
    var reader = PlainLine(line)
    return reader.skip("{\"v\":1,\"id\":") ? reader.id() : nil
  }

  private mutating func entry() -> Entry? {
    guard skip("{\"v\":1,\"id\":"), let id = id(), skip(",\"t\":"), let stamp = stamp(),
      skip(",\"at\":"), let at = text(), skip(",\"by\":"), let by = text()
    else { return nil }
    var act: Int?
    if skip(",\"a\":") {
      guard let number = number() else { return nil }
      act = number
    }
    guard skip(",\"e\":{"), let event = event(), skip("}"), self.at == bytes.count else {
      return nil
    }
    return Entry(id: id, stamp: stamp, at: at, by: by, event: event, act: act)
  }

  // MARK: Events

  /// A value of an event.
  private enum Value {
    case text(String)
    case number(Int)
    case flag(Bool)
    case texts([String: String])
    case numbers([String: Int])
    case list([String])
  }

  /// The values of an event, taken out one by one.
  private struct Members {
    private var all: [(key: String, value: Value)] = []
    /// One that was asked for is of another type.
    private var isOdd = false

    /// Whether all were asked for and are what was asked for.
    var isDone: Bool { all.isEmpty && !isOdd }

    /// False where the key is there already.
    mutating func add(_ key: String, _ value: Value) -> Bool {
      if all.contains(where: { $0.key == key }) { return false }
      all.append((key, value))
      return true
    }

    private mutating func take<Type>(_ key: String, _ read: (Value) -> Type?) -> Type? {
      guard let index = all.firstIndex(where: { $0.key == key }) else { return nil }
      let value = read(all.remove(at: index).value)
      if value == nil { isOdd = true }
      return value
    }

    mutating func text(_ key: String) -> String? {
      take(key) { if case .text(let text) = $0 { text } else { nil } }
    }

    mutating func flag(_ key: String) -> Bool? {
      take(key) { if case .flag(let flag) = $0 { flag } else { nil } }
    }

    mutating func id(_ key: String) -> EntryID? {
      take(key) { if case .text(let text) = $0 { EntryID(text) } else { nil } }
    }

    mutating func texts(_ key: String) -> [String: String]? {
      take(key) { if case .texts(let texts) = $0 { texts } else { nil } }
    }

    mutating func numbers(_ key: String) -> [String: Int]? {
      take(key) {
        switch $0 {
        case .numbers(let numbers): numbers
        case .texts(let texts) where texts.isEmpty: [:]
        default: nil
        }
      }
    }

    mutating func ids(_ key: String) -> [EntryID]? {
      take(key) {
        guard case .list(let texts) = $0, case let ids = texts.compactMap({ EntryID($0) }),
          ids.count == texts.count
        else { return nil }
        return ids
      }
    }
  }

  /// The events of which a day has many; what stands between the braces of `e`.
  private mutating func event() -> Event? {
    guard let name = text(), skip(":"), var members = members(),
      let event = Self.event(name, &members), members.isDone
    else { return nil }
    return event
  }

  private static func event(_ name: String, _ members: inout Members) -> Event? {
    switch name {
    case "cardAdded":
      guard let board = members.text("board"), let text = members.text("text") else { return nil }
      return .cardAdded(board: board, text: text, fields: members.texts("fields"))
    case "fieldSet":
      guard let card = members.text("card"), let field = members.text("field"),
        let value = members.text("value")
      else { return nil }
      return .fieldSet(card: card, field: field, value: value, over: members.id("over"))
    case "fieldsSet":
      guard let field = members.text("field"), let values = members.texts("values") else {
        return nil
      }
      return .fieldsSet(field: field, values: values)
    case "cardBinned": return members.text("card").map { .cardBinned(card: $0) }
    case "cardRestored": return members.text("card").map { .cardRestored(card: $0) }
    case "voiceAdded": return members.text("card").map { .voiceAdded(card: $0) }
    case "memberAdded", "memberRemoved":
      guard let card = members.text("card"), let set = members.text("set"),
        let member = members.text("member")
      else { return nil }
      if name == "memberAdded" { return .memberAdded(card: card, set: set, member: member) }
      guard let over = members.ids("over") else { return nil }
      return .memberRemoved(card: card, set: set, member: member, over: over)
    case "zoneAdded":
      guard let board = members.text("board"), let title = members.text("title") else { return nil }
      return .zoneAdded(board: board, title: title)
    case "ballotCast":
      guard let poll = members.text("poll"), let voter = members.text("voter"),
        let marks = members.numbers("marks")
      else { return nil }
      let way = members.text("way")
      let known = way.flatMap { Ballot.Way(rawValue: $0) }
      guard way == nil || known != nil else { return nil }
      return .ballotCast(
        poll: poll, voter: voter, marks: marks, way: known, person: members.text("person"),
        reasons: members.texts("reasons"))
    case "readied":
      guard let activity = members.text("activity"), let ready = members.flag("ready") else {
        return nil
      }
      return .readied(activity: activity, ready: ready)
    case "reverted": return members.id("entry").map { .reverted(entry: $0) }
    default: return nil
    }
  }

  private mutating func members() -> Members? {
    var members = Members()
    guard skip("{") else { return nil }
    if skip("}") { return members }
    repeat {
      guard let key = text(), skip(":"), let value = value(), members.add(key, value) else {
        return nil
      }
    } while skip(",")
    return skip("}") ? members : nil
  }

  private mutating func value() -> Value? {
    switch peek {
    case UInt8(ascii: "\""): return text().map(Value.text)
    case UInt8(ascii: "{"): return map()
    case UInt8(ascii: "["): return list()
    case UInt8(ascii: "t"): return skip("true") ? .flag(true) : nil
    case UInt8(ascii: "f"): return skip("false") ? .flag(false) : nil
    default: return number().map(Value.number)
    }
  }

  private mutating func map() -> Value? {
    at += 1
    if skip("}") { return .texts([:]) }
    var (texts, numbers): ([String: String], [String: Int]) = ([:], [:])
    repeat {
      guard let key = text(), skip(":"), texts[key] == nil, numbers[key] == nil else { return nil }
      if peek == UInt8(ascii: "\"") { texts[key] = text() } else { numbers[key] = number() }
      guard texts[key] != nil || numbers[key] != nil else { return nil }
    } while skip(",")
    guard skip("}"), texts.isEmpty || numbers.isEmpty else { return nil }
    return numbers.isEmpty ? .texts(texts) : .numbers(numbers)
  }

  private mutating func list() -> Value? {
    at += 1
    if skip("]") { return .list([]) }
    var texts: [String] = []
    repeat {
      guard let text = text() else { return nil }
      texts.append(text)
    } while skip(",")
    return skip("]") ? .list(texts) : nil
  }

  // MARK: Bytes

  private var peek: UInt8 { at < bytes.count ? bytes[at] : 0 }

  private mutating func skip(_ expected: StaticString) -> Bool {
    let count = expected.utf8CodeUnitCount
    guard bytes.count - at >= count else { return false }
    for index in 0..<count where bytes[at + index] != expected.utf8Start[index] { return false }
    at += count
    return true
  }

  /// `"writer-sequence"`, as `EntryID` reads it, with a writer of plain characters.
  private mutating func id() -> EntryID? {
    guard peek == UInt8(ascii: "\"") else { return nil }
    let start = at + 1
    var end = start
    while end < bytes.count, EntryLine.isPlain(bytes[end]) { end += 1 }
    var dash = end
    var sequence = 0
    var unit = 1
    while dash > start, end - dash < 10, Self.isDigit(bytes[dash - 1]) {
      dash -= 1
      sequence += Int(bytes[dash] - UInt8(ascii: "0")) * unit
      unit *= 10
    }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\""), dash < end,
      bytes[dash] != UInt8(ascii: "0"), bytes[dash - 1] == UInt8(ascii: "-"),
      (1...32).contains(dash - 1 - start)
    else { return nil }
    at = end + 1
    let writer = String(decoding: bytes[start..<(dash - 1)], as: UTF8.self)
    return EntryID(writer: writer, sequence: sequence)
  }

  private mutating func stamp() -> Stamp? {
    guard bytes.count - at >= 19, peek == UInt8(ascii: "\""),
      bytes[at + 18] == UInt8(ascii: "\""),
      let stamp = Stamp(hex: UnsafeRawBufferPointer(rebasing: bytes[(at + 1)..<(at + 18)]))
    else { return nil }
    at += 19
    return stamp
  }

  private mutating func number() -> Int? {
    let isNegative = skip("-")
    let start = at
    var number = 0
    while at - start < 10, Self.isDigit(peek) {
      number = number * 10 + Int(bytes[at] - UInt8(ascii: "0"))
      at += 1
    }
    guard at > start, !Self.isDigit(peek), bytes[start] != UInt8(ascii: "0") || at == start + 1,
      peek == UInt8(ascii: ",") || peek == UInt8(ascii: "}"), !isNegative || number > 0
    else { return nil }
    return isNegative ? -number : number
  }

  /// A text with its quotes.
  private mutating func text() -> String? {
    guard peek == UInt8(ascii: "\"") else { return nil }
    let start = at + 1
    var end = start
    var isASCII = true
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: "\"") {
        at = end + 1
        let plain = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
        return isASCII
          ? String(decoding: plain, as: UTF8.self) : String(validating: plain, as: UTF8.self)
      }
      if byte < 0x20 { return nil }
      if byte == UInt8(ascii: "\\") { return escapedText(from: start, to: end) }
      if byte >= 0x80 { isASCII = false }
      end += 1
    }
    return nil
  }

  /// The same with line ends, quotes and backslashes in it.
  private mutating func escapedText(from start: Int, to first: Int) -> String? {
    var text = [UInt8](bytes[start..<first])
    var index = first
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        at = index + 1
        return String(validating: text, as: UTF8.self)
      }
      if byte < 0x20 { return nil }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        index += 1
        continue
      }
      guard index + 1 < bytes.count else { return nil }
      switch bytes[index + 1] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(bytes[index + 1])
      case UInt8(ascii: "n"): text.append(10)
      case UInt8(ascii: "t"): text.append(9)
      default: return nil
      }
      index += 2
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isHex(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x66).contains(byte)
  }
}
