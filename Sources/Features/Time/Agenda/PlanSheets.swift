import Assets
import Journaling
import Languages
import Shell
import WorkshopCore

/// The sheets by which the one form edits the plan: fields of an activity and of a session.
enum PlanSheets {
  static func activity(_ activity: Activity, _ scene: Scene) -> Sheet {
    let yesNo = [choice("yes", yes, scene), choice("no", no, scene)]
    return Sheet(
      id: "activity", title: activity.title,
      fields: [
        scene.field("title", "Title", "What the agenda calls it"),
        scene.field("minutes", "Minutes", "Whole minutes, 0 to 1440", .number),
        scene.field("minimum", "At least", "Minutes it cannot do without", .number),
        scene.field("maximum", "At most", "Minutes it may take", .number),
        scene.field("priority", "Priority", "What is left out first", .choice, priorities(scene)),
        scene.field(
          "fixed", "Fixed", "Starts when the plan says, whatever runs late", .choice, yesNo),
        scene.field("start", "Starts at", "Of a fixed item, such as 12:20"),
        scene.field("phase", "Phase", "What it is for", .choice, phases(scene)),
        scene.field("kind", "Kind", "How it looks and what can be done", .choice, kinds(scene)),
        scene.field("board", "Board", "Where its cards go", .choice, boards(activity, scene)),
      ] + own(activity, scene) + [
        scene.field("lead", "Lead", "Who leads it"),
        scene.field("question", "Question", "Shown large on the projector", .text),
        scene.field("script", "Say", "Only the facilitator sees this", .text),
        scene.field("material", "Material", "What to prepare", .text),
        scene.field("output", "Result", "What is there at the end", .text),
      ])
  }

  /// What only an activity of its kind has: a vote's rule, the canvas that is filled, the game that is played.
  private static func own(_ activity: Activity, _ scene: Scene) -> [Field] {
    let traits = scene.kind(of: activity).traits
    if traits.contains(.vote) {
      return [
        scene.field(
          "vote", "Kind of vote", "Dots, where nothing else is said", .choice,
          scene.voteMethods.map { choice($0.method.rawValue, $0.name, scene) }),
        scene.field("dots", "Dots each", "Empty: a quarter of the options", .number),
        scene.field(
          "winners", "Chosen##how many", "How many go on; empty: told when the vote opens", .number),
      ]
    }
    if traits.contains(.canvas) {
      let canvases = scene.content.canvases.values.sorted { $0.id < $1.id }
      return [
        scene.field(
          "canvas", "Canvas", "What tables fill in", .choice,
          canvases.map { Choice(id: $0.id, label: Localized(scene.say($0.title))) })
      ]
    }
    if traits.contains(.deck) {
      return [
        scene.field(
          "deck", "Deck", "Those for your themes come first", .choice,
          scene.decks.map { Choice(id: $0.deck.id, label: Localized(scene.say($0.deck.title))) })
      ]
    }
    guard traits.contains(.game) else { return [] }
    return [
      scene.field(
        "warmUp", "Game", "From the library; empty: your own", .choice,
        [choice("", none, scene)]
          + scene.content.warmUps.map { Choice(id: $0.id, label: Localized(scene.say($0.title))) })
    ]
  }

  static func board(_ board: Board, _ scene: Scene) -> Sheet {
    let sheets = scene.content.sheets.values.sorted { $0.id < $1.id }.map {
      Choice(id: $0.id, label: Localized(scene.say($0.title)))
    }
    return Sheet(
      id: "board", title: board.title,
      fields: [
        scene.field("title", "Title", "What the board is called"),
        scene.field("question", "Question", "What its cards answer", .text),
        scene.field(
          "sheet", "Sheet", "What a card of it has beside its text", .choice,
          [choice("", none, scene)] + sheets),
        scene.field(
          "columns", "Columns", "What makes its columns", .choice,
          [
            choice("zone", "Clusters", scene), choice("theme", "Themes", scene),
            choice("table", "Tables", scene),
          ]),
      ])
  }

  static func session(_ session: Session, _ scene: Scene) -> Sheet {
    // A later session of the plan says itself when it is.
    let isLast = scene.sessionAfter(session) == nil
    let next =
      isLast
      ? [
        scene.field(
          "next", "We meet again", "Such as 2026-12-15 09:30, town hall; empty while none is set")
      ]
      : []
    return Sheet(
      id: "session", title: session.title,
      fields: [
        scene.field("title", "Title", "What the day is called"),
        scene.field("date", "Date", "A day, such as 30 November; empty while none is set", .date),
        scene.field("planned", "First planned", "The date before the day was moved", .date),
        scene.field("start", "Starts at", "When the first item starts, such as 09:00"),
        scene.field("place", "Place", "Where it is held"),
        scene.field("bring", "To bring", "What people are asked to bring along"),
      ] + next)
  }

  private static func choice(_ id: String, _ label: Phrase, _ scene: Scene) -> Choice {
    Choice(id: id, label: Localized(scene.say(label)))
  }

  private static func priorities(_ scene: Scene) -> [Choice] {
    Activity.Priority.allCases.map { choice($0.rawValue, $0.name, scene) }
  }

  private static let none: Phrase = "none"
  private static let yes: Phrase = "yes"
  private static let no: Phrase = "no"

  private static func phases(_ scene: Scene) -> [Choice] {
    [choice("", none, scene)] + Phase.allCases.map { choice($0.rawValue, $0.name, scene) }
  }

  private static func kinds(_ scene: Scene) -> [Choice] {
    scene.features.kinds.map { choice($0.id, $0.name, scene) }
  }

  /// Chosen as the board of an activity: one that is made for it.
  static let newBoard = "+"

  /// Where ideas may go; people sign up for themes too.
  private static func boards(_ activity: Activity, _ scene: Scene) -> [Choice] {
    let boards = scene.workshop.boards.filter {
      !Workshop.ownBoards.contains($0.id)
        || $0.id == Workshop.themes && scene.kind(of: activity).takesThemes
    }
    return [choice("", none, scene)]
      + boards.map { Choice(id: $0.id, label: Localized(scene.say($0.title))) }
      + [choice(newBoard, "A new board", scene)]
  }
}

/// What the form edits of the plan: an activity, a session, a board or the plan itself, with its fields as
/// text.
protocol PlanPart {
  func value(of field: String) -> String?
  mutating func set(_ field: String, to text: String) -> Bool
}

extension Activity: PlanPart {}
extension Session: PlanPart {}
extension Board: PlanPart {}
extension Plan: PlanPart {}

/// An item of the agenda, a session, a board, the programme or one before it, as the form edits it.
struct PlanSubject: FormSubject {
  enum Part: Hashable {
    case activity(ActivityID)
    case session(String)
    case board(BoardID)
    case programme
    /// By its id; one that is not there comes into being with its first field.
    case earlier(String)
  }

  let part: Part

  var place: TypedPlace {
    switch part {
    case .activity(let id): TypedPlace(Self.form, of: ["activity": id])
    case .session(let id): TypedPlace(Self.form, of: ["session": id])
    case .board(let id): TypedPlace(Self.form, of: ["board": id])
    case .programme: TypedPlace(Self.form)
    case .earlier(let id): TypedPlace(Self.form, of: ["earlier": id])
    }
  }

  /// What the plan's forms are called in drafts.
  private static let form = "plan-form"

  /// What a draft says of the part that is edited.
  fileprivate init(_ details: [String: String]) {
    part =
      details["activity"].map { .activity($0) } ?? details["session"].map { .session($0) }
      ?? details["board"].map { .board($0) } ?? details["earlier"].map { .earlier($0) }
      ?? .programme
  }

  init(part: Part) { self.part = part }

  private func edited(_ scene: Scene) -> (any PlanPart)? {
    switch part {
    case .activity(let id): scene.workshop.plan.activity(id)
    case .session(let id): scene.workshop.plan.session(id)
    case .board(let id): scene.workshop.plan.board(id)
    case .programme, .earlier: scene.workshop.plan
    }
  }

  /// What the plan calls a field of the sheet: the first one of a sheet is always the headline.
  private func name(of field: String) -> String {
    switch part {
    case .activity, .session, .board: field
    case .programme: field == Card.text ? "goal" : field
    case .earlier(let id): "earlier/\(id)/\(field == Card.text ? "name" : field)"
    }
  }

  func sheet(_ scene: Scene) -> Sheet? {
    switch part {
    case .activity(let id):
      scene.workshop.plan.activity(id).map { PlanSheets.activity($0, scene) }
    case .session(let id): scene.workshop.plan.session(id).map { PlanSheets.session($0, scene) }
    case .board(let id): scene.workshop.plan.board(id).map { PlanSheets.board($0, scene) }
    case .programme: scene.content.sheets["programme"]
    case .earlier: scene.content.sheets["earlier-programme"]
    }
  }

  func value(of field: String, _ scene: Scene) -> String? {
    edited(scene)?.value(of: name(of: field)).flatMap { $0.isEmpty ? nil : $0 }
  }

  func takes(_ text: String, in field: String, _ scene: Scene) -> Bool {
    var edited = edited(scene)
    return edited?.set(name(of: field), to: text) ?? false
  }

  /// A session is to come; the day it was first planned for may be over.
  func sense(of field: String) -> DueDate.Sense { field == "planned" ? .near : .ahead }

  func event(_ text: String, in field: String, over: EntryID?, _ scene: Scene) -> Event {
    switch part {
    case .activity(let id):
      .planChanged(changes: [scene.workshop.setting(field, of: id, to: text)])
    case .session(let id):
      .planChanged(changes: [scene.workshop.setting(field, ofSession: id, to: text)])
    case .board(let id):
      .planChanged(changes: [scene.workshop.setting(field, ofBoard: id, to: text)])
    case .programme, .earlier:
      .planChanged(changes: [scene.workshop.setting(name(of: field), to: text)])
    }
  }

  /// A new board is made before the activity goes to it.
  func events(_ text: String, in field: String, over: EntryID?, _ scene: Scene) -> [Event] {
    guard case .activity(let id) = part, field == "board", text == PlanSheets.newBoard,
      let activity = scene.workshop.plan.activity(id)
    else { return [event(text, in: field, over: over, scene)] }
    let wanted = scene.kind(of: activity).planning.board
    let (board, making) = PlanMaking.newBoard(
      of: wanted?.sheet, called: scene.say(activity.title), scene)
    return PlanMaking.change(making + [scene.workshop.setting(field, of: id, to: board)])
  }
}

extension Reopening {
  /// The form of an item, a session or the programme.
  static let plan = form("plan-form") { details, scene in Form(PlanSubject(details), scene) }
}

extension Activity.Priority {
  /// As the agenda's readers call it.
  var name: Phrase {
    switch self {
    case .must: "must"
    case .should: "should"
    case .could: "could"
    }
  }
}
