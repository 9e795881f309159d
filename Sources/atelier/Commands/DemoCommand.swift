import Assets
import FoundationEssentials
import Journaling
import Languages
import Projects
import Rehearsal
import Shell
import WorkshopCore

// The commands that show the program by a workshop that is there already.

extension Command {
  static let demo = Command(
    name: "demo", usage: "", summary: "Open a running morning: simulated tables send ideas",
    options: [
      Option(name: "finished", help: "A finished programme instead, to look around in"),
      Option(name: "to", value: "DIR", help: "Where to copy it; a fresh directory otherwise"),
      Option(name: "no-open", help: "Only copy it and say where"),
      Option(name: "role", value: "facilitator|stage|notes", help: "Whose screen to open"),
    ] + screen
  ) { arguments in
    let role = try arguments.role ?? .facilitator
    let language = try arguments.language ?? .ofLocale
    let path = try arguments["to"] ?? freshDirectory("demo")
    let isFinished = arguments.has("finished")
    let tables =
      isFinished ? nil : try makeMorning(at: path, language, isRunning: true)
    if isFinished { try makeDemo(at: path, language: language.code) }
    Console.print(language("The demo is in \(path)"))
    if arguments.has("no-open") { return 0 }
    return try SessionLoop.open(
      Directory(path), role: role, arguments: arguments, tables: tables
    ) { scene in
      guard isFinished else {
        if let greeting = greeting(role) { scene.greet(greeting) }
        return
      }
      if role == .facilitator {
        scene.focus.place = .agenda
        scene.focus = ProjectsPanel.open.decide(scene).focus ?? scene.focus
      }
    }
  }

  /// What the first screen of a running demo says of it.
  private static func greeting(_ role: Role) -> Phrase? {
    switch role {
    case .facilitator: "Simulated tables are sending ideas. s: projector, ?: help"
    case .notes: "Simulated tables are sending ideas. Type one too. F1: help"
    default: nil
    }
  }

  static let learn = Command(
    name: "learn", usage: "[notes]",
    summary: "Ten minutes of practice in a running morning, a line of guidance at a time",
    options: screen
  ) { arguments in
    let role: Role
    switch arguments.words.first {
    case nil, Role.facilitator.rawValue: role = .facilitator
    case Role.notes.rawValue: role = .notes
    case let word?: throw CommandError.usage("no lesson “\(word)”: facilitator or notes")
    }
    let language = try arguments.language ?? .ofLocale
    let path = try freshDirectory("lesson")
    // A facilitator starts the time; a note-taker finds it running.
    let tables = try makeMorning(at: path, language, isRunning: role == .notes)
    let code = try SessionLoop.open(
      Directory(path), role: role, arguments: arguments, tables: tables
    ) { scene in
      scene.guide = role == .notes ? NotesLesson.guide : FacilitatorLesson.guide
    }
    guard role == .facilitator else { return code }
    // What the last step promises.
    let scene = try Opening.scene(Directory(path), role: .facilitator, arguments: arguments)
    let report = path + "/report.md"
    let exporting = Exporting(
      .markdown, of: scene, session: nil, isPublic: false, hasNames: true)
    try write(exporting.file() ?? [], to: report)
    Console.print(language("The report: \(report)"))
    return code
  }

  /// Makes a morning that runs, and gives back the tables that go on with it.
  static func makeMorning(
    at path: String, _ language: Language, isRunning: Bool
  ) throws -> DemoTables {
    let morning = RunningMorning(
      content: .builtIn, features: .all, language: language, now: .now, isRunning: isRunning
    ) { "Demo: \($0)" }
    guard let morning else { throw CommandError.failed("the demo is missing from this build") }
    do throws(JournalError) {
      try Directory.create(at: path, plan: morning.plan, entries: morning.entries)
    } catch {
      throw CommandError.journal(error)
    }
    return DemoTables(morning.tables, in: Directory(path))
  }

  /// Copies the demo programme, its texts in one language.
  static func makeDemo(at path: String, language: String) throws {
    guard let plan = Content.builtIn.text(at: "demo/workshop.json"),
      let story = Content.builtIn.text(at: "demo/story.json")
    else { throw CommandError.failed("the demo is missing from this build") }
    let decoded = try JSONDecoder().decode(Plan.self, from: Data(plan.utf8))
    do {
      try Directory.create(
        at: path, plan: decoded.resolved(in: language),
        entries: Story(story, language: language, offset: Moment.now.offset).entries)
    } catch let error as JournalError {
      throw CommandError.journal(error)
    }
  }
}
