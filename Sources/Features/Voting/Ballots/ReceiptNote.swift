import Languages
import Shell
import Terminal

/// The receipt of a ballot, for its voter alone, and what it is for.
enum ReceiptNote {
  static func draw(_ receipt: String, _ scene: Scene, into frame: inout Frame, in rect: Rect) {
    frame.put(
      scene.say("Your ballot is submitted. Its receipt: \(receipt)"), x: rect.x, y: rect.y,
      style: Style(.good, bold: true), width: rect.width)
    frame.paragraph(
      scene.say(purpose), in: Rect(x: rect.x, y: rect.y + 2, width: rect.width, height: 3),
      style: .plain)
    frame.put(
      scene.say("Enter, then hand over."), x: rect.x, y: min(rect.maxY - 1, rect.y + 5),
      style: .quiet, width: rect.width)
  }

  /// Why somebody would note it down.
  static let purpose: Phrase =
    "Note it down if you like: after the vote it stands beside your ballot in the list of all ballots."
}
