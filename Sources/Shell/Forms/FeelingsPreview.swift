import Terminal
import WorkshopCore
import WorkshopQueries

/// The curve of a story's feelings beneath a form, while their numbers are typed.
enum FeelingsPreview {
  /// What a form needs above it.
  private static let rest = 8

  /// Draws it at the bottom when the field is one of feelings and there is room; gives back the room
  /// above.
  static func draw(
    _ text: String, of field: Field, into frame: inout Frame, in rect: Rect
  ) -> Rect {
    let feelings = Feelings(text)
    guard field.id == "emotions", !feelings.isEmpty, rect.height >= EmotionCurve.rows + rest else {
      return rect
    }
    let (strip, above) = rect.bottom(EmotionCurve.rows)
    let plot = strip.top(1).rest.left(min(strip.width, 44)).strip
    EmotionCurve.draw(feelings.points, labels: [], into: &frame, in: plot)
    return above
  }
}
