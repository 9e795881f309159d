import Glibc

/// An open folder: everything below it is reached through its descriptor, so that nothing that is
/// renamed above it leads elsewhere.
struct Folder: Sendable {
  let descriptor: Descriptor
  let calls: SystemCalls

  /// Opens the folder at a path, following links: it is the one that somebody asked for.
  static func open(_ path: String, _ calls: SystemCalls) -> Result<Folder, Errno> {
    wrap(calls.open(AT_FDCWD, path, O_RDONLY | O_DIRECTORY, 0), calls)
  }

  /// Opens a folder inside this one, never through a link.
  func folder(_ name: String) -> Result<Folder, Errno> {
    Self.wrap(
      calls.open(descriptor.number, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, 0), calls)
  }

  private static func wrap(_ number: Int32, _ calls: SystemCalls) -> Result<Folder, Errno> {
    number < 0
      ? .failure(Errno(-number)) : .success(Folder(descriptor: Descriptor(number), calls: calls))
  }

  /// Whether people of a group work in it: they may write here, and what is made here is the group's
  /// (setgid), as `chmod 2770` says.
  var isShared: Bool {
    var status = stat()
    return fstat(descriptor.number, &status) == 0 && status.st_mode & 0o2020 == 0o2020
  }

  /// Gives it to a group to work in; nil when that worked.
  func share(with group: gid_t) -> Errno? {
    let number = descriptor.number
    // In this order: a change of the group may take the bits away.
    guard fchown(number, uid_t.max, group) == 0, fchmod(number, 0o2770) == 0 else {
      return Errno(errno)
    }
    return nil
  }

  /// Opens the folder inside this one, making it when it is missing: for its owner alone (0700), or for the
  /// group of a shared one (2770).
  func making(_ name: String) -> Result<(folder: Folder, isNew: Bool), Errno> {
    if case .success(let folder) = folder(name) { return .success((folder, false)) }
    let isNew = mkdirat(descriptor.number, name, 0o700) == 0
    if !isNew, errno != EEXIST { return .failure(Errno(errno)) }
    return folder(name).map { folder in
      if isNew, isShared { fchmod(folder.descriptor.number, 0o2770) }
      return (folder, isNew)
    }
  }

  /// Opens a file, never through a link; one that is made is its owner's alone (0600), or its group's too
  /// (0660) in a shared folder.
  ///
  /// One that must be new is there for a group at once: under another name until the group may open it, lest
  /// somebody is told that they may not.
  func open(_ name: String, _ flags: Int32) -> Result<Descriptor, Errno> {
    if flags & O_EXCL != 0, !name.hasPrefix("."), isShared, status(of: name) == nil {
      let draft = ".\(name).\(Base32.random(12)).tmp"
      return open(draft, flags).flatMap { file in
        put(draft, in: name).map(Result.failure) ?? .success(file)
      }
    }
    let number = calls.open(descriptor.number, name, flags | O_NOFOLLOW, 0o600)
    guard number >= 0 else { return .failure(Errno(-number)) }
    // Of somebody else's file this changes nothing.
    if flags & O_CREAT != 0, isShared { fchmod(number, 0o660) }
    return .success(Descriptor(number))
  }

  /// Opens a regular file to read; never waits, never follows a link, never touches a device.
  func reading(_ name: String) -> Result<Descriptor, Errno> {
    if let status = status(of: name), !status.isRegular {
      return .failure(Errno(status.isLink ? ELOOP : EINVAL))
    }
    return open(name, O_RDONLY | O_NONBLOCK | O_NOCTTY).flatMap { file in
      guard let status = file.status, status.isRegular else { return .failure(Errno(EINVAL)) }
      return .success(file)
    }
  }

  /// The beginning of a small file that somebody else wrote; nil where it cannot be read.
  static func text(_ path: String, _ name: String) -> String? {
    guard case .success(let folder) = open(path, .real),
      case .success(let file) = folder.reading(name),
      case .success(let bytes) = file.contents(limit: 1 << 20)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What a name stands for, links not followed.
  func status(of name: String) -> stat? {
    var status = stat()
    return fstatat(descriptor.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
  }

  func remove(_ name: String) { unlinkat(descriptor.number, name, 0) }

  var mayWrite: Bool { calls.mayWrite(descriptor.number) >= 0 }

  /// Names in it, sorted, at most `most`; nil when it cannot be listed. Bytes that are no UTF-8 become
  /// replacement characters: such names are only ever reported.
  func names(most: Int) -> [String]? {
    let copy = calls.open(descriptor.number, ".", O_RDONLY | O_DIRECTORY, 0)
    guard copy >= 0 else { return nil }
    guard let stream = fdopendir(copy) else {
      close(copy)
      return nil
    }
    defer { closedir(stream) }
    var names: [String] = []
    while names.count < most, let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Writes a file as a whole: readers see the old one or the new one, and it outlives a power cut.
  func replace(_ name: String, with bytes: [UInt8]) -> Errno? {
    switch draft(bytes, for: name) {
    case .failure(let reason): reason
    case .success(let draft): put(draft, in: name) ?? sync()
    }
  }

  /// Writes bytes under a name that nobody reads, safe on the disk; gives back that name.
  func draft(_ bytes: [UInt8], for name: String) -> Result<String, Errno> {
    let draft = ".\(name).\(Base32.random(12)).tmp"
    return open(draft, O_WRONLY | O_CREAT | O_EXCL).flatMap { file in
      let failure = file.write(bytes, calls) ?? Self.failure(calls.fsync(file.number))
      guard let failure else { return .success(draft) }
      remove(draft)
      return .failure(failure)
    }
  }

  /// Gives a draft the name it was written for; it is gone when that fails.
  func put(_ draft: String, in name: String) -> Errno? {
    guard let failure = Self.failure(calls.rename(descriptor.number, draft, name)) else {
      return nil
    }
    remove(draft)
    return failure
  }

  /// Makes names durable, where the file system can do that.
  func sync() -> Errno? { Self.failure(calls.fsync(descriptor.number)) }

  /// The reason in a call's answer, unless the file system merely cannot do this.
  static func failure(_ answer: Int32) -> Errno? {
    guard answer < 0 else { return nil }
    let reason = Errno(-answer)
    return reason.isUnsupported ? nil : reason
  }
}
