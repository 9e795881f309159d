import Dispatch
import FoundationEssentials
import Journaling
import Reporting
import Shell
import Synchronization
import WorkshopCore

/// Keeps `session.json` and `minutes.md` current, where this terminal is the one that does.
struct DerivedFiles {
  private let derived: Derived?
  /// Derived files are composed here, so that no key waits for a report.
  private let queue = DispatchQueue(label: "atelier.derived", qos: .background)
  private let rest = Rest()
  /// What `minutes.md` says of what is over.
  private let parts = KeptParts()
  /// When somebody first and last did something that the files do not know yet, ms.
  private var changed: (first: Int64, last: Int64)?
  /// The room is quiet after so long without a change, in milliseconds.
  private static let quiet: Int64 = 1000
  /// What a room that is never quiet may be ahead of the files, in milliseconds.
  private static let oldest: Int64 = 8000
  /// The files of a large workshop take long to compose: for so many times as long nobody composes them.
  private static let share: Int64 = 20

  /// Until when the files are left as they are, by a clock that nobody sets.
  private final class Rest: Sendable {
    let until = Atomic<Int64>(0)
  }

  /// - Parameter derived: nil where another terminal keeps them, or nobody.
  init(_ derived: Derived?) {
    self.derived = derived
    if derived?.acquire() == true { changed = (0, 0) }
  }

  mutating func note(_ now: Int64) { changed = (changed?.first ?? now, now) }

  /// Whether there is something that the files do not know yet.
  var isWaiting: Bool { derived != nil && changed != nil }

  /// Why they could not be written last, if so.
  var failure: JournalError? { derived?.failure }

  /// Writes them, once the room has been quiet for a second; one that is never quiet waits for eight.
  mutating func write(_ scene: Scene) {
    let now = scene.now.milliseconds
    guard let derived, let changed,
      now - changed.last >= Self.quiet || now - changed.first >= Self.oldest,
      SteadyClock.Reading.now.boot >= rest.until.load(ordering: .relaxed), derived.acquire()
    else { return }
    self.changed = nil
    let quiet = Self.quiet(scene)
    rest.until.store(.max, ordering: .relaxed)
    queue.async { [rest, parts] in
      let start = SteadyClock.Reading.now.boot
      Self.write(quiet, derived, keeping: parts)
      let end = SteadyClock.Reading.now.boot
      rest.until.store(end + Self.share * (end - start), ordering: .relaxed)
    }
  }

  /// Writes what is left, and waits for it.
  func close(_ scene: Scene) {
    if let derived, changed != nil, derived.acquire() {
      let quiet = Self.quiet(scene)
      queue.sync { Self.write(quiet, derived, keeping: parts) }
    }
    derived?.close()
  }

  /// What anybody would see, wherever this terminal looks.
  private static func quiet(_ scene: Scene) -> Scene {
    var quiet = scene
    quiet.focus = Focus()
    return quiet
  }

  private static func write(_ scene: Scene, _ derived: Derived, keeping parts: KeptParts) {
    var scene = scene
    scene.tell(\.withoutPrivateRemarks)
    scene.parts = parts
    derived.write(
      session: Data(
        StateDocument(scene.workshop, now: scene.asOf, reading: scene.reading).json()),
      minutes: Data(Markdown.render(Minutes.report(scene)).utf8))
  }
}
