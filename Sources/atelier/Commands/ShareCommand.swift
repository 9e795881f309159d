import Assets
import Glibc
import Journaling
import Languages
import Shell
import Terminal
import WorkshopCore

extension Command {
  /// How others reach this very directory, each way as lines to be copied.
  static let share = Command(
    name: "share", usage: "DIR",
    summary: "Show how others can work in this directory: ssh, Syncthing, git"
  ) { arguments in
    let directory = try arguments.directory
    let language = try arguments.language ?? .ofLocale
    Console.print(Recipes(directory).text(language))
    return 0
  }
}

/// Ways to work in one directory from several accounts or machines.
struct Recipes {
  private let path: String
  /// The directory's own name, for folders and ids of its own elsewhere.
  private let name: String
  private let login: String
  private let group: String?

  init(_ directory: Directory) {
    path = directory.root
    let last = directory.root.split(separator: "/").last.map(String.init) ?? "workshop"
    name = last
    var host = [CChar](repeating: 0, count: 256)
    gethostname(&host, host.count - 1)
    let machine = String(
      decoding: host.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    login = Self.user + "@" + (machine.isEmpty ? "HOST" : machine)
    group = directory.groupNumber.map(Self.name(ofGroup:))
  }

  func text(_ language: Language) -> String {
    parts.map { part in
      ([language(part.title)] + part.lines.map { $0.isEmpty ? "" : "    " + $0 }
        + part.remarks.map { language($0) }).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private struct Part {
    let title: Phrase
    /// To be copied.
    let lines: [String]
    var remarks: [Phrase] = []
  }

  private var parts: [Part] { [accounts, ssh, syncthing, sshfs, git] }

  private var accounts: Part {
    if let group {
      return Part(
        title: "Accounts of this machine: it is shared with the group \(group)",
        lines: lines("group"))
    }
    return Part(
      title: "Accounts of this machine: it is its owner's alone. For a group:",
      lines: lines("owner"), remarks: ["A new one: atelier new DIR --shared GROUP"])
  }

  private var ssh: Part {
    Part(
      title:
        "By ssh, for people without an account: a line for each key on this machine",
      lines: lines("ssh"),
      remarks: ["Nothing else opens with such a key: no shell, no files, no editor."])
  }

  private var syncthing: Part {
    let ignored = ".stignore"
    return Part(
      title: "With Syncthing, on every machine: in its configuration, or under Actions, Advanced",
      lines: lines("syncthing"),
      remarks: [
        "The directory itself is the folder. Syncthing does not carry \(ignored) over: it is needed on every machine."
      ])
  }

  private var sshfs: Part {
    Part(title: "As a folder of another machine, over ssh", lines: lines("sshfs"))
  }

  private var git: Part {
    Part(
      title: "With git, between two sessions: journals of two people are joined by themselves",
      lines: lines("git"))
  }

  /// The lines of a recipe, for this directory.
  private func lines(_ name: String) -> [String] {
    let text = Content.builtIn.text(at: "recipes.txt") ?? ""
    let part = text.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0 != "[\(name)]" }.dropFirst().prefix { !$0.hasPrefix("[") }
    return part.flatMap {
      filled(String($0)).split(separator: "\n", omittingEmptySubsequences: false)
    }
    .map(String.init)
  }

  private func filled(_ line: String) -> String {
    let known: [(String, () -> String)] = [
      ("group", { Words.quoted(group ?? "") }), ("quoted", { quoted }), ("login", { login }),
      ("name", { Words.quoted(name) }), ("id", { id }), ("xml", { xml(path) }),
      ("ignore", { Words.quoted(path + "/.stignore") }),
      ("ignored", { Directory.notCarried.map { "/" + $0 }.joined(separator: "\n") }),
      ("notes", { inQuotes("notes") }), ("stage", { inQuotes("stage") }),
      ("ballot", { inQuotes("ballot") }),
    ]
    return known.reduce(line) { line, pair in
      let mark = "{\(pair.0)}"
      guard line.contains(mark) else { return line }
      return line.split(separator: mark, omittingEmptySubsequences: false)
        .joined(separator: pair.1())
    }
  }

  /// A command within the quotes of authorized_keys, where a quote is written with a backslash.
  private func inQuotes(_ name: String) -> String {
    (lines(name).first ?? "").map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
  }

  private var quoted: String { Words.quoted(path) }

  private var id: String {
    let plain = Fold.plain(name).filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return "atelier-" + (plain.isEmpty ? "workshop" : plain)
  }

  private func xml(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case "\"": "&quot;"
      default: String(character)
      }
    }.joined()
  }

  private static var user: String {
    getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "USER"
  }

  private static func name(ofGroup number: UInt32) -> String {
    getgrgid(number).map { String(cString: $0.pointee.gr_name) } ?? String(number)
  }

  /// Words as a shell reads them.
  private enum Words {
    static func quoted(_ text: String) -> String {
      let isPlain = text.unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || "0123456789/._-+@:".unicodeScalars.contains($0))
      }
      if isPlain, !text.isEmpty { return text }
      return "'" + text.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
    }
  }
}

extension Arguments {
  /// The group asked for with `--shared`, by its name or its number; without one it is this person's own.
  var group: (name: String, number: UInt32)? {
    get throws {
      guard let asked = self["shared"] else { return nil }
      guard !asked.isEmpty else {
        let number = getegid()
        let name = getgrgid(number).map { String(cString: $0.pointee.gr_name) }
        return (name ?? String(number), number)
      }
      guard let found = getgrnam(asked)?.pointee ?? UInt32(asked).flatMap({ getgrgid($0)?.pointee })
      else { throw CommandError.failed("no group “\(asked)” on this machine") }
      let (name, number) = (String(cString: found.gr_name), found.gr_gid)
      var groups = [gid_t](repeating: 0, count: 1024)
      let count = max(0, getgroups(Int32(groups.count), &groups))
      guard geteuid() == 0 || number == getegid() || groups.prefix(Int(count)).contains(number)
      else {
        let command = ["sudo", "adduser", self.name, name].joined(separator: " ")
        throw CommandError.failed(
          "you are not in the group “\(name)”: log in again after “\(command)”"
        )
      }
      return (name, number)
    }
  }

  /// Whether nothing may lead out of the program: asked for, or opened by a forced command of sshd, behind
  /// which nobody is meant to reach anything else.
  var isRestricted: Bool {
    if has("no-editor") { return true }
    if let wish = getenv("ATELIER_RESTRICTED").map({ String(cString: $0) }), !wish.isEmpty {
      return wish != "0"
    }
    return getenv("SSH_ORIGINAL_COMMAND") != nil
  }

  /// Whether there is no screen: asked for, or the terminal can only print one line after the other.
  var isPlain: Bool {
    let terminal = getenv("TERM").map { String(cString: $0) } ?? ""
    if has("plain") { return true }
    guard isatty(STDIN_FILENO) == 1 else { return false }
    return ["", "dumb"].contains(terminal)
  }
}
