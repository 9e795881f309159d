import Glibc

/// An open file descriptor, closed when nobody holds it any more.
final class Descriptor: Sendable {
  let number: Int32

  init(_ number: Int32) { self.number = number }
  deinit { close(number) }

  /// Kind, size and identity of what is open; nil when the kernel refuses.
  var status: stat? {
    var status = stat()
    return fstat(number, &status) == 0 ? status : nil
  }

  /// Sets when the file was read and changed last, in seconds since 1970, where the file system lets us.
  func date(_ seconds: Int) {
    let time = timespec(tv_sec: seconds, tv_nsec: 0)
    futimens(number, [time, time])
  }

  /// Everything from the start up to `limit` bytes; negative `errno` on failure.
  func contents(limit: Int) -> Result<[UInt8], Errno> {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < limit {
      let offset = off_t(bytes.count)
      let count = chunk.withUnsafeMutableBytes { pread(number, $0.baseAddress, $0.count, offset) }
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        return .failure(Errno(errno))
      }
      bytes += chunk[..<count]
    }
    if bytes.count > limit { bytes.removeLast(bytes.count - limit) }
    return .success(bytes)
  }

  /// Writes all bytes; nil when that worked.
  func write(_ bytes: [UInt8], _ calls: SystemCalls) -> Errno? {
    Self.write(bytes, to: number, calls)
  }

  /// The same to a descriptor that is somebody else's to close.
  static func write(_ bytes: [UInt8], to number: Int32, _ calls: SystemCalls) -> Errno? {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        calls.write(number, UnsafeRawBufferPointer(rebasing: $0[done...]))
      }
      if count == -Int(EAGAIN) {
        var one = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
        poll(&one, 1, -1)
        continue
      }
      if count < 0 { return Errno(Int32(-count)) }
      if count == 0 { return Errno(EIO) }
      done += count
    }
    return nil
  }
}

/// What the kernel gave as the reason.
struct Errno: Error, Hashable, Sendable {
  let number: Int32
  init(_ number: Int32) { self.number = number }

  /// A file system that cannot do this at all, rather than one that failed to.
  var isUnsupported: Bool { number == EINVAL || number == ENOSYS || number == ENOTSUP }
}

extension stat {
  var isRegular: Bool { (st_mode & S_IFMT) == S_IFREG }
  var isFolder: Bool { (st_mode & S_IFMT) == S_IFDIR }
  /// What it is, where it is no regular file.
  var fileKind: JournalError.FileKind {
    switch st_mode & S_IFMT {
    case S_IFDIR: .folder
    case S_IFLNK: .link
    case S_IFIFO: .pipe
    case S_IFSOCK: .socket
    default: .device
    }
  }

  var isLink: Bool { (st_mode & S_IFMT) == S_IFLNK }
  /// Which file this is, whatever its name.
  var identity: FileIdentity {
    FileIdentity(device: UInt64(truncatingIfNeeded: st_dev), inode: UInt64(st_ino))
  }
}

/// What is known of a file without opening it: what was looked at is not read again before this changes.
struct FileMark: Hashable, Sendable {
  private let identity: FileIdentity
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  init(_ status: stat) {
    identity = status.identity
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}

/// A file, whatever its name.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64
}
