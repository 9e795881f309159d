import Cards
import Languages
import Reporting
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// What stands beneath a canvas in the report: what became of it since a version was kept, and what
/// people said about it.
enum CanvasReport {
  /// The last version against what stands there now; nothing when nothing changed.
  static func changes(_ scene: Scene, _ board: Board) -> [Report.Block] {
    guard let version = scene.workshop.kept[board.id]?.last, let change = scene.change(of: board),
      !change.isEmpty
    else { return [] }
    let lines = change.lines.filter { $0.mark != .same }.map { line -> Report.Item in
      let place = scene.title(ofZone: line.zone, on: board).map { " (\($0))" } ?? ""
      guard case .changed(let from) = line.mark else {
        return Report.Item("\(line.mark.sign) \(line.text)\(place)")
      }
      return Report.Item(
        "\(line.mark.sign) \(line.text)\(place)",
        children: [Report.Item(scene.say("before: \(from)"))])
    }
    let title = scene.say("Since \(version.title): \(VersionPage.counts(change))")
    return [.paragraph(title), .list(lines)]
  }

  /// What people like, wish and wonder, each with the block it is about.
  static func feedback(_ scene: Scene, _ board: Board) -> [Report.Block] {
    // Of several canvases about one idea the newest has it.
    guard let about = board.about, scene.canvasBoard(about: about)?.id == board.id else {
      return []
    }
    return scene.feedback(about: board).flatMap { _, title, cards -> [Report.Block] in
      let items = cards.map { card in
        let place = scene.title(ofZone: card[Scene.block], on: board).map { " (\($0))" } ?? ""
        return Report.Item(Wall.label(card) + place)
      }
      return [.heading(level: 4, title), .list(items)]
    }
  }
}
