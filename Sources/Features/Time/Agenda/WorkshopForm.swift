import Assets
import Journaling
import Languages
package import Shell
import WorkshopCore

extension Action {
  /// Everything that a workshop is beside its agenda and its boards, in one form.
  package static let setUp = Action(
    "set-up", "Set up the workshop: title, goal, language, tables",
    foundBy: "place lead funding numbers to reach themes name challenge sponsor"
  ) { scene in
    Form(WorkshopSubject(), scene).map { .open($0, scene) } ?? .nothing
  }
}

extension Scene {
  /// Opens the form of a workshop whose plan is still blank, over the agenda that is planned next.
  package mutating func offerSetUp() {
    guard let session = workshop.plan.sessions.first, workshop.plan.activities.isEmpty,
      workshop.openings.isEmpty, let form = Form(WorkshopSubject(), self)
    else { return }
    focus.open(AgendaEditor(session: session.id), self)
    focus.open(form, self)
  }
}

extension Reopening {
  /// The form of the workshop.
  static let workshop = form(WorkshopSubject.form) { _, scene in Form(WorkshopSubject(), scene) }
}

/// The workshop as its form edits it: fields of the plan, the place of the day, and each theme's card; the
/// last fields are those of a theme that is not there yet.
struct WorkshopSubject: FormSubject {
  /// What the form is called in drafts.
  fileprivate static let form = "workshop-form"

  var place: TypedPlace { TypedPlace(Self.form) }

  /// What a field of the form is a field of.
  private enum Part {
    case plan
    case day
    /// Nil: of the theme to come.
    case theme(CardID?, field: String)
  }

  /// What a language calls itself; one that does not say it is shown by its code.
  private static func name(_ code: String, _ scene: Scene) -> String {
    Language.find(code, in: scene.content)?.name ?? code
  }

  private static func part(of field: String) -> Part {
    if field == "place" { return .day }
    // A card's id may hold a colon and no stroke.
    let parts = field.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[0] == "theme" else { return .plan }
    return .theme(parts[1].isEmpty ? nil : parts[1], field: parts[2])
  }

  func sheet(_ scene: Scene) -> Sheet? {
    let languages = scene.content.phrases.keys.sorted().map {
      Choice(id: $0, label: Localized(Self.name($0, scene)))
    }
    let own = [
      scene.field("title", "Title", "What the workshop is called"),
      scene.field("goal", "Goal", "What is there at the end that was not there before", .text),
      scene.field("language", "Language", "What screens and the report are in", .choice, languages),
      scene.field("tables", "Tables", "How many there are, 1 to 100", .number),
      scene.field("place", "Place", "Where it is held"),
      scene.field("lead", "Lead", "Who leads it"),
      scene.field(
        "commissioner", "Sponsor##of the workshop",
        "Who asked for it and will read what comes of it"),
      scene.field("fund-amount", "Funding", "A sum such as 12 500 €"),
      scene.field("reach", "Numbers to reach", "Such as: 30 people, 5 projects, 3 tested"),
    ]
    let cards =
      scene.workshop.themesBoard.map { scene.workshop.cards(on: $0).map { Optional($0.id) } } ?? []
    let themes = (cards + [nil]).enumerated().flatMap { index, card in
      let name: Phrase = card == nil ? "New theme" : "Theme \(index + 1)"
      let labels: [(String, Phrase, Phrase)] = [
        (Card.text, name, "Two or three words"),
        (Theme.challengeField, "Challenge", "How might we…"),
        (Theme.sponsorField, "Theme sponsor", "Who asked for it and will read the result"),
      ]
      return labels.map { id, label, prompt in
        scene.field(
          "theme/\(card ?? "")/\(id)", label, prompt,
          id == Theme.challengeField ? .text : .line)
      }
    }
    return Sheet(
      id: "workshop", title: Localized(scene.say("The workshop")), fields: own + themes)
  }

  func written(_ field: String, _ scene: Scene) -> FieldValue? {
    guard case .theme(let card?, let field) = Self.part(of: field) else { return nil }
    return scene.workshop.card(card)?.values[field]
  }

  func value(of field: String, _ scene: Scene) -> String? {
    let value: String? =
      switch Self.part(of: field) {
      case .plan: scene.workshop.plan.value(of: field)
      case .day: scene.session?.place
      case .theme(let card, let field): card.flatMap { scene.workshop.card($0)?[field] }
      }
    return value.flatMap { $0.isEmpty ? nil : $0 }
  }

  func takes(_ text: String, in field: String, _ scene: Scene) -> Bool {
    switch Self.part(of: field) {
    case .plan:
      var plan = scene.workshop.plan
      return plan.set(field, to: text)
    case .day: return scene.session != nil
    case .theme(nil, let field): return field == Card.text || text.isEmpty
    case .theme(_, Card.text): return !text.isEmpty
    case .theme: return true
    }
  }

  func event(_ text: String, in field: String, over: EntryID?, _ scene: Scene) -> Event {
    switch Self.part(of: field) {
    case .plan: .planChanged(changes: [scene.workshop.setting(field, to: text)])
    case .day:
      .planChanged(changes: [
        scene.workshop.setting("place", ofSession: scene.session?.id ?? "", to: text)
      ])
    case .theme(let card?, let field):
      .fieldSet(card: card, field: field, value: text, over: over)
    case .theme(nil, _): .cardAdded(board: Workshop.themes, text: text, fields: nil)
    }
  }
}

extension Scene {
  /// A field of a form of the plan, in the language of whoever fills it in.
  func field(
    _ id: String, _ label: Phrase, _ prompt: Phrase, _ type: Field.Kind = .line,
    _ choices: [Choice]? = nil
  ) -> Field {
    Field(
      id: id, label: Localized(say(label)), prompt: Localized(say(prompt)), type: type,
      choices: choices)
  }
}
