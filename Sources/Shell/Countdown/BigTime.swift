package import Terminal
import WorkshopCore

/// Big digits with a caption and a bar, centred in a rectangle: the time on stage.
package enum BigTime {
  /// The rows of the time beneath what is said: many where that leaves what is said large, else fewer; none
  /// without a countdown.
  package static func rows(
    _ scene: Scene, in rect: Rect, leavesLarge: (Int) -> Bool
  ) -> Int {
    guard scene.countdown != nil else { return 0 }
    let most = rect.height / 2
    let few = min(most, rect.height >= 24 ? 8 : 9)
    let many = min(most, rect.height >= 24 ? 14 : 9)
    return leavesLarge(many) ? many : few
  }

  package static func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    guard let countdown = scene.countdown, rect.height >= 1 else { return }
    let showsDigits = scene.workshop.isOn(.digits)
    let (foot, digits) = rect.bottom(rect.height >= 6 || !showsDigits ? 3 : 0)
    if showsDigits {
      let style = Style(TimeLeft.ink(countdown, at: scene.now), bold: true)
      frame.big(TimeLeft.text(countdown, at: scene.now), in: digits, style: style)
      frame.put(
        TimeLeft.caption(countdown, scene), x: foot.x, y: foot.y, style: .quiet,
        width: foot.width, alignment: .centre)
    }
    guard !foot.isEmpty else { return }
    let width = min(60, foot.width - 4)
    TimeLeft.bar(
      countdown, at: scene.now, into: &frame, x: foot.x + (foot.width - width) / 2, y: foot.y + 1,
      width: width)
  }
}
