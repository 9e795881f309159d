import Report
import Terminal
import Workshop

extension ActivityKind {
  /// A dot vote: a frozen list, totals or ballots typed in, hidden until revealed.
  static let poll = ActivityKind(
    id: "poll", name: "Vote",
    stage: { scene, activity, frame, rect in
      if let poll = scene.workshop.latestPoll(of: activity.id) {
        PollView.draw(scene, poll, into: &frame, in: rect)
      } else {
        board.stage(scene, activity, &frame, rect)
      }
    },
    desk: { scene, activity in
      Desk.board(scene, activity) + [PollDesk.row(scene, activity)]
    },
    bindings: { scene, activity in PollDesk.bindings(scene, activity) },
    notesBindings: { scene, activity in
      let open = scene.workshop.latestPoll(of: activity.id)?.isOpen == true
      return [
        Binding(
          .function(5), do: .paperBallots, hint: "ballots", unless: open ? nil : "No vote is open")
      ]
    },
    guide: { _, _ in "F5 takes paper ballots while the vote is open" },
    report: { scene, activity in ReportParts.polls(scene, activity) })
}

/// A vote at the facilitator's desk: where it stands and what can be done next.
enum PollDesk {
  static func row(_ scene: Scene, _ activity: Activity) -> MomentPane.Row {
    guard let poll = scene.workshop.latestPoll(of: activity.id) else {
      return .init("Vote", scene.say("not open yet: d opens it"))
    }
    let voters = scene.say("voters: \(poll.voters)")
    let late = poll.lateBallots.isEmpty ? "" : " · " + scene.say("\(poll.lateBallots.count) late")
    if poll.isOpen {
      return .init("Vote", scene.say("open · \(voters) · c closes it"), style: .accent)
    }
    if !poll.isRevealed {
      return .init("Vote", scene.say("closed · \(voters) · v reveals it") + late, style: .warning)
    }
    return .init("Vote", scene.say("revealed · \(voters)") + late)
  }

  static func bindings(_ scene: Scene, _ activity: Activity) -> [Binding] {
    let poll = scene.workshop.latestPoll(of: activity.id)
    let notOpen: Phrase? = poll?.isOpen == true ? nil : "No vote is open: d opens one"
    let notClosed: Phrase? =
      poll == nil || poll?.isOpen == true
      ? "Close the vote first" : poll?.isRevealed == true ? "The result is on the stage" : nil
    let isRunning: Phrase? = poll.map { $0.isRevealed ? nil : "A vote is under way" } ?? nil
    return [
      Binding(.character("d"), do: .openPoll, hint: "open vote", unless: isRunning),
      Binding(.character("t"), do: .countStickers, hint: "totals", unless: notOpen),
      Binding(.character("p"), do: .paperBallots, hint: "ballots", unless: notOpen),
      Binding(.character("c"), do: .closePoll, hint: "close vote", unless: notOpen),
      Binding(.character("v"), do: .revealPoll, hint: "reveal", unless: notClosed),
    ]
  }
}

extension Action {
  /// Freezes the list of the activity's board and opens the vote; a check-out asks for the ROTI.
  static let openPoll = Action("open-poll", "Open the vote") { scene in
    guard let activity = scene.current else { return .refused("Nothing has begun") }
    if activity.kind == ActivityKind.checkOut.id {
      return .event(
        .pollOpened(
          activity: activity.id, question: scene.say("Was today worth your time? 0 to 5"),
          method: .scale,
          options: ["5", "4", "3", "2", "1", "0"], dots: 1, cap: 1, winners: 0),
        notice: "t takes the totals of a show of hands")
    }
    guard let board = scene.board(of: activity) else {
      return .refused("This activity has no board")
    }
    let options = scene.workshop.cards(on: board.id).map(\.id)
    guard options.count >= 2 else {
      return .refused("A vote needs at least two cards on the board")
    }
    let plan = activity.poll ?? PollPlan()
    let (dots, cap) = plan.allowance(options: options.count)
    return .event(
      plan.opening(of: activity.id, question: scene.headline(activity), options: options),
      notice:
        "\(dots) dots each for \(options.count) cards, up to \(cap) on one; the list is frozen")
  }

  static let countStickers = Action("count-stickers", "Type the totals of stickers or hands") {
    scene in
    guard let poll = scene.openPoll else { return .refused("No vote is open: d opens one") }
    let voters = "voters"
    let rows = poll.options.map { Counter.Row(id: $0, label: scene.workshop.label(ofOption: $0)) }
    var counter = Counter(
      title: "Totals: \(poll.question)",
      help: "Digits, Enter for the next; the last line is how many voted",
      rows: rows + [Counter.Row(id: voters, label: scene.say("How many people voted"))]
    ) { numbers, _ in
      var totals = numbers
      let people = totals.removeValue(forKey: voters)
      return .event(
        .totalsCounted(poll: poll.id, totals: totals, voters: people),
        notice: "Counted; c closes the vote")
    }
    let typed = poll.typedCount()
    counter.typed = (typed?.totals ?? [:]).mapValues(String.init)
    counter.typed[voters] = typed?.voters.map(String.init)
    return .open(.counter(counter), scene)
  }

  static let paperBallots = Action("paper-ballots", "Type paper ballots one after another") {
    scene in
    guard let poll = scene.openPoll else { return .refused("No vote is open") }
    return .open(.ballots(BallotPad(poll: poll.id)), scene)
  }

  /// Closes on exactly the ballots this terminal has seen.
  static let closePoll = Action("close-poll", "Close the vote") { scene in
    guard let poll = scene.openPoll else { return .refused("No vote is open") }
    guard poll.voters > 0 || !poll.countedTotals.isEmpty else {
      return .refused("Nobody has voted yet: t takes totals, p paper ballots")
    }
    return twice("close-poll", "Voters so far: \(poll.voters); press c again to close", scene) {
      return .event(poll.closing, notice: "Closed; v reveals the result")
    }
  }

  static let revealPoll = Action("reveal-poll", "Reveal the result on the stage") { scene in
    guard let activity = scene.current, let poll = scene.workshop.latestPoll(of: activity.id),
      !poll.isOpen
    else { return .refused("Close the vote first") }
    return .event(.pollRevealed(poll: poll.id))
  }
}

extension Scene {
  /// The vote that is open in the current activity.
  fileprivate var openPoll: Poll? {
    current.flatMap { workshop.latestPoll(of: $0.id) }.flatMap { $0.isOpen ? $0 : nil }
  }
}
