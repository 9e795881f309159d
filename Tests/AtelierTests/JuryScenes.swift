import Assets
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Projects
@testable import Shell

/// The jury day with three jurors and three projects, the room at the jury.
enum JuryScenes {
  static let projects = [
    "desk": "One welcome desk", "hub": "Training for staff", "map": "Open map",
  ]
  /// Stands in no other text.
  static let secret = "Zsealed"

  static func plan(_ language: String) throws -> Plan {
    var plan = try #require(Content.builtIn.template("jury-day")).resolved(in: language)
    plan.people = [
      Person(id: "eva", name: "Eva Nagy", role: "jury"),
      Person(id: "leo", name: "Léo Martin", role: "jury"),
      Person(id: "ida", name: "Ida Brun", role: "jury"),
    ]
    return plan
  }

  /// Before any form.
  static func start(
    _ role: Role = .facilitator, _ language: String = "en", at activity: ActivityID = "jury"
  ) throws -> Scene {
    var scene = Stage.scene(
      try plan(language), role: role,
      then: projects.sorted { $0.key < $1.key }.map {
        .cardAdded(board: "projects", text: $0.value, fields: ["ref": $0.key])
      } + [.activityOpened(activity: activity, seconds: nil)])
    scene.language = try #require(Language.find(language, in: .builtIn))
    return scene
  }

  static func project(_ ref: String, _ scene: Scene) throws -> CardID {
    try #require(scene.workshop.cards(on: "projects").first { $0["ref"] == ref }).id
  }

  /// A juror's whole form.
  static func form(
    _ juror: String, _ ref: String, _ scores: [Int], _ advice: String, _ scene: Scene,
    isPublic: Bool = true, recommendation: String = "go", more: [String: String] = [:]
  ) throws -> Event {
    var fields = [
      "juror": juror, "project": try project(ref, scene), "recommendation": recommendation,
      "audience": isPublic ? "public" : "private",
    ]
    let names = ["score-group", "score-stakeholders", "score-policy", "score-test"]
    for (name, score) in zip(names, scores) { fields[name] = String(score) }
    return .cardAdded(
      board: "advice", text: advice, fields: fields.merging(more) { $1 })
  }

  /// Every form but one, still sealed.
  static func judged(
    _ role: Role = .facilitator, _ language: String = "en", isOpen: Bool = false,
    then more: [Event] = []
  ) throws -> Scene {
    let scene = try start(role, language)
    var events = [
      try form(
        "eva", "desk", [4, 5, 4, 5], "\(secret) begin with two towns", scene,
        more: ["strength": "Asked for by everybody", "help": "A room on Fridays"]),
      try form("leo", "desk", [3, 4, 4, 4], "\(secret) name one lead", scene, isPublic: false),
      try form(
        "ida", "desk", [1, 4, 3, 2], "\(secret) count calls", scene, recommendation: "hold"),
      try form("eva", "hub", [5, 4, 5, 5], "\(secret) write it down", scene),
      try form("leo", "hub", [4, 4, 4, 3], "", scene),
      try form("ida", "hub", [], "", scene, more: ["interest": "declared"]),
      try form("eva", "map", [2, 2, 3, 2], "\(secret) wait a year", scene, recommendation: "stop"),
      try form("leo", "map", [3, 1, 2, 2], "", scene, recommendation: "stop"),
    ]
    if isOpen { events.append(.boardSet(board: "advice", setting: .sealed, value: "")) }
    var judged = scene
    for (index, event) in (events + more).enumerated() {
      judged.workshop.apply(
        Stage.entry(event, 100 + index, at: Stage.now.milliseconds - 500 + Int64(index)))
    }
    return judged
  }

  static func reading(_ step: Int, _ role: Role = .stage, _ language: String = "en") throws -> Scene
  {
    try judged(
      role, language, isOpen: true,
      then: [.viewShown(activity: "jury", view: JuryView.advice, step: step)])
  }
}

extension Shot {
  /// The jury's screens.
  static let jury: [Shot] =
    Language.builtIn.flatMap { code in
      [
        Shot("jury-sealed-facilitator-\(code)") { try JuryScenes.judged(.facilitator, code) },
        Shot("jury-sealed-stage-\(code)") { try JuryScenes.judged(.stage, code) },
        Shot("jury-forms-facilitator-\(code)") {
          Desk.scene(try JuryScenes.judged(.facilitator, code), "f", "n")
        },
        Shot("jury-scores-facilitator-\(code)") {
          Desk.scene(try JuryScenes.judged(.facilitator, code, isOpen: true), "v")
        },
        Shot("jury-advice-stage-\(code)") { try JuryScenes.reading(0, .stage, code) },
      ]
    } + [
      Shot("jury-sealed-notes-en") { try JuryScenes.judged(.notes) },
      Shot("jury-form-notes-en") { Desk.scene(try JuryScenes.judged(.notes), "F5", "Enter") },
      Shot("jury-advice-stage-en", 120, 40) { try JuryScenes.reading(0) },
      Shot("jury-forms-facilitator-en", 60, 15) { Desk.scene(try JuryScenes.judged(), "f") },
    ]
}
