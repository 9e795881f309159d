import Languages
import Reporting
package import Shell
import Terminal
import WorkshopCore

extension ActivityKind {
  /// The jury: forms filled in alone and sealed until all are in, then compared at the desk and, project
  /// by project, its advice read out.
  package static let jury = ActivityKind(
    id: "jury", name: "Jury", traits: .jury, writesBoard: true,
    planning: PlanningTraits(
      "A jury hears the projects and gives its advice", minutes: 30, phase: .act,
      board: .init(of: "advice", called: "Advice")),
    stage: { scene, activity, frame, rect in
      JuryView.draw(scene, activity, into: &frame, in: rect)
    },
    desk: { scene, activity in JuryDesk.rows(scene, activity) },
    bindings: { scene, activity in JuryDesk.bindings(scene, activity) },
    notesBindings: { _, _ in [Binding(.function(5), do: JuryPanel.open, hint: "forms")] },
    guide: { _, _ in "F5 opens the jury's forms" },
    report: { scene, activity in JuryReport.blocks(scene, activity) })
}

/// The jury at the facilitator's desk: which forms are in, and what can be done next.
enum JuryDesk {
  static func rows(_ scene: Scene, _ activity: Activity) -> [DeskRow] {
    guard let board = scene.board(of: activity), let jury = scene.jury(on: board) else {
      return [.init("Jury", scene.say("The plan has no board for a jury's forms"), style: .warning)]
    }
    if jury.jurors.isEmpty {
      return [.init("Jury", scene.say("nobody yet: a person's role says so"), style: .warning)]
    }
    let forms = scene.say("\(jury.arrived) of \(jury.expected) forms")
    let state =
      !board.isSealed
      ? scene.say("open: v compares them") : jury.isComplete ? scene.say("v reveals them") : ""
    let late = jury.jurors.filter { juror in
      jury.projects.contains { !jury.isIn(juror.id, $0.id) }
    }
    return [
      .init(
        "Jury", [forms, state].filter { !$0.isEmpty }.joined(separator: " · "),
        style: board.isSealed && jury.isComplete ? .accent : .plain),
      .init("Missing", late.map(\.text).joined(separator: ", ")),
    ]
  }

  static func bindings(_ scene: Scene, _ activity: Activity) -> [Binding] {
    let board = scene.board(of: activity)
    let jury = board.flatMap { scene.jury(on: $0) }
    let none: Phrase? = jury == nil ? "The plan has no board for a jury's forms" : nil
    let sealed: Phrase? =
      none ?? (board?.isSealed == true ? "The forms are sealed: v reveals them" : nil)
    return [
      Binding(.character("f"), do: JuryPanel.open, hint: "forms", unless: none),
      Binding(
        .character("v"), do: .compareForms, hint: board?.isSealed == true ? "open forms" : "scores",
        unless: none),
      Binding(
        .character("."), do: .nextAdvice, hint: sealed == nil ? "advice" : nil, unless: sealed),
      Binding(.character(","), do: .previousAdvice, unless: sealed),
    ]
  }
}

extension Action {
  /// Opens the sealed forms; once they are open, sets the scores side by side.
  static let compareForms = Action(
    "compare-forms", "Open the jury's forms, or compare the scores", isReading: true
  ) { scene in
    guard let activity = scene.current, let board = scene.board(of: activity),
      let jury = scene.jury(on: board)
    else { return .refused("The plan has no board for a jury's forms") }
    guard board.isSealed else {
      return .open(JuryScoresPage.page(jury, scene), scene)
    }
    guard jury.arrived > 0 else { return .refused("No form is in yet: f fills them in") }
    let open = Event.boardSet(board: board.id, setting: .sealed, value: "")
    let done: Phrase = "The forms are open; v compares the scores"
    guard !jury.isComplete else { return .event(open, notice: done) }
    return twice(
      "compare-forms",
      "Only \(jury.arrived) of \(jury.expected) forms are in; press v again to open them all the same",
      scene
    ) { .event(open, notice: done) }
  }

  static let nextAdvice = advice("next-advice", "Read out the advice for the next project", by: 1)
  static let previousAdvice = advice("previous-advice", "Back to the previous project", by: -1)

  private static func advice(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard let activity = scene.current, let board = scene.board(of: activity),
        let jury = scene.jury(on: board)
      else { return .refused("The plan has no board for a jury's forms") }
      let next = (JuryView.index(scene, activity) ?? -1) + step
      guard next < jury.projects.count else { return .refused("That was the last project") }
      guard next >= 0 else {
        return .event(.viewShown(activity: activity.id, view: "", step: 0))
      }
      let show = Event.viewShown(activity: activity.id, view: JuryView.advice, step: next)
      let open = jury.forms(for: jury.projects[next].id).filter {
        $0.isUndecided && !JuryWords.readOut($0, scene).isEmpty
      }
      guard !open.isEmpty else { return .event(show) }
      let question: Phrase =
        open.count == 1
        ? "One form does not say if it is public: press again to read it out too"
        : "\(open.count) forms do not say if they are public: press again to read them out too"
      return twice(id, question, scene) {
        let cards = open.flatMap(\.cards).map { ($0.id, Jury.readOut) }
        return Outcome(events: Event.setting(Jury.audience, of: cards) + [show])
      }
    }
  }
}
