import Languages
package import WorkshopCore
import WorkshopQueries

/// Sheets that go round the tables, and what feedback is about.
extension Scene {
  /// Whether the tables' sheets of the activity's board go round now.
  private func isRotating(_ board: Board) -> Bool {
    guard let activity = current, activity.rotates == true else { return false }
    return self.board(of: activity)?.id == board.id
  }

  /// The sheet that this terminal's table has in its hands; nil where nothing goes round, or nobody
  /// writes for a table.
  ///
  /// A line that was begun stays with the sheet that it was begun on.
  package func sheet(inHandOn board: Board) -> String? {
    guard isRotating(board), let activity = current, let table = focus.table.flatMap({ Int($0) })
    else { return nil }
    if let begun = focus.begun?.sheet { return begun }
    return String(sheet(of: table, in: workshop.round(of: activity)))
  }

  private func sheet(of table: Int, in round: Int) -> Int {
    Rotation.sheet(at: table, in: round, among: workshop.tableNumbers)
  }

  /// Who writes on whose sheet, for the room and the desk: `1→2   2→3   3→1`; nil where nothing goes round.
  package func rotation(of board: Board) -> String? {
    guard isRotating(board), let activity = current else { return nil }
    let round = workshop.round(of: activity)
    let tables = workshop.tableNumbers
    guard round % tables.count != 0 else { return say("Every table writes on its own sheet") }
    let pairs = tables.map { "\($0)→\(sheet(of: $0, in: round))" }.joined(separator: "  ")
    return say("Table → sheet") + "  " + pairs
  }

  /// The field of a card that says which table wrote it on another one's sheet.
  package static var writer: String { "writer" }

  // MARK: Feedback

  /// The field of feedback that holds the project or idea it is about, and the one for the block.
  package static var about: String { "project" }
  package static var block: String { "block" }

  /// What feedback can be about: whatever has a canvas, else the projects.
  package var subjects: [Card] {
    let canvases = workshop.boards.filter { canvas(of: $0) != nil }.compactMap {
      workshop.card($0.about)
    }
    let projects = workshop.boards.filter { $0.sheet == "project" }.flatMap {
      workshop.cards(on: $0.id)
    }
    let out = workshop.outOfTheRunning(of: workshop.current)
    var seen: Set<CardID> = []
    return (canvases.isEmpty ? projects : canvases).filter {
      !$0.isGone && seen.insert($0.id).inserted
        && !out.contains($0.id)
    }
  }

  /// What the next feedback typed here is about; nil where it is no feedback or nobody has said.
  ///
  /// Where tables go round they meet one after another, never their own first. What somebody chose holds
  /// until the next round; a line stays with what it was begun about, if that was known then.
  package func subject(on board: Board) -> (card: Card, block: String?)? {
    guard board.sheet == "feedback" else { return nil }
    if let begun = focus.begun, begun.board == board.id, let about = begun.about {
      return workshop.card(about.card).map { ($0, about.block) }
    }
    let round = current.map { workshop.round(of: $0) } ?? 0
    if let about = focus.about, about.round == round, let card = workshop.card(about.card) {
      return (card, about.block)
    }
    // While a project has the floor, what is said is about it.
    if let activity = current, activity.each != nil,
      let card = workshop.card(workshop.turns[activity.id]?.round)
    {
      return (card, nil)
    }
    guard let activity = current, workshop.roundCount(of: activity) > 1,
      let table = focus.table.flatMap({ Int($0) }),
      let card = Rotation.item(
        at: table, in: round + 1, among: workshop.tableNumbers, of: subjects)
    else { return nil }
    return (card, nil)
  }

  /// The canvas of a project or an idea, the one made last.
  package func canvasBoard(about card: CardID) -> Board? {
    workshop.boards.last { $0.about == card && canvas(of: $0) != nil }
  }

  /// What was said about a canvas, by the feedback's columns.
  package func feedback(about board: Board) -> [(zone: ZoneID, title: String, cards: [Card])] {
    guard let about = board.about else { return [] }
    return workshop.boards.filter { $0.sheet == "feedback" }.flatMap { wall in
      let cards = workshop.cards(on: wall.id).filter { $0[Self.about] == about }
      let zones = zones(of: wall).map { zone in
        (zone.id, say(zone.title), cards.filter { $0.zone == zone.id })
      }
      let loose = cards.filter { card in !zones.contains { $0.0 == card.zone } }
      return (zones + [("", say("Not yet sorted"), loose)]).filter { !$0.2.isEmpty }
    }
  }
}
