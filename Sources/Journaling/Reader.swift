import Glibc

/// Reads what is new in the journals, line by line, each byte once.
struct Reader: Sendable {
  /// How far a journal was read.
  private struct Source: Sendable {
    var identity: FileIdentity
    var offset = 0
    var lines = 0
    /// Within a line that is too long: everything up to the next newline is passed over.
    var isSkipping = false
    /// Bytes after the last newline.
    var tail = 0
  }

  private var sources: [String: Source] = [:]
  private static let chunk = 1 << 20

  /// Names of journals whose last line has no newline.
  var unfinished: [String] { sources.filter { $0.value.tail > 0 }.keys.sorted() }

  /// Reads on in a journal and hands each whole line, without its newline, to `take` with its number.
  mutating func read(
    _ name: String, in folder: Folder, _ findings: inout Findings,
    _ take: (UnsafeRawBufferPointer, Int, inout Findings) -> Void
  ) {
    if let source = sources[name], let status = folder.status(of: name), status.isRegular,
      status.identity == source.identity,
      Int(status.st_size) == source.offset + source.tail
    {
      return
    }
    let file: Descriptor
    switch folder.reading(name) {
    case .success(let opened): file = opened
    case .failure(let reason):
      if reason.number == ENOENT { return }
      let isNoFile = [ELOOP, EINVAL, ENXIO, EISDIR].contains(reason.number)
      findings.add(Diagnostic(name, isNoFile ? .notAFile : .unreadable(errno: reason.number)))
      return
    }
    guard let status = file.status else { return }
    let size = Int(status.st_size)
    var source = sources[name] ?? Source(identity: status.identity)
    if source.identity != status.identity || size < source.offset {
      source = Source(identity: status.identity)
    }
    // A second name would let a file outside be read. One that we knew before it got its second name
    // (a backup by hard links) goes on being read.
    if status.st_nlink > 1, sources[name] == nil {
      findings.add(Diagnostic(name, .hardLink))
      return
    }
    let end = min(size, Limit.file.most)
    if size > end { findings.add(Diagnostic(name, .over(.file))) }
    if end > source.offset { Self.read(file, name, &source, upTo: end, &findings, take) }
    sources[name] = source
  }

  private static func read(
    _ file: Descriptor, _ name: String, _ source: inout Source, upTo end: Int,
    _ findings: inout Findings,
    _ take: (UnsafeRawBufferPointer, Int, inout Findings) -> Void
  ) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: min(chunk, end - source.offset), alignment: 16)
    defer { buffer.deallocate() }
    while source.offset < end {
      let wanted = min(buffer.count, end - source.offset)
      let count = pread(file.number, buffer.baseAddress, wanted, off_t(source.offset))
      if count < 0, errno == EINTR { continue }
      if count < 0 { findings.add(Diagnostic(name, .unreadable(errno: errno))) }
      if count <= 0 { return }
      let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      let used = split(bytes, &source) { line, number in
        if line.isEmpty { return }
        take(line, number, &findings)
      }
      let rest = count - used
      source.tail = rest
      source.offset += used
      if rest > Limit.line.most {
        if !source.isSkipping {
          findings.add(
            Diagnostic(
              name, line: source.lines + 1, .refused(.tooLong)))
        }
        source.isSkipping = true
        source.offset += rest
        source.tail = 0
      } else if used == 0 {
        return
      }
    }
  }

  /// Cuts bytes at newlines; the number of bytes used up, through the last newline.
  private static func split(
    _ bytes: UnsafeRawBufferPointer, _ source: inout Source,
    _ take: (UnsafeRawBufferPointer, Int) -> Void
  ) -> Int {
    var start = 0
    guard let base = bytes.baseAddress else { return 0 }
    while start < bytes.count, let found = memchr(base + start, 10, bytes.count - start) {
      let end = UnsafeRawPointer(found) - base
      source.lines += 1
      if source.isSkipping {
        source.isSkipping = false
      } else {
        var line = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
        // Somebody's editor ended the line its own way.
        if line.last == 13 { line = UnsafeRawBufferPointer(rebasing: line.dropLast()) }
        take(line, source.lines)
      }
      start = end + 1
    }
    return start
  }
}
