import Assets
import Journaling
import Languages
import Shell
import WorkshopCore
import WorkshopQueries

/// A method, game, canvas, sheet or deck as the one form edits it; each field goes into the file of the workshop's own
/// content when it is left. What came along is copied there first.
struct ContentSubject: FormSubject {
  enum Folder: String, CaseIterable {
    case methods
    case games = "warm-ups"
    case canvases, sheets, decks
  }

  let folder: Folder
  let id: String
  /// What came along, for a method that has no file of its own yet.
  private let shipped: String?

  init(folder: Folder, id: String, _ scene: Scene) {
    self.folder = folder
    self.id = id
    let all = scene.content.text(at: "\(folder.rawValue).json")
    let isOwn = scene.content.text(at: "\(folder.rawValue)/\(id).json") != nil
    shipped = isOwn ? nil : all.flatMap { ContentFile.part(id, of: $0) }
  }

  var path: String { "\(folder.rawValue)/\(id).json" }

  /// What the form is called in drafts.
  private static let form = "content-form"

  var place: TypedPlace { TypedPlace(Self.form, of: ["folder": folder.rawValue, "id": id]) }

  static let reopening = Reopening.form(form) { details, scene in
    details["folder"].flatMap { Folder(rawValue: $0) }.flatMap { folder in
      Form(ContentSubject(folder: folder, id: details["id"] ?? "", scene), scene)
    }
  }

  private func draft(_ scene: Scene) -> ContentDraft? {
    (scene.content.text(at: path) ?? shipped).flatMap {
      ContentDraft($0, at: path, in: scene.language.code)
    }
  }

  func value(of field: String, _ scene: Scene) -> String? {
    let name = Self.name(of: field)
    let value = draft(scene).map { $0[name] } ?? ""
    let several = ["moments", "purposes"].contains(name)
    return value.isEmpty ? nil : several ? value.replacing("\n", with: " ") : value
  }

  /// The first field of a sheet is always the headline.
  private static func name(of field: String) -> String { field == Card.text ? "title" : field }

  /// The file with a field changed; nil where it would not be one that can be used.
  private func file(_ text: String, in field: String, _ scene: Scene) -> String? {
    guard var draft = draft(scene) else { return nil }
    draft[Self.name(of: field)] = text
    do throws(ContentError) {
      try Content.check(path, draft.text)
      return draft.text
    } catch {
      return nil
    }
  }

  func takes(_ text: String, in field: String, _ scene: Scene) -> Bool {
    file(text, in: field, scene) != nil
  }

  /// Nothing of it goes into the journal: it is content, and no part of one workshop's day.
  func event(_ text: String, in field: String, over: EntryID?, _ scene: Scene) -> Event {
    .planChanged(changes: [])
  }

  func events(_ text: String, in field: String, over: EntryID?, _ scene: Scene) -> [Event] { [] }

  func effect(_ text: String, in field: String, _ scene: Scene) -> Outcome.Effect? {
    file(text, in: field, scene).map { .writeContent(path: path, text: $0) }
  }

  // MARK: Fields

  func sheet(_ scene: Scene) -> Sheet? {
    guard draft(scene) != nil else { return nil }
    let own: [Field] =
      switch folder {
      case .methods: method(scene)
      case .games: game(scene)
      case .canvases:
        [
          scene.field(
            "blocks", "Blocks", "A row of the canvas a line, such as: Gains | Pains", .text),
          scene.field(
            "prompts", "Questions##of blocks", "What each block asks, a line each, in their order",
            .text),
        ]
      case .sheets:
        [
          scene.field(
            "fields", "Fields",
            "A line each, the card's own text first: Name · Status: open / done · Effort: 1–5 · Owner: person · Until: date",
            .text)
        ]
      case .decks:
        [
          scene.field(
            "fits", "Fits##a deck", "The fields that it is for, with commas between them"),
          scene.field(
            "categories", "Cards##of a deck",
            "A pile begins with # and how many are drawn, such as: # Needs 2. Then a line a card",
            .text),
        ]
      }
    return Sheet(
      id: "content", title: Localized(path),
      fields: [scene.field(Card.text, "Title", "What it is called")] + own)
  }

  /// Choices by their numbers, in words.
  private func levels(_ name: (Int) -> Phrase, _ scene: Scene) -> [Choice] {
    (1...3).map { Choice(id: "\($0)", label: Localized(scene.say(name($0)))) }
  }

  private func span(_ scene: Scene) -> [Field] {
    [
      scene.field("people.minimum", "People at least", "A number", .number),
      scene.field("people.maximum", "People at most", "A number", .number),
    ]
  }

  private func moments(_ scene: Scene) -> Field {
    let moments = [Gap.Occasion.open, .beforeIdeas, .afterLunch, .close].map {
      Choice(id: $0.rawValue, label: Localized(scene.say(LibraryWords.occasion($0))))
    }
    return Field(
      id: "moments", label: Localized(scene.say("Moments")),
      prompt: Localized(scene.say("When it fits best")), type: .choice, choices: moments,
      takesSeveral: true)
  }

  private func game(_ scene: Scene) -> [Field] {
    func flag(_ yes: Phrase, _ no: Phrase) -> [Choice] {
      [("yes", yes), ("no", no)].map { Choice(id: $0, label: Localized(scene.say($1))) }
    }
    return [
      scene.field("steps", "Steps", "What is read aloud, a line each", .text),
      scene.field(
        "seated", "Seated", "How it goes for people who stay seated; may be empty", .text),
      scene.field("material", "Material", "What must be ready", .text),
      scene.field("minutes.minimum", "At least", "Minutes it cannot do without", .number),
      scene.field("minutes.maximum", "At most", "Minutes it may take", .number),
    ] + span(scene) + [
      scene.field(
        "energy", "Energy", "How lively it is", .choice, levels(LibraryWords.energy, scene)),
      scene.field("noise", "Noise", "How loud it is", .choice, levels(LibraryWords.noise, scene)),
      scene.field(
        "standing", "People are", "How people play it", .choice, flag("standing", "seated")),
      scene.field(
        "touch", "Touch", "Whether people touch each other", .choice, flag("with touch", "no touch")
      ),
      moments(scene),
    ]
  }

  private func method(_ scene: Scene) -> [Field] {
    let content = scene.content
    func names(_ items: [(String, Localized)]) -> [Choice] {
      [Choice(id: "", label: Localized(scene.say("none")))]
        + items.map { Choice(id: $0.0, label: Localized(scene.say($0.1))) }
    }
    func words<T: RawRepresentable & CaseIterable>(
      _ type: T.Type, _ name: (T) -> Phrase
    ) -> [Choice] where T.RawValue == String {
      T.allCases.map { Choice(id: $0.rawValue, label: Localized(scene.say(name($0)))) }
    }
    func several(_ id: String, _ label: Phrase, _ prompt: Phrase, _ choices: [Choice]) -> Field {
      Field(
        id: id, label: Localized(scene.say(label)), prompt: Localized(scene.say(prompt)),
        type: .choice, choices: choices, takesSeveral: true)
    }
    let canvases = content.canvases.values.sorted { $0.id < $1.id }.map { ($0.id, $0.title) }
    let sheets = content.sheets.values.sorted { $0.id < $1.id }.map { ($0.id, $0.title) }
    return [
      scene.field("purpose", "Purpose", "One sentence: when to reach for it", .text),
      scene.field("steps", "Steps", "What is read aloud, a line each", .text),
      scene.field("wrong", "Warning##about a method", "What goes wrong, and what then", .text),
      scene.field("material", "Material", "What must be ready", .text),
      scene.field("question", "Question", "Shown large on the projector", .text),
      scene.field("minutes.minimum", "At least", "Minutes it cannot do without", .number),
      scene.field("minutes.usual", "Usual minutes", "Between the least and the most", .number),
      scene.field("minutes.maximum", "At most", "Minutes it may take", .number),
    ] + span(scene) + [
      scene.field("phase", "Phase", "What it is for", .choice, words(Phase.self, \.name)),
      scene.field(
        "energy", "Energy", "How lively it is", .choice, levels(LibraryWords.energy, scene)),
      scene.field(
        "form", "People are", "How people work", .choice, words(Gathering.self, \.name)),
      several(
        "purposes", "Good for", "Several, by their numbers",
        words(WayOfWorking.Purpose.self, LibraryWords.purpose)),
      moments(scene),
      scene.field(
        "columns", "Columns", "Of a board of its own, a line each; empty: the board at hand", .text),
      scene.field("canvas", "Canvas", "What tables fill in", .choice, names(canvases)),
      scene.field(
        "sheet", "Sheet", "What a card of it has beside its text", .choice, names(sheets)),
      scene.field(
        "rounds", "Rounds", "A line each, such as: Round 1: Talk 15; Change places 2", .text),
      scene.field("source", "Source", "Where its facts are from"),
    ]
  }
}

extension Library {
  /// A method of one's own, or one of ours changed; games, canvases, sheets and decks as well.
  static let own = Action("own-content", "Make or change a method, game, canvas, sheet or deck") {
    scene in
    guard let library = scene.focus.overlay as? Library else { return .nothing }
    var items: [Menu.Item] = []
    var methods = scene.content.methods.filter {
      scene.content.own.contains("methods/\($0.id).json")
    }
    if case .method(let method) = library.chosen(scene)?.source {
      methods = [method] + methods.filter { $0.id != method.id }
    }
    var games = scene.content.warmUps.filter {
      scene.content.own.contains("warm-ups/\($0.id).json")
    }
    if case .game(let game) = library.chosen(scene)?.source {
      games = games.filter { $0.id != game.id }
      items.append(change(.games, game.id, game.title, scene))
    }
    items += methods.map { change(.methods, $0.id, $0.title, scene) }
    items += games.map { change(.games, $0.id, $0.title, scene) }
    items += ContentSubject.Folder.allCases.map { folder in
      Menu.Item(label: scene.say(new(folder)), detail: scene.say(kind(folder))) { scene in
        Reopening.newContent.opened(of: ["folder": folder.rawValue], with: [:], scene)
      }
    }
    let content = scene.content
    items += content.canvases.values.sorted { $0.id < $1.id }.map {
      change(.canvases, $0.id, $0.title, scene)
    }
    items += content.sheets.values.sorted { $0.id < $1.id }.map {
      change(.sheets, $0.id, $0.title, scene)
    }
    items += content.decks.values.sorted { $0.id < $1.id }.map {
      change(.decks, $0.id, $0.title, scene)
    }
    return .open(Menu(title: "Your own library", items: items), scene)
  }

  private static func change(
    _ folder: ContentSubject.Folder, _ id: String, _ title: Localized, _ scene: Scene
  ) -> Menu.Item {
    Menu.Item(label: scene.say("Change: \(title)"), detail: scene.say(kind(folder))) { scene in
      Form(ContentSubject(folder: folder, id: id, scene), scene).map { .open($0, scene) }
        ?? .nothing
    }
  }

  private static func new(_ folder: ContentSubject.Folder) -> Phrase {
    switch folder {
    case .methods: "A new method"
    case .games: "A new game"
    case .canvases: "A new canvas"
    case .sheets: "A new sheet"
    case .decks: "A new deck"
    }
  }

  private static func kind(_ folder: ContentSubject.Folder) -> Phrase {
    switch folder {
    case .methods: "method"
    case .games: "game"
    case .canvases: "canvas"
    case .sheets: "sheet"
    case .decks: "deck"
    }
  }
}

extension Reopening {
  /// The title of something new; with it the file comes into being, whole but for what is filled in.
  static let newContent = Reopening("new-content") { details, scene in
    guard let folder = details["folder"].flatMap({ ContentSubject.Folder(rawValue: $0) }) else {
      return nil
    }
    return Prompt(title: "Your own library", help: "What it is called, such as: Market of ideas") {
      title, scene in
      let id = scene.freeID(title, in: folder)
      let subject = ContentSubject(folder: folder, id: id, scene)
      guard
        let text = ContentFile.new(
          folder.rawValue, id: id, title: title, steps: scene.say("Step 1"))
      else { return .nothing }
      var outcome = Outcome.close(scene)
      outcome.effect = .writeContent(path: subject.path, text: text)
      outcome.notice = "Made. To change it: F2 in the library"
      return outcome
    }
  }
}

extension Scene {
  /// An id that no file of a folder has.
  fileprivate func freeID(_ title: String, in folder: ContentSubject.Folder) -> String {
    let plain = Fold.id(of: title)
    let name = plain.isEmpty ? "own" : plain
    let ids: [String] =
      switch folder {
      case .methods: content.methods.map(\.id)
      case .games: content.warmUps.map(\.id)
      case .canvases: Array(content.canvases.keys) + content.journeys.keys
      case .sheets: Array(content.sheets.keys)
      case .decks: Array(content.decks.keys)
      }
    return ([name] + (2...999).map { "\(name)-\($0)" }).first { !ids.contains($0) } ?? name
  }
}
