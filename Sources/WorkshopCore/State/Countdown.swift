/// The time left for an activity.
///
/// Kept as what was left at some stamp, so that no end time ever has to be corrected.
public struct Countdown: Equatable, Sendable {
  /// The whole duration in seconds, extensions included; 0 to `longest`.
  public internal(set) var seconds: Int
  /// Milliseconds left at `mark`; negative in overtime.
  var left: Int64
  /// Milliseconds since 1970 when it last started to run, by the clock of `writer`; nil while it stands.
  var mark: Int64?
  /// Who started it, as in the ids of entries; empty where nobody did.
  var writer = ""
  /// It ran when the room went elsewhere, and will run on when the room is back.
  public internal(set) var isInterrupted = false

  /// A day, in seconds, as for an activity's minutes: a slip of the keyboard must not overflow.
  public static let longest = 86_400

  public var isRunning: Bool { mark != nil }

  /// Whether it runs and has time left.
  func runs(at now: Int64) -> Bool { isRunning && remaining(at: now) > 0 }

  init(seconds: Int, startedAt mark: Int64?, by writer: String = "") {
    self.writer = writer
    self.seconds = min(max(0, seconds), Self.longest)
    left = Int64(self.seconds) * 1000
    self.mark = mark
  }

  /// A time that stands with so many seconds left.
  init(seconds: Int, left: Int) {
    self.init(seconds: seconds, startedAt: nil)
    self.left = Int64(Self.limited(left, to: self.seconds)) * 1000
  }

  /// Seconds left, never more than the whole nor further in overtime than a day.
  private static func limited(_ left: Int, to seconds: Int) -> Int {
    min(max(-longest, left), seconds)
  }

  /// Milliseconds left, negative in overtime.
  public func remaining(at now: Int64) -> Int64 {
    mark.map { left - max(0, now - $0) } ?? left
  }

  /// Whole seconds left as a clock shows them: rounded up, so that 60:00 stands for a second.
  public func secondsLeft(at now: Moment) -> Int {
    let remaining = remaining(at: now.milliseconds)
    return Int(remaining >= 0 ? (remaining + 999) / 1000 : -((-remaining) / 1000))
  }

  /// How much of the time has gone, 0 to 1.
  public func fraction(at now: Moment) -> Double {
    guard seconds > 0 else { return 1 }
    let gone = 1 - Double(remaining(at: now.milliseconds)) / (Double(seconds) * 1000)
    return min(1, max(0, gone))
  }

  /// - Parameter left: the seconds that whoever paused it saw, where that is known.
  mutating func pause(at now: Int64, left: Int? = nil) {
    self.left = left.map { Int64(Self.limited($0, to: seconds)) * 1000 } ?? remaining(at: now)
    mark = nil
    isInterrupted = false
  }

  mutating func resume(at now: Int64, by writer: String) {
    if mark == nil { (mark, self.writer) = (now, writer) }
    isInterrupted = false
  }

  /// The room goes elsewhere.
  mutating func interrupt(at now: Int64, left: Int? = nil) {
    guard isRunning else { return }
    pause(at: now, left: left)
    isInterrupted = true
  }

  /// So many seconds left from now on; the whole is what has gone and what is left.
  mutating func set(_ seconds: Int, at now: Int64, by writer: String) {
    let seconds = min(max(0, seconds), Self.longest)
    let gone = Int(max(0, Int64(self.seconds) * 1000 - remaining(at: now)) / 1000)
    self.seconds = min(gone + seconds, Self.longest)
    left = Int64(seconds) * 1000
    if isRunning { (mark, self.writer) = (now, writer) }
  }

  /// More time or less; the whole stays between nothing and `longest`.
  mutating func extend(by seconds: Int) {
    let change = min(max(seconds, -self.seconds), Self.longest - self.seconds)
    self.seconds += change
    left += Int64(change) * 1000
  }
}
