import Glibc

/// Tells which names changed in the workshop directory, where the kernel can tell.
///
/// It sees nothing that another machine did over a network file system; the look once a second does.
struct Watch: Sendable {
  let descriptor: Descriptor?
  private var root: Int32 = -1
  private var journals: Int32 = -1
  private var watched: FileIdentity?

  /// What happened since the last look.
  struct News {
    /// Names in `journal/` that changed.
    var names: Set<String> = []
    /// More happened than can be told, or `journal/` itself changed.
    var isFull = false
    /// `workshop.json` or another file at the top changed.
    var isTop = false
  }

  private static let mask = UInt32(
    IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ATTRIB)

  init(_ path: String) {
    let number = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    descriptor = number < 0 ? nil : Descriptor(number)
    guard let descriptor else { return }
    let mask = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_MOVED_FROM)
    root = inotify_add_watch(descriptor.number, path, mask | UInt32(IN_ONLYDIR))
  }

  /// Whether changes in `journal/` are being told.
  var isWatching: Bool { journals >= 0 }

  /// Watches the folder with the journals, again when it is another one than before.
  mutating func follow(_ path: String, _ identity: FileIdentity?) {
    guard let descriptor, identity != watched else { return }
    if journals >= 0 { inotify_rm_watch(descriptor.number, journals) }
    watched = identity
    journals =
      identity == nil
      ? -1
      : inotify_add_watch(
        descriptor.number, path, Self.mask | UInt32(IN_ONLYDIR) | UInt32(IN_DONT_FOLLOW))
  }

  /// Takes everything that is waiting; never waits itself.
  mutating func drain() -> News {
    var news = News()
    guard let descriptor else { return news }
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = buffer.withUnsafeMutableBytes {
        read(descriptor.number, $0.baseAddress, $0.count)
      }
      if count <= 0 { return news }
      buffer.withUnsafeBytes {
        take(UnsafeRawBufferPointer(rebasing: $0[..<count]), &news)
      }
    }
  }

  private mutating func take(_ bytes: UnsafeRawBufferPointer, _ news: inout News) {
    let head = 16
    var start = 0
    while start + head <= bytes.count {
      let watch = bytes.loadUnaligned(fromByteOffset: start, as: Int32.self)
      let mask = bytes.loadUnaligned(fromByteOffset: start + 4, as: UInt32.self)
      let length = Int(bytes.loadUnaligned(fromByteOffset: start + 12, as: UInt32.self))
      let end = min(bytes.count, start + head + length)
      let name = bytes[(start + head)..<end].prefix { $0 != 0 }
      if mask & UInt32(IN_Q_OVERFLOW) != 0 {
        news.isFull = true
        news.isTop = true
      } else if watch == journals {
        if mask & UInt32(IN_IGNORED) != 0 {
          journals = -1
          watched = nil
          news.isFull = true
        } else {
          news.names.insert(String(decoding: name, as: UTF8.self))
        }
      } else if watch == root {
        if name.elementsEqual("journal".utf8) { news.isFull = true } else { news.isTop = true }
      }
      start = end
    }
  }
}
