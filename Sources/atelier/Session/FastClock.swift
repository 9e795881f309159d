import WorkshopCore

/// A clock that runs faster than the wall's, can stand still, and can skip a night.
struct FastClock: Sendable {
  private var shown: Moment
  /// The wall's clock when it was last looked at (ms).
  private var real: Int64?
  /// Seconds shown in a second.
  var speed: Int
  var isStopped = false

  /// Milliseconds of the wall's that pass at one look at most: a terminal that was suspended, or a
  /// machine that was busy, finds the rehearsal where it left it.
  private static let longest: Int64 = 500

  init(_ start: Moment, speed: Int) {
    shown = start
    self.speed = speed
  }

  mutating func now(at wall: Moment) -> Moment {
    let gone = min(max(0, wall.milliseconds - (real ?? wall.milliseconds)), Self.longest)
    real = wall.milliseconds
    if !isStopped { shown = shown.at(shown.milliseconds + gone * Int64(speed)) }
    return shown
  }

  mutating func skip(to moment: Int64) { shown = shown.at(max(shown.milliseconds, moment)) }
}
