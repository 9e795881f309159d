import Glibc
import Terminal
import Testing

/// One after the other: signals are the whole process's.
@Suite(.serialized) struct SignalsTests {
  @Test func `a signal waits to be read instead of striking`() {
    guard let signals = Signals() else {
      Issue.record("no descriptor")
      return
    }
    let before = signals.read()
    kill(getpid(), SIGWINCH)
    kill(getpid(), SIGHUP)
    var read: Set<Signals.Signal> = []
    while read.count < 2, waits(signals.descriptor, 10_000) { read.formUnion(signals.read()) }
    #expect(before.isEmpty)
    #expect(read == [.resize, .hangUp])
    let after = signals.read()
    #expect(after.isEmpty)
  }

  @Test func `the descriptor is readable while a signal waits`() {
    guard let signals = Signals() else {
      Issue.record("no descriptor")
      return
    }
    kill(getpid(), SIGTERM)
    let descriptor = signals.descriptor
    #expect(waits(descriptor, 10_000))
    let read = signals.read()
    #expect(read == [.terminate])
    #expect(!waits(descriptor, 0))
  }

  private func waits(_ descriptor: Int32, _ milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, milliseconds) == 1
  }
}
