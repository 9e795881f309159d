import FoundationEssentials
import Journaling
import Languages
import Reporting
import Shell
import WorkshopCore

extension Command {
  /// The report and everything else that leaves the house.
  static let export = export(ExportFormat.all)

  /// - Parameter formats: the shapes it can be asked for.
  static func export(_ formats: [ExportFormat]) -> Command {
    Command(
      name: "export", usage: "DIR", summary: "Write the report, also while the workshop runs",
      options: [
        Option(
          name: "format", value: formats.map(\.name).joined(separator: "|"),
          help:
            "A report (markdown, html; mermaid: markdown with diagrams; docx, odt, pdf with pandoc), slides, a thank-you letter, a summary for the press, lists, the whole state, a calendar, a text to e-mail, the participants’ agenda, what to prepare"
        ),
        Option(
          name: "detail", value: "brief|report|full",
          help: "How much: a page or two, the report, or the report with every annex"),
        Option(
          name: "annexes", value: "none|all|LIST",
          help:
            "Which annexes follow: their names, with commas between; -o FOLDER/ makes a file of each"
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
      if arguments.has("material"),
        asked ?? ExportFormat.material.name != ExportFormat.material.name
      {
        throw CommandError.usage("either --material or --format, not both")
      }
      let plain: ExportFormat = arguments.has("material") ? .material : .markdown
      let format = try ExportFormat.named(asked ?? plain.name, among: formats)
      try refuseOddities(arguments, format, formats)
      let scene = try Opening.scene(
        try arguments.directory, role: .facilitator, arguments: arguments)
      let exporting = Exporting(
        format, of: scene, session: try arguments["session"].map { try session($0, scene) },
        isPublic: arguments.has("public"), hasNames: !arguments.has("without-names"),
        detail: try detail(arguments), annexes: try annexes(arguments, scene))
      if let project = arguments["project"] {
        try handOver(project, exporting, arguments)
      } else if format.isLists {
        try writeLists(exporting, arguments)
      } else if format.isReport, let folder = arguments["output"], folder.hasSuffix("/") {
        try write(try exporting.files(), into: folder)
      } else if let file = try exporting.file() {
        try write(file, to: arguments["output"])
      }
      if let path = arguments["output"], path != "-" {
        Console.tellWritten(path, scene.language)
      }
      if arguments.has("without-names") { tellDoubts(scene) }
      return 0
    }
  }

  /// What was left for a person to read, on the other stream: it is no part of what was asked for.
  private static func tellDoubts(_ scene: Scene) {
    let doubts = scene.workshop.doubtfulNames
    guard !doubts.isEmpty else { return }
    let words = doubts.prefix(100).joined(separator: ", ")
    Console.error(scene.say("Left in the texts, read these yourself: \(words)"))
  }

  /// Options that say nothing of this format are refused rather than passed over.
  private static func refuseOddities(
    _ arguments: Arguments, _ format: ExportFormat, _ formats: [ExportFormat]
  ) throws {
    for option in ["project", "detail", "annexes"]
    where arguments[option] != nil && !format.isReport {
      let reports = formats.filter(\.isReport).map(\.name).joined(separator: ", ")
      throw CommandError.usage("--\(option) works only with a report: \(reports)")
    }
    if arguments["project"] != nil, arguments["annexes"] != nil {
      throw CommandError.usage("either --project or --annexes, not both")
    }
    if !format.isText, arguments["output"] == nil {
      throw CommandError.usage("\(format.name) is not a text: -o FILE")
    }
    if arguments["project"] != nil, arguments["session"] != nil {
      throw CommandError.usage("either --project or --session, not both")
    }
    if arguments["list"] != nil, !format.isLists {
      throw CommandError.usage("--list works only with --format csv")
    }
  }

  private static func detail(_ arguments: Arguments) throws -> ReportFile.Detail {
    guard let text = arguments["detail"] else { return .report }
    guard let detail = ReportFile.Detail(rawValue: text) else {
      let known = ReportFile.Detail.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandError.usage("no detail “\(text)”: \(known)")
    }
    return detail
  }

  /// Nil where nobody asked.
  private static func annexes(_ arguments: Arguments, _ scene: Scene) throws -> [Annex]? {
    guard let text = arguments["annexes"] else { return nil }
    guard let annexes = ReportFile.annexes(text, of: scene) else {
      let known = (["none", "all"] + scene.features.annexes.map(\.name)).joined(separator: ", ")
      throw CommandError.usage("no such annex in “\(text)”: \(known)")
    }
    return annexes
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
      return try write(try exporting.handovers(), into: path)
    }
    guard let project = exporting.projects(name).first else {
      let known = exporting.projects(nil).map(\.text).joined(separator: ", ")
      throw CommandError.failed(
        known.isEmpty
          ? "There is no project yet" : "no project “\(name)”; there are \(known)")
    }
    try write(try exporting.handover(project), to: arguments["output"])
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
