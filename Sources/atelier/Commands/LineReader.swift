import Glibc
import Spreadsheets

/// The lines of standard input as they come, in whatever letters they are written.
struct LineReader {
  /// What a line is, once it is decoded.
  enum Line: Equatable {
    case text(String)
    /// No text: a quarter of it or more is NUL, as of UTF-16 and pictures.
    case binary
  }

  private let language: String
  private var buffer: [UInt8] = []
  private var isAtEnd = false

  /// - Parameter language: of the workshop: decides of code pages where nothing in the bytes does.
  init(language: String) {
    self.language = language
  }

  /// The next line; nil at the end.
  mutating func next() -> Line? {
    while true {
      if let end = buffer.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }),
        end + 1 < buffer.count || isAtEnd
          || buffer[end] == 0x0A
      {
        let line = Array(buffer[..<end])
        let isPair = buffer[end] == 0x0D && end + 1 < buffer.count && buffer[end + 1] == 0x0A
        buffer.removeFirst(end + (isPair ? 2 : 1))
        return decoded(line)
      }
      guard !isAtEnd else {
        defer { buffer = [] }
        return buffer.isEmpty ? nil : decoded(buffer)
      }
      fill()
    }
  }

  private mutating func fill() {
    var block = [UInt8](repeating: 0, count: 65_536)
    let count = read(0, &block, block.count)
    if count < 0, errno == EINTR { return }
    if count <= 0 { isAtEnd = true } else { buffer += block[..<count] }
  }

  private func decoded(_ bytes: [UInt8]) -> Line {
    guard bytes.count(where: { $0 == 0 }) * 4 < max(1, bytes.count) else { return .binary }
    let encoding = SheetEncoding(of: bytes, asked: nil, language: language)
    return .text(encoding.text(of: bytes))
  }
}
