import Glibc

/// A file system as the kernel has it in place (proc(5), mountinfo).
struct Mount: Equatable, Sendable {
  /// The folder at which it begins.
  let point: String
  /// Such as `ext4`, `nfs4`, `fuse.sshfs`.
  let type: String
  /// The mount's own options and those of the file system.
  let options: Set<String>

  /// One line: `36 35 98:0 /root /point rw,noatime shared:1 - type source rw,errors=continue`.
  init?(line: Substring) {
    let words = line.split(separator: " ")
    guard let dash = words.firstIndex(of: "-"), words.count > 5, words.count > dash + 1 else {
      return nil
    }
    point = Self.unescaped(words[4])
    type = String(words[dash + 1])
    let last = words.count > dash + 3 ? words[dash + 3] : ""
    options = Set((words[5].split(separator: ",") + last.split(separator: ",")).map(String.init))
  }

  /// The one that a path lies on: of those around it the innermost, of several at one place the last.
  static func around(_ path: String, in table: String) -> Mount? {
    table.split(separator: "\n").compactMap { Mount(line: $0) }
      .filter { $0.point == "/" || path == $0.point || path.hasPrefix($0.point + "/") }
      .enumerated().max {
        ($0.element.point.utf8.count, $0.offset) < ($1.element.point.utf8.count, $1.offset)
      }?
      .element
  }

  /// All of them, a line each; empty where the system keeps no such table (only Linux does).
  static var table: String { Folder.text("/proc/self", "mountinfo") ?? "" }

  /// The words of the running command that it was made by, of sshfs; nil where nobody knows.
  var command: [String]? {
    guard type == "fuse.sshfs", case .success(let processes) = Folder.open("/proc", .real)
    else { return nil }
    for name in processes.names(most: 65_536) ?? [] where name.allSatisfy(\.isNumber) {
      let words = Folder.text("/proc/" + name, "cmdline")?.split(separator: "\0").map(String.init)
      guard let words, words.first?.hasSuffix("sshfs") == true,
        words.contains(where: { $0 == point || $0 == point + "/" })
          || words.contains(where: { point.hasSuffix("/" + $0) })
      else { continue }
      return words
    }
    return nil
  }

  /// The number that an option has; nil where it is not given.
  func number(_ option: String) -> Int? {
    options.first { $0.hasPrefix(option + "=") }.flatMap { Int($0.dropFirst(option.count + 1)) }
  }

  /// Space, tab, line end and backslash stand there as `\040` and so on.
  private static func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), digits.count == 3,
        let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
