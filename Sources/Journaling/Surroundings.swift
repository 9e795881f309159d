import Glibc

/// What a workshop directory lies on, and what carries it to other machines: whether that is set up so that
/// others' words arrive while they are wanted.
public struct Surroundings: Sendable {
  /// A setting that makes words late, or lose their way.
  public enum Hurt: Hashable, Sendable {
    /// Mounted with sshfs, without options that it needs.
    case sshfs(missing: [String])
    /// What others write is looked at late; the options that help.
    case remembers(type: String, options: String)
    /// A file is carried over once it is closed, and journals are open all day.
    case closesFirst(type: String)
    /// Syncthing waits for so many seconds before it looks.
    case syncDelay(seconds: Int)
    /// Syncthing looks at the whole folder now and then only.
    case syncUnwatched
    /// The directory is part of a larger Syncthing folder, whose own list of exceptions counts.
    case syncWithin(folder: String)
    /// Syncthing does not carry the list of exceptions over, and here there is none.
    case syncEverything

    /// English with `{}` for each argument.
    var message: (key: String, arguments: [String]) {
      switch self {
      case .sshfs(let missing):
        (
          "mounted over ssh without {}: others' words come late, or not at all after a cut; atelier share prints the line",
          [missing.joined(separator: ", ")]
        )
      case .remembers(let type, let options):
        (
          "others' words come late on this file system: {}. Mount it with the options {}",
          [type, options]
        )
      case .closesFirst(let type):
        (
          "a file is carried over when it is closed, and others see nothing while a terminal is open: {}",
          [type]
        )
      case .syncDelay(let seconds):
        (
          "Syncthing waits {} s before it looks. The setting: {}",
          [String(seconds), #"fsWatcherDelayS="1""#]
        )
      case .syncUnwatched:
        ("Syncthing does not watch this folder. The setting: {}", [#"fsWatcherEnabled="true""#])
      case .syncWithin(let folder):
        (
          "the Syncthing folder is {}, and {} counts there alone: share this directory by itself, or copy the lines",
          [folder, ".stignore"]
        )
      case .syncEverything:
        (
          "Syncthing does not carry {} over, and here is none: atelier share prints it",
          [".stignore"]
        )
      }
    }
  }

  public let hurts: [Hurt]

  init(of directory: Directory) {
    var path = directory.root
    if let real = realpath(path, nil) {
      path = String(cString: real)
      free(real)
    }
    let mount = Mount.around(path, in: Mount.table)
    hurts =
      (mount.map { Self.hurts(of: $0, command: $0.command) } ?? [])
      + Self.configurations.flatMap { Self.hurts(ofSyncthing: $0, at: path) }
  }

  var findings: [Diagnostic] { hurts.map { Diagnostic(".", .surroundings($0)) } }

  /// - Parameter command: the words of the command that mounted it; nil where nobody knows.
  static func hurts(of mount: Mount, command: [String]?) -> [Hurt] {
    switch mount.type {
    case "fuse.sshfs":
      guard let given = command?.joined(separator: ",").split(separator: ",") else { return [] }
      let options = Set(given.map(String.init))
      let missing = [
        (["dir_cache=no", "cache=no"], "dir_cache=no"), (["reconnect"], "reconnect"),
      ].filter { options.isDisjoint(with: $0.0) }.map(\.1)
      return missing.isEmpty ? [] : [.sshfs(missing: missing)]
    case "nfs", "nfs4":
      if mount.options.contains("noac") || mount.number("acdirmax").map({ $0 <= 1 }) == true {
        return []
      }
      return [.remembers(type: mount.type, options: "actimeo=1")]
    case "cifs", "smb3":
      let isLate = mount.options.contains("cache=loose") || mount.number("actimeo") ?? 1 > 1
      return isLate ? [.remembers(type: mount.type, options: "cache=strict,actimeo=1")] : []
    case let type where Self.uploading.contains(type): return [.closesFirst(type: type)]
    default: return []
    }
  }

  /// File systems over stores that take whole files.
  private static let uploading: Set<String> = [
    "davfs", "fuse.davfs", "fuse.gcsfuse", "fuse.google-drive-ocamlfuse", "fuse.onedriver",
    "fuse.rclone", "fuse.s3fs",
  ]

  /// What Syncthing's configuration says of the folder that a path is or lies in.
  ///
  /// Attributes and defaults as in https://docs.syncthing.net/users/config.html: the watcher is on and waits
  /// for ten seconds.
  static func hurts(ofSyncthing configuration: String, at path: String) -> [Hurt] {
    for part in configuration.split(separator: "<folder", omittingEmptySubsequences: false)
      .dropFirst()
    {
      // `<folders` begins no folder, and a defaults' one has no path.
      let tag = part.prefix { $0 != ">" }
      guard var folder = attribute("path", of: tag) else { continue }
      if folder.hasPrefix("~/"), let home = getenv("HOME") {
        folder = String(cString: home) + folder.dropFirst()
      }
      if folder.hasSuffix("/") { folder.removeLast() }
      guard path == folder || path.hasPrefix(folder + "/") else { continue }
      var hurts: [Hurt] = []
      let delay = attribute("fsWatcherDelayS", of: tag).flatMap { Double($0) } ?? 10
      if attribute("fsWatcherEnabled", of: tag) == "false" {
        hurts.append(.syncUnwatched)
      } else if delay > 1 {
        hurts.append(.syncDelay(seconds: Int(min(delay, 1e6).rounded())))
      }
      if path != folder {
        hurts.append(.syncWithin(folder: folder))
      } else if access(folder + "/.stignore", F_OK) != 0 {
        hurts.append(.syncEverything)
      }
      return hurts
    }
    return []
  }

  private static func attribute(_ name: String, of tag: Substring) -> String? {
    let parts = tag.split(separator: " \(name)=\"", maxSplits: 1, omittingEmptySubsequences: false)
    let value =
      parts.count > 1 ? parts[1] : nil
    return value.map { text in
      [
        ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"),
        ("&amp;", "&"),
      ]
      .reduce(String(text.prefix { $0 != "\"" })) { text, pair in
        text.split(separator: pair.0, omittingEmptySubsequences: false).joined(separator: pair.1)
      }
    }
  }

  /// Where Syncthing keeps its configuration, now and before version 1.27.
  private static var configurations: [String] {
    let home = getenv("HOME").map { String(cString: $0) } ?? ""
    let state = getenv("XDG_STATE_HOME").map { String(cString: $0) } ?? home + "/.local/state"
    let old = getenv("XDG_CONFIG_HOME").map { String(cString: $0) } ?? home + "/.config"
    return [state, old].compactMap { Folder.text($0 + "/syncthing", "config.xml") }
  }
}
