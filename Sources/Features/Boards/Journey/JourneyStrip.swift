import Assets
import Cards
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// All stages of a journey in a strip: the curve or the feelings as numbers, the names, what hurts.
struct JourneyStrip {
  private let scene: Scene
  private let journey: Journey
  private let map: JourneyMap
  private let chosen: Int

  init(_ scene: Scene, _ journey: Journey, _ map: JourneyMap, chosen: Int) {
    self.scene = scene
    self.journey = journey
    self.map = map
    self.chosen = chosen
  }

  /// Draws at the top and gives back the room beneath.
  func draw(into frame: inout Frame, in rect: Rect, curve hasCurve: Bool) -> Rect {
    let values = map.stages.map(\.emotion)
    let count = max(1, journey.stages.count)
    // The curve keeps three columns for its scale.
    let scale = hasCurve ? 3 : 0
    let width = (rect.width - scale) / count
    let (strip, below) = rect.top(hasCurve ? 7 : 3)
    var y = strip.y
    if hasCurve {
      EmotionCurve.draw(
        values, labels: [], into: &frame,
        in: Rect(x: strip.x, y: y, width: width * count + scale, height: 5))
      y += 5
    }
    names(into: &frame, x: strip.x + scale, y: y, width: width)
    y += 1
    if !hasCurve {
      for (index, value) in values.enumerated() {
        frame.put(
          value.map(JourneyMap.signed) ?? "·", x: strip.x + index * width, y: y,
          style: value.map { Style(JourneyView.ink($0), bold: true) } ?? .quiet, width: width,
          alignment: .centre)
      }
      y += 1
    }
    rule(into: &frame, x: strip.x + scale, y: y, width: width)
    return below
  }

  /// The stages' names, or their numbers where a name would be cut.
  private func names(into frame: inout Frame, x: Int, y: Int, width: Int) {
    let labels = journey.stages.map { scene.say($0.label) }
    let hasRoom = labels.allSatisfy { Text.width($0) <= width }
    for (index, label) in labels.enumerated() {
      let isEmpty = map.stages[index].lines.isEmpty
      let style: Style =
        index == chosen ? Style(.accent, bold: true) : isEmpty ? .quiet : .plain
      frame.put(
        hasRoom ? label : "\(index + 1)", x: x + index * width, y: y, style: style, width: width,
        alignment: .centre)
    }
  }

  /// A rule, heavy under the chosen stage, with the number of pain points of each.
  private func rule(into frame: inout Frame, x: Int, y: Int, width: Int) {
    frame.rule(x: x, y: y, width: width * journey.stages.count)
    frame.rule(
      x: x + chosen * width, y: y, width: width, style: Style(.accent), character: "━")
    for (index, stage) in map.stages.enumerated() {
      let pains = stage.lines(in: .pain).count
      guard pains > 0 else { continue }
      let text = pains == 1 ? " ! " : " !\(pains) "
      frame.put(
        text, x: x + index * width + (width - Text.width(text)) / 2, y: y,
        style: Style(.warning, bold: true))
    }
  }
}
