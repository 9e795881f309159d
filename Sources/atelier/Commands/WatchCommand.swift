import Glibc
import Journaling
import Languages
import Shell
import Terminal
import WorkshopCore

extension Command {
  /// What happens, as it happens, for lights, sounds and other programs.
  static let watch = Command(
    name: "watch", usage: "DIR",
    summary: "Print what happens as it happens, one line of JSON an event",
    options: [
      Option(name: "all", help: "Begin with all that has happened so far"),
      Option(name: "once", help: "End when everything was printed, with --all"),
    ]
  ) { arguments in
    let directory = try arguments.directory
    let language = try arguments.language ?? .ofLocale
    guard let signals = Signals() else { throw CommandError.failed("no file descriptor is free") }
    do throws(JournalError) {
      var journal = try Journal(directory, by: arguments.name, isViewer: true)
      let past = journal.refresh(now: .now).sorted()
      if arguments.has("all") { tell(past) }
      var told: Set<Diagnostic> = []
      while !arguments.has("once"), !Console.isBroken {
        let missing = Set(journal.findings.filter(\.kind.hidesEntries))
        for finding in missing.subtracting(told) {
          let text = DiagnosticText(finding)
          Console.error("atelier: \(text.place): \(language(text.reason))")
        }
        told = missing
        var polled = ([signals.descriptor] + journal.descriptors).map {
          pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        // Nothing is asked of it: that its reader is gone is told all the same.
        polled.append(pollfd(fd: STDOUT_FILENO, events: 0, revents: 0))
        poll(&polled, nfds_t(polled.count), 1000)
        if polled[polled.count - 1].revents & Int16(POLLERR) != 0 { break }
        journal.drain()
        tell(journal.refresh(now: .now).sorted())
        let ends = signals.read().contains { [.terminate, .hangUp, .interrupt].contains($0) }
        if ends { break }
      }
      return 0
    } catch {
      throw CommandError.journal(error)
    }
  }

  private static func tell(_ entries: [Entry]) {
    for line in entries.compactMap(\.told) { Console.print(line) }
  }
}
