import Languages
package import Shell
package import Terminal
import WorkshopCore
import WorkshopQueries

/// Last time's next steps, one after another: done, on the way, blocked or dropped, with a word on it.
package struct ReviewPanel: Overlay {
  var selected = 0

  package static func binding(_ scene: Scene) -> Binding {
    let steps = scene.pastSteps
    let isDue = steps.contains { !scene.isReviewed($0) } && scene.opensSession
    return Binding(
      .character("y"), do: open, hint: isDue ? "last time" : nil,
      unless: steps.isEmpty ? "No action is open from before this session" : nil)
  }

  static let open = Action("review-steps", "Review last time's actions") { scene in
    let steps = scene.pastSteps
    guard !steps.isEmpty else { return .refused("No action is open from before this session") }
    let first = steps.firstIndex { !scene.isReviewed($0) } ?? 0
    var outcome = Outcome.open(ReviewPanel(selected: first), scene)
    if let activity = scene.current {
      outcome.events = [.viewShown(activity: activity.id, view: ReviewView.name, step: first)]
      if scene.workshop.shown != nil { outcome.events.append(.boardShown(board: nil)) }
    }
    return outcome
  }

  package func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(.character("d"), do: Self.mark("done", "Finished"), hint: "finished"),
      Binding(.character("g"), do: Self.mark("doing", "On the way"), hint: "on the way"),
      Binding(.character("b"), do: Self.mark("blocked", "Blocked"), hint: "blocked"),
      Binding(
        .character("x"), do: Self.mark("dropped", "Dropped##an action"), hint: "dropped##an action"),
      Binding(.character("e"), .enter, do: Self.sheet, hint: "sheet"),
      Binding(.down, .character("j"), do: Self.move("next-review", "Down", by: 1)),
      Binding(.up, .character("k"), do: Self.move("previous-review", "Up", by: -1)),
      Binding(.character("u"), do: .undo),
      Binding(.escape, .character("q"), do: Self.leave, hint: "close"),
      Binding(.character("?"), .function(1), do: .help, hint: "help"),
    ]
  }

  /// The panel and the step it is at.
  private static func chosen(_ scene: Scene) -> (panel: ReviewPanel, step: Card)? {
    guard let panel = scene.focus.overlay as? ReviewPanel else { return nil }
    let steps = scene.pastSteps
    return steps.indices.contains(panel.selected) ? (panel, steps[panel.selected]) : nil
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard let panel = scene.focus.overlay as? ReviewPanel else { return .nothing }
      return go(to: panel.selected + step, scene)
    }
  }

  /// The stage follows.
  private static func go(to index: Int, _ scene: Scene) -> Outcome {
    let index = max(0, min(index, scene.pastSteps.count - 1))
    var outcome = Outcome.replace(ReviewPanel(selected: index), scene)
    if let activity = scene.current, ReviewView.isShown(scene) {
      outcome.events = [.viewShown(activity: activity.id, view: ReviewView.name, step: index)]
    }
    return outcome
  }

  /// What became of it, then a word on it, then the next one.
  private static func mark(_ status: String, _ phrase: Phrase) -> Action {
    Action("review-\(status)", phrase) { scene in
      guard let (_, step) = chosen(scene) else { return .nothing }
      return Reopening.stepWord.opened(
        of: ["step": step.id, "status": status], with: ["verb": scene.say(phrase)], scene)
    }
  }

  /// The line of a word on a step that is marked.
  fileprivate func word(
    on step: Card, _ status: String, _ verb: String, _ scene: Scene
  ) -> Prompt {
    Prompt(
      title: "\(scene.language.labelled(verb, step.text))",
      help: status == "blocked"
        ? "What or who is it waiting for?" : "A word on it, or just Enter",
      takesEmpty: true
    ) { text, scene in
      var beneath = scene
      _ = beneath.focus.overlays.popLast()
      var outcome = Self.go(to: selected + 1, beneath)
      outcome.events = Self.events(status, text, step, scene) + outcome.events
      return outcome
    }
  }

  private static func events(
    _ status: String, _ note: String, _ step: Card, _ scene: Scene
  ) -> [Event] {
    func set(_ field: String, _ value: String) -> [Event] {
      guard value != step[field] ?? "" else { return [] }
      return [
        .fieldSet(card: step.id, field: field, value: value, over: step.values[field]?.entry)
      ]
    }
    let words = status == "blocked" ? set("blocked-by", note) : set(Workshop.reviewNote, note)
    let seen = scene.session.map {
      Event.memberAdded(card: step.id, set: Workshop.reviewed, member: $0.id)
    }
    let isNew = scene.session.map { !step.has($0.id, in: Workshop.reviewed) } ?? false
    return (note.isEmpty ? [] : words) + (isNew ? [seen].compactMap { $0 } : [])
      + set("status", status)
  }

  private static let sheet = Action("edit-card", "Edit the card") { scene in
    guard let (_, step) = chosen(scene), let form = Form(step.id, scene) else { return .nothing }
    return .open(form, scene)
  }

  /// The stage goes back to the activity.
  private static let leave = Action("leave", "Close") { scene in
    var outcome = Outcome.close(scene)
    if let activity = scene.current, ReviewView.isShown(scene) {
      outcome.events = [.viewShown(activity: activity.id, view: "", step: 0)]
    }
    return outcome
  }

  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(scene.say("Last time's actions"), into: &frame, in: rect)
    let (foot, list) = inner.bottom(4)
    let steps = scene.pastSteps
    let first = max(0, min(selected - list.height / 2, steps.count - list.height))
    for (row, step) in steps.dropFirst(first).prefix(list.height).enumerated() {
      let isSelected = first + row == selected
      let y = list.y + row
      let style: Style =
        isSelected
        ? Style(.selection, bold: true) : scene.isReviewed(step) ? Style(.quiet) : .plain
      if isSelected {
        frame.fill(Rect(x: list.x, y: y, width: list.width, height: 1), style: style)
        frame.cursor = Point(x: list.x, y: y)
      }
      let tail = ActionText.tail(step, scene, briefly: true)
      let width = min(Text.width(tail), list.width / 2)
      frame.put(ActionText.mark(step), x: list.x, y: y, style: style)
      frame.put(step.text, x: list.x + 2, y: y, style: style, width: list.width - width - 4)
      frame.put(tail, x: list.maxX - width, y: y, style: style, width: width)
    }
    guard steps.indices.contains(selected) else { return }
    let step = steps[selected]
    let note = [step["blocked-by"], step[Workshop.reviewNote]].compactMap { $0 }
    frame.paragraph(
      ([step.text] + note).joined(separator: " · "), in: foot.bottom(3).strip, style: .accent)
  }
}

extension Reopening {
  /// A word on one of last time's steps.
  static let stepWord = stack("review-word") { details, scene in
    guard let status = details["status"],
      let index = scene.pastSteps.firstIndex(where: { $0.id == details["step"] })
    else { return [] }
    let panel = ReviewPanel(selected: index)
    return [panel, panel.word(on: scene.pastSteps[index], status, details["verb"] ?? "", scene)]
  }
}

extension Scene {
  /// The next steps this session begins with.
  var pastSteps: [Card] { session.map { workshop.pastSteps(at: $0) } ?? [] }

  func isReviewed(_ step: Card) -> Bool {
    session.map { step.has($0.id, in: Workshop.reviewed) } ?? false
  }

  /// Whether the room is at the first things of a session: there last time's steps are looked at.
  fileprivate var opensSession: Bool {
    guard let session, let current = workshop.current else { return false }
    return session.activities.prefix(3).contains { $0.id == current }
  }
}
