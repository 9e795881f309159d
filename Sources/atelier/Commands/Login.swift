import FoundationEssentials
import Glibc

/// This login: the same for every program that is started in it, and never that of the next person who
/// comes over the same line.
///
/// A terminal's name is given to the next who logs in, so it says nothing. What does not come again are the
/// start of the computer, the session (its leader and when that began) and, over ssh, the connection.
enum Login {
  /// - Parameter place: the workshop directory, so that two workshops cannot be told to be one person's.
  static func here(_ place: String) -> String {
    let session = getsid(0)
    let connection = getenv("SSH_CONNECTION").map { String(cString: $0) } ?? ""
    let parts = [
      boot ?? random, String(session),
      began(session) ?? random, connection, place,
    ]
    return parts.joined(separator: " ")
  }

  /// Where the system does not tell, every start of the program is another voter.
  private static var random: String { String(UInt64.random(in: 0 ... .max), radix: 36) }

  #if canImport(Darwin)
    /// What is told apart by this start of the computer: when that was.
    private static var boot: String? {
      var time = timeval()
      var size = MemoryLayout<timeval>.stride
      return sysctlbyname("kern.boottime", &time, &size, nil, 0) == 0
        ? "\(time.tv_sec).\(time.tv_usec)" : nil
    }

    /// When a process began (sysctl(3)).
    private static func began(_ process: pid_t) -> String? {
      var info = kinfo_proc()
      var size = MemoryLayout<kinfo_proc>.stride
      var what = [CTL_KERN, KERN_PROC, KERN_PROC_PID, process]
      guard sysctl(&what, 4, &info, &size, nil, 0) == 0, size > 0 else { return nil }
      let time = info.kp_proc.p_un.__p_starttime
      return "\(time.tv_sec).\(time.tv_usec)"
    }
  #else
    /// What is told apart by this start of the computer: a number that it drew.
    private static var boot: String? { text("/proc/sys/kernel/random/boot_id") }

    /// When a process began, in ticks since the computer did: the 22nd field, counted after the name, which
    /// may hold spaces (proc(5)).
    private static func began(_ process: pid_t) -> String? {
      guard let stat = text("/proc/\(process)/stat"), let end = stat.lastIndex(of: ")") else {
        return nil
      }
      let fields = stat[end...].split(separator: " ")
      return fields.count > 20 ? String(fields[20]) : nil
    }

    private static func text(_ path: String) -> String? {
      FileManager.default.contents(atPath: path).map { data in
        String(decoding: data, as: UTF8.self).filter { !$0.isNewline }
      }
    }
  #endif
}
