import Glibc

/// The system calls whose failure matters, as values.
///
/// Each returns what the kernel does: zero or more, or a negative `errno`. They are values so that a
/// test can fail the Nth call of a kind; the program only ever uses `real`.
struct SystemCalls: Sendable {
  var open: @Sendable (_ folder: Int32, _ name: String, _ flags: Int32, _ mode: mode_t) -> Int32
  var write: @Sendable (_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int
  var fdatasync: @Sendable (_ file: Int32) -> Int32
  var fsync: @Sendable (_ file: Int32) -> Int32
  /// Renames within one folder.
  var rename: @Sendable (_ folder: Int32, _ from: String, _ to: String) -> Int32
  /// Whether a folder may be written to.
  var mayWrite: @Sendable (_ folder: Int32) -> Int32

  static let real = SystemCalls(
    open: { folder, name, flags, mode in
      answer { openat(folder, name, flags | O_CLOEXEC, mode) }
    },
    write: { file, bytes in
      while true {
        let count = Glibc.write(file, bytes.baseAddress, bytes.count)
        if count >= 0 { return count }
        if errno != EINTR { return -Int(errno) }
      }
    },
    fdatasync: { file in answer { Glibc.fdatasync(file) } },
    fsync: { file in answer { Glibc.fsync(file) } },
    rename: { folder, from, to in answer { renameat(folder, from, folder, to) } },
    mayWrite: { folder in answer { faccessat(folder, ".", W_OK, 0) } })

  /// Runs a call, again when a signal interrupted it.
  private static func answer(_ call: () -> Int32) -> Int32 {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { return -errno }
    }
  }
}
