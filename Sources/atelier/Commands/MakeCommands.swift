import Assets
import FoundationEssentials
import Glibc
import Journaling
import Languages
import Shell
import Time
import WorkshopCore
import WorkshopQueries

// The commands that make a workshop directory.

extension Command {
  static let new = Command(
    name: "new", usage: "DIR", summary: "Make a workshop directory from a template",
    options: [
      Option(
        name: "template", value: "ID|FILE",
        help:
          "blank, digital-builders, jury-day, half-day, express-90, or a FILE of your own; A+B: both"
      ),
      Option(
        name: "from", value: "OLD",
        help: "The plan of an earlier workshop, with the minutes it really took"),
      Option(name: "planned", help: "With --from: the minutes as they were planned"),
      Option(name: "title", value: "T", help: "The workshop's title"),
      Option(
        name: "shared", value: "[GROUP]",
        help: "For a group of this machine: all its members can work in it"),
    ]
  ) { arguments in
    guard let path = arguments.words.first else {
      throw CommandError.usage("Missing DIR: which directory?")
    }
    let language =
      try arguments.language(in: OwnContent(Directory(path)).content) ?? .ofLocale
    let isLearning = !arguments.has("planned")
    guard let old = arguments["from"] else {
      guard isLearning else { throw CommandError.usage("--planned works only with --from") }
      let plan = try template(arguments, language, at: path)
      try make(plan, at: path, arguments)
      let open = plan.programme.map { ProgrammeWords.open($0, language) } ?? ""
      if !open.isEmpty {
        Console.print(open + ". " + language("On the facilitator screen, A then p fills it in."))
      }
      try tellSharing(arguments, language)
      Console.print(language("Made \(path). Next: atelier run \(path)"))
      return 0
    }
    guard arguments["template"] == nil else {
      throw CommandError.usage("either --from or --template, not both")
    }
    let successor = try Successor(of: old, arguments: arguments)
    let plan = successor.plan(learning: isLearning)
    try make(plan, at: path, arguments)
    var lines = isLearning ? successor.offer(language) : []
    lines += successor.clashes(in: plan, language)
    if successor.hasAssets {
      lines.append(language("The folder assets of \(old) was not copied; the plan may need it."))
    }
    try tellSharing(arguments, language)
    lines.append(language("Made \(path). Next: atelier run \(path)"))
    Console.print(lines.joined(separator: "\n"))
    return 0
  }

  /// One that comes along, or that lies in the directory's own `assets/` already; several, one after the
  /// other, are a programme.
  private static func template(
    _ arguments: Arguments, _ language: Language, at path: String
  ) throws -> Plan {
    let content = OwnContent(Directory(path)).content
    let ids = try (arguments["template"] ?? asked(content, language)).split(
      separator: "+", omittingEmptySubsequences: false)
    let plans = try ids.map { id in
      if id.contains("/") || id.hasSuffix(".json") {
        return try template(file: String(id)).resolved(in: language.code)
      }
      guard let template = content.template(String(id)) else {
        throw CommandError.noTemplate(String(id), in: content)
      }
      return template.resolved(in: language.code)
    }
    return plans.dropFirst().reduce(plans[0]) { $0.followed(by: $1) }
  }

  /// A plan of one's own; a broken one is named with its line.
  private static func template(file path: String) throws -> Plan {
    let bytes = try bytes(of: path)
    do throws(JournalError) {
      return try PlanText.plan(from: bytes).plan
    } catch {
      guard case .planRefused(let problem) = error else { throw CommandError.journal(error) }
      throw CommandError.failed(
        "\(path), line \(problem.line), column \(problem.column): \(Phrase(problem))")
    }
  }

  /// Which template it should be: asked for at a terminal, by its number or the beginning of its name.
  ///
  /// Where nobody can answer it is the largest one.
  private static func asked(_ content: Content, _ language: Language) throws -> String {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return "digital-builders" }
    let ids = ["blank"] + content.templates.filter { $0 != "blank" }
    for (index, id) in ids.enumerated() {
      let plan = content.template(id)
      Console.print("\(index + 1)  \(id)  \(plan?.summary.map { language($0) } ?? "")")
    }
    Console.print(language("What should it be? A number or a name; Enter: blank"))
    guard let answer = readLine()?.trimmed else {
      throw CommandError.usage("which template? Name it with --template")
    }
    if answer.isEmpty { return ids[0] }
    if let number = Int(answer) {
      guard ids.indices.contains(number - 1) else {
        throw CommandError.usage("no template “\(answer)”: atelier templates lists them")
      }
      return ids[number - 1]
    }
    return ids.first { $0.hasPrefix(Fold.plain(answer)) } ?? answer
  }

  private static func make(_ plan: Plan, at path: String, _ arguments: Arguments) throws {
    var plan = plan
    // What another directory's file has of its journals.
    plan.written = []
    plan.id = Directory.freshWriter()
    if let title = arguments["title"] { plan.title = Localized(title) }
    let group = try arguments.group
    do throws(JournalError) {
      try Directory.create(at: path, plan: plan, sharedWith: group?.number)
    } catch {
      throw CommandError.journal(error)
    }
  }

  private static func tellSharing(_ arguments: Arguments, _ language: Language) throws {
    guard let group = try arguments.group else { return }
    Console.print(
      language("Shared: every member of the group \(group.name) can work in it."))
  }

  static let templates = Command(
    name: "templates", usage: "[DIR]",
    summary: "List the templates that a workshop can start from, and a directory's own"
  ) { arguments in
    let own = arguments.words.first.map { OwnContent(Directory($0)) } ?? OwnContent()
    let language = try arguments.language(in: own.content) ?? .ofLocale
    for id in own.content.templates {
      guard let plan = own.content.template(id) else { continue }
      let minutes = plan.sessions.map { $0.activities.reduce(0) { $0 + $1.minutes } }
      let days = zip(plan.sessions, minutes).map { session, minutes in
        let start = ClockTime(session.start) ?? ClockTime(minutes: 0)
        return "\(session.start)–\(ClockTime(minutes: start.minutes + minutes))"
      }
      Console.print("\(id)  \(days.joined(separator: ", "))")
      Console.print("    \(language(plan.title)). \(plan.summary.map { language($0) } ?? "")")
    }
    for flaw in own.refused { Console.error("\(flaw.place): \(language(flaw.reason))") }
    return 0
  }

  /// An empty directory where temporary ones are made.
  static func freshDirectory(_ name: String) throws -> String {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((base + "/atelier-\(name)-XXXXXX").utf8CString)
    guard let path = mkdtemp(&template) else {
      throw CommandError.failed("no fresh directory could be made in \(base)")
    }
    return String(cString: path)
  }
}

extension Arguments {
  /// The role asked for with `--role` or `--as`.
  var role: Role? {
    get throws {
      guard let name = self["role"] else { return nil }
      guard let role = Role(rawValue: name) else {
        throw CommandError.usage("no role “\(name)”: facilitator, stage or notes")
      }
      return role
    }
  }
}
