import Dispatch
import Glibc
import Synchronization
import Testing
import WorkshopCore

@testable import Journaling

/// A disk that fails at every place where it can.
struct FaultTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let kind: Faults.Kind
    let nth: Int
    let times: Int
    var testDescription: String { "\(kind.rawValue) \(nth), \(times) times" }
  }

  static let kinds: [Faults.Kind] = [.create, .open, .write, .shortWrite, .fdatasync, .fsync]
  static let cases: [Case] = kinds.flatMap { kind in
    (1...8).flatMap { nth in
      [1, 2, 1_000].map { Case(kind: kind, nth: nth, times: $0) }
    }
  }

  @Test(arguments: cases) func `nothing is lost, whichever call fails`(fault: Case) throws {
    let place = Place()
    let faults = Faults()
    let directory = try place.workshop()
    var journal = try Journal(directory, by: "ana", calls: faults.calls)
    faults.fail(fault.kind, nth: fault.nth, times: fault.times, errno: ENOSPC)
    var entries: [Entry] = []
    var now = Sample.now
    for index in 0..<6 {
      entries.append(journal.append(Sample.card("card \(index)"), now: now))
      journal.settle(milliseconds: 1_000)
      try expectAcknowledged(journal.saving, entries.filter { journal.isSaved($0.id) }, directory)
      now = now + 1
      journal.retry(now: now)
      journal.settle(milliseconds: 1_000)
    }
    // A failing `fdatasync` alone is got round by new journals, which `fsync` makes durable; a journal
    // that is open is written to, even where nothing more can be opened.
    let isLasting = fault.kind == .open ? fault.nth == 1 : fault.kind != .fdatasync
    if fault.times == 1_000, faults.failures > 0, isLasting {
      guard case .notSaved(let count, .unwritable(_, ENOSPC)) = journal.saving else {
        Issue.record("no banner: \(journal.saving)")
        return
      }
      #expect(count > 0)
    }
    faults.heal()
    for _ in 0..<4 {
      now = now + 61
      journal.retry(now: now)
      journal.settle(milliseconds: 5_000)
    }
    #expect(journal.saving == .saved)
    entries.append(journal.append(Sample.card("after"), now: now))
    #expect(journal.close(now: now) == true)
    #expect(try directory.entries().entries == entries)
  }

  /// What was acknowledged stands in the directory, for a process that has just started.
  private func expectAcknowledged(
    _ saving: Saving, _ acknowledged: [Entry], _ directory: Directory
  ) throws {
    let read = directory.names().isEmpty ? [] : try directory.taken().entries
    for entry in acknowledged { #expect(read.contains(entry)) }
  }

  @Test func `a descriptor that failed once is never trusted again`() throws {
    let place = Place()
    let faults = Faults()
    let directory = try place.workshop()
    var journal = try Journal(directory, by: "ana", calls: faults.calls)
    let first = journal.append(Sample.card("safe"), now: Sample.now)
    #expect(journal.settle(milliseconds: 5_000) == true)
    faults.fail(.fdatasync, nth: 1, times: 1)
    let second = journal.append(Sample.card("unsafe"), now: Sample.now)
    #expect(journal.settle(milliseconds: 5_000) == false)
    #expect(journal.isSaved(first.id) && !journal.isSaved(second.id))
    journal.retry(now: Sample.now + 1)
    #expect(journal.settle(milliseconds: 5_000) == true)
    #expect(directory.names().count == 2)
    #expect(try directory.entries().entries == [first, second])
  }

  @Test func `a disk that keeps failing does not fill the directory with journals`() throws {
    let place = Place()
    let faults = Faults()
    let directory = try place.workshop()
    var journal = try Journal(directory, by: "ana", calls: faults.calls)
    faults.fail(.fsync, nth: 1, times: 100_000)
    _ = journal.append(Sample.card("a"), now: Sample.now)
    for second in 1...600 {
      journal.settle(milliseconds: 100)
      journal.retry(now: Sample.now + second)
    }
    #expect(directory.names().count < 25)
    #expect(journal.saving.count == 1)
  }

  @Test(arguments: [Faults.Kind.write, .shortWrite])
  func `a full disk does not fill with empty journals`(kind: Faults.Kind) throws {
    let place = Place()
    let faults = Faults()
    let directory = try place.workshop()
    var journal = try Journal(directory, by: "ana", calls: faults.calls)
    let first = journal.append(Sample.card("before"), now: Sample.now)
    #expect(journal.settle(milliseconds: 5_000) == true)
    faults.fail(kind, nth: 1, times: 100_000, errno: ENOSPC)
    var entries = [first]
    for second in 1...100 {
      entries.append(journal.append(Sample.card("card \(second)"), now: Sample.now + second))
      journal.retry(now: Sample.now + second)
    }
    #expect(directory.names().count == 1)
    guard case .notSaved(100, .unwritable(_, ENOSPC)) = journal.saving else {
      Issue.record("no banner: \(journal.saving)")
      return
    }
    faults.heal()
    journal.retry(now: Sample.now + 101)
    #expect(journal.settle(milliseconds: 5_000) == true, "at the next look, without a pause")
    #expect(try directory.entries().entries == entries)
  }

  @Test func `a descriptor that fails for ever is left for a new journal at once`() throws {
    let place = Place()
    let made = Mutex(0)
    let isSafe = Mutex(false)
    let directory = try place.workshop()
    var calls = SystemCalls.real
    calls.open = { folder, name, flags, mode in
      if flags & O_CREAT != 0 { made.withLock { $0 += 1 } }
      return SystemCalls.real.open(folder, name, flags, mode)
    }
    // The first journal dies once it is safe.
    calls.fsync = { file in
      isSafe.withLock { $0 = true }
      return SystemCalls.real.fsync(file)
    }
    calls.write = { file, bytes in
      let isDead = isSafe.withLock(\.self) && made.withLock(\.self) == 1
      return isDead ? -Int(EIO) : SystemCalls.real.write(file, bytes)
    }
    var journal = try Journal(directory, by: "ana", calls: calls)
    var entries: [Entry] = []
    for index in 0..<5 {
      entries.append(journal.append(Sample.card("card \(index)"), now: Sample.now + index))
      #expect(journal.settle(milliseconds: 5_000) == true)
      #expect(journal.saving == .saved)
    }
    #expect(directory.names().count == 2)
    #expect(try directory.entries().entries == entries)
  }

  @Test func `what could not be saved goes to a file elsewhere, which a merge takes in`() throws {
    let place = Place()
    let faults = Faults()
    let directory = try place.workshop()
    var journal = try Journal(directory, by: "Ana É.", calls: faults.calls)
    let safe = journal.append(Sample.card("safe"), now: Sample.now)
    #expect(journal.settle(milliseconds: 5_000) == true)
    #expect(try journal.rescue(into: [place.path], now: Sample.now) == nil, "nothing to rescue")
    faults.fail(.write, nth: 1, times: 100_000, errno: ENOSPC)
    let lost = (1...28).map { journal.append(Sample.card("card \($0)"), now: Sample.now + $0) }
    #expect(journal.close(now: Sample.now + 30) == false)
    #expect(journal.saving.count == 28)
    let file = try #require(
      try journal.rescue(into: [place.path + "/none", place.path], now: Sample.now))
    #expect(try directory.entries().entries == [safe])
    let merged = try directory.merge([Directory(file)])
    #expect(merged.entries == lost)
    #expect(try directory.entries().entries == [safe] + lost)
    #expect(try directory.merge([Directory(file)]).isEmpty, "a second time does nothing")
    #expect(try directory.check().isEmpty)
    #expect(throws: JournalError.self) {
      try journal.rescue(into: [place.path + "/none"], now: Sample.now)
    }
  }

  @Test func `a file that holds no entry is not taken in`() throws {
    let place = Place()
    let directory = try place.workshop()
    for (name, text) in [("empty", ""), ("list", "Ana\nPaul\n"), ("cut", "{\"v\":1")] {
      let path = place.path + "/" + name
      try Output.write(Array(text.utf8), to: path)
      #expect(throws: JournalError.noEntries(path)) { try directory.merge([Directory(path)]) }
    }
    #expect(directory.names().isEmpty)
  }

  @Test func `a disk that does not answer shows the banner`() throws {
    let place = Place()
    let directory = try place.workshop()
    var calls = SystemCalls.real
    calls.fsync = { file in
      usleep(300_000)
      return SystemCalls.real.fsync(file)
    }
    var journal = try Journal(directory, by: "ana", calls: calls)
    _ = journal.append(Sample.card("a"), now: Sample.now)
    #expect(journal.saving == .saving(1))
    journal.retry(now: Sample.now + 3)
    #expect(journal.saving == .notSaved(1, reason: .stalled))
    #expect(journal.settle(milliseconds: 10_000) == true)
    #expect(journal.saving == .saved)
  }

  @Test(arguments: [ENOSPC, EACCES, EROFS])
  func `a plan that cannot be written leaves the old one whole`(errno: Int32) throws {
    for kind in [Faults.Kind.create, .write, .fsync, .rename] {
      let place = Place()
      let faults = Faults()
      let directory = try place.workshop()
      var file = try PlanFile(directory, calls: faults.calls)
      let before = try directory.bytes(of: "workshop.json")
      faults.fail(kind, nth: 1, times: 1, errno: errno)
      var plan = file.plan
      plan.tables = 7
      #expect(throws: JournalError.unwritable(directory.plan, errno: errno)) {
        try file.save(plan)
      }
      #expect(try directory.bytes(of: "workshop.json") == before)
      #expect(directory.names(in: "").allSatisfy { !$0.hasSuffix(".tmp") })
      try file.save(plan)
      #expect(try PlanFile(directory).plan.tables == 7)
    }
  }

  @Test func `being out of descriptors is no reason to write everything again`() throws {
    let place = Place()
    let faults = Faults()
    let directory = try place.workshop()
    var journal = try Journal(directory, by: "ana", calls: faults.calls)
    let first = journal.append(Sample.card("a"), now: Sample.now)
    #expect(journal.settle(milliseconds: 5_000) == true)
    faults.fail(.open, nth: 1, times: 1_000, errno: EMFILE)
    let second = journal.append(Sample.card("b"), now: Sample.now + 1)
    #expect(journal.settle(milliseconds: 5_000) == true)
    #expect(faults.failures > 0 && journal.isSaved(first.id) && journal.isSaved(second.id))
    faults.heal()
    #expect(directory.names().count == 1)
    #expect(try directory.entries().entries == [first, second])
  }

  @Test func `leaving does not wait for a disk that does not answer`() throws {
    let place = Place()
    let directory = try place.workshop()
    let answers = DispatchSemaphore(value: 0)
    var calls = SystemCalls.real
    calls.fsync = { file in
      answers.wait()
      answers.signal()
      return SystemCalls.real.fsync(file)
    }
    var journal = try Journal(directory, by: "ana", calls: calls)
    let entry = journal.append(Sample.card("a"), now: Sample.now)
    #expect(journal.close(now: Sample.now + 1) == false)
    #expect(journal.isSaved(entry.id) == false)
    #expect(try directory.entries().entries == [entry], "the kernel has it all the same")
    answers.signal()
    #expect(journal.settle(milliseconds: 5_000) == true)
  }
}
