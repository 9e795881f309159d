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
      .essentials, .themes, .story, .between, .projects, .decisions, .nextSteps, .parking,
      .looseEnds, .otherBoards, .people, .figures, .time, .ballots,
    ],
    cardForms: [JourneyLineSubject.form, DecisionSubject.form],
    reopenings: reopenings)

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
    ] + (scene.role == .ballot ? [] : [Binding(.alt("d"), do: .settle, unless: watched)])
  }
}
