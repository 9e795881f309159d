internal import CMemory
internal import Glibc

/// Where curses writes: the terminal, or, while a frame is drawn, memory, so that the terminal gets the
/// frame in one piece. Curses by itself writes at each move of its cursor, some thirty times a frame.
struct FrameOutput {
  /// What curses is opened on; nil: standard output.
  let stream: UnsafeMutablePointer<FILE>?
  /// A file without a name; negative where there is none: each piece goes out as curses writes it.
  private let memory: Int32

  init() {
    let own = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    let opened = own < 0 ? nil : fdopen(own, "w")
    stream = opened
    memory = opened == nil ? -1 : cm_file()
  }

  /// Sends what curses writes during some work, with a text before and one after it; nothing where curses
  /// writes nothing.
  func send(between ends: (before: String, after: String), _ draw: () -> Void) {
    let own = stream.map { fileno($0) } ?? -1
    guard memory >= 0, Self.point(own, at: memory) else {
      Screen.send(ends.before)
      draw()
      return Screen.send(ends.after)
    }
    draw()
    _ = Self.point(own, at: STDOUT_FILENO)
    let count = max(0, lseek(memory, 0, SEEK_CUR))
    let drawn = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(memory, buffer.baseAddress, buffer.count, 0))
    }
    lseek(memory, 0, SEEK_SET)
    guard !drawn.isEmpty else { return }
    Screen.send(Array(ends.before.utf8) + drawn + Array(ends.after.utf8))
  }

  /// Makes a descriptor mean another file; no child gets it.
  private static func point(_ descriptor: Int32, at other: Int32) -> Bool {
    dup2(other, descriptor) == descriptor && fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0
  }
}
