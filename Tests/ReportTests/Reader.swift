import Foundation
import Testing

/// Python's own readers, as a second opinion on what was written.
enum Reader {
  static let python = "/usr/bin/python3"

  static var hasPython: Bool { FileManager.default.isExecutableFile(atPath: python) }

  /// Debian's python3-vobject.
  static var hasCalendar: Bool {
    hasPython
      && FileManager.default.fileExists(atPath: "/usr/lib/python3/dist-packages/vobject")
  }

  /// What a script prints, as JSON, when it is run on some bytes: they are the file `sys.argv[1]`.
  static func read<T: Decodable>(_ bytes: Data, with script: String, as type: T.Type) throws -> T {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("reader-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("file")
    try bytes.write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-I", "-c", "import json, sys\n" + script, file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return try JSONDecoder().decode(type, from: data)
  }
}
