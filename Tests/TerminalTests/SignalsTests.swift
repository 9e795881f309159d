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
    raise(SIGWINCH)
    raise(SIGHUP)
    let read = Set(signals.read())
    let after = signals.read()
    #expect(before.isEmpty)
    #expect(read == [.resize, .hangUp])
    #expect(after.isEmpty)
  }

  @Test func `the descriptor is readable while a signal waits`() {
    guard let signals = Signals() else {
      Issue.record("no descriptor")
      return
    }
    raise(SIGTERM)
    var entry = pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0)
    #expect(poll(&entry, 1, 0) == 1)
    let read = signals.read()
    #expect(read == [.terminate])
    #expect(poll(&entry, 1, 0) == 0)
  }
}
