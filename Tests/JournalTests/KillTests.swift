import Glibc
import Synchronization
import Testing
import WorkshopCore

@testable import Journaling

/// A process that is killed at a system call: before it, after it, and in the middle of a write.
struct KillTests {
  @Test func `killed at any system call, nothing acknowledged is lost`() async throws {
    let whole = Place()
    let points = Points(at: .max)
    try Self.session(in: whole.path, points)
    let count = points.passed
    #expect(count > 30, "a session of three entries makes that many")
    for point in 1...count {
      let place = Place()
      let path: String = place.path
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = path as String, point = point as Int] in
        try KillTests.session(in: path, Points(at: point))
      }
      let directory = Directory(place.path + "/w")
      let (entries, findings, _) = try directory.taken()
      let read = entries.map(\.id.sequence)
      #expect(read == Array(1..<(1 + read.count)), "at \(point): no gap")
      #expect(read.count >= (try Self.acknowledged(in: place.path)), "at \(point)")
      #expect(findings.isEmpty, "at \(point)")
      // Whoever starts next can go on.
      var next = try Journal(directory, by: "ana")
      _ = next.refresh(now: Sample.now)
      let entry = next.append(Sample.card("next"), now: Sample.now + 60)
      #expect(next.settle(milliseconds: 5_000) == true)
      #expect(try directory.entries().entries == entries + [entry])
    }
  }

  /// Makes a workshop and three entries in it; after each that was acknowledged, a byte goes to `acks`.
  private static func session(in path: String, _ points: Points) throws {
    try Directory.create(at: path + "/w", plan: Sample.plan)
    let acks = Glibc.open(path + "/acks", O_CREAT | O_WRONLY | O_APPEND, 0o600)
    try #require(acks >= 0)
    defer { close(acks) }
    var journal = try Journal(Directory(path + "/w"), by: "ana", calls: points.calls)
    for number in 1...3 {
      let entry = journal.append(Sample.card("card \(number)"), now: Sample.now + number)
      journal.settle(milliseconds: 5_000)
      if journal.isSaved(entry.id) { try #require(Glibc.write(acks, "x", 1) == 1) }
    }
  }

  private static func acknowledged(in path: String) throws -> Int {
    var status = stat()
    try #require(stat(path + "/acks", &status) == 0)
    return Int(status.st_size)
  }
}

/// The places at which a process can be killed, counted as it passes them.
private final class Points: Sendable {
  private let fatal: Int
  private let count = Mutex(0)

  /// Kills this process at a place, counted from 1.
  init(at fatal: Int) { self.fatal = fatal }

  var passed: Int { count.withLock { $0 } }

  private func pass() {
    let isLast = count.withLock { count in
      count += 1
      return count == fatal
    }
    if isLast { kill(getpid(), SIGKILL) }
  }

  private func around<Answer>(_ call: () -> Answer) -> Answer {
    pass()
    defer { pass() }
    return call()
  }

  /// A write is done in two halves, so that there is a middle to be killed in.
  private func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    let half = bytes.count / 2
    let first = SystemCalls.real.write(file, UnsafeRawBufferPointer(rebasing: bytes[..<half]))
    guard first == half else { return first }
    pass()
    let rest = SystemCalls.real.write(file, UnsafeRawBufferPointer(rebasing: bytes[half...]))
    return rest < 0 ? rest : half + rest
  }

  var calls: SystemCalls {
    let real = SystemCalls.real
    return SystemCalls(
      open: { [self] folder, name, flags, mode in
        around { real.open(folder, name, flags, mode) }
      },
      write: { [self] file, bytes in around { write(file, bytes) } },
      fdatasync: { [self] file in around { real.fdatasync(file) } },
      fsync: { [self] file in around { real.fsync(file) } },
      rename: { [self] folder, from, to in around { real.rename(folder, from, to) } },
      mayWrite: { [self] folder in around { real.mayWrite(folder) } })
  }
}
