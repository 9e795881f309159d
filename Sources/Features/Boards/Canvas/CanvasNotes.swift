import Cards
import Journaling
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// The notes of a canvas by block, each with what became of it since a version was kept.
struct CanvasNotes {
  private let byBlock: [String: [VersionChange.Line]]
  private let labels: [CardID: String]
  private let selected: CardID?
  private let presence: [String: [String]]
  /// Whether there is a version to compare with: only then have notes a mark.
  private let isCompared: Bool

  init(_ scene: Scene, _ board: Board, writers: [Presence], selected: CardID?) {
    let now = scene.workshop.notes(on: board.id)
    let change = scene.change(of: board)
    let lines = (change ?? VersionChange(from: now, to: now)).lines
    byBlock = Dictionary(grouping: lines) { $0.zone ?? "" }
    labels = Dictionary(
      uniqueKeysWithValues: scene.workshop.cards(on: board.id).map { ($0.id, Wall.label($0)) })
    self.selected = selected
    isCompared = change != nil
    let here = writers.filter { $0.board == board.id && $0.by != scene.me && $0.zone != nil }
    presence = Dictionary(grouping: here) { $0.zone ?? "" }.mapValues { $0.map(\.by) }
  }

  /// A block's notes, those that are gone last.
  func lines(in block: String) -> [VersionChange.Line] { byBlock[block] ?? [] }

  func count(in block: String) -> Int { lines(in: block).count { $0.mark != .removed } }

  /// Who else works in a block: `Ana, Louis`.
  func writers(in block: String) -> String { (presence[block] ?? []).joined(separator: ", ") }

  func draw(in block: String, into frame: inout Frame, in rect: Rect) {
    let notes = lines(in: block)
    var y = rect.y
    for (index, note) in notes.enumerated() {
      let isGone = note.mark == .removed
      let text = isGone ? note.text : labels[note.card] ?? note.text
      var rows = Text.wrap(text, to: max(1, rect.width - 2))
      guard y + 1 <= rect.maxY else { break }
      let room = rect.maxY - y - (index < notes.count - 1 ? 1 : 0)
      if rows.count > room, index == 0, room > 0 {
        // The beginning of the only one that has room says more than a number.
        rows = rows.prefix(room - 1) + [Text.cut(rows[room - 1], to: rect.width - 2)]
      }
      if rows.count > room {
        frame.put("+ \(notes.count - index)", x: rect.x + 2, y: y, style: .quiet)
        break
      }
      let isSelected = note.card == selected && !isGone
      let mark = isSelected ? "▶" : isCompared ? note.mark.sign : "·"
      frame.put(
        mark, x: rect.x, y: y, style: isSelected || note.mark != .same ? .accent : .quiet)
      for row in rows {
        frame.put(
          row, x: rect.x + 2, y: y,
          style: isSelected ? Style(.strong, bold: true) : isGone ? .quiet : .plain,
          width: rect.width - 2)
        y += 1
      }
      if isSelected { frame.cursor = Point(x: rect.x, y: y - rows.count) }
    }
  }
}

/// What people said about a canvas, beside it or in one line.
enum CanvasFeedback {
  typealias Columns = [(zone: ZoneID, title: String, cards: [Card])]

  /// - Parameter block: what is about it comes first.
  static func draw(
    _ scene: Scene, _ columns: Columns, _ board: Board, block: String?, into frame: inout Frame,
    in rect: Rect
  ) {
    guard !columns.isEmpty, rect.width > 8 else { return }
    // Each column keeps room for its title and a note.
    var y = rect.y
    for (index, column) in columns.enumerated() {
      let kept = (columns.count - index - 1) * 3
      let limit = rect.maxY - kept
      guard y + 1 < limit else { return }
      frame.put(
        "\(column.title) \(column.cards.count)", x: rect.x, y: y, style: Style(.strong, bold: true),
        width: rect.width)
      y += 1
      let cards =
        column.cards.filter { $0[Scene.block] == block && block != nil }
        + column.cards.filter { $0[Scene.block] != block || block == nil }
      for (index, card) in cards.enumerated() {
        let place = scene.title(ofZone: card[Scene.block], on: board).map { " (\($0))" } ?? ""
        let rows = Text.wrap(Wall.label(card) + place, to: rect.width - 2)
        let isLast = index == cards.count - 1
        guard y + rows.count <= limit - (isLast ? 0 : 1) else {
          frame.put("+ \(cards.count - index)", x: rect.x + 2, y: min(y, limit - 1), style: .quiet)
          y += 1
          break
        }
        frame.put("·", x: rect.x, y: y, style: .quiet)
        for row in rows {
          frame.put(row, x: rect.x + 2, y: y, width: rect.width - 2)
          y += 1
        }
      }
      y += 1
    }
  }

  /// How much of each there is.
  static func line(_ scene: Scene, _ columns: Columns, into frame: inout Frame, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let text = columns.map { "\($0.title) \($0.cards.count)" }.joined(separator: " · ")
    frame.put(text, x: rect.x, y: rect.y, style: .accent, width: rect.width)
  }
}
