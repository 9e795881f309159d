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
    case markdown, html, csv, json, ics, invitation, reminder, agenda, material

    /// What a file of it ends with.
    var ending: String {
      switch self {
      case .markdown, .agenda, .material: "md"
      default: rawValue
      }
    }
  }

  /// A file in the making; without a name it is the only one.
  typealias File = (name: String, bytes: [UInt8])

  private let format: Format
  /// Only what may be told, in the language asked for.
  private let scene: Scene
  private let session: Session?
  private let isWhole: Bool

  /// - Parameter scene: the whole workshop as the facilitator sees it.
  init(_ format: Format, of scene: Scene, session: Session?, isPublic: Bool, hasNames: Bool) {
    self.format = format
    self.session = session
    isWhole = !isPublic
    var scene = scene
    scene.isForFile = true
    if isPublic { scene.workshop = scene.workshop.published }
    // Who leaves the names out hands it on: what jurors wrote for the group stays behind.
    if !hasNames { scene.workshop = scene.workshop.withoutPrivateRemarks }
    if !hasNames {
      let language = scene.language
      scene.workshop = scene.workshop.withoutNames(somebody: language("somebody")) {
        language("Participant \($0)")
      }
    }
    if let session { scene.workshop = scene.workshop.only(session) }
    self.scene = scene
  }

  /// The one file of a format; nil for lists, of which there are many.
  func file() -> [UInt8]? {
    switch format {
    case .markdown, .html: bytes(of: Minutes.report(scene))
    case .json:
      Array(
        StateDocument(
          scene.workshop, now: scene.asOf, language: scene.language.code, withPlan: true
        ).json())
    case .ics: Array(ICS.render(Dates.calendar(scene), now: scene.now).utf8)
    case .invitation: Array(Mail.invitation(scene).utf8)
    case .reminder: Array(Mail.reminder(scene).utf8)
    case .agenda: bytes(of: ParticipantAgenda.report(scene))
    case .material: bytes(of: Preparation.report(scene))
    case .csv: nil
    }
  }

  /// A file for each list.
  func lists() -> [File] {
    Lists.all.map { $0.list(scene) }.filter { !$0.rows.isEmpty }.map {
      ($0.name + ".csv", Array(CSV.render($0, language: scene.language.code)))
    }
  }

  /// One list, by the name of its file.
  func list(_ name: String) -> [UInt8]? {
    Lists.all.first { $0.name == name }.map {
      Array(CSV.render($0.list(scene), language: scene.language.code))
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

  /// A project's hand-over.
  func handover(_ project: Card) -> [UInt8] { bytes(of: Handover.report(project, scene)) }

  /// A hand-over for each project, numbered in their order: two may be called alike.
  func handovers() -> [File] {
    projects(nil).enumerated().map { index, project in
      let words = Fold.plain(project.text).split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
      let stem = ([String(index + 1)] + words.map(String.init)).joined(separator: "-").prefix(60)
      return (stem + "." + format.ending, handover(project))
    }
  }

  private func bytes(of report: Report) -> [UInt8] {
    var report = report
    if let session, report.title != scene.say(session.title) {
      report.title += " · " + scene.say(session.title)
    }
    guard format == .html else { return Array(Markdown.render(report).utf8) }
    let words = HTML.Words(
      contents: scene.say("Contents"), skip: scene.say("Skip to the text"),
      done: scene.say("Done"), open: scene.say("To do"))
    return Array(HTML.render(report, words: words).utf8)
  }
}
