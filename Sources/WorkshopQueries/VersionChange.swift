public import WorkshopCore

/// What became of the notes of a version, note by note.
public struct VersionChange: Equatable, Sendable {
  /// The newer version's notes in their order, each with what was done to it.
  public let lines: [Line]

  /// A note with its mark.
  public struct Line: Equatable, Sendable {
    public let card: CardID
    /// The block it lies in; for a note that is gone, where it lay.
    public let zone: ZoneID?
    public let text: String
    public let mark: Mark
  }

  /// What was done to a note. One that went to another block is gone from the first and new in the
  /// second.
  public enum Mark: Equatable, Sendable {
    case same, added
    /// Its text was another one.
    case changed(from: String)
    case removed
  }

  public init(from old: [Kept.Note], to new: [Kept.Note]) {
    let before = Dictionary(old.map { ($0.card, $0) }) { first, _ in first }
    let after = Dictionary(new.map { ($0.card, $0) }) { first, _ in first }
    let kept = new.map { note -> Line in
      let was = before[note.card]
      let mark: Mark =
        was?.zone != note.zone || was == nil
        ? .added : was?.text == note.text ? .same : .changed(from: was?.text ?? "")
      return Line(card: note.card, zone: note.zone, text: note.text, mark: mark)
    }
    let gone = old.filter { after[$0.card]?.zone != $0.zone || after[$0.card] == nil }.map {
      Line(card: $0.card, zone: $0.zone, text: $0.text, mark: .removed)
    }
    lines = kept + gone
  }

  /// Whether anything differs.
  public var isEmpty: Bool { lines.allSatisfy { $0.mark == .same } }

  /// How many notes have been added, changed and removed.
  public var counts: (added: Int, changed: Int, removed: Int) {
    (
      lines.count { $0.mark == .added },
      lines.count {
        if case .changed = $0.mark { return true }
        return false
      }, lines.count { $0.mark == .removed }
    )
  }
}
