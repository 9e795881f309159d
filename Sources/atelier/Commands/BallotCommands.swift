import FoundationEssentials
import Glibc
import Journaling
import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

// The commands for votes at terminals of one's own.

extension Command {
  static let ballot = Command(
    name: "ballot", usage: "DIR", summary: "Vote, at a terminal of one's own",
    options: [
      Option(
        name: "token", value: "T", help: "The code of your slip; without it, it is asked for"),
      screen[0], plain,
    ]
  ) { try open($0, as: .ballot) }

  static let ballots = Command(
    name: "ballots", usage: "DIR",
    summary: "Print slips with codes, one ballot each in every vote",
    options: [
      Option(name: "print", value: "N", help: "How many slips; a later print adds to them"),
      Option(
        name: "output", value: "FILE", help: "Where to write the slips (-o FILE)"),
    ]
  ) { arguments in
    let directory = try arguments.directory
    let scene = try Opening.scene(
      directory, role: .ballot, arguments: arguments, tellsAll: false)
    let before = scene.workshop.slips
    guard let wanted = arguments["print"] else {
      Console.print(scene.say("Slips printed: \(before). --print N prints more."))
      return 0
    }
    guard let count = Int(wanted), (1...Slips.most).contains(count) else {
      throw CommandError.usage("--print takes a number from 1 to \(Slips.most)")
    }
    var random = SystemRandomNumberGenerator()
    let tokens = (0..<count).map { _ in Token.draw(using: &random) }
    let marks = try marks(of: tokens)
    let path = arguments.words.first ?? "DIR"
    // A code is good once it stands on its slip, and not before.
    try put(Slips.text(tokens, path: path, scene), into: arguments["output"])
    do throws(JournalError) {
      try issue(marks, in: directory)
    } catch {
      Console.error(scene.say("These slips are not valid: throw them away and print again."))
      throw CommandError.journal(error)
    }
    if before > 0 {
      Console.error(scene.say("\(count) more; those printed before are still good: \(before)"))
    }
    return 0
  }

  /// What the journal knows tokens by.
  private static func marks(of tokens: [Token]) throws -> [String] {
    guard let settings = SlowHash.freshSettings() else {
      throw CommandError.failed("This system has no slow hash (crypt) to keep codes by")
    }
    return try tokens.map { token in
      guard let mark = SlowHash.of(token.letters, settings) else {
        throw CommandError.failed("This system has no slow hash (crypt) to keep codes by")
      }
      return mark
    }
  }

  /// Writes slips to a file, or to standard output, and sees that all of it is there.
  private static func put(_ text: String, into path: String?) throws {
    let bytes = Array(text.utf8)
    if let path, path != "-" { return try write(bytes, to: path) }
    var reason = Output.write(bytes, into: STDOUT_FILENO)
    // What cannot be synchronised, such as a pipe, has taken everything.
    if reason == 0, fsync(STDOUT_FILENO) != 0, ![EINVAL, EROFS, ENOTSUP].contains(errno) {
      reason = errno
    }
    guard reason == 0 else {
      throw CommandError.failed(
        "The slips could not be written, and no code is valid: \(Phrase(errno: reason))"
      )
    }
  }

  /// Writes the marks of tokens, never the tokens.
  private static func issue(_ marks: [String], in directory: Directory) throws(JournalError) {
    var journal = try Journal(directory, by: "ballots")
    _ = journal.refresh(now: .now)
    guard !journal.isReadOnly else { throw .readOnly(directory.root) }
    // In an order that says nothing of the slips'.
    var rest = marks.sorted()[...]
    while !rest.isEmpty {
      _ = journal.append(.tokensIssued(marks: Array(rest.prefix(Slips.line))), now: .now)
      rest = rest.dropFirst(Slips.line)
    }
    try journal.finish()
  }
}

/// Slips to cut apart: a code each, and what to type. Nothing else knows the codes.
enum Slips {
  /// More than a room has.
  static let most = 1_000
  /// How many fit on one line of a journal, with room to spare.
  static let line = 100

  /// One slip after another, with a line to cut along.
  static func text(_ tokens: [Token], path: String, _ scene: Scene) -> String {
    let title = scene.say(scene.workshop.plan.title)
    let cut = "- - - 8< " + String(repeating: "- ", count: 30).trimmed
    let slips = tokens.map { token in
      [
        "",
        "  " + title,
        "",
        "  " + scene.say("Your code:") + "  \(token)",
        "  " + scene.say("Type:") + "  atelier ballot \(path)",
        "  " + scene.say("One ballot in each vote; you may change it until the vote closes."),
        "  " + scene.say("Keep it to yourself: the code is written nowhere else."),
        "",
      ].map { Text.sanitised($0) }.joined(separator: "\n")
    }
    return slips.joined(separator: "\n" + cut + "\n") + "\n"
  }
}

extension Arguments {
  /// Where the voter of a ballot terminal sits.
  func booth(of workshop: Workshop, in directory: Directory) throws -> Booth {
    var booth = Booth(login: Login.here(directory.root))
    guard let typed = self["token"] else { return booth }
    guard let token = Token(typed) else {
      throw CommandError.usage("a code has ten letters and digits, such as \(Token.example)")
    }
    booth.slip = token.slip(in: workshop)
    guard booth.slip != nil || workshop.knows(token) else {
      throw CommandError.failed("no slip of this workshop has that code")
    }
    booth.token = token
    return booth
  }
}
