/// A wall-clock instant with the zone it is read in.
///
/// Pure code takes it as `now`; only the session loop and the commands read the clock.
public struct Moment: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970, UTC.
  public var milliseconds: Int64
  /// Seconds east of Greenwich at this instant.
  public var offset: Int

  public init(milliseconds: Int64, offset: Int = 0) {
    self.milliseconds = milliseconds
    self.offset = offset
  }

  public static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }

  /// Seconds since local midnight, 0 to 86,399.
  public var secondOfDay: Int {
    let seconds = (milliseconds / 1000) + Int64(offset)
    return Int(((seconds % 86_400) + 86_400) % 86_400)
  }

  /// The same zone, at another instant.
  public func at(_ milliseconds: Int64) -> Moment {
    Moment(milliseconds: milliseconds, offset: offset)
  }

  /// This instant moved by some seconds.
  public func adding(seconds: Int) -> Moment { at(milliseconds + Int64(seconds) * 1000) }

  /// The instant of a written time such as `2026-11-23T09:14:05+01:00`, in milliseconds since 1970; nil
  /// when it is none.
  package static func milliseconds(of written: String) -> Int64? {
    let text = written.utf8.prefix(19)
    guard text.count == 19, let offset = offset(of: written),
      let day = Day(String(written.prefix(10))),
      let clock = ClockTime(String(written.dropFirst(11).prefix(5))),
      let seconds = Int(written.dropFirst(17).prefix(2))
    else { return nil }
    return (Int64(day.number) * 86_400 + Int64(clock.minutes * 60 + seconds - offset)) * 1000
  }

  /// Seconds east of Greenwich at the end of a written time such as `2026-11-23T09:14:05+01:00`; nil
  /// when it names none.
  package static func offset(of written: String) -> Int? {
    if written.hasSuffix("Z") { return 0 }
    let zone = written.suffix(6)
    guard written.count > 6, let sign = zone.first, sign == "+" || sign == "-",
      let time = ClockTime(String(zone.dropFirst()))
    else { return nil }
    return time.minutes * (sign == "-" ? -60 : 60)
  }

  /// `HH:MM` on a 24-hour clock.
  public var clock: String { ClockTime(minutes: secondOfDay / 60).description }
}

/// A time of day in minutes since midnight, written `HH:MM`.
public struct ClockTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 0 to 1,439; a day that runs past midnight wraps.
  public let minutes: Int

  public init(minutes: Int) { self.minutes = ((minutes % 1440) + 1440) % 1440 }

  /// Reads `9:05` or `09:05`; nil when it is anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      parts.joined().utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
      let hours = Int(parts[0]), let minutes = Int(parts[1]), hours < 24, minutes < 60
    else { return nil }
    self.init(minutes: hours * 60 + minutes)
  }

  public var description: String {
    let hours = minutes / 60
    let rest = minutes % 60
    return (hours < 10 ? "0" : "") + "\(hours):" + (rest < 10 ? "0" : "") + "\(rest)"
  }

  public static func < (a: ClockTime, b: ClockTime) -> Bool { a.minutes < b.minutes }
}
