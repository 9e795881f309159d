import Foundation
import Testing

/// Where the sources need a system of a certain kind.
struct SystemTests {
  /// What only Linux has, and in which file it may stand; each of these has another branch, or does
  /// without.
  private static let places: [String: Set<String>] = [
    "inotify": ["Journaling/Watch.swift"],
    "memfd": ["CMemory/shim.h"],
    "/proc": [
      "Journaling/Mount.swift", "Spreadsheets/ListFile.swift", "atelier/Commands/Login.swift",
    ],
  ]
  private static let nowhere = [
    "epoll", "eventfd", "signalfd", "sigtimedwait", "timerfd", "prctl", "renameat2", "pipe2",
    "accept4", "getrandom", "statx", "copy_file_range", "O_TMPFILE", "O_PATH", "SOCK_CLOEXEC",
  ]

  @Test func `what only Linux has stands in one file a mechanism`() throws {
    // What embeds the assets runs where the program is built.
    let sources = SourcePhrases.root.appending(path: "Sources")
    var found: [String: Set<String>] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    where [".swift", ".h"].contains(where: path.hasSuffix)
      && !["Darwin/", "EmbedAssets"].contains(where: path.hasPrefix)
    {
      let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
      let code = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
      for name in Self.nowhere + Self.places.keys + ["import Darwin", "import Foundation\n"] {
        if code.contains(where: { ($0 + "\n").contains(name) }) {
          found[name, default: []].insert(path)
        }
      }
    }
    #expect(found == Self.places)
  }
}
