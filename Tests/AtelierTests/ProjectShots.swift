import Terminal
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Projects
@testable import Shell

/// Screens of projects: the panel, a project's page, decisions, last time's steps.
extension Shot {
  static let projects = panels + stages + reviews + late

  private static let panels: [Shot] =
    Language.builtIn.flatMap { language in
      [
        Shot("projects-panel-facilitator-\(language)") {
          try Stage.pressed(["O"], at: "jury-decisions", language: language)
        },
        Shot("project-page-facilitator-\(language)") {
          try Stage.pressed(["O", "Enter"], at: "jury-decisions", language: language)
        },
        Shot("project-why-facilitator-\(language)") {
          try Stage.pressed(["O", "w"], at: "jury-decisions", language: language)
        },
        Shot("decide-menu-facilitator-\(language)") {
          try Stage.pressed(["O", "Down", "Down", "d"], at: "jury-decisions", language: language)
        },
        Shot("decision-reasons-facilitator-\(language)") {
          try Stage.pressed(
            ["O", "Down", "Down", "d", "3", "2", "6"], at: "jury-decisions", language: language)
        },
        Shot("seat-names-facilitator-\(language)") {
          try Stage.pressed(["F", "/", "m"], at: "opening", language: language)
        },
      ]
    }
    + [(120, 40), (60, 15)].flatMap { columns, rows in
      [
        Shot("projects-panel-facilitator-en", columns, rows) {
          try Stage.pressed(["O"], at: "jury-decisions")
        },
        Shot("project-page-facilitator-en", columns, rows) {
          try Stage.pressed(["O", "Enter"], at: "jury-decisions")
        },
      ]
    } + [
      Shot("decision-form-facilitator-en") { try Stage.hold(typing: "in 4 months") },
      Shot("decision-form-facilitator-hu") { try Stage.hold(typing: "jövő kedd", language: "hu") },
      Shot("unclear-day-facilitator-en") { try Stage.hold(typing: "12/3") },
    ]

  private static let stages: [Shot] =
    Language.builtIn.flatMap { language in
      [
        Shot("projects-shown-stage-\(language)") {
          try Stage.scene(
            at: "jury-break-2", role: .stage, language: language,
            then: [.viewShown(activity: "jury-break-2", view: ProjectsView.name, step: 0)])
        },
        Shot("decision-shown-stage-\(language)") { try Stage.decided(language) },
      ]
    }
    + [(120, 40), (60, 15)].map { columns, rows in
      Shot("decision-shown-stage-en", columns, rows) { try Stage.decided("en") }
    }

  private static let reviews: [Shot] = Language.builtIn.flatMap { language in
    [
      Shot("review-facilitator-\(language)") {
        Desk.scene(try Stage.reviewing(.facilitator, language), "y", "↓")
      },
      Shot("review-stage-\(language)") { try Stage.reviewing(.stage, language) },
    ]
  }

  private static let late: [Shot] = [
    Shot("due-echo-notes-en") {
      var scene = try Stage.scene(at: "jury-actions", role: .notes)
      scene.focus.line = Line("Ask the mayor @lan >in 2 weeks")
      return scene
    }
  ]
}

extension Stage {
  /// The form of a decision that puts the second project on hold, with a day typed for its review.
  fileprivate static func hold(typing text: String, language: String = "en") throws -> Scene {
    var desk = Desk(try scene(at: "jury-decisions", language: language))
    desk.press("O", "d")
    desk.type(desk.scene.say("on hold"))
    // Two reasons, then the review.
    desk.press("2", "4", "Enter")
    desk.type(text)
    return desk.scene
  }

  /// The jury day begins with four next steps of the workshop before still to be told of.
  fileprivate static func reviewing(_ role: Role, _ language: String) throws -> Scene {
    let steps = try scene(at: "jury-opening", language: language).workshop.cards(on: "actions")
    let values = Dictionary(
      zip(steps.map(\.id), ["doing", "done", "blocked", "todo"]), uniquingKeysWith: { a, _ in a })
    let told = values.filter { $0.value == "done" }.map {
      Event.memberAdded(card: $0.key, set: Workshop.reviewed, member: "jury-day")
    }
    return try scene(
      at: "jury-opening", role: role, language: language,
      then: [.fieldsSet(field: "status", values: values)] + told + [
        .viewShown(activity: "jury-opening", view: ReviewView.name, step: 2)
      ])
  }

  /// The last decision, large.
  fileprivate static func decided(_ language: String) throws -> Scene {
    var scene = try scene(at: "jury-decisions", role: .stage, language: language)
    scene.workshop.apply(
      entry(.cardShown(card: scene.workshop.decisions.last?.id), 99, at: now.milliseconds))
    return scene
  }
}
