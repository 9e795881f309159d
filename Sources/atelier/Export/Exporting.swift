import FoundationEssentials
import Journaling
import Languages
import Projects
import Reporting
import Shell
import WorkshopCore

/// What `atelier export` was asked for, and the files that come of it.
struct Exporting {
  /// In which shape; as it is typed.
  enum Format: String, CaseIterable {
    case markdown, html, docx, odt, pdf, slides, thanks, press, csv, json, ics, invitation
    case reminder, agenda, material

    /// What a file of it ends with.
    var ending: String {
      switch self {
      case .markdown, .slides, .agenda, .material: "md"
      default: rawValue
      }
    }

    /// It is the report, with as much detail and as many annexes as were asked for.
    var isReport: Bool { [.markdown, .html, .docx, .odt, .pdf].contains(self) }

    /// Pandoc makes it.
    var isOffice: Bool { [.docx, .odt, .pdf].contains(self) }
  }

  /// A file in the making; without a name it is the only one.
  typealias File = (name: String, bytes: [UInt8])

  private let format: Format
  /// Only what may be told, in the language asked for.
  private let scene: Scene
  private let session: Session?
  private let detail: ReportFile.Detail
  private let annexes: [Annex]

  /// - Parameters:
  ///   - scene: the whole workshop as the facilitator sees it.
  ///   - annexes: nil: as many as the detail brings, which is all of them or none.
  init(
    _ format: Format, of scene: Scene, session: Session?, isPublic: Bool, hasNames: Bool,
    detail: ReportFile.Detail = .report, annexes: [Annex]? = nil
  ) {
    self.format = format
    self.session = session
    self.detail = detail
    self.annexes = annexes ?? (detail == .full ? scene.features.annexes : [])
    var scene = scene
    scene.isForFile = true
    if isPublic { scene.tell(\.published) }
    // Who leaves the names out hands it on: what jurors wrote for the group stays behind.
    if !hasNames { scene.tell(\.withoutPrivateRemarks) }
    if !hasNames {
      // A name that came later may stand in a text of before: one roster serves every moment.
      let (language, whole) = (scene.language, scene.workshop)
      let label = { @Sendable (number: Int, person: Card) in
        language(Self.label(number, role: person[Card.role]))
      }
      scene.tell {
        $0.withoutNames(somebody: language("somebody"), onRosterOf: whole, label)
      }
    }
    if let session { scene.tell { $0.only(session) } }
    self.scene = scene
  }

  /// The one file of a format; nil for lists, of which there are many.
  func file() throws(CommandError) -> [UInt8]? {
    switch format {
    case .markdown, .html, .docx, .odt, .pdf:
      try bytes(of: ReportFile(scene: scene, detail: detail, annexes: annexes).report)
    case .slides: Array(Slides.render(scene).utf8)
    case .thanks: Array(Mail.thanks(scene).utf8)
    case .press: Array(PressText.render(scene).utf8)
    case .json:
      Array(
        StateDocument(
          scene.workshop, now: scene.asOf, language: scene.language.code, withPlan: true,
          reading: scene.reading
        ).json())
    case .ics: Array(ICS.render(Dates.calendar(scene), now: scene.now).utf8)
    case .invitation: Array(Mail.invitation(scene).utf8)
    case .reminder: Array(Mail.reminder(scene).utf8)
    case .agenda: try bytes(of: ParticipantAgenda.report(scene))
    case .material: try bytes(of: Preparation.report(scene))
    case .csv: nil
    }
  }

  /// A file for each list.
  func lists() -> [File] {
    Lists.all.map { $0.list(scene) }.filter { !$0.rows.isEmpty }.map {
      ($0.name + ".csv", Array(CSV.render($0, separator: scene.language.separator)))
    }
  }

  /// One list, by the name of its file.
  func list(_ name: String) -> [UInt8]? {
    Lists.all.first { $0.name == name }.map {
      Array(CSV.render($0.list(scene), separator: scene.language.separator))
    }
  }

  /// The projects by id, by the beginning of their title or by a part of it that no other has; nil:
  /// every one.
  func projects(_ name: String?) -> [Card] {
    let all = scene.workshop.projects
    guard let name else { return all }
    if let exact = all.first(where: { $0.id == name }) { return [exact] }
    let wanted = Fold.plain(name)
    if let first = all.first(where: { Fold.plain($0.text).hasPrefix(wanted) }) { return [first] }
    let found = all.filter { Fold.plain($0.text).contains(wanted) }
    return found.count == 1 ? found : []
  }

  /// The report, each annex and each project's hand-over as files that lie in one folder.
  func files() throws(CommandError) -> [File] {
    let projects = projects(nil)
    let own = handoverNames(projects)
    let documents = ReportFile(scene: scene, detail: detail, annexes: annexes).documents(
      ending: format.ending,
      handovers: zip(own, projects).map { (name: $0, title: $1.text) })
    var files: [File] = []
    for document in documents { files.append((document.name, try bytes(of: document.report))) }
    return files + (try handovers())
  }

  /// A project's hand-over: one page for its team, or all there is.
  func handover(_ project: Card) throws(CommandError) -> [UInt8] {
    try bytes(
      of: detail == .full
        ? Handover.report(project, scene) : HandoverPage.report(project, scene))
  }

  /// A hand-over for each project.
  func handovers() throws(CommandError) -> [File] {
    let projects = projects(nil)
    var files: [File] = []
    for (name, project) in zip(handoverNames(projects), projects) {
      files.append((name, try handover(project)))
    }
    return files
  }

  /// Numbered in their order: two projects may be called alike.
  private func handoverNames(_ projects: [Card]) -> [String] {
    projects.enumerated().map { index, project in
      let words = Fold.plain(project.text).split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
      let stem = (["project", String(index + 1)] + words.map(String.init)).joined(separator: "-")
      return stem.prefix(60) + "." + format.ending
    }
  }

  /// What the n-th person of the roster is called without a name: by what they are.
  private static func label(_ number: Int, role: String?) -> Phrase {
    switch role {
    case "jury": "Juror \(number)"
    case "expert": "Expert \(number)"
    case "consultant": "Consultant \(number)"
    case "facilitator": "Facilitator \(number)"
    case "sponsor": "Sponsor \(number)"
    default: "Participant \(number)"
    }
  }

  private func bytes(of report: Report) throws(CommandError) -> [UInt8] {
    var report = report
    if let session, report.title != scene.say(session.title) {
      report.title += " · " + scene.say(session.title)
    }
    if format.isOffice { return try Pandoc.convert(report, to: format.ending) }
    guard format == .html else { return Array(Markdown.render(report).utf8) }
    let words = HTML.Words(
      contents: scene.say("Contents"), skip: scene.say("Skip to the text"),
      done: scene.say("Done##a task"), open: scene.say("To do"))
    return Array(HTML.render(report, words: words).utf8)
  }
}
