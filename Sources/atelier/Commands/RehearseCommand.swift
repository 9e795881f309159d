import Assets
import FoundationEssentials
import Journaling
import Languages
import Rehearsal
import Shell
import Terminal
import WorkshopCore

extension Command {
  /// Plays a plan through in a copy of its own, on screen or in memory; never where the plan stands.
  static let rehearse = Command(
    name: "rehearse", usage: "DIR|TEMPLATE",
    summary: "Simulate the whole plan and list what to fix",
    options: [
      Option(name: "speed", value: "N", help: "Minutes played in a minute, 1 to 3600 (60)"),
      Option(
        name: "seed", value: "N", help: "Draw number: another one simulates another day (default 1)"
      ),
      Option(name: "headless", help: "List the findings only, no screen"),
    ] + screen
  ) { arguments in
    let seed = try number(arguments["seed"] ?? "1", "seed", in: 0...Int.max)
    let speed = try number(arguments["speed"] ?? "60", "speed", in: 1...3600)
    let (plan, own, language) = try Self.plan(arguments)
    if arguments.has("headless") {
      let content = own.isEmpty ? Content.builtIn : Content(own: own)
      var room = RehearsedRoom(
        plan, content: content, features: .all, language: language, seed: UInt64(seed), now: .now)
      room.play()
      Console.print(FindingsPage(room.rehearsal, plan, language).text)
      return 0
    }
    return try play(plan, own, language, arguments, seed: UInt64(seed), speed: speed)
  }

  /// On this terminal's screen, in a directory that is nobody's.
  private static func play(
    _ plan: Plan, _ own: [String: String], _ language: Language, _ arguments: Arguments,
    seed: UInt64, speed: Int
  ) throws -> Int32 {
    var named = plan
    // So that nobody takes this screen for the day itself.
    named.title = Localized(language("Rehearsal: \(plan.title)"))
    let path = try copy(named, own)
    let directory = Directory(path)
    let player: RehearsalPlayer
    do {
      var scene = try Opening.scene(directory, role: .facilitator, arguments: arguments)
      scene.language = language
      player = try RehearsalPlayer(directory, scene, seed: seed, speed: speed)
      _ = try SessionLoop.open(
        directory, role: .facilitator, arguments: arguments, rehearsal: player)
    } catch {
      // Nothing was played: nobody need look at it.
      try? FileManager.default.removeItem(atPath: path)
      if let error = error as? JournalError { throw CommandError.journal(error) }
      throw error
    }
    if player.rehearsal.isOver {
      Console.print(FindingsPage(player.rehearsal, plan, language).text + "\n")
    }
    Console.print(language("The rehearsal is in \(path); it may be deleted"))
    return 0
  }

  /// A fresh directory with the plan and the content of its own.
  private static func copy(_ plan: Plan, _ own: [String: String]) throws -> String {
    let path = try freshDirectory("rehearsal")
    do throws(JournalError) {
      try Directory.create(at: path, plan: plan)
    } catch {
      throw CommandError.journal(error)
    }
    for (name, text) in own {
      let file = URL(fileURLWithPath: Directory(path).assets + "/" + name)
      let folder = file.deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return path
  }

  /// What is rehearsed: a workshop's plan with its own content, or a template in one language.
  private static func plan(
    _ arguments: Arguments
  ) throws -> (plan: Plan, own: [String: String], language: Language) {
    guard let name = arguments.words.first else {
      throw CommandError.usage("which plan? Name a workshop's directory or a template")
    }
    let directory = Directory(name)
    if (try? directory.expectWorkshop()) != nil {
      let scene = try Opening.scene(directory, role: .facilitator, arguments: arguments)
      let plan = scene.workshop.plan
      return (plan, directory.ownAssets()?.texts.mapValues(\.text) ?? [:], scene.language)
    }
    guard let template = Content.builtIn.template(name) else {
      if let near = NearMiss.of(name, among: Content.builtIn.templates) {
        throw CommandError.failed(
          "“\(name)” is neither a workshop nor a template. Did you mean “\(near)”?")
      }
      throw CommandError.failed("“\(name)” is neither a workshop nor a template")
    }
    let language = try arguments.language ?? .ofLocale
    return (template.resolved(in: language.code), [:], language)
  }

  private static func number(
    _ text: String, _ option: String, in range: ClosedRange<Int>
  ) throws -> Int {
    guard let number = Int(text), range.contains(number) else {
      throw CommandError.usage("“\(text)” is not a number for --\(option)")
    }
    return number
  }
}
