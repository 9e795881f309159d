import Assets
import FoundationEssentials
import Journaling
import Languages
import Projects
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// What every command that looks at a workshop does first: plan, journals, content, language.
enum Opening {
  /// A scene of the workshop as it stands now, without becoming a writer in it.
  ///
  /// What of the workshop could not be read is told on standard error.
  ///
  /// - Parameter tellsAll: the command gives data, and is not done while some of it is missing.
  static func scene(
    _ directory: Directory, role: Role, arguments: Arguments, now: Moment = .now,
    tellsAll: Bool = true
  ) throws -> Scene {
    do {
      let plan = try PlanFile(directory).plan
      var journal = try Journal(directory, by: arguments.name, isViewer: true)
      let own = OwnContent(directory)
      let history = History(
        plan: plan, entries: journal.refresh(now: .now),
        catalogue: Features.all.catalogue(own.content))
      var scene = try scene(
        history.seen(withClocksBehind: journal.clocksBehind), own, role: role,
        arguments: arguments, now: now)
      scene.asOf = history.asOf
      scene.past = Past(history)
      let missing = journal.findings.filter(\.kind.hidesEntries).map(DiagnosticText.init)
      for text in missing.prefix(10) {
        Console.error("atelier: \(text.place): \(scene.say(text.reason))")
      }
      if missing.count > 10 { Console.error(scene.say("… and \(missing.count - 10) more")) }
      if tellsAll, !missing.isEmpty { Console.noteMissing() }
      return scene
    } catch let error as JournalError {
      throw CommandError.journal(error)
    }
  }

  static func scene(
    _ workshop: Workshop, _ own: OwnContent, role: Role, arguments: Arguments, now: Moment
  ) throws -> Scene {
    // The workshop's language, unless another was asked for; a language of its own assets counts too.
    let language =
      try arguments.language(in: own.content)
      ?? Language.find(workshop.plan.language, in: own.content)
    var scene = Scene(
      workshop: workshop, content: own.content, features: .all, role: role,
      language: language ?? .english,
      focus: Focus(), now: now, me: arguments.name)
    scene.refused = own.refused
    scene.folder = own.root
    scene.followsPlan = arguments["language"] == nil
    return scene
  }
}

extension Arguments {
  /// The table asked for with `--table`.
  func table(of workshop: Workshop) throws -> String? {
    guard let text = self["table"] else { return nil }
    guard let table = Int(text), (1...max(1, workshop.plan.tables)).contains(table) else {
      throw CommandError.usage("no table “\(text)”: there are \(workshop.plan.tables)")
    }
    return String(table)
  }
}

extension Moment {
  /// Reads `2026-11-23T11:40[:05][+01:00]`, or `11:40` for today.
  init?(_ text: String) {
    let now = Moment.now
    if let clock = ClockTime(text) {
      let midnight = now.milliseconds - Int64(now.secondOfDay) * 1000
      self = now.at(midnight - midnight % 1000 + Int64(clock.minutes) * 60_000)
      return
    }
    var full = text
    if !full.contains("T") { return nil }
    let time = full.split(separator: "T").last ?? ""
    if time.filter({ $0 == ":" }).count == 1 { full += ":00" }
    let hasZone = time.contains("Z") || time.contains("+") || time.contains("-")
    if !hasZone { full += "Z" }
    guard let milliseconds = Moment.milliseconds(of: full) else { return nil }
    self = now.at(hasZone ? milliseconds : milliseconds - Int64(now.offset) * 1000)
  }
}

extension Scene {
  /// A moment of the past as the command line names it.
  func moment(_ text: String) throws(CommandError) -> Int64 {
    if text == "last-session" {
      guard let held = workshop.lastHeld(before: now) else {
        throw .failed("no session is over yet")
      }
      return held.end
    }
    guard let since = midnight(of: text) ?? Moment(text)?.milliseconds else {
      throw .usage("“\(text)” is neither a date such as 2026-11-23 nor last-session")
    }
    return since
  }
}
