import Assets
import FoundationEssentials
import Glibc
import Journaling
import Languages
import Shell
import Terminal
import WorkshopCore

/// What a person prefers on this machine: `atelier/config.json` in the folder of settings
/// (`XDG_CONFIG_HOME`, else `~/.config`). What is asked for on the command line goes before it.
struct Settings: Decodable, Equatable {
  /// The name that others see.
  var name: String?
  /// The language of one's own screens, whatever the workshop's is; the projector keeps that.
  var language: String?
  /// The colours, as `--theme` takes them.
  var theme: String?
  /// Whether this terminal rings at the end of a time; true without it.
  var bell: Bool?
  /// Other keys for what the usual ones do, by the ids that `atelier keys --ids` lists.
  var keys: [String: String]?

  /// Read once: a command has one person.
  static let own = Result { () throws(CommandError) in try read() }

  /// None where there is no file; an error where it cannot be understood, for what somebody wrote there is
  /// meant.
  static func read() throws(CommandError) -> Settings {
    guard let path else { return Settings() }
    guard access(path, F_OK) == 0 else { return Settings() }
    guard let data = FileManager.default.contents(atPath: path), data.count < 1 << 16 else {
      throw .journal(.unreadable(path, errno: EIO))
    }
    do {
      return try JSONDecoder().decode(Settings.self, from: data)
    } catch {
      let known = ["name", "language", "theme", "bell", "keys"].joined(separator: ", ")
      throw .failed("\(path) is not understood; what it may hold: \(known)")
    }
  }

  private static var path: String? {
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let folder = variable("XDG_CONFIG_HOME") ?? variable("HOME").map { $0 + "/.config" }
    return folder.map { $0 + "/atelier/config.json" }
  }
}

extension Settings {
  /// The keys that somebody wants; what is wrong with them is said with the file's name.
  var ownKeys: OwnKeys {
    get throws(CommandError) {
      guard let keys, !keys.isEmpty else { return OwnKeys() }
      do throws(CommandError) {
        return try OwnKeys(keys)
      } catch {
        throw .failed("In the preferences, \(Self.path ?? ""): \(error.phrase)")
      }
    }
  }
}

extension Scene {
  /// Has the keys that a person wants, and speaks their language on their own screen; the projector is
  /// everyone's.
  mutating func follow(_ settings: Settings, unless asked: String?) throws(CommandError) {
    ownKeys = try settings.ownKeys
    guard asked == nil, role != .stage, let code = settings.language else { return }
    guard let language = Language.find(code, in: content) else {
      let known = content.phrases.keys.sorted().joined(separator: ", ")
      throw .usage("no language “\(code)”: \(known)")
    }
    self.language = language
    followsPlan = false
  }
}
