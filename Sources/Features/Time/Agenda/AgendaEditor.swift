import Languages
package import Shell
package import Terminal
import WorkshopCore

/// The one editor of the agenda: insert, leave out, remove, move, resize, change fields.
///
/// It changes the plan by events, so that every step can be undone; the plan's file stays as it is until
/// somebody asks to write the changes into it.
package struct AgendaEditor: Overlay {
  /// The session whose items are edited.
  var session: String
  /// The chosen item.
  var selected = 0

  package static let open = Action("edit-agenda", "Edit the agenda") { scene in
    let line = scene.focus.agendaLine ?? scene.workshop.current
    guard let session = scene.workshop.plan.session(of: line) ?? scene.session else {
      return .refused("This plan has no session")
    }
    let index = session.activities.firstIndex { $0.id == line } ?? 0
    return .open(AgendaEditor(session: session.id, selected: index), scene)
  }

  package func bindings(_ scene: Scene) -> [Binding] {
    let empty: Phrase? = chosen(scene) == nil ? "This day has no item yet: a adds one" : nil
    var all = [
      Binding(.character("a"), do: Self.add, hint: "add"),
      Binding(.enter, do: Self.fields, hint: "edit", unless: empty),
      Binding(.character("e"), do: Library.plan, hint: "library"),
      Binding(
        .character("+"), .character("="), do: Self.minutes("item-longer", "A minute more", by: 1),
        hint: "minute", unless: empty),
      Binding(
        .character("-"), do: Self.minutes("item-shorter", "A minute less", by: -1), unless: empty),
      Binding(
        .character(">"), do: Self.minutes("item-five-longer", "Five minutes more", by: 5),
        unless: empty),
      Binding(
        .character("<"), do: Self.minutes("item-five-shorter", "Five minutes less", by: -5),
        unless: empty),
      Binding(
        .character("K"), do: Self.shift("item-earlier", "One place earlier", by: -1),
        hint: "earlier", unless: empty),
      Binding(
        .character("J"), do: Self.shift("item-later", "One place later", by: 1),
        hint: "later", unless: empty),
      Binding(.character("x"), do: Self.drop, hint: "leave out", unless: empty),
      Binding(.delete, do: Self.remove, unless: empty),
      Binding(.down, .character("j"), do: Self.move("next-item", "Down", by: 1)),
      Binding(.up, .character("k"), do: Self.move("previous-item", "Up", by: -1)),
      Binding(.character("]"), do: Self.turn("next-session", "The next day", by: 1)),
      Binding(.character("["), do: Self.turn("previous-session", "The day before", by: -1)),
      Binding(.character("c"), do: Self.copy, unless: empty),
      Binding(.character("m"), do: Self.carry, unless: empty),
      Binding(.character("/"), do: Self.cut, unless: empty),
      Binding(.character("d"), do: Self.day, hint: "day##its date"),
      Binding(.character("o"), do: PlanBoards.open, hint: "boards"),
      Binding(.character("W"), do: .setUp, hint: "workshop"),
      Binding(
        .character("{"), do: Self.shiftDay("session-earlier", "The day one place earlier", by: -1)),
      Binding(
        .character("}"), do: Self.shiftDay("session-later", "The day one place later", by: 1)),
      Binding(.character("X"), do: Self.removeDay),
      Binding(.character("p"), do: .programme, hint: "programme"),
      Binding(.character("r"), do: Self.turns, hint: turnsHint(scene), unless: empty),
      Binding(.character("w"), do: Self.write, hint: "write"),
      Binding(.character("u"), do: .undo, hint: "undo"),
      Binding(.control("r"), do: .redo),
      Binding(.escape, .character("q"), do: .leave, hint: "close"),
      Binding(.character("?"), .function(1), do: .help, hint: "help"),
    ]
    // While the programme's card has gaps, it is the next thing to fill in.
    let hasGaps = scene.workshop.plan.programme.map { !$0.open.isEmpty } ?? false
    if hasGaps, let index = all.firstIndex(where: { $0.action.id == Action.programme.id }) {
      all.insert(all.remove(at: index), at: 1)
    }
    return all
  }

  /// The place in the day of what is added after the chosen item.
  func next(_ scene: Scene) -> Int {
    let count = scene.workshop.plan.session(session)?.activities.count ?? 0
    return count == 0 ? 0 : min(selected, count - 1) + 1
  }

  func chosen(_ scene: Scene) -> Activity? {
    let activities = scene.workshop.plan.session(session)?.activities ?? []
    return activities.indices.contains(selected) ? activities[selected] : activities.last
  }

  /// The editor with the chosen item, while one is open.
  private static func now(_ scene: Scene) -> (editor: AgendaEditor, item: Activity)? {
    guard let editor = scene.focus.overlay as? AgendaEditor, let item = editor.chosen(scene) else {
      return nil
    }
    return (editor, item)
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard var editor = scene.focus.overlay as? AgendaEditor else { return .nothing }
      let count = scene.workshop.plan.session(editor.session)?.activities.count ?? 0
      editor.selected = max(0, min(editor.selected + step, count - 1))
      return .replace(editor, scene)
    }
  }

  private static func turn(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard var editor = scene.focus.overlay as? AgendaEditor else { return .nothing }
      let sessions = scene.workshop.plan.sessions.map(\.id)
      let index = (sessions.firstIndex(of: editor.session) ?? 0) + step
      guard sessions.indices.contains(index) else {
        return .refused(step > 0 ? "This is the last day" : "This is the first day")
      }
      editor.session = sessions[index]
      editor.selected = 0
      return .replace(editor, scene)
    }
  }

  private static let fields = Action("edit-item", "Change its fields") { scene in
    guard let (_, item) = now(scene), let form = Form(PlanSubject(part: .activity(item.id)), scene)
    else {
      return .nothing
    }
    return .open(form, scene)
  }

  /// Who speaks is asked for where somebody does.
  private func turnsHint(_ scene: Scene) -> Phrase? {
    chosen(scene).map { scene.workshop.rounds(of: $0).isEmpty } == false ? "turns" : nil
  }

  private static let turns = Action("item-turns", "Its turns: who speaks, on which theme") {
    scene in
    RoundsPanel.opening(now(scene)?.item, scene)
  }

  private static let day = Action("edit-session", "The day's date, start and place") { scene in
    guard let editor = scene.focus.overlay as? AgendaEditor,
      let form = Form(PlanSubject(part: .session(editor.session)), scene)
    else { return .nothing }
    return .open(form, scene)
  }

  private static func minutes(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard let (_, item) = now(scene) else { return .nothing }
      let minutes = max(0, min(item.minutes + step, 1440))
      guard minutes != item.minutes else { return .nothing }
      return change(scene.workshop.setting("minutes", of: item.id, to: String(minutes)))
    }
  }

  private static func change(_ change: PlanChange) -> Outcome {
    .event(.planChanged(changes: [change]))
  }

  private static func shift(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard case (var editor, let item)? = now(scene),
        let items = scene.workshop.plan.session(editor.session)?.activities,
        let index = items.firstIndex(where: { $0.id == item.id }),
        items.indices.contains(index + step)
      else { return .nothing }
      // Later: after the next one. Earlier: after the one before the one before.
      let after = step > 0 ? index + 1 : index - 2
      editor.selected = index + step
      var outcome = Outcome.replace(editor, scene)
      outcome.events = [
        .planChanged(changes: [
          scene.workshop.moving(item.id, after: after >= 0 ? items[after].id : nil)
        ])
      ]
      return outcome
    }
  }

  private static let drop = Action("leave-out", "Leave it out, or take it in again") { scene in
    guard let (_, item) = now(scene) else { return .nothing }
    return change(scene.workshop.setting("dropped", of: item.id, to: item.isDropped ? "no" : "yes"))
  }

  private static let remove = Action("remove-item", "Remove it from the plan") { scene in
    guard let (_, item) = now(scene) else { return .nothing }
    guard scene.workshop.openings[item.id] == nil else {
      return .refused("Already done: x hides it from the plan; its cards stay")
    }
    return .event(
      .planChanged(changes: [.activityRemoved(activity: item.id)]),
      notice: "Removed; u brings it back")
  }

  private static let write = Action("write-plan", "Write the changes into workshop.json") { scene in
    guard scene.workshop.plan != scene.workshop.base else {
      return .refused("Nothing was changed here: workshop.json says the same")
    }
    return Action.twice(
      "write-plan", "Press again: workshop.json gets the agenda as it stands here", scene
    ) { .effect(.writePlan) }
  }

  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let sessions = scene.workshop.plan.sessions
    guard let value = scene.workshop.plan.session(session) else { return }
    let place = (sessions.firstIndex { $0.id == session } ?? 0) + 1
    let count = sessions.count > 1 ? " (\(place)/\(sessions.count))" : ""
    let date = value.date.flatMap { $0.isEmpty ? nil : scene.day($0) }
    let when = [date, value.place].compactMap { $0 }.filter { !$0.isEmpty }
    let heading = ([scene.say(value.title) + count] + when).joined(separator: " · ")
    let inner = Panel.draw(scene.say("Agenda: \(heading)"), into: &frame, in: rect)
    let chosen = max(0, min(selected, value.activities.count - 1))
    let (side, main) = inner.right(AgendaSide.width(of: inner.width))
    if side.width > 0 {
      AgendaSide.draw(
        value, selected: chosen, scene, into: &frame, in: side.right(side.width - 2).strip)
    }
    let (foot, list) = main.bottom(side.width == 0 && main.height >= 16 ? 5 : 3)
    AgendaTable.draw(value, selected: chosen, scene, into: &frame, in: list)
    AgendaTable.foot(value, self.chosen(scene), scene, into: &frame, in: foot)
  }
}

extension Reopening {
  /// A new item of a session, after the chosen one.
  static let newItem = stack("insert-item") { details, scene in
    guard let session = scene.workshop.plan.session(details["session"] ?? "") else { return [] }
    let selected = details["selected"].flatMap { Int($0) } ?? 0
    let editor = AgendaEditor(session: session.id, selected: selected)
    let kind = scene.features.kinds.first { $0.id == details["kind"] } ?? .plenary
    return [editor, editor.newActivity(of: kind, scene)]
  }
}
