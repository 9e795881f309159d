/// Where the lines of a text begin, so that many places are found quickly.
struct LineStarts {
  private let bytes: [UInt8]
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = [0] + bytes.indices.filter { bytes[$0] == 10 }.map { $0 + 1 }
  }

  /// Line and column of a byte, both from 1; columns in characters.
  func place(of offset: Int) -> (line: Int, column: Int) {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let line = Array(bytes[starts[low]..<bytes.count].prefix(offset - starts[low]))
    return (low + 1, JSONText.place(of: line.count, in: line).column)
  }
}
