import Assets
import Terminal
import Workshop

/// Every key by role and activity kind, for `atelier keys` and the README.
enum KeyTable {
  /// A heading with its bindings.
  struct Part {
    let title: Phrase
    let bindings: [Binding]
  }

  /// Read from the same lists that the keys are dispatched by, in a scene of its own.
  static func parts() -> [Part] {
    var plan = Plan(title: "", boards: [Board(id: "ideas", title: "")])
    var activity = Activity(id: "a", title: "", kind: "board", minutes: 1, board: "ideas")
    activity.rounds = [Round(title: "", segments: [Segment(title: "", minutes: 1)])]
    plan.sessions = [Session(id: "s", title: "", activities: [activity])]
    var workshop = Workshop(plan: plan)
    workshop.apply(
      Entry(
        id: EntryID(writer: "keys", sequence: 1), stamp: Stamp(milliseconds: 0), at: "", by: "",
        event: .activityOpened(activity: activity.id, seconds: nil)))
    var scene = Scene(
      workshop: workshop, content: .builtIn, role: .facilitator, language: .english,
      focus: Focus(), now: Moment(milliseconds: 0), me: "")
    var parts = [Part(title: "Facilitator, at the agenda", bindings: Keymap.bindings(scene))]
    parts.append(
      Part(title: "Facilitator, between two sessions", bindings: BetweenKeys.bindings(scene)))
    scene.focus.place = .board("ideas")
    let board = scene.workshop.board("ideas").map { BoardKeys.bindings(scene, $0) } ?? []
    parts.append(Part(title: "Facilitator, at a board", bindings: board))
    for kind in ActivityKind.all where !kind.bindings(scene, activity).isEmpty {
      parts.append(
        Part(title: "Facilitator, during: \(kind.name)", bindings: kind.bindings(scene, activity)))
    }
    scene.role = .notes
    scene.focus = Focus()
    parts.append(Part(title: "Note-taker", bindings: Keymap.bindings(scene)))
    for kind in ActivityKind.all where !kind.notesBindings(scene, activity).isEmpty {
      parts.append(
        Part(
          title: "Note-taker, during: \(kind.name)", bindings: kind.notesBindings(scene, activity)))
    }
    scene.role = .stage
    parts.append(Part(title: "Stage", bindings: Keymap.bindings(scene)))
    return parts
  }

  static func text(_ language: Language) -> String {
    parts().map { part in
      let rows = part.bindings.map { binding in
        "  " + Text.pad(Keymap.names(binding, language), to: 12) + " "
          + language(binding.action.phrase)
      }
      return ([language(part.title)] + rows).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }
}
