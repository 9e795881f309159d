import Shell
import Terminal
import WorkshopCore

/// A frame as lines to be heard: no boxes, no bars, no large letters; what is chosen begins with a mark.
enum PlainRows {
  /// So wide that few texts are cut, so high that few lists are.
  static let size = Size(columns: 100, rows: 60)
  /// What everyone sees is drawn in large letters where there is room for them; here there is none.
  private static let stage = Size(columns: 80, rows: 24)

  /// The whole screen without the line of keys at its foot.
  static func of(_ scene: Scene) -> [String] {
    var scene = scene
    let size = scene.role == .stage ? stage : size
    scene.size = size
    let frame = View.draw(scene, size: size)
    return rows(frame, upTo: scene.role == .stage ? size.rows : size.rows - 1).map {
      // The time of day is no news.
      $0.hasSuffix(scene.now.clock) ? String($0.dropLast(scene.now.clock.count)).trimmed : $0
    }.filter { !$0.isEmpty }
  }

  private static func rows(_ frame: Frame, upTo last: Int) -> [String] {
    (0..<last).compactMap { y in
      let cells = (0..<frame.size.columns).map { frame[$0, y] }
      var text = ""
      var gap = 0
      for cell in cells {
        guard !isPicture(cell.text), cell.text != " " else {
          gap += 1
          continue
        }
        if cell.text.isEmpty { continue }
        if gap > 0, !text.isEmpty { text += gap > 1 ? "  " : " " }
        gap = 0
        text += cell.text
      }
      guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
      let isChosen = cells.contains { $0.style.ink == .selection && $0.text != " " }
      return isChosen ? "> " + text : text
    }
  }

  /// Lines of boxes and parts of large letters (Unicode's box drawing and block elements).
  private static func isPicture(_ text: String) -> Bool {
    text.unicodeScalars.first.map { (0x2500...0x259F).contains($0.value) } ?? false
  }
}
