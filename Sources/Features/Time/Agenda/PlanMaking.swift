import Assets
import Languages
import Shell
import WorkshopCore

/// What can be put into a plan at one stroke: a block, a day, a copy, a half; each with ids of its own.
///
/// Every change is an event of its own, all of one act, so that one undo takes them back.
enum PlanMaking {
  /// The activities of a block after another one of a session, with the boards they need.
  static func block(
    _ block: Plan, into session: String, after other: ActivityID?, _ scene: Scene
  ) -> [Event] {
    let block = block.resolved(in: scene.workshop.plan.language)
    let activities = block.activities
    let named = Set(activities.compactMap(\.board))
    let boards = block.boards.filter {
      named.contains($0.id) && scene.workshop.board($0.id) == nil
    }
    // The last one first: each goes right after the one that all follow.
    return change(boards.map { .boardAdded(board: $0) })
      + change(activities.reversed().map { added($0, to: session, after: other) })
  }

  /// A day after another one: empty, or with all that a day before it has.
  static func day(like pattern: Session?, after other: String?, _ scene: Scene) -> [Event] {
    let number = scene.workshop.plan.sessions.count + 1
    // Nobody else makes one in this millisecond with this chance.
    let id =
      String(scene.now.milliseconds, radix: 36) + "-" + String(scene.chance % 46_656, radix: 36)
    var day = Session(
      id: id, title: Localized(scene.workshop.language(scene, "Day \(number)")),
      start: pattern?.start ?? "09:00", place: pattern?.place)
    day.bring = pattern?.bring
    return change([.sessionAdded(after: other, session: day)])
      + change(
        (pattern?.activities ?? []).reversed().map { added($0, to: id, after: nil) })
  }

  /// The same activity once more, right after it.
  static func copy(_ activity: Activity, in session: String) -> [Event] {
    change([added(activity, to: session, after: activity.id)])
  }

  /// An activity in two: the second half comes right after it.
  static func halves(_ activity: Activity, in session: String, _ scene: Scene) -> [Event] {
    let first = activity.minutes / 2
    var second = activity
    second.minutes = activity.minutes - first
    (second.minimum, second.maximum) = (nil, nil)
    return change([added(second, to: session, after: activity.id)])
      + change([scene.workshop.setting("minutes", of: activity.id, to: String(first))])
  }

  private static func added(
    _ activity: Activity, to session: String, after other: ActivityID?
  ) -> PlanChange {
    var activity = activity
    activity.id = ""
    activity.eachAfter = nil
    return .activityAdded(session: session, after: other, activity: activity)
  }

  static func change(_ changes: [PlanChange]) -> [Event] {
    changes.map { .planChanged(changes: [$0]) }
  }
}

extension Workshop {
  /// A phrase in the workshop's language, as its plan holds texts.
  fileprivate func language(_ scene: Scene, _ phrase: Phrase) -> String {
    (Language.find(plan.language, in: scene.content) ?? scene.language)(phrase)
  }
}

extension AgendaEditor {
  /// Blocks, and days: what is added is chosen, and the list closes.
  static let add = Action("add-to-plan", "Add a block of activities, or a day") { scene in
    guard let editor = scene.focus.overlay as? AgendaEditor else { return .nothing }
    let plan = scene.workshop.plan
    let blocks = scene.content.blocks.map { id in
      let block = scene.content.block(id)
      let minutes = block?.activities.reduce(0) { $0 + $1.minutes } ?? 0
      return Menu.Item(
        label: scene.say(block?.title), detail: scene.say("\(minutes) min"),
        note: scene.say(block?.summary)
      ) { scene in
        guard let block, plan.session(editor.session) != nil else { return .nothing }
        let after = editor.chosen(scene)
        var moved = editor
        let count = scene.workshop.plan.session(editor.session)?.activities.count ?? 0
        moved.selected =
          (count == 0 ? 0 : min(editor.selected, count - 1) + 1) + block.activities.count - 1
        return showing(
          moved, PlanMaking.block(block, into: editor.session, after: after?.id, scene),
          "Inserted; u takes it out again", scene)
      }
    }
    let blank = Menu.Item(label: scene.say("A day without activities")) { scene in
      showing(
        editor, PlanMaking.day(like: nil, after: plan.sessions.last?.id, scene),
        "A day more: ] goes there", scene)
    }
    let days = plan.sessions.map { session in
      Menu.Item(label: scene.say("A day like \(session.title)")) { scene in
        showing(
          editor, PlanMaking.day(like: session, after: plan.sessions.last?.id, scene),
          "A day more: ] goes there", scene)
      }
    }
    return .open(Menu(title: "What comes next?", items: blocks + [blank] + days), scene)
  }

  static let copy = Action("copy-item", "Copy it") { scene in
    guard let editor = scene.focus.overlay as? AgendaEditor, let item = editor.chosen(scene) else {
      return .nothing
    }
    return Outcome(
      events: PlanMaking.copy(item, in: editor.session), notice: "Copied; u takes it out again")
  }

  static let cut = Action("cut-item", "Cut it in two") { scene in
    guard let editor = scene.focus.overlay as? AgendaEditor, let item = editor.chosen(scene) else {
      return .nothing
    }
    guard item.minutes > 1, item.rounds.isEmpty else {
      return .refused("It cannot be cut in two: it has turns, or no minutes")
    }
    return Outcome(events: PlanMaking.halves(item, in: editor.session, scene))
  }

  static let carry = Action("carry-item", "Move it to another day") { scene in
    guard let editor = scene.focus.overlay as? AgendaEditor, let item = editor.chosen(scene) else {
      return .nothing
    }
    let others = scene.workshop.plan.sessions.filter { $0.id != editor.session }
    guard !others.isEmpty else { return .refused("There is no other day: a adds one") }
    return .open(
      Menu(
        title: "To which day?",
        items: others.map { day in
          Menu.Item(label: scene.say(day.title)) { scene in
            let last = scene.workshop.plan.session(day.id)?.activities.last?.id
            return Outcome(
              events: PlanMaking.change([
                .activityCarried(activity: item.id, session: day.id, after: last)
              ]), notice: "Moved to \(day.title)")
          }
        }), scene)
  }

  static let removeDay = Action("remove-session", "Remove the whole day") { scene in
    guard var editor = scene.focus.overlay as? AgendaEditor else { return .nothing }
    guard !scene.workshop.isHeld(editor.session) else {
      return .refused("Something of this day was held: it stays")
    }
    guard let other = scene.workshop.plan.sessions.first(where: { $0.id != editor.session }) else {
      return .refused("It is the only day: it stays")
    }
    let gone = editor.session
    (editor.session, editor.selected) = (other.id, 0)
    return Action.twice("remove-session", "Press again to remove the whole day", scene) {
      showing(
        editor, PlanMaking.change([.sessionRemoved(session: gone)]), "Removed; u brings it back",
        scene)
    }
  }

  /// The editor, over what was beneath it, after some events.
  private static func showing(
    _ editor: AgendaEditor, _ events: [Event], _ notice: Phrase, _ scene: Scene
  ) -> Outcome {
    var outcome = Outcome.replace(editor, scene)
    outcome.events = events
    outcome.notice = notice
    return outcome
  }
}
