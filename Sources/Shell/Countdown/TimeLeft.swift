import Languages
package import Terminal
package import WorkshopCore

/// The time left, as text, as large digits and as a bar.
package enum TimeLeft {
  /// `MM:SS`, hours as minutes, overtime with a plus.
  package static func text(_ countdown: Countdown, at now: Moment) -> String {
    let left = countdown.secondsLeft(at: now)
    let seconds = abs(left)
    let text = "\(pad(seconds / 60)):\(pad(seconds % 60))"
    return left < 0 ? "+" + text : text
  }

  private static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Calm until a fifth is left, then orange, red in the last twentieth and in overtime.
  ///
  /// The thresholds of the countdown tools compared in the field.
  package static func ink(_ countdown: Countdown, at now: Moment) -> Ink {
    let fraction = countdown.fraction(at: now)
    if fraction >= 0.95 { return .late }
    return fraction >= 0.8 ? .soon : .strong
  }

  /// A bar of the time gone.
  package static func bar(
    _ countdown: Countdown, at now: Moment, into frame: inout Frame, x: Int, y: Int, width: Int
  ) {
    guard width > 0 else { return }
    let gone = Int((Double(width) * countdown.fraction(at: now)).rounded())
    let style = Style(ink(countdown, at: now))
    frame.put(String(repeating: "━", count: gone), x: x, y: y, style: style)
    frame.put(String(repeating: "─", count: width - gone), x: x + gone, y: y, style: .quiet)
  }

  /// What stands beside the digits: of how much, paused or over.
  package static func caption(_ countdown: Countdown, _ scene: Scene) -> String {
    let left = countdown.secondsLeft(at: scene.now)
    if left < 0 { return scene.say("overtime") }
    if !countdown.isRunning { return scene.say("stopped") }
    guard countdown.seconds.isMultiple(of: 60) else {
      let whole = "\(countdown.seconds / 60):" + pad(countdown.seconds % 60)
      return scene.say("of \(whole) min")
    }
    return scene.say("of \(countdown.seconds / 60) min")
  }
}
