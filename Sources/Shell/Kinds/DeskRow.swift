package import Languages
package import Terminal

/// One labelled line of the facilitator's pane.
package struct DeskRow: Sendable {
  package let label: Phrase
  package let text: String
  var style = Style.plain

  package init(_ label: Phrase, _ text: String, style: Style = .plain) {
    self.label = label
    self.text = text
    self.style = style
  }

  /// Labelled rows, each wrapped, as many as there is room for.
  @discardableResult
  package static func draw(
    _ rows: [DeskRow], _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) -> Int {
    let labelWidth = 10
    var y = rect.y
    let filled = rows.filter { !$0.text.isEmpty }
    for (index, row) in filled.enumerated() {
      // Each row to come keeps a line, so that a long script never hides who is here.
      let kept = filled.count - index - 1
      let room = rect.maxY - y - kept
      guard room > 0 else { continue }
      if index == 0 || filled[index - 1].label != row.label {
        frame.put(scene.say(row.label), x: rect.x, y: y, style: .quiet, width: labelWidth - 1)
      }
      let place = Rect(x: rect.x + labelWidth, y: y, width: rect.width - labelWidth, height: room)
      y += max(1, frame.paragraph(row.text, in: place, style: row.style))
      if rect.height - filled.count > 8, kept > 0, y < rect.maxY - kept { y += 1 }
    }
    return y
  }
}
