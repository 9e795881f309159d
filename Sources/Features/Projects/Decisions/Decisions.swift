import Cards
import Languages
import Reporting
package import Shell
import Terminal
import WorkshopCore

extension ActivityKind {
  /// What becomes of each project, and why; the stage shows every project by its status.
  package static let decision = ActivityKind(
    id: "decision", name: "Decisions",
    planning: PlanningTraits(
      "What becomes of each project, with the reason", phase: .act,
      board: .init(of: "decision", called: "Decisions")),
    stage: { scene, activity, frame, rect in
      ProjectsView.draw(scene.headline(activity), scene, into: &frame, in: rect)
    },
    desk: { scene, _ in
      let projects = scene.workshop.projects
      let open = projects.filter { scene.workshop.standing(of: $0.id) == nil }
      let unfinished = scene.workshop.decisions.filter { !$0.missing.isEmpty }
      return projects.filter { scene.workshop.standing(of: $0.id) != nil }.map {
        .init("Decided", scene.language.labelled($0.text, scene.standing(of: $0.id)))
      } + [
        .init("To decide##projects", open.map(\.text).joined(separator: ", "), style: .accent),
        .init(
          "Unfinished", unfinished.map(\.text).joined(separator: ", "), style: .warning),
      ]
    },
    bindings: { _, _ in
      [
        Binding(.character("d"), do: .decideProject, hint: "decide"),
        Binding(.character("."), do: .showDecision, hint: "show"),
        Binding(.character("f"), do: .takeChosen, hint: "take the chosen"),
      ]
    },
    notesBindings: { _, _ in [Binding(.function(5), do: .decideProject, hint: "decide")] },
    guide: { _, _ in "F5 notes a decision: which project, what it becomes, why" })
}
