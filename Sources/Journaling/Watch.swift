import Glibc

extension Watch {
  /// What happened since the last look.
  struct News {
    /// Names in `journal/` that changed.
    var names: Set<String> = []
    /// More happened than can be told, or `journal/` itself changed.
    var isFull = false
    /// `workshop.json` or another file at the top changed.
    var isTop = false
  }
}

#if canImport(Darwin)
  /// Tells which names changed in the workshop directory, where the kernel can tell.
  ///
  /// It sees nothing that another machine did over a network file system; the look once a second does.
  ///
  /// A kernel queue (kqueue(2)) knows files and no names: that something in a folder came or went, and which
  /// of the open journals grew.
  struct Watch: Sendable {
    let descriptor: Descriptor?
    private let root: Descriptor?
    private var journals: Descriptor?
    private var watched: FileIdentity?
    /// The journals that are held open to be watched, by their descriptors.
    private var files: [UInt: (name: String, file: Descriptor)] = [:]
    /// A journal more than can be held open: then only the looks see it.
    private var hasMore = false

    /// A program may have 256 files open where nobody asked for more.
    private static let mostFiles = 64
    private static let changes = UInt32(
      NOTE_WRITE | NOTE_EXTEND | NOTE_ATTRIB | NOTE_DELETE | NOTE_RENAME | NOTE_REVOKE)
    private static let ends = UInt32(NOTE_DELETE | NOTE_RENAME | NOTE_REVOKE)

    init(_ path: String) {
      let number = kqueue()
      descriptor = number < 0 ? nil : Descriptor(number)
      if let descriptor { _ = fcntl(descriptor.number, F_SETFD, FD_CLOEXEC) }
      root = Self.opened(path, O_DIRECTORY)
      if let root { add(root) }
    }

    /// Whether changes in `journal/` are being told.
    var isWatching: Bool { journals != nil && !hasMore }

    /// Watches the folder with the journals, again when it is another one than before, and what came into it.
    mutating func follow(_ path: String, _ identity: FileIdentity?) {
      if identity != watched || journals == nil {
        watched = identity
        files = [:]
        journals = identity == nil ? nil : Self.opened(path, O_DIRECTORY | O_NOFOLLOW)
        if let journals { add(journals) }
      }
      guard journals != nil, case .success(let folder) = Folder.open(path, .real) else { return }
      let known = Set(files.values.map(\.name))
      let names = (folder.names(most: Limit.files.most) ?? []).filter(JournalName.accepts)
      hasMore = names.count > Self.mostFiles
      for name in names where !known.contains(name) && files.count < Self.mostFiles {
        guard let file = Self.opened(path + "/" + name, O_NOFOLLOW | O_NONBLOCK) else { continue }
        files[UInt(file.number)] = (name, file)
        add(file)
      }
    }

    /// Takes everything that is waiting; never waits itself.
    mutating func drain() -> News {
      var news = News()
      guard let descriptor else { return news }
      var events: [kevent] = Array(repeating: kevent(), count: 64)
      var now = timespec()
      while case let count = kevent(descriptor.number, nil, 0, &events, 64, &now), count > 0 {
        for event in events[..<Int(count)] { take(event, &news) }
      }
      return news
    }

    private mutating func take(_ event: kevent, _ news: inout News) {
      let isOver = event.fflags & Self.ends != 0
      if let file = files[event.ident] {
        news.names.insert(file.name)
        if isOver {
          files[event.ident] = nil
          news.isFull = true
        }
      } else if journals.map({ UInt($0.number) }) == event.ident {
        news.isFull = true
        if isOver { (journals, watched, files) = (nil, nil, [:]) }
      } else {
        (news.isFull, news.isTop) = (true, true)
      }
    }

    /// Opens a place for its events alone (`O_EVTONLY`): what it lies on can still be taken away.
    private static func opened(_ path: String, _ flags: Int32) -> Descriptor? {
      let number = open(path, O_EVTONLY | O_CLOEXEC | flags)
      return number < 0 ? nil : Descriptor(number)
    }

    private func add(_ place: Descriptor) {
      guard let descriptor else { return }
      var change = kevent(
        ident: UInt(place.number), filter: Int16(EVFILT_VNODE), flags: UInt16(EV_ADD | EV_CLEAR),
        fflags: Self.changes, data: 0, udata: nil)
      _ = kevent(descriptor.number, &change, 1, nil, 0, nil)
    }
  }
#else
  /// Tells which names changed in the workshop directory, where the kernel can tell.
  ///
  /// It sees nothing that another machine did over a network file system; the look once a second does.
  struct Watch: Sendable {
    let descriptor: Descriptor?
    private var root: Int32 = -1
    private var journals: Int32 = -1
    private var watched: FileIdentity?

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
#endif
