// The C library of macOS under the name that the sources call it by, and what it calls otherwise than Linux.
@_exported public import Darwin

extension stat {
  /// When it was changed last.
  public var st_mtim: timespec { st_mtimespec }
}

/// A clock that nobody sets and that counts sleep: on macOS the usual one does.
public let CLOCK_BOOTTIME = CLOCK_MONOTONIC

/// Has what was written reach the disk; `fsync` of macOS stops at the disk's own memory (fcntl(2)).
@discardableResult
public func fdatasync(_ file: Int32) -> Int32 { fcntl(file, F_FULLFSYNC) }

/// The environment, which macOS does not show as a variable.
public var environ: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>! {
  _NSGetEnviron().pointee
}

extension Optional where Wrapped == UnsafeMutableRawPointer {
  /// What a program is to do to its files as it begins is a pointer on macOS, empty at first.
  public init() { self = nil }
}
