import Languages
package import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// What changed since a moment, to read at the desk and to show to the room.
extension Action {
  /// Since when, with how much happened since.
  package static let changes = Action("changes", "What changed since we last met") { scene in
    var items: [Menu.Item] = []
    func add(_ label: Phrase, _ milliseconds: Int64) {
      let count = Changes(since: milliseconds, in: scene.workshop).count
      items.append(
        Menu.Item(label: scene.say(label), detail: String(count)) {
          .open(ChangesPage(since: milliseconds, $0).page($0), $0)
        })
    }
    if let held = scene.workshop.lastHeld(before: scene.now) {
      add("The end of \(held.session.title), \(scene.written(held.end))", held.end)
    }
    if let last = scene.workshop.lastTrace(of: scene.me, before: scene.now) {
      add("What you last wrote here, \(scene.written(last))", last)
    }
    items.append(
      Menu.Item(label: scene.say("A date…")) { scene in
        Reopening.since.opened(scene)
      })
    return .open(Menu(title: "What changed since…", items: items), scene)
  }

  /// The chosen project's own changes since the last session.
  package static let projectChanges = Action("project-changes", "What changed in this project") {
    scene in
    guard let project = scene.chosenProject,
      let held = scene.workshop.lastHeld(before: scene.now)
    else { return .refused("No session is over yet") }
    let page = ChangesPage(since: held.end, project: project.id, scene)
    return .open(page.page(scene), scene)
  }

  /// On the stage for as long as the room stays at the activity, or until asked again.
  package static let showSince = Action(
    "show-since", "Show what happened since on the projector, or take it off", onStage: true
  ) {
    scene in
    guard let activity = scene.current else { return .refused("Nothing has started: press n") }
    let isShown = SinceView.isShown(scene)
    return .event(
      .viewShown(activity: activity.id, view: isShown ? "" : SinceView.name, step: 0),
      notice: isShown
        ? "The projector is back at the activity"
        : "The projector shows what happened since we last met")
  }
}

extension Reopening {
  /// The day since which changes are listed.
  static let since = Reopening("changes") { _, _ in
    Prompt(title: "Since which day?", help: "Such as 2026-11-23") { text, scene in
      guard let since = scene.midnight(of: text) else {
        return .refused("“\(text)” is not a date such as 2026-11-23")
      }
      return .open(ChangesPage(since: since, scene).page(scene), scene)
    }
  }
}

extension Scene {
  /// A moment as people write it here: `2019-11-07 17:19`.
  func written(_ milliseconds: Int64) -> String {
    let moment = now.at(milliseconds)
    return "\(moment.date) \(moment.clock)"
  }

  /// When a day begins here, in milliseconds since 1970; nil when the text is no date.
  package func midnight(of text: String) -> Int64? {
    let day =
      DueDate(text, from: today, in: language, .back).day ?? DueDate.inSheet(text, language.code)
    return day.map { (Int64($0.number) * 86_400 - Int64(now.offset)) * 1000 }
  }
}
