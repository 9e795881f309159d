import Dispatch
import Glibc
import Synchronization

/// Looks at the workshop directory on a thread of its own, and says when something moved: what a network
/// file system tells nobody of, who is here, and whether the disk answers at all.
///
/// It only asks how large and how old things are; what grew is read by whoever is told. It looks once a
/// second, and less often while nothing moves. A disk that does not answer holds up nobody else.
public final class Lookout: Sendable {
  /// The directory as it was seen last.
  private struct Sight: Equatable, Sendable {
    var root: FileMark?
    var plan: FileMark?
    var folder: FileMark?
    var journals: [String: FileMark] = [:]
    /// The files of `assets/`, by their paths in it.
    var content: [String: FileMark] = [:]
  }

  private struct State: Sendable {
    var sight: Sight?
    var hasMoved = false
    var isContentOther = false
    var here: [Drafts.Seen] = []
    var isEnding = false
    /// When the look under way was begun, in milliseconds of a clock that nobody sets.
    var begun: Int64?
  }

  private let directory: Directory
  private let drafts: Drafts?
  private let queue = DispatchQueue(label: "lookout", qos: .utility)
  private let state = Mutex(State())
  private let news = WakePipe()
  private let end = WakePipe()

  /// Milliseconds between two looks while things move, and later.
  private static let periods: (moving: Int32, quiet: Int32) = (1_000, 3_000)
  /// Looks without news after which nothing moves any more.
  private static let patience = 30
  /// Milliseconds after which a disk that has not answered stalls.
  private static let answer: Int64 = 1_500

  /// - Parameter drafts: those of everyone here; nil where there is no place for them.
  public init(_ directory: Directory, drafts: Drafts?) {
    self.directory = directory
    self.drafts = drafts
    queue.async { [self] in watch() }
  }

  /// Readable when something moved.
  public var descriptor: Int32? { news.descriptor }

  /// Whether something moved since this was asked last.
  public func hasMoved() -> Bool {
    news.clear()
    return state.withLock { state in
      defer { state.hasMoved = false }
      return state.hasMoved
    }
  }

  /// Whether the workshop's own content changed since this was asked last.
  public func hasOtherContent() -> Bool {
    state.withLock { state in
      defer { state.isContentOther = false }
      return state.isContentOther
    }
  }

  /// Who else was here at the last look.
  public func present(now: Int64) -> [Presence] {
    let here = state.withLock(\.here)
    return drafts?.present(here, now: now) ?? []
  }

  /// Whether the disk does not answer: until it does, nobody should ask it for anything.
  public var isStalled: Bool {
    state.withLock(\.begun).map { Uptime.milliseconds - $0 > Self.answer } ?? false
  }

  /// Looks no more. Does not wait for a look that is under way.
  public func close() {
    state.withLock { $0.isEnding = true }
    end.ring()
  }

  private func watch() {
    var quiet = 0
    while !state.withLock(\.isEnding) {
      quiet = look() ? 0 : quiet + 1
      let period = quiet < Self.patience ? Self.periods.moving : Self.periods.quiet
      var waiting = pollfd(fd: end.descriptor ?? -1, events: Int16(POLLIN), revents: 0)
      poll(&waiting, 1, period)
    }
  }

  /// Looks once; whether something moved.
  private func look() -> Bool {
    state.withLock { $0.begun = Uptime.milliseconds }
    let sight = sight()
    let here = drafts?.look() ?? []
    let hasNews = state.withLock { state in
      state.begun = nil
      let isOther = state.sight != sight
      let hasNews = isOther || here != state.here
      state.hasMoved = state.hasMoved || isOther
      if let before = state.sight, before.content != sight.content { state.isContentOther = true }
      state.sight = sight
      state.here = here
      return hasNews
    }
    if hasNews { news.ring() }
    return hasNews
  }

  private func sight() -> Sight {
    guard let root = try? Folder.open(directory.root, .real).get() else { return Sight() }
    var sight = Sight(
      root: root.descriptor.status.map(FileMark.init),
      plan: root.status(of: Directory.planName).map(FileMark.init))
    if case .success(let assets) = root.folder("assets") { mark(assets, "", in: &sight) }
    guard case .success(let journals) = root.folder("journal") else { return sight }
    sight.folder = journals.descriptor.status.map(FileMark.init)
    for name in journals.names(most: Limit.files.most) ?? [] {
      sight.journals[name] = journals.status(of: name).map(FileMark.init)
    }
    return sight
  }

  /// Content lies in a folder of `assets/`, and a language one deeper.
  private func mark(_ folder: Folder, _ path: String, depth: Int = 0, in sight: inout Sight) {
    for name in folder.names(most: Limit.assets.most) ?? [] where !name.hasPrefix(".") {
      let status = folder.status(of: name)
      if status?.isFolder == true, depth < 2, case .success(let inner) = folder.folder(name) {
        mark(inner, path + name + "/", depth: depth + 1, in: &sight)
      } else {
        sight.content[path + name] = status.map(FileMark.init)
      }
    }
  }
}
