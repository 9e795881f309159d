import Foundation
import Journaling
import Languages
import Reporting
import Shell
import WorkshopCore

extension Command {
  /// The report and everything else that leaves the house, in nine formats.
  static let export = Command(
    name: "export", usage: "DIR", summary: "Write the report, also while the workshop runs",
    options: [
      Option(
        name: "format", value: "markdown|html|csv|json|ics|invitation|reminder|agenda|material",
        help:
          "A report (markdown, html), lists, the whole state, a calendar, a text to e-mail, the participants’ agenda, what to prepare"
      ),
      Option(
        name: "material",
        help: "What to print, to bring and to set up: short for --format material"),
      Option(
        name: "output", value: "PATH",
        help: "Where to write (-o PATH); a folder where there are several files"),
      Option(name: "list", value: "NAME", help: "With csv: one list instead of all of them"),
      Option(
        name: "session", value: "S", help: "Only one session: its id or the start of its name"),
      Option(
        name: "project", value: "P|all",
        help: "The hand-over of a project, or of each: its id or the start of its name"),
      Option(
        name: "public", help: "Public version: no private remarks, script or bin"),
      Option(
        name: "without-names",
        help:
          "People on the list are numbered, also where a first name stands alone; read it all the same"
      ),
    ]
  ) { arguments in
    let asked = arguments["format"]
    if arguments.has("material"), asked ?? "material" != "material" {
      throw CommandError.usage("either --material or --format, not both")
    }
    let name = asked ?? (arguments.has("material") ? "material" : "markdown")
    guard let format = Exporting.Format(rawValue: name) else {
      let known = Exporting.Format.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandError.usage("no format “\(name)”: \(known)")
    }
    try refuseOddities(arguments, format)
    let scene = try Opening.scene(try arguments.directory, role: .facilitator, arguments: arguments)
    let exporting = Exporting(
      format, of: scene, session: try arguments["session"].map { try session($0, scene) },
      isPublic: arguments.has("public"), hasNames: !arguments.has("without-names"))
    if let project = arguments["project"] {
      try handOver(project, exporting, arguments)
    } else if format == .csv {
      try writeLists(exporting, arguments)
    } else if let file = exporting.file() {
      try write(file, to: arguments["output"])
    }
    if arguments.has("without-names") { tellDoubts(scene) }
    return 0
  }

  /// What was left for a person to read, on the other stream: it is no part of what was asked for.
  private static func tellDoubts(_ scene: Scene) {
    let doubts = scene.workshop.doubtfulNames
    guard !doubts.isEmpty else { return }
    let words = doubts.prefix(100).joined(separator: ", ")
    Console.error(scene.say("Left in the texts, read these yourself: \(words)"))
  }

  /// Options that say nothing of this format are refused rather than passed over.
  private static func refuseOddities(_ arguments: Arguments, _ format: Exporting.Format) throws {
    let isReport = format == .markdown || format == .html
    if arguments["project"] != nil, !isReport {
      throw CommandError.usage("--project goes with markdown and html")
    }
    if arguments["project"] != nil, arguments["session"] != nil {
      throw CommandError.usage("either --project or --session, not both")
    }
    if arguments["list"] != nil, format != .csv {
      throw CommandError.usage("--list works only with --format csv")
    }
  }

  private static func writeLists(_ exporting: Exporting, _ arguments: Arguments) throws {
    let names = Lists.all.map(\.name).joined(separator: ", ")
    if let name = arguments["list"] {
      guard let list = exporting.list(name) else {
        throw CommandError.usage("no list “\(name)”: \(names)")
      }
      return try write(list, to: arguments["output"])
    }
    guard let path = arguments["output"], path != "-" else {
      throw CommandError.usage(
        "CSV writes several files: add -o FOLDER, or --list with one of: \(names)")
    }
    try write(exporting.lists(), into: path)
  }

  private static func handOver(
    _ name: String, _ exporting: Exporting, _ arguments: Arguments
  ) throws {
    if name == "all" {
      guard let path = arguments["output"], path != "-" else {
        throw CommandError.usage("--project all is several files: -o FOLDER")
      }
      return try write(exporting.handovers(), into: path)
    }
    guard let project = exporting.projects(name).first else {
      let known = exporting.projects(nil).map(\.text).joined(separator: ", ")
      throw CommandError.failed("no project “\(name)”; there are \(known)")
    }
    try write(exporting.handover(project), to: arguments["output"])
  }

  /// A session by its id, or by the beginning of its title.
  static func session(_ name: String, _ scene: Scene) throws -> Session {
    let sessions = scene.workshop.plan.sessions
    let wanted = Fold.plain(name)
    guard
      let session = scene.workshop.plan.session(name)
        ?? sessions.first(where: { Fold.plain(scene.say($0.title)).hasPrefix(wanted) })
    else {
      let known = sessions.map(\.id).joined(separator: ", ")
      throw CommandError.failed("no session “\(name)”; there are \(known)")
    }
    return session
  }

  /// To standard output, or to a file as a whole.
  static func write(_ bytes: [UInt8], to path: String?) throws {
    guard let path, path != "-" else { return Console.print(bytes) }
    do throws(JournalError) {
      try Output.write(bytes, to: path)
    } catch {
      throw CommandError.journal(error)
    }
  }

  private static func write(_ files: [Exporting.File], into path: String) throws {
    do throws(JournalError) {
      try Output.write(files, into: path)
    } catch {
      throw CommandError.journal(error)
    }
  }
}
