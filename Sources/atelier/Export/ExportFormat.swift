import Languages
import Projects
import Reporting
import Shell
import WorkshopCore

/// A shape in which a workshop leaves the program: its word, what its files end with, how they are made.
struct ExportFormat: Sendable {
  /// What comes of the workshop in this shape.
  enum Making: Sendable {
    /// The report with the detail and the annexes asked for. What is no text needs a file to go to.
    case report(
      isText: Bool = true, @Sendable (Report, Scene) throws(CommandError) -> [UInt8])
    /// A document of its own, as Markdown.
    case document(@Sendable (Scene) -> Report)
    case text(@Sendable (Scene) -> String)
    /// A file of comma-separated values for each list.
    case lists
  }

  /// As it is typed after `--format`.
  let name: String
  let ending: String
  let making: Making

  init(_ name: String, ending: String? = nil, _ making: Making) {
    self.name = name
    self.ending = ending ?? name
    self.making = making
  }

  static let all: [ExportFormat] = [
    markdown, mermaid, html, docx, odt, pdf, slides, thanks, press, csv, json, ics, invitation,
    reminder, agenda, material,
  ]

  /// A format by its word, or what there is.
  static func named(_ name: String, among formats: [Self]) throws(CommandError) -> Self {
    guard let found = formats.first(where: { $0.name == name }) else {
      throw .usage("no format “\(name)”: \(formats.map(\.name).joined(separator: ", "))")
    }
    return found
  }

  var isReport: Bool { if case .report = making { true } else { false } }

  /// It can stand on a terminal.
  var isText: Bool { if case .report(isText: false, _) = making { false } else { true } }

  var isLists: Bool { if case .lists = making { true } else { false } }
}

extension ExportFormat {
  static let markdown = Self(
    "markdown", ending: "md", .report { report, _ in Array(Markdown.render(report).utf8) })

  static let mermaid = Self(
    "mermaid", ending: "md",
    .report { report, _ in Array(Markdown.render(report, pictures: .mermaid).utf8) })

  static let html = Self(
    "html",
    .report { report, scene in
      let words = HTML.Words(
        contents: scene.say("Contents"), skip: scene.say("Skip to the text"),
        done: scene.say("Done##a task"), open: scene.say("To do"))
      return Array(HTML.render(report, words: words).utf8)
    })

  static let docx = office("docx")
  static let odt = office("odt")
  static let pdf = office("pdf")

  private static func office(_ ending: String) -> Self {
    Self(
      ending,
      .report(isText: false) { report, _ throws(CommandError) in
        try Pandoc.convert(report, to: ending)
      })
  }

  static let slides = Self("slides", ending: "md", .text(Slides.render))
  static let thanks = Self("thanks", .text(Mail.thanks))
  static let press = Self("press", .text(PressText.render))
  static let csv = Self("csv", .lists)

  static let json = Self(
    "json",
    .text { scene in
      let document = StateDocument(
        scene.workshop, now: scene.asOf, language: scene.language.code, withPlan: true,
        reading: scene.reading)
      return String(decoding: document.json(), as: UTF8.self)
    })

  static let ics = Self("ics", .text { ICS.render(Dates.calendar($0), now: $0.now) })
  static let invitation = Self("invitation", .text(Mail.invitation))
  static let reminder = Self("reminder", .text(Mail.reminder))
  static let agenda = Self("agenda", ending: "md", .document(ParticipantAgenda.report))
  static let material = Self("material", ending: "md", .document(Preparation.report))
}
