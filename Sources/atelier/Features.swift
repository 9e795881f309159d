import Boards
import Cards
import Languages
import People
import Persona
import Projects
import Shell
import Terminal
import Time
import Voting
import WorkshopCore

extension Features {
  /// Every part of the day that this program has.
  static let all = Features(
    kinds: [
      .plenary, .warmUp, .talk, .harvest, .persona, .journey, .board, .canvas, .poll, .signUp,
      .jury,
      .decision, .actions, .rest, .checkOut,
    ],
    plain: .board,
    kindsBySheet: ["persona": \.withGallery],
    roles: [
      .facilitator: facilitator, .stage: stage, .notes: notes, .ballot: ballot,
    ],
    boardViews: [.journey, .canvas, .closed, .matrix, .numberedList],
    stageSteps: [
      .decision, .card, .board, .projects, .figures, .review, .since, .seating,
    ],
    chapters: [
      .front, .outcome, .programme, .themes, .story, .later, .between, .projects, .decisions,
      .nextSteps, .parking, .looseEnds, .otherBoards, .people, .figures, .time, .ballots,
    ],
    voteMethods: [
      .dots, .scale, .single, .approval, .ranking, .topFive, .points, .quadratic, .criteria,
      .judgment,
      .consent, .impact,
    ],
    summary: [
      Chapter.front.inBrief, Chapter.outcome.inBrief, Chapter.asked.inBrief, .results,
      Chapter.decisionTable.inBrief, Chapter.owners.inBrief, .fiveFigures, .notDone, .course,
    ],
    annexes: annexes,
    cardForms: [JourneyLineSubject.form, DecisionSubject.form],
    reopenings: reopenings)

  /// What was made has an annex of its own, and so have votes and the jury; the minutes tell the rest of
  /// each session.
  private static let annexes: [Annex] = [
    Annex(
      "minutes", "Record by activity",
      "What was said and made in each activity, as it stood at the end of its day.",
      [.story { place(of: $1, $0) == nil }]),
    Annex(
      "programme", "The programme",
      "The call, the fund, the communities, the programmes before this one, and what became of each theme.",
      [.programme, .themes]),
    Annex(
      "personas", "Personas",
      "The personas for whom services were looked for, as the tables described them.",
      [.story { place(of: $1, $0) == .personas }]),
    Annex(
      "canvases", "Canvases",
      "Each canvas in full: what changed between its versions, and what people said of it.",
      [.story { place(of: $1, $0) == .canvases }]),
    Annex(
      "votes", "Votes",
      "The result of each vote, and what other counting rules would give.",
      [.story { place(of: $1, $0) == .votes }]),
    Annex(
      "ballots", "Ballots, to count again",
      "Every ballot, without names, so that anyone can count each vote again.",
      [.ballots]),
    Annex(
      "jury", "Jury",
      "The jury’s scores side by side, and its advice to each project.",
      [.story { place(of: $1, $0) == .jury }]),
    Annex(
      "between", "Between the sessions",
      "What happened between two sessions: dates, meetings, conclusions, interruptions.",
      [.between]),
    Annex(
      "projects", "Projects in full",
      "Each project from its first card to its last decision, and all actions.",
      [.projects, .decisions, .nextSteps]),
    Annex(
      "boards", "Boards in full",
      "What was added after the sessions, boards of no activity, and what remains open.",
      [.later, .otherBoards, .parking, .looseEnds]),
    Annex(
      "people", "People##the list",
      "Who took part, from which organisation, at which sessions.",
      [.people]),
    Annex(
      "figures", "Indicators",
      "The programme in figures, and how each of them is counted.",
      [.figures]),
    Annex(
      "timetable", "Planned and real time",
      "When each activity was planned, and when it really took place.",
      [.time]),
    Annex(
      "glossary", "Glossary",
      "What some words of this report mean.",
      [.glossary]),
    Annex(
      "names", "About names",
      "What to know about the names in this report.",
      [.namesNotice]),
  ]

  private enum Place { case personas, canvases, votes, jury }

  /// The annex that tells of an activity; nil: the minutes.
  private static func place(of activity: Activity, _ scene: Scene) -> Place? {
    let traits = scene.kind(of: activity).traits
    if traits.contains(.jury) { return .jury }
    if traits.contains(.vote) { return .votes }
    if traits.contains(.canvas) { return .canvases }
    return scene.board(of: activity)?.sheet == "persona" ? .personas : nil
  }

  private static let reopenings = Array(
    [[Reopening].shell, .time, .boards, .people, .projects, .voting].joined())

  private static let facilitator = RoleView(
    bindings: FacilitatorKeys.bindings, always: overOverlays, typing: Keymap.otherCase,
    draw: { scene, frame in
      if scene.focus.isOnStage {
        StageView.draw(scene, into: &frame)
      } else {
        FacilitatorView.draw(scene, into: &frame)
      }
    })

  private static let stage = RoleView(
    bindings: StageKeys.bindings, draw: { StageView.draw($0, into: &$1) })

  private static let notes = RoleView(
    bindings: NotesKeys.bindings, always: overOverlays, typing: NotesTyping.typing,
    draw: { NotesView.draw($0, into: &$1) })

  private static let ballot = RoleView(
    bindings: BallotKeys.bindings, always: overOverlays, typing: BallotKeys.typing,
    draw: { BallotView.draw($0, into: &$1) },
    unfinished: { Unfinished(text: $0.keptBallot ?? "") })

  /// What goes on working over anything that is open: they are no text, and lead back to it.
  private static func overOverlays(_ scene: Scene) -> [Binding] {
    let isParking = (scene.focus.overlay as? Prompt)?.isParking == true
    let watched: Phrase? =
      scene.focus.isOnStage ? "Everyone sees this. s: back to the facilitator screen" : nil
    return [
      Binding(.alt("p"), do: .park, unless: isParking ? "Type it here: Enter parks it" : nil),
      Binding(.alt("u"), .control("_"), do: .undo),
      Binding(.control("q"), .control("c"), do: .quit),
    ]
      + (scene.role == .ballot
        ? []
        : [
          Binding(.alt("d"), do: .settle, unless: watched),
          Binding(.alt("y"), do: .copy, unless: watched),
        ])
  }
}
