/// A bracketed paste while it arrives.
struct PasteBuffer {
  private var bytes: [UInt8] = []
  private var dropped = 0

  /// What ends a paste: ESC [ 201 ~
  private static let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

  /// Takes bytes up to the end of the paste or of what is there. A beginning of the end mark at
  /// the end of the bytes is left for the next time.
  mutating func take(_ more: ArraySlice<UInt8>) -> (taken: Int, ended: Bool) {
    var index = more.startIndex
    while index < more.endIndex {
      if let escape = more[index...].firstIndex(of: 0x1B) {
        keep(more[index..<escape])
        let tail = more[escape...].prefix(Self.end.count)
        if tail.elementsEqual(Self.end) {
          return (escape + Self.end.count - more.startIndex, true)
        }
        if tail.count < Self.end.count, Self.end.starts(with: tail) {
          return (escape - more.startIndex, false)
        }
        keep(more[escape...escape])
        index = escape + 1
      } else {
        keep(more[index...])
        index = more.endIndex
      }
    }
    return (more.count, false)
  }

  /// The paste, and what was dropped from it. Cut between characters, line ends as "\n".
  var keys: [Key] {
    var whole = bytes[...]
    var lost = dropped
    if lost > 0 {
      while let last = whole.last, last & 0xC0 == 0x80 {
        whole.removeLast()
        lost += 1
      }
      if let last = whole.last, last >= 0xC0 {
        whole.removeLast()
        lost += 1
      }
    }
    var lines: [UInt8] = []
    lines.reserveCapacity(whole.count)
    var previous: UInt8 = 0
    for byte in whole {
      defer { previous = byte }
      if byte == 0x0A, previous == 0x0D { continue }
      lines.append(byte == 0x0D ? 0x0A : byte)
    }
    let text = String(decoding: lines, as: UTF8.self)
    return lost > 0 ? [.paste(text), .pasteCut(lost)] : [.paste(text)]
  }

  private mutating func keep(_ more: ArraySlice<UInt8>) {
    let room = max(0, Key.pasteLimit - bytes.count)
    bytes.append(contentsOf: more.prefix(room))
    dropped += max(0, more.count - room)
  }
}
