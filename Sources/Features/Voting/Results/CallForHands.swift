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
    let width = min(72, rect.width - 4)
    let lines = Text.wrap(question.text, to: max(1, width))
    let number = question.number.map(String.init) ?? ""
    let beneath = lines.count + (question.grade == nil ? 0 : 2) + 3
    let digits = Size(columns: rect.width, rows: min(9, rect.height - beneath))
    let scale = BigText.largest(for: number, in: digits)
    let size = scale.map { BigText.size(of: number, scale: $0) }
    let height = (size.map { $0.rows + 1 } ?? 0) + beneath
    var y = rect.y + max(0, (rect.height - height) / 2)
    if let scale, let size {
      frame.big(
        number, x: rect.x + (rect.width - size.columns) / 2, y: y, scale: scale,
        style: Style(.accent, bold: true))
      y += size.rows + 1
    }
    let place = Rect(
      x: rect.x + (rect.width - width) / 2, y: y, width: width, height: max(0, rect.maxY - y))
    y += frame.paragraph(
      question.text, in: place, style: Style(.strong, bold: true), alignment: .centre)
    if let grade = question.grade {
      frame.put(
        grade, x: rect.x, y: y + 1, style: Style(.accent, bold: true), width: rect.width,
        alignment: .centre)
      y += 2
    }
    frame.put(
      scene.say("Hands up: \(call.number) of \(call.of)"), x: rect.x,
      y: min(rect.maxY - 1, y + 1), style: .quiet, width: rect.width, alignment: .centre)
  }
}
