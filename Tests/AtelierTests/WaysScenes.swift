@testable import atelier
import Assets
import Terminal
import WorkshopCore
import WorkshopQueries

@testable import Journaling
@testable import Languages
@testable import Shell

/// A small workshop in which every way of working is tried: ideas, projects, canvases, feedback.
enum WaysScenes {
  static let ideas = [
    "Shared handling of digital user relations", "A mobile desk that follows the market days",
    "Librarians trained as first contact", "Callback within the day, same person to the end",
    "A test room that is open to residents", "Letters that say who to call",
  ]

  private static func text(_ en: String, _ fr: String, _ hu: String) -> Localized {
    Localized(texts: ["en": en, "fr": fr, "hu": hu])
  }

  static let plan: Plan = {
    func board(
      _ id: ActivityID, _ en: String, _ fr: String, _ hu: String, board: BoardID = "ideas",
      _ change: (inout Activity) -> Void = { _ in }
    ) -> Activity {
      var activity = Activity(
        id: id, title: text(en, fr, hu), kind: "board", phase: .focus, minutes: 15, board: board)
      change(&activity)
      return activity
    }
    let write = text("Write", "Écriture", "Írás")
    return Plan(
      title: text("Open counters", "Guichets ouverts", "Nyitott ablakok"), tables: 3,
      boards: [
        Board(
          id: "ideas", title: text("Ideas", "Idées", "Ötletek"),
          question: text(
            "What could we do for her?", "Que pourrions-nous faire pour elle ?",
            "Mit tehetnénk érte?"), sheet: "idea"),
        Board(
          id: "feedback", title: text("Feedback", "Retours", "Visszajelzések"), sheet: "feedback",
          zones: [
            Zone(id: "like", title: text("I like", "J’aime", "Tetszik")),
            Zone(id: "wish", title: text("I wish", "J’aimerais", "Szeretném")),
            Zone(id: "what-if", title: text("What if", "Et si", "Mi lenne, ha")),
          ]),
        Board(id: "parking", title: text("Parking lot", "Parking", "Parkoló"), sheet: "parking"),
      ],
      sessions: [
        Session(
          id: "morning", title: text("Morning", "Matinée", "Délelőtt"), date: "2026-11-23",
          activities: [
            board("silent", "Silent writing", "Écriture", "Írás") { $0.sets = ["closed": "yes"] },
            board("round", "Brainwriting", "Idées tournantes", "Körbeírás") {
              $0.rotates = true
              $0.sets = ["columns": "table"]
              $0.flow = .all
              $0.rounds = (1...3).map { number in
                Round(
                  title: text("Sheet \(number)", "Feuille \(number)", "\(number). lap"),
                  segments: [Segment(title: write, minutes: 5)])
              }
            },
            board("order", "Crowd ordering", "Classement", "Sorrend") {
              $0.sets = ["sort": "order"]
            },
            board("place", "Impact and effort", "Impact et effort", "Hatás és ráfordítás") {
              $0.method = "impact-effort"
            },
            board("vote", "Vote", "Vote", "Szavazás") { $0.kind = "poll" },
            board("model", "Canvas", "Canevas", "Vászon") {
              $0.kind = "canvas"
              $0.canvas = "social"
            },
            board("walk", "Gallery walk", "Visite", "Galériaséta", board: "feedback") {
              $0.keeps = text("Before the feedback", "Avant les retours", "Előtte")
              $0.rounds = (1...3).map { number in
                Round(title: Localized("\(number)"), segments: [Segment(title: write, minutes: 5)])
              }
            },
          ])
      ])
  }()

  /// The room at an activity, with the ideas on the board (`ways-1` to `ways-6`) and what happens after.
  static func scene(
    at activity: ActivityID, _ role: Role = .facilitator, _ code: String = "en",
    ideas count: Int = 6, then events: [Event] = []
  ) -> Scene {
    let cards = ideas.prefix(count).map { Event.cardAdded(board: "ideas", text: $0, fields: nil) }
    let all = cards + [.activityOpened(activity: activity, seconds: nil)] + events
    let now = Stage.now
    let entries = all.enumerated().map { index, event in
      Entry(
        id: EntryID(writer: "ways", sequence: index + 1),
        stamp: Stamp(milliseconds: now.milliseconds - Int64(all.count - index) * 1000), at: "",
        by: "Louis", event: event)
    }
    return Scene(
      workshop: History(plan: plan.resolved(in: code), entries: entries, catalogue: .all).workshop,
      content: .builtIn, features: .all, role: role, language: Fixture.language(code),
      focus: Focus(),
      now: now,
      me: role == .notes ? "Ana" : "Paul")
  }

  /// The canvas of the first idea: its board is `ways-8`.
  static let canvas: [Event] =
    [
      .boardAdded(title: ideas[0], canvas: "social", sheet: nil, about: "ways-1"),
      .cardAdded(board: "ways-8", text: "People who gave up on a form", fields: ["zone": "be"]),
      .cardAdded(board: "ways-8", text: "Agents at the counter", fields: ["zone": "be"]),
      .cardAdded(board: "ways-8", text: "Somebody stays to the end", fields: ["zone": "sv"]),
    ]

  /// A version of it, what changed since, and what people said.
  static let revised: [Event] =
    canvas + [
      .boardKept(board: "ways-8", title: "v1"),
      .fieldSet(
        card: "ways-11", field: "text", value: "The same person to the end",
        over: EntryID("ways-11")),
      .cardBinned(card: "ways-10"),
      .cardAdded(board: "ways-8", text: "A callback within the day", fields: ["zone": "ti"]),
      .cardAdded(
        board: "feedback", text: "One face to the end",
        fields: ["zone": "like", "project": "ways-1", "block": "sv"]),
      .cardAdded(
        board: "feedback", text: "a number to call on Fridays",
        fields: ["zone": "wish", "project": "ways-1"]),
      .cardAdded(
        board: "feedback", text: "the library did it?",
        fields: ["zone": "what-if", "project": "ways-1"]),
    ]

  /// Some cards placed, two of them at one spot.
  static let placed: [Event] = [
    .fieldsSet(
      field: "impact", values: ["ways-1": "9", "ways-2": "8", "ways-3": "8", "ways-4": "2"]),
    .fieldsSet(
      field: "effort", values: ["ways-1": "2", "ways-2": "8", "ways-3": "8", "ways-4": "9"]),
  ]

  static func lines(_ scene: Scene, _ columns: Int = 80, _ rows: Int = 24) -> [String] {
    View.draw(scene, size: Size(columns: columns, rows: rows)).text
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
