public import WorkshopCore

/// What a directory took in from copies of itself, or would take in.
public struct Merged: Sendable {
  /// One for each copy named, in that order.
  public internal(set) var sources: [Source] = []
  /// Entries that were not there before, in the shared order, each once.
  public internal(set) var entries: [Entry] = []

  /// Nothing is there that was not there before.
  public var isEmpty: Bool { sources.allSatisfy { $0.journals.isEmpty && $0.assets.isEmpty } }

  /// What came from one copy.
  public struct Source: Sendable {
    /// A directory, or a file of entries that could not be saved.
    public let path: String
    /// It is the very directory that takes in.
    public internal(set) var isSame = false
    /// Its journals that were taken, by name.
    public internal(set) var journals: [Taken] = []
    /// Files of its own content that were missing, within `assets/`.
    public internal(set) var assets: [String] = []
    /// Files of its own content that differ: the ones that were there stay.
    public internal(set) var otherAssets: [String] = []
    public internal(set) var plan = PlanDifference.none
    /// What of its journals and content was not read, or is damaged.
    public internal(set) var findings: [Diagnostic] = []
  }

  /// A journal that was taken in.
  public struct Taken: Equatable, Sendable {
    /// Its name where it is now.
    public let name: String
    public let reason: Reason
  }

  /// Why a journal was taken in.
  public enum Reason: Equatable, Sendable {
    /// There was none of its name.
    case missing
    /// The one that was there is the beginning of it.
    case longer
    /// Other bytes under the same name: kept beside.
    case different
  }

  /// How the other plan differs; the directory's own is used in any case.
  public enum PlanDifference: Equatable, Sendable {
    case none
    /// The parts of `workshop.json` that say something else, by their keys.
    case parts([String])
    /// It cannot be read.
    case refused(JournalError)
  }
}

extension Plan {
  /// The keys of `workshop.json` under which two plans differ.
  func differences(to other: Plan) -> [String] {
    let parts: [(String, Bool)] = [
      ("title", title == other.title), ("language", language == other.language),
      ("goal", goal == other.goal && summary == other.summary),
      ("programme", programme == other.programme), ("themes", themes == other.themes),
      ("people", people == other.people), ("tables", tables == other.tables),
      ("boards", boards == other.boards), ("sessions", sessions == other.sessions),
    ]
    return parts.filter { !$0.1 }.map(\.0)
  }
}
