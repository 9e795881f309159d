import Assets
import Cards
import FoundationEssentials
import Glibc
import Journaling
import Languages
import Projects
import Reporting
import Shell
import Terminal
import Time
import WorkshopCore

// The commands for scripts: they read or add, print, and end.

extension Command {
  static let status = Command(
    name: "status", usage: "DIR", summary: "Show the state of the workshop",
    options: [
      Option(name: "json", help: "The whole state, as in session.json"),
      Option(
        name: "since", value: "DATE|last-session",
        help: "What was added, changed and decided since then, and by whom"),
    ]
  ) { arguments in
    let scene = try Opening.scene(try arguments.directory, role: .facilitator, arguments: arguments)
    if let since = arguments["since"] {
      let page = ChangesPage(since: try scene.moment(since), scene)
      Console.print(page.text(scene))
      return 0
    }
    if arguments.has("json") {
      StateDocument.write(
        scene.workshop.withoutPrivateRemarks, now: scene.now, language: scene.language.code,
        reading: scene.reading
      ) { Console.print($0) }
      return 0
    }
    Console.print(scene.say(scene.workshop.plan.title))
    Console.print(
      scene.current.map { scene.say("Now: \($0.title)") }
        ?? scene.say("The workshop has not begun yet."))
    if let held = scene.session.flatMap({ DaySummary.held($0, scene) }) {
      Console.print(scene.say("Last done: \(held)"))
    }
    if let countdown = scene.countdown {
      Console.print(
        scene.say(
          "Time left: \(TimeLeft.text(countdown, at: scene.now)) \(TimeLeft.caption(countdown, scene))"
        ))
    }
    for board in scene.workshop.boards {
      let count = scene.listed(on: board).count
      if count > 0 { Console.print("\(count)\t\(board.id)\t\(scene.say(board.title))") }
    }
    let conflicts = scene.conflicts
    if !conflicts.isEmpty {
      let (count, key) = (conflicts.count, Key.alt("d").label)
      let heading: Phrase =
        "Edited at the same time, both texts kept: \(count). On the screen \(key) settles them."
      Console.print(([scene.say(heading)] + scene.lines(conflicts)).joined(separator: "\n"))
    }
    if !scene.workshop.openings.isEmpty {
      Console.print(scene.say(scene.looseEndsCount ?? "Nothing is left open"))
    }
    return 0
  }

  static let show = Command(
    name: "show", usage: "DIR", summary: "Print a screen as plain text, without a terminal",
    options: [
      Option(name: "as", value: "facilitator|stage|notes", help: "Whose screen"),
      Option(name: "size", value: "WxH", help: "Columns and rows (80x24)"),
      Option(name: "now", value: "TIME", help: "The time of day: 11:40 or 2026-11-23T11:40"),
      Option(name: "board", value: "B", help: "A board instead of the current activity"),
    ]
  ) { arguments in
    guard let role = Role(rawValue: arguments["as"] ?? "facilitator") else {
      throw CommandError.usage("no role “\(arguments["as"] ?? "")”: facilitator, stage or notes")
    }
    let size = (arguments["size"] ?? "80x24").split(separator: "x").compactMap { Int($0) }
    guard size.count == 2, size.allSatisfy({ (1...1000).contains($0) }) else {
      throw CommandError.usage("a size is columns x rows, such as 100x30")
    }
    var now = Moment.now
    if let text = arguments["now"] {
      guard let moment = Moment(text) else {
        throw CommandError.usage("“\(text)” is not a time such as 11:40 or 2026-11-23T11:40")
      }
      now = moment
    }
    var scene = try Opening.scene(
      try arguments.directory, role: role, arguments: arguments, now: now)
    if role == .facilitator, scene.opensBetween { scene.focus.place = .between }
    if let name = arguments["board"] {
      let board = try find(name, in: scene)
      scene.focus.place = .board(board.id)
      scene.focus.board = board.id
    }
    // A line end of its own: the last row may be empty, and the frame keeps all its rows.
    Console.print(View.draw(scene, size: Size(columns: size[0], rows: size[1])).text + "\n")
    return 0
  }

  static let schema = Command(
    name: "schema", usage: "[DIR]",
    summary: "Print the JSON Schema of workshop.json, for an editor"
  ) { arguments in
    let own = try OwnContent.here(arguments.words.first)
    let language = try arguments.language(in: own.content) ?? .ofLocale
    Console.print(
      PlanSchema.text(PlanWords(own.content)) { language(Phrase(key: $0, arguments: [])) })
    return 0
  }

  static let keys = Command(
    name: "keys", usage: "", summary: "List every key by role and activity",
    options: [Option(name: "ids", help: "Each with its id, for keys of your own in config.json")]
  ) { arguments in
    Console.print(
      KeyTable.text(
        try arguments.language ?? .ofLocale, try Settings.own.get().ownKeys,
        hasIDs: arguments.has("ids")))
    return 0
  }

  /// A board by its id, or by the beginning of its title.
  static func find(_ name: String, in scene: Scene) throws -> Board {
    if let board = scene.workshop.boardToBe(name) { return board }
    let boards = scene.workshop.boards + Board.between
    let found = Reading.fitting(name, among: boards.map { scene.name($0.id, $0.title) }).first
    guard let board = boards.first(where: { $0.id == found }) else {
      let known = scene.workshop.boards.map(scene.title(of:)).joined(separator: " · ")
      throw CommandError.failed("no board “\(name)”. Boards: \(known)")
    }
    return board
  }
}

extension Scene {
  /// Something that a command names, by its id or its title in any language.
  func name(_ id: String, _ title: Localized) -> Reading.Name {
    let languages = content.phrases.keys.sorted()
    return Reading.Name(id, own: [say(title)], others: languages.map { reading(title, $0) })
  }
}
