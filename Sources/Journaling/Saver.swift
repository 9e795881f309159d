import Dispatch
import Glibc
import Synchronization

/// Makes durable what was written, away from the session loop, one call for all that waits.
///
/// A second thread: a serial queue that runs `fdatasync` and leaves its reports in
/// a box; a byte in a pipe wakes the loop's `poll`.
final class Saver: Sendable {
  /// A journal to make durable.
  struct Request: Sendable {
    let file: Descriptor
    /// Which of our journals, counted from 1.
    let generation: Int
    /// How many of the session's lines stand in it.
    var count: Int
    /// Folders whose names are new; not empty: the file itself is new too.
    var folders: [Folder]
  }

  /// What became of a request.
  struct Report: Sendable {
    let generation: Int
    let count: Int
    let failure: Errno?
  }

  private struct Box {
    var request: Request?
    var isRunning = false
    var reports: [Report] = []
  }

  private let calls: SystemCalls
  private let queue = DispatchQueue(label: "saver", qos: .userInitiated)
  private let box = Mutex(Box())
  private let news = WakePipe()

  init(_ calls: SystemCalls) { self.calls = calls }

  /// Readable when there are reports.
  var descriptor: Int32? { news.descriptor }

  func save(_ request: Request) {
    let mustStart = box.withLock { box in
      var request = request
      if let waiting = box.request, waiting.generation == request.generation {
        request.folders = waiting.folders + request.folders
      }
      box.request = request
      defer { box.isRunning = true }
      return !box.isRunning
    }
    if mustStart { queue.async { [self] in work() } }
  }

  /// Takes the reports that came in.
  func reports() -> [Report] {
    news.clear()
    return box.withLock { box in
      defer { box.reports = [] }
      return box.reports
    }
  }

  private func work() {
    while true {
      let next = box.withLock { box in
        let request = box.request
        box.request = nil
        box.isRunning = request != nil
        return request
      }
      guard let next else { return }
      let report = Report(
        generation: next.generation, count: next.count, failure: failure(of: next))
      box.withLock { $0.reports.append(report) }
      news.ring()
    }
  }

  private func failure(of request: Request) -> Errno? {
    guard !request.folders.isEmpty else {
      return Folder.failure(calls.fdatasync(request.file.number))
    }
    if let failure = Folder.failure(calls.fsync(request.file.number)) { return failure }
    for folder in request.folders {
      if let failure = folder.sync() { return failure }
    }
    return nil
  }
}
