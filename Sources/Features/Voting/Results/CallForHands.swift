import Languages
import Shell
import Terminal
import WorkshopCore

/// What hands are raised for, on the stage: the option alone and large, its number above it.
enum CallForHands {
  static func draw(
    _ call: HandsPanel.Call, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    let question = call.question
    let number = question.number.map(String.init) ?? ""
    let said = StageText(
      [
        .init(question.text, Style(.strong, bold: true), rank: 0),
        .init(question.grade ?? "", Style(.accent, bold: true), rank: 1),
        .init(scene.say("Hands up: \(call.number) of \(call.of)"), .quiet, rank: 2),
      ], alignment: .centre)
    let room = rect.inset(horizontal: 2, vertical: 0)
    // The option goes before its number: the digits take what it leaves.
    let text = said.height(
      in: Size(columns: room.width, rows: max(room.height * 2 / 3, room.height - 10)))
    let digits = Size(columns: room.width, rows: min(9, room.height - text - 1))
    let scale = BigText.largest(for: number, in: digits)
    let size = scale.map { BigText.size(of: number, scale: $0) }
    var rest = room.top(max(0, room.height - text - (size.map { $0.rows + 1 } ?? 0)) / 2).rest
    if let scale, let size {
      frame.big(
        number, x: rest.x + (rest.width - size.columns) / 2, y: rest.y, scale: scale,
        style: Style(.accent, bold: true))
      rest = rest.top(size.rows + 1).rest
    }
    said.draw(into: &frame, in: rest.top(text).strip)
  }
}
