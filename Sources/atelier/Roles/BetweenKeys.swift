import Boards
import Languages
import Projects
import Shell
import Terminal
import Time
import WorkshopCore
import WorkshopQueries

/// The facilitator's keys between two sessions: what happened since, and what there is to note.
enum BetweenKeys {
  static func bindings(_ scene: Scene) -> [Binding] {
    let noProject: Phrase? = scene.chosenProject == nil ? "There is no project yet" : nil
    return [
      Binding(.character("m"), do: .noteMeeting, hint: "meeting", unless: noProject),
      Binding(.character("a"), do: .noteBetween, hint: "note"),
      Binding(.character("c"), do: .changes, hint: "changes", unless: tooEarly(scene)),
      Binding(.enter, do: .projectChanges, hint: "open", unless: noProject),
      Binding(.up, .character("k"), do: project("previous-project", "Previous project", by: -1)),
      Binding(.down, .character("j"), do: project("next-project", "Next project", by: 1)),
      Binding(
        .character("p"), do: .showSince, hint: SinceView.isShown(scene) ? "take off" : "show",
        unless: scene.current == nil ? "Nothing has started: press n" : tooEarly(scene)),
      Binding(.character("n"), do: .next, hint: scene.current == nil ? "begin" : "next##activity"),
      Binding(.character("o"), do: .boards, hint: "boards"),
      Binding(.character("E"), do: FiguresPanel.open, hint: "figures"),
      Binding(.character("A"), do: AgendaEditor.open),
      Binding(.escape, .character("M"), do: .leaveBoard, hint: "agenda"),
    ]
  }

  /// Why nothing can be told of the time since; nil when a session was held.
  static func tooEarly(_ scene: Scene) -> Phrase? {
    scene.workshop.lastHeld(before: scene.now) == nil ? "No session is over yet" : nil
  }

  private static func project(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      let projects = scene.workshop.cards(ofSheet: "project").map(\.id)
      guard let chosen = scene.chosenProject,
        let index = projects.firstIndex(of: chosen.id)
      else { return .nothing }
      return .focus(of: scene) {
        $0.card = projects[max(0, min(index + step, projects.count - 1))]
      }
    }
  }
}
