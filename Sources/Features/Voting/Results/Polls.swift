import Cards
import Languages
import Reporting
package import Shell
import Terminal
import WorkshopCore

extension ActivityKind {
  /// A dot vote: a frozen list, totals or ballots typed in, hidden until revealed.
  package static let poll = ActivityKind(
    id: "poll", name: "Vote", traits: .vote,
    rehearsal: RehearsalTraits(
      needsBoard: true, needsQuestion: true, needsMaterial: true, lines: .choices),
    planning: PlanningTraits(
      "Everyone votes on the cards of a board", minutes: 10, phase: .focus,
      board: .init(of: "idea", called: "Ideas"), gathering: .alone),
    stage: { scene, activity, frame, rect in
      if let poll = scene.workshop.latestPoll(of: activity.id) {
        PollView.draw(scene, poll, into: &frame, in: rect)
      } else {
        scene.features.plain.stage(scene, activity, &frame, rect)
      }
    },
    desk: { scene, activity in
      DeskRow.board(scene, activity) + PollDesk.rows(scene, activity)
    },
    bindings: { scene, activity in PollDesk.bindings(scene, activity) },
    notesBindings: { scene, activity in
      let open = scene.workshop.latestPoll(of: activity.id)?.isOpen == true
      return [
        Binding(
          .function(5), do: .paperBallots, hint: "ballots", unless: open ? nil : "No vote is open"),
        Binding(
          .function(3), do: .waysIn, hint: "other ways", unless: open ? nil : "No vote is open"),
      ]
    },
    guide: { _, _ in "F5 takes paper ballots while the vote is open" },
    report: { scene, activity in
      MatrixReport.blocks(scene, activity) + VoteChapter.blocks(scene, activity)
    })
}

/// A vote at the facilitator's desk: where it stands and what can be done next.
enum PollDesk {
  /// Where it stands, who voted how, what was not counted.
  static func rows(_ scene: Scene, _ activity: Activity) -> [DeskRow] {
    [row(scene, activity)]
      + (scene.workshop.latestPoll(of: activity.id).map { VoteRows.rows(scene, $0) } ?? [])
  }

  private static func row(_ scene: Scene, _ activity: Activity) -> DeskRow {
    guard let poll = scene.workshop.latestPoll(of: activity.id) else {
      return .init("Vote", scene.say("not open yet: d opens it"))
    }
    let voters = [
      scene.say("voters: \(poll.voters)"), scene.presence(at: poll, tellsMissing: true),
    ]
    .compactMap { $0 }.joined(separator: " · ")
    if poll.isOpen {
      return .init("Vote", scene.say("open · \(voters) · c closes it"), style: .accent)
    }
    if !poll.isRevealed {
      return .init("Vote", scene.say("closed · \(voters) · v reveals it"), style: .warning)
    }
    return .init("Vote", scene.say("revealed · \(voters)"))
  }

  static func bindings(_ scene: Scene, _ activity: Activity) -> [Binding] {
    let poll = scene.workshop.latestPoll(of: activity.id)
    let notOpen: Phrase? = poll?.isOpen == true ? nil : "No vote is open: d opens one"
    let isCovered = poll.flatMap { VoteShown.openPlaces(scene, $0) } != nil
    let notClosed: Phrase? =
      poll == nil || poll?.isOpen == true
      ? "Close the vote first"
      : poll?.isRevealed == true && !isCovered ? "The result is on the projector" : nil
    let isRunning: Phrase? = poll.map { $0.isRevealed ? nil : "A vote is under way" } ?? nil
    let open = Binding(.character("d"), do: .openPoll, hint: "open vote", unless: isRunning)
    let isOver = poll?.isRevealed == true
    // Once there is a result, what comes of it is nearer than another vote.
    return (isOver ? [] : [open]) + [
      Binding(.character("c"), do: .closePoll, hint: "close vote", unless: notOpen),
      Binding(.character("v"), do: .revealPoll, hint: "reveal", unless: notClosed),
      Binding(.character("t"), do: .countStickers, unless: notOpen),
      Binding(.character("p"), do: .paperBallots, hint: "ballots", unless: notOpen),
      Binding(.character("w"), do: .waysIn, hint: "other ways", unless: notOpen),
      Binding(.character("V"), do: .revealPlace, hint: "one by one", unless: notClosed),
      Binding(
        .character("x"), do: Ladder.open, hint: "settle the tie",
        unless: Ladder.refusal(scene, poll)),
      Binding(
        .character("f"), do: .takeChosen, hint: "make projects",
        unless: isOver ? nil : "No result yet"),
      Binding(
        .character("Y"), do: .readVote, hint: "read",
        unless: isOver ? nil : "No result yet"),
    ] + (isOver ? [open] : []) + [
      Binding(.character("m"), do: .voteRules, hint: "rules", unless: notOpen),
      Binding(
        .pageDown, do: .nextPage, unless: poll == nil ? "There is no list on the projector" : nil),
      Binding(
        .pageUp, do: .previousPage, unless: poll == nil ? "There is no list on the projector" : nil),
    ]
  }
}

extension Action {
  /// Closes on exactly the ballots this terminal has seen.
  package static let closePoll = Action("close-poll", "Close the vote", onStage: true) { scene in
    guard let poll = scene.openPoll else { return .refused("No vote is open") }
    guard poll.voters > 0 || !poll.countedTotals.isEmpty else {
      return .refused("Nobody has voted yet: t takes totals, p paper ballots")
    }
    let question: Phrase =
      if let present = scene.workshop.presentCount(of: poll.activity) {
        "Voters so far: \(poll.voters), present: \(present); press c again to close"
      } else {
        "Voters so far: \(poll.voters); press c again to close"
      }
    return twice("close-poll", question, scene) {
      return .event(poll.closing, notice: "Closed; v reveals the result")
    }
  }

  package static let revealPoll = Action(
    "reveal-poll", "Reveal the result on the projector", onStage: true
  ) { scene in
    guard let activity = scene.current, let poll = scene.workshop.latestPoll(of: activity.id),
      !poll.isOpen
    else { return .refused("Close the vote first") }
    // What was covered while it came place by place is opened at once, and a list that was leafed
    // through before begins with its first page.
    let view = scene.workshop.views[activity.id]?.name
    let isElsewhere = view == VoteShown.places || view == VoteShown.pages
    let all = Event.viewShown(activity: activity.id, view: "", step: 0)
    return Outcome(
      events: (poll.isRevealed ? [] : [.pollRevealed(poll: poll.id)]) + (isElsewhere ? [all] : [])
        + scene.leavingBoard)
  }
}

extension Scene {
  /// The vote that is open in the current activity.
  fileprivate var openPoll: Poll? {
    current.flatMap { workshop.latestPoll(of: $0.id) }.flatMap { $0.isOpen ? $0 : nil }
  }
}
