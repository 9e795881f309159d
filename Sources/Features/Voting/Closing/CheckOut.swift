import Cards
import Languages
import Reporting
package import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

extension ActivityKind {
  /// The closing round: was it worth the time, what to keep, what to change, who met someone new.
  package static let checkOut = ActivityKind(
    id: "check-out", name: "Check-out", traits: .closing, writesBoard: true,
    rehearsal: RehearsalTraits(needsBoard: true, lines: .one),
    planning: PlanningTraits(
      "What people take home, and was it worth the time", minutes: 10, phase: .act,
      board: .init(of: "check-out", called: "Check-out")),
    stage: { scene, activity, frame, rect in
      ClosingView.draw(scene, activity, into: &frame, in: rect)
    },
    desk: { scene, activity in
      DeskRow.board(scene, activity) + [DeskRow.parked(scene), DeskRow.looseEnds(scene)]
        + ClosingDesk.rows(scene, activity)
    },
    bindings: { scene, activity in ClosingDesk.bindings(scene, activity) },
    notesBindings: { _, _ in
      [Binding(.function(5), do: ClosingDesk.hands, hint: "hands")]
    },
    guide: { scene, _ in "\(scene.slipPattern). Words alone are a card; Ctrl-N chooses its column"
    },
    report: { scene, activity in ClosingReport.blocks(scene, activity) })
}

/// The closing round at the desk: hands counted, slips read out, the result shown.
enum ClosingDesk {
  /// The votes' own keys stay, for whoever wants ballots on screens; a show of hands is quicker.
  static func bindings(_ scene: Scene, _ activity: Activity) -> [Binding] {
    let poll = scene.workshop.latestPoll(of: activity.id)
    let isOpen = poll?.isOpen == true
    var left: [Action] = [.revealPoll, .takeChosen]
    if !isOpen { left.append(.countStickers) }
    let votes = PollDesk.bindings(scene, activity).filter { binding in
      !left.contains { $0.id == binding.action.id }
    }
    let isShown = ClosingView.isRevealed(scene, activity)
    let reveal = Binding(
      .character("v"), do: poll?.isRevealed == false ? .revealPoll : show,
      hint: isShown ? nil : "reveal", unless: isOpen ? "Close the vote first" : nil)
    return (isOpen ? [] : [Binding(.character("t"), do: hands, hint: "hands")]) + [reveal] + votes
  }

  static func rows(_ scene: Scene, _ activity: Activity) -> [DeskRow] {
    let evaluation = scene.workshop.evaluation(of: activity.id)
    let poll = scene.workshop.latestPoll(of: activity.id)
    let vote = poll?.isRevealed == false ? PollDesk.rows(scene, activity) : []
    guard !evaluation.isEmpty else {
      return vote.isEmpty
        ? [.init("Worth it", scene.say("t counts hands; note-takers type the slips"))] : vote
    }
    return vote + [
      .init("Worth it", ClosingWords.roti(evaluation, scene) ?? ""),
      .init("New faces", ClosingWords.met(evaluation, scene) ?? ""),
    ]
  }

  private static let met = "met-"

  /// A number for each grade and each answer: hands are counted, written down and seen in one go.
  static let hands = Action("count-hands-roti", "Count a show of hands: 0 to 5, someone new") {
    scene in
    guard let activity = scene.current else { return .refused("Nothing has started") }
    if let poll = scene.workshop.latestPoll(of: activity.id), poll.isOpen {
      return .refused("A vote is under way")
    }
    return Reopening.closingHands.opened(of: ["activity": activity.id], scene)
  }

  fileprivate static func handsCounter(_ activity: Activity, _ scene: Scene) -> Counter {
    let grades = Evaluation.scale.reversed().map { grade in
      Counter.Row(id: String(grade), label: ClosingWords.grade(grade, scene))
    }
    let answers = [Evaluation.yes, Evaluation.no].map { answer in
      Counter.Row(
        id: met + answer,
        label: scene.language.labelled(scene.say("Met someone new"), scene.answer(answer)))
    }
    var counter = Counter(
      title: "Show of hands: was it worth your time?",
      help: "Digits, Enter for the next; what was not asked stays empty", rows: grades + answers
    ) { numbers, scene in count(numbers, activity, scene) }
    let before = scene.workshop.polls.filter { $0.activity == activity.id && $0.isRevealed }
    for poll in before where poll.counter(.hands) != nil {
      for row in poll.result?.rows ?? [] {
        let answer = row.option == poll.options.first ? Evaluation.yes : Evaluation.no
        let id = poll.method.isScale ? row.option : met + answer
        counter.typed[id] = row.score.whole.map(String.init)
      }
    }
    return counter
  }

  /// Two votes that are over at once, for every hand was seen; none of what was not asked.
  private static func count(
    _ numbers: [String: Int], _ activity: Activity, _ scene: Scene
  ) -> Outcome {
    let grades = numbers.filter { !$0.key.hasPrefix(met) }
    let options = [Evaluation.yes, Evaluation.no].map { (id: met + $0, text: scene.answer($0)) }
    let answers = Dictionary(
      options.compactMap { option in numbers[option.id].map { (option.text, $0) } }
    ) { $1 }
    guard numbers.values.contains(where: { $0 > 0 }) else {
      return .refused("Type how many hands are up")
    }
    var outcome = Outcome()
    if answers.values.contains(where: { $0 > 0 }) {
      outcome.events.append(
        opening(activity, "Did you meet someone new?", .single, options.map(\.text), scene))
    }
    if grades.values.contains(where: { $0 > 0 }) {
      outcome.events.append(scale(activity, scene))
    }
    outcome.toAdded = { id, event in
      guard case .pollOpened(_, _, let method, _, _, _, _, _, _) = event else { return [] }
      return [
        .totalsCounted(
          poll: id, totals: method.isScale ? grades : answers, voters: nil, way: .hands),
        .pollClosed(poll: id, cut: [:]), .pollRevealed(poll: id),
      ]
    }
    outcome.notice = "Counted and shown on the projector; t again corrects it"
    return outcome
  }

  /// The vote on what the day was worth.
  static func scale(_ activity: Activity, _ scene: Scene) -> Event {
    opening(
      activity, "Was today worth your time? 0 to 5", .scale,
      Evaluation.scale.reversed().map(String.init), scene)
  }

  private static func opening(
    _ activity: Activity, _ question: Phrase, _ method: Poll.Method, _ options: [String],
    _ scene: Scene
  ) -> Event {
    .pollOpened(
      activity: activity.id, question: scene.say(question), method: method, options: options,
      dots: 1, cap: 1, winners: 0)
  }

  /// Shows what the slips say, or goes back to the words alone.
  private static let show = Action(
    "show-closing", "Show what people said, or only their words", onStage: true
  ) { scene in
    guard let activity = scene.current else { return .refused("Nothing has started") }
    guard !scene.workshop.evaluation(of: activity.id).isEmpty else {
      return .refused("No hand was counted and no slip has a grade yet")
    }
    let view =
      ClosingView.isRevealed(scene, activity) ? ClosingView.words : ClosingView.result
    return Outcome(
      events: [.viewShown(activity: activity.id, view: view, step: 0)] + scene.leavingBoard)
  }
}

extension Reopening {
  /// Hands that are counted at the close.
  static let closingHands = stack("count-hands-roti") { details, scene in
    scene.workshop.plan.activity(details["activity"]).map { [ClosingDesk.handsCounter($0, scene)] }
      ?? []
  }
}
