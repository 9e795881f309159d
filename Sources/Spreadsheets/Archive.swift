import CMemory
import Glibc

/// A ZIP file's members, read by `unzip -p`: nothing is written to a disk, neither the file, which the
/// other program reads from memory, nor what is in it.
struct Archive: ~Copyable {
  private let file: Int32

  /// The most bytes of one member: what a list of tens of thousands of people takes. More is a file made
  /// to fill a machine.
  static let mostBytes = 64 << 20
  /// The longest that one member may take, in seconds.
  static let mostSeconds = 10

  init(_ bytes: [UInt8]) throws(SheetError) {
    file = cm_file()
    guard file >= 0 else { throw .damaged }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw .damaged }
      rest = rest.dropFirst(count)
    }
  }

  deinit { Glibc.close(file) }

  /// A member's bytes; nil where there is none of that name.
  func member(_ name: String) throws(SheetError) -> [UInt8]? {
    // What unzip would take for an option or a pattern is no name that a spreadsheet has.
    guard !name.isEmpty, !name.hasPrefix("-"),
      name.utf8.allSatisfy({ byte in
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
          || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
          || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "/._- ".utf8.contains(byte)
      })
    else { return nil }
    // A password that is given is not asked for at the terminal.
    return try output(of: ["unzip", "-p", "-C", "-P", "none", "/dev/fd/0", name])
  }

  /// What a program prints that has the file as its standard input; nil where it says that nothing matches.
  private func output(of words: [String]) throws(SheetError) -> [UInt8]? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .damaged }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { Glibc.close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Where opening it again is no more than another name of this one, it is read from here.
    lseek(file, 0, SEEK_SET)
    posix_spawn_file_actions_adddup2(&actions, file, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var child = pid_t()
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    let failed = posix_spawnp(&child, words[0], &actions, nil, &arguments, environ)
    Glibc.close(ends[1])
    guard failed == 0 else { throw failed == ENOENT ? .noUnzip : .damaged }
    let bytes = Self.read(ends[0])
    // It may still be writing what nobody reads.
    if bytes == nil { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard let bytes else { throw .tooLarge }
    let code = (status >> 8) & 0xFF
    guard status & 0x7F == 0 else { throw .damaged }
    switch code {
    case 0, 1: return bytes
    case 11: return nil
    case 127: throw .noUnzip
    default: throw .damaged
    }
  }

  /// Everything up to the end; nil when it is more, or takes longer, than it may.
  private static func read(_ end: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let last = ContinuousClock.now + .seconds(mostSeconds)
    while true {
      let left = (last - .now).components
      let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
      var waiting = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
      guard milliseconds > 0 else { return nil }
      let ready = poll(&waiting, 1, Int32(milliseconds))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return nil }
      let count = Glibc.read(end, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= mostBytes else { return nil }
    }
  }
}
