import Languages
package import Shell
package import Terminal
import WorkshopCore

/// What the stage says of the time so that nobody misses it: two minutes before the end, and the end.
package enum TimeUp {
  /// For so many seconds after the end, the end is all that the stage shows.
  static let alone = 8
  /// Two minutes before the end the room is told, for half a minute
  /// (https://workshopr.io/tips/category.php?slug=time).
  private static let notice = 91...120
  /// Shorter times need no notice.
  private static let shortest = 300

  /// The band over the stage's first row; nil while there is nothing to say.
  static func band(_ scene: Scene) -> (text: String, style: Style)? {
    guard let countdown = scene.countdown, countdown.isRunning else { return nil }
    let left = countdown.secondsLeft(at: scene.now)
    if left <= 0 {
      let text = scene.say("Time is up")
      return (left == 0 ? text : "\(text)  \(TimeLeft.text(countdown, at: scene.now))", .banner)
    }
    guard notice.contains(left), countdown.seconds >= shortest else { return nil }
    return (scene.say("2 minutes left"), .selection)
  }

  /// Whether the end has only just come.
  package static func isAlone(_ scene: Scene) -> Bool {
    guard let countdown = scene.countdown, countdown.isRunning else { return false }
    let left = countdown.secondsLeft(at: scene.now)
    return left <= 0 && left > -alone
  }

  package static func drawBand(_ scene: Scene, into frame: inout Frame, y: Int) {
    guard let (text, style) = band(scene) else { return }
    let width = frame.size.columns
    frame.fill(Rect(x: 0, y: y, width: width, height: 1), style: style)
    var bold = style
    bold.bold = true
    frame.put(text, x: 0, y: y, style: bold, width: width, alignment: .centre)
  }

  /// The whole stage, readable from the last row.
  package static func draw(_ scene: Scene, into frame: inout Frame) {
    frame.fill(frame.bounds, style: .banner)
    let style = Style(.banner, bold: true)
    let following = scene.followingToday.map { scene.say("Next: \($0.title)") } ?? ""
    let room = frame.bounds.inset(horizontal: 4, vertical: 1)
    let (head, rest) = room.top(room.height / 3)
    let (foot, digits) = rest.bottom(room.height / 4)
    for (text, place) in [(scene.say("Time is up"), head), (following, foot)] {
      let line = StageText([.init(text, style)], alignment: .centre)
      let air = max(0, place.height - line.height(in: place.size)) / 2
      line.draw(into: &frame, in: place.top(air).rest)
    }
    frame.big("0:00", in: digits, style: style)
  }
}
