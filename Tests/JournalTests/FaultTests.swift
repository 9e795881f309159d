import Dispatch
import Glibc
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
    #expect(journal.unsaved.count > 100)
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
