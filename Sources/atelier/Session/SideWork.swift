import Dispatch
import Foundation
import Languages
import Shell
import Synchronization
import WorkshopCore

/// What is done beside the keys: files and folders that a person asks for are read, much is compared. A disk
/// that does not answer holds up no key.
final class SideWork: Sendable {
  private let queue = DispatchQueue(label: "side", qos: .userInitiated, attributes: .concurrent)
  private let arrivals = Mutex<[Arrival]>([])
  /// Readable while something waits to be taken; -1 where there is no pipe.
  let descriptor: Int32
  private let bell: Int32
  /// The workshop's directory: people leave lists beside it, and in it.
  private let directory: String

  /// The most bytes of a file that is laid open on a screen; the command takes more.
  static let most = 1 << 19
  private static let endings: Set = [
    "csv", "tsv", "txt", "xlsx", "ods", "md", "markdown", "json",
  ]
  /// As many files are listed, the newest first.
  private static let mostFiles = 500

  init(_ directory: String) {
    self.directory = directory
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
    }
    (descriptor, bell) = (ends[0], ends[1])
  }

  deinit {
    if descriptor >= 0 {
      close(descriptor)
      close(bell)
    }
  }

  /// Looks through the folders in which people keep lists.
  func list() {
    let folders = Self.folders(beside: directory)
    queue.async { self.give(.file(.files(Self.files(in: folders), folder: nil))) }
  }

  /// Reads a file, or looks through a folder.
  func read(_ path: String) {
    queue.async { self.give(.file(Self.arrival(of: path))) }
  }

  /// Works out what a panel waits for.
  func work(_ panel: WaitingPanel) {
    queue.async { self.give(.worked(panel.work(), since: panel.since)) }
  }

  /// What was done since; empties it.
  func taken() -> [Arrival] {
    var bytes = [UInt8](repeating: 0, count: 64)
    while Foundation.read(descriptor, &bytes, bytes.count) > 0 {}
    return arrivals.withLock { all in
      defer { all = [] }
      return all
    }
  }

  private func give(_ arrival: Arrival) {
    arrivals.withLock { $0.append(arrival) }
    _ = write(bell, [1], 1)
  }

  static func arrival(of typed: String) -> FileArrival {
    let path = (typed as NSString).expandingTildeInPath
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      return .files(files(in: [path]), folder: typed)
    }
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    guard size <= most else {
      return .failed("\(path) is a large file: the command atelier import takes it in", typed)
    }
    do {
      return .bytes(try Command.bytes(of: path, most: most), typed)
    } catch {
      return .failed(error.phrase, typed)
    }
  }

  /// The folder that a workshop lies in, the one that the program was started in, the home and what is
  /// downloaded to.
  private static func folders(beside directory: String) -> [String] {
    let kept = [FileManager.SearchPathDirectory.downloadsDirectory, .documentDirectory].flatMap {
      FileManager.default.urls(for: $0, in: .userDomainMask).map(\.path)
    }
    let all =
      [
        (directory as NSString).deletingLastPathComponent, directory,
        FileManager.default.currentDirectoryPath, NSHomeDirectory(),
      ] + kept
    var seen: Set<String> = []
    return all.map { ($0 as NSString).standardizingPath }.filter {
      !$0.isEmpty && seen.insert($0).inserted
    }
  }

  /// The lists in some folders, the newest first; what the program writes itself is none.
  static func files(in folders: [String]) -> [FoundFile] {
    let keys: Set<URLResourceKey> = [.isRegularFileKey, .contentModificationDateKey]
    let home = NSHomeDirectory()
    let own: Set = ["workshop.json", "session.json", "minutes.md"]
    let found = folders.flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(
        at: URL(fileURLWithPath: folder), includingPropertiesForKeys: Array(keys),
        options: .skipsHiddenFiles)) ?? []).compactMap { url -> (Date, FoundFile)? in
          guard endings.contains(url.pathExtension.lowercased()),
            !own.contains(url.lastPathComponent),
            let values = try? url.resourceValues(forKeys: keys), values.isRegularFile == true
          else { return nil }
          let date = values.contentModificationDate ?? .distantPast
          let short =
            folder == home
            ? "~" : folder.hasPrefix(home + "/") ? "~" + folder.dropFirst(home.count) : folder
          return (
            date,
            FoundFile(
              path: url.path, name: url.lastPathComponent, folder: short,
              day: Moment.local(Int64(date.timeIntervalSince1970 * 1000)).date)
          )
        }
    }
    return found.sorted { ($1.0, $0.1.name) < ($0.0, $1.1.name) }.prefix(mostFiles).map(\.1)
  }
}
