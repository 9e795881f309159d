import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

extension RecoveryPanel {
  /// As narrow as a column may be to be read, and as low as columns may be to be worth comparing.
  private static let smallest = Size(columns: 22, rows: 12)
  /// As wide as a column may be for a number to be seen beside its item.
  private static let widest = 44

  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(scene.say("The rest of the day"), into: &frame, in: rect)
    guard let recovery = recovery(scene) else { return }
    var room = inner
    for (index, sentence) in RecoveryText.head(recovery, scene).enumerated() {
      let style = index == 0 ? Style(.strong, bold: true) : Style(.warning)
      room = room.top(frame.paragraph(sentence, in: room, style: style)).rest
    }
    if room.height > 8 { room = room.top(1).rest }
    guard !recovery.proposals.isEmpty else {
      let nothing: Phrase =
        recovery.fits
        ? "Everything fits: nothing need be cut"
        : "Nothing can give: what is fixed stays, and so does what has no minimum"
      frame.paragraph(scene.say(nothing), in: room)
      return
    }
    let gap = room.width >= 110 ? 5 : 3
    let count = recovery.proposals.count
    let width = min(room.width, count * (Self.widest + gap) - gap)
    let columns = room.left(width).strip.columns(count, gap: gap)
    let isWide = columns.allSatisfy { $0.width >= Self.smallest.columns }
    let chosen = index(in: recovery)
    if isWide, room.height >= Self.smallest.rows {
      for (index, column) in columns.enumerated() {
        draw(index, isChosen: index == chosen, of: recovery, scene, into: &frame, in: column)
        guard index > 0 else { continue }
        let rule = Rect(x: column.x - gap / 2 - 1, y: room.y, width: 1, height: room.height)
        frame.fill(rule, style: .quiet, with: "│")
      }
    } else {
      draw(chosen, isChosen: true, of: recovery, scene, into: &frame, in: room)
      let place = "← \(chosen + 1)/\(count) →"
      if count > 1 {
        frame.put(
          place, x: room.x, y: room.y, style: Style(.selection, bold: true), width: room.width,
          alignment: .right)
      }
    }
  }

  private func draw(
    _ index: Int, isChosen: Bool, of recovery: Recovery, _ scene: Scene, into frame: inout Frame,
    in rect: Rect
  ) {
    let proposal = recovery.proposals[index]
    let (head, body) = rect.top(1)
    let style = isChosen ? Style(.selection, bold: true) : Style(.strong, bold: true)
    if isChosen {
      frame.fill(head, style: style)
      frame.cursor = Point(x: head.x, y: head.y)
    }
    let title = scene.say(RecoveryText.title(proposal.kind))
    frame.put(isChosen ? "▶" : " ", x: head.x, y: head.y, style: style)
    frame.put(title, x: head.x + 2, y: head.y, style: style, width: head.width - 2)
    RecoveryColumn(
      rows: RecoveryText.rows(proposal, of: recovery, scene),
      more: { scene.say("and \($0) more, \($1) min in all") }
    ).draw(into: &frame, in: body)
  }
}
