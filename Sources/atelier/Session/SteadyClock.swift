import Glibc
import WorkshopCore

/// The workshop's time as this terminal keeps it: it never jumps while the program runs.
///
/// A computer's clock may be set forward or back in the middle of a day, by hand or by the network; a
/// countdown must not notice. So the wall clock is read once, and from then on the time since boot is
/// counted, which goes on while a laptop is closed. Nobody else's clock moves it: what is done now
/// stands after what was done already by its stamp, not by its time.
struct SteadyClock: Sendable {
  /// What the machine's two clocks say, in milliseconds.
  struct Reading: Sendable {
    /// Since 1970.
    let wall: Int64
    /// Since the machine was started, sleep included.
    let boot: Int64
  }

  private let start: Reading

  init(_ start: Reading) { self.start = start }

  /// Milliseconds since 1970.
  func now(_ reading: Reading) -> Int64 {
    start.wall + (reading.boot - start.boot)
  }

  /// Milliseconds by which the machine's clock was set forward since; negative when set back.
  func apart(_ reading: Reading) -> Int64 { reading.wall - now(reading) }
}

extension SteadyClock.Reading {
  static var now: Self {
    Self(wall: milliseconds(CLOCK_REALTIME), boot: milliseconds(CLOCK_BOOTTIME))
  }

  private static func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}

extension Moment {
  /// An instant with the zone that is in force here then.
  static func local(_ milliseconds: Int64) -> Moment {
    var seconds = time_t(milliseconds / 1000)
    var local = tm()
    localtime_r(&seconds, &local)
    return Moment(milliseconds: milliseconds, offset: local.tm_gmtoff)
  }

  /// The wall clock, with the zone in force.
  static var now: Moment { local(SteadyClock.Reading.now.wall) }
}
