import Assets
import Languages
import Shell
import WorkshopCore

/// What the agenda editor adds, copies, cuts, carries to another day and takes out.
extension AgendaEditor {
  /// Blocks, activities and days: what is added is the chosen one.
  static let add = Action("add-to-plan", "Add an activity, a block of activities, or a day") {
    scene in
    guard let editor = scene.focus.overlay as? AgendaEditor else { return .nothing }
    let items = editor.blocks(scene) + editor.kinds(scene) + editor.days(scene)
    return .open(Menu(title: "What comes next?", items: items), scene)
  }

  private func blocks(_ scene: Scene) -> [Menu.Item] {
    scene.content.blocks.compactMap { id in
      guard let block = scene.content.block(id) else { return nil }
      let minutes = block.activities.reduce(0) { $0 + $1.minutes }
      return Menu.Item(
        label: scene.say(block.title), detail: scene.say("block · \(minutes) min"),
        note: scene.say(block.summary)
      ) { scene in
        let after = chosen(scene)
        var moved = self
        moved.selected = next(scene) + block.activities.count - 1
        return .replacing(
          with: moved, PlanMaking.block(block, into: session, after: after?.id, scene),
          "Inserted; u undoes it", scene)
      }
    }
  }

  /// An activity of each kind; its title and minutes are asked for, or left as they usually are.
  private func kinds(_ scene: Scene) -> [Menu.Item] {
    scene.features.kinds.map { kind in
      Menu.Item(
        label: scene.say(kind.name), detail: scene.say("\(kind.planning.minutes) min"),
        note: scene.say(kind.planning.purpose)
      ) { scene in
        Reopening.newItem.opened(
          of: ["session": session, "kind": kind.id], with: ["selected": String(selected)], scene)
      }
    }
  }

  private func days(_ scene: Scene) -> [Menu.Item] {
    let patterns = [nil] + scene.workshop.plan.sessions.map { Optional($0) }
    return patterns.map { pattern in
      let label: Phrase = pattern.map { "A day like \($0.title)" } ?? "A day without activities"
      let count = pattern?.activities.count ?? 0
      return Menu.Item(
        label: scene.say(label),
        detail: pattern == nil ? "" : scene.say("\(count) activities")
      ) { scene in
        let last = scene.workshop.plan.sessions.last?.id
        let day = PlanMaking.day(like: pattern, after: last, scene)
        return .replacing(
          with: AgendaEditor(session: day.id), day.events, "New day added; u undoes it", scene)
      }
    }
  }

  /// The line of a new activity of a kind.
  func newActivity(of kind: ActivityKind, _ scene: Scene) -> Prompt {
    let usual = kind.planning.minutes
    return Prompt(
      title: "New: \(kind.name)",
      help: "Title and minutes, such as: Stretch 10. Enter alone: \(kind.name) \(usual)",
      takesEmpty: true
    ) { text, scene in
      let (title, minutes) = Self.titled(text)
      var moved = self
      moved.selected = next(scene)
      var outcome = Outcome.focus(of: scene) {
        $0.overlays.removeLast(2)
        $0.overlays.append(moved)
      }
      outcome.events = PlanMaking.activity(
        of: kind, called: title.isEmpty ? scene.say(kind.name) : title, minutes: minutes ?? usual,
        into: session, after: chosen(scene)?.id, scene)
      outcome.notice = "Inserted; Enter changes its fields"
      return outcome
    }
  }

  /// `Stretch 10`: a title and, where they are given, minutes.
  static func titled(_ text: String) -> (title: String, minutes: Int?) {
    var words = text.split(separator: " ")
    let minutes = words.last.flatMap { Int($0) }.map { max(0, min($0, 1440)) }
    if minutes != nil { words.removeLast() }
    return (words.joined(separator: " "), minutes)
  }

  static let copy = Action("copy-item", "Copy it") { scene in
    guard var editor = scene.focus.overlay as? AgendaEditor, let item = editor.chosen(scene) else {
      return .nothing
    }
    let events = PlanMaking.copy(item, in: editor.session)
    editor.selected += 1
    var outcome = Outcome.replace(editor, scene)
    (outcome.events, outcome.notice) = (events, "Copied; u undoes it")
    return outcome
  }

  static let cut = Action("cut-item", "Split it in two") { scene in
    guard let editor = scene.focus.overlay as? AgendaEditor, let item = editor.chosen(scene) else {
      return .nothing
    }
    guard item.minutes > 1, item.rounds.isEmpty else {
      return .refused("It cannot be cut in two: it has turns, or no minutes")
    }
    guard scene.workshop.openings[item.id] == nil else {
      return .refused("Already done: it cannot be changed")
    }
    return Outcome(
      events: PlanMaking.halves(item, in: editor.session, scene),
      notice: "Split in two; u joins it again")
  }

  static let carry = Action("carry-item", "Move it to another day") { scene in
    guard let editor = scene.focus.overlay as? AgendaEditor, let item = editor.chosen(scene) else {
      return .nothing
    }
    guard scene.workshop.openings[item.id] == nil else {
      return .refused("Already done: it cannot move to another day")
    }
    let others = scene.workshop.plan.sessions.filter { $0.id != editor.session }
    guard !others.isEmpty else { return .refused("There is no other day: a adds one") }
    let items = others.map { day in
      Menu.Item(label: scene.say(day.title)) { scene in
        let last = scene.workshop.plan.session(day.id)?.activities.last?.id
        return Outcome(
          events: PlanMaking.change([
            scene.workshop.carrying(item.id, to: day.id, after: last)
          ]), notice: "Moved to \(day.title); u brings it back")
      }
    }
    return .open(Menu(title: "To which day?", items: items), scene)
  }

  static let removeDay = Action("remove-session", "Remove the whole day") { scene in
    guard let editor = scene.focus.overlay as? AgendaEditor,
      let day = scene.workshop.plan.session(editor.session)
    else { return .nothing }
    guard !scene.workshop.isHeld(day.id) else {
      return .refused("Part of this day is already done: it cannot be removed")
    }
    guard let other = scene.workshop.plan.sessions.first(where: { $0.id != day.id }) else {
      return .refused("The only day cannot be removed")
    }
    let count = day.activities.count
    return Action.twice(
      "remove-session", "Press again to remove \(day.title) with \(count) activities", scene
    ) {
      .replacing(
        with: AgendaEditor(session: other.id),
        PlanMaking.change([.sessionRemoved(session: day.id)]), "Removed; u brings it back", scene)
    }
  }

  /// Puts the whole day one place earlier or later among the others.
  static func shiftDay(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard let editor = scene.focus.overlay as? AgendaEditor else { return .nothing }
      let days = scene.workshop.plan.sessions.map(\.id)
      guard let index = days.firstIndex(of: editor.session), days.indices.contains(index + step)
      else { return .refused(step > 0 ? "This is the last day" : "This is the first day") }
      let pair = [days[index], days[index + step]]
      guard !pair.contains(where: scene.workshop.isHeld) else {
        return .refused("Part of these days is already done: their order cannot change")
      }
      let after = step > 0 ? index + 1 : index - 2
      return Outcome(
        events: PlanMaking.change([
          scene.workshop.moving(session: editor.session, after: after >= 0 ? days[after] : nil)
        ]), notice: step > 0 ? "The day is one later" : "The day is one earlier")
    }
  }
}

extension Outcome {
  /// An overlay in place of the one on top, after some events.
  static func replacing(
    with overlay: any Overlay, _ events: [Event], _ notice: Phrase, _ scene: Scene
  ) -> Outcome {
    var outcome = Outcome.replace(overlay, scene)
    outcome.events = events
    outcome.notice = notice
    return outcome
  }
}
