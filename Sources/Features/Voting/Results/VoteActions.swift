import Languages
package import Shell
import Terminal
import WorkshopCore

extension Action {
  /// Asks for the rules first; on the projector, and where only a scale is asked, it opens at once.
  package static let openPoll = Action("open-poll", "Open the vote", onStage: true) { scene in
    guard let activity = scene.current else { return .refused("Nothing has started") }
    if scene.kind(of: activity).traits.contains(.closing) {
      return .event(
        ClosingDesk.scale(activity, scene), notice: "t counts a show of hands")
    }
    guard scene.board(of: activity) != nil else {
      return .refused("This activity has no board")
    }
    let plan = activity.poll ?? PollPlan()
    guard scene.voteOptions(activity, clusters: false).count >= 2 else {
      return .refused("A vote needs at least two cards on the board")
    }
    return scene.focus.isOnStage
      ? open(plan, scene)
      : .open(
        VotePanel(
          plan, hasClusters: scene.hasClusters(activity),
          hasCosts: !scene.costs(of: scene.voteOptions(activity, clusters: false)).amounts.isEmpty),
        scene)
  }

  /// Freezes the list of the activity's board.
  static func open(_ plan: PollPlan, _ scene: Scene) -> Outcome {
    guard let activity = scene.current else { return .refused("Nothing has started") }
    if scene.workshop.latestPoll(of: activity.id)?.isRevealed == false {
      return .refused("A vote is under way")
    }
    let options = scene.voteOptions(activity, clusters: plan.clusters == true)
    guard options.count >= 2 else { return .refused("A vote needs at least two options") }
    if let fault = plan.fault(options: options.count) { return .refused(fault.phrase) }
    let costs = plan.fund == nil ? (amounts: [:], currency: nil) : scene.costs(of: options)
    if plan.fund != nil, plan.method.asks(.fund),
      let missing = options.first(where: { costs.amounts[$0] == nil })
    {
      return .refused("No cost yet on “\(scene.workshop.label(ofOption: missing))”")
    }
    let (dots, cap) = plan.allowance(options: options.count)
    let notice: Phrase =
      plan.method.form == .dots && dots == 1
      ? "One dot each for \(options.count) options; the list is frozen"
      : plan.method.form == .dots
        ? "\(dots) dots each for \(options.count) options, up to \(cap) on one; the list is frozen"
        : "\(scene.words(of: plan.method).name): the list of \(options.count) is frozen"
    var outcome = Outcome.event(
      plan.opening(
        of: activity.id, question: scene.headline(activity), options: options,
        costs: costs),
      notice: notice)
    outcome.events += scene.leavingBoard
    return outcome
  }

  static let voteRules = Action("vote-rules", "Change the rules of the open vote") { scene in
    guard let poll = scene.current.flatMap({ scene.workshop.latestPoll(of: $0.id) }), poll.isOpen
    else { return .refused("No vote is open: d opens one") }
    return .open(VotePanel(poll), scene)
  }

  /// Everything that can be read from a result, with the recount and the ways in.
  static let readVote = Action(
    "read-vote", "Read the result: how votes came in, other rules", isReading: true
  ) { scene in
    guard let poll = scene.revealedPoll else { return .refused("No result yet") }
    return .open(VotePage.page(scene, poll), scene)
  }
}

extension Scene {
  /// The current activity's last vote, once it is revealed.
  var revealedPoll: Poll? {
    current.flatMap { workshop.latestPoll(of: $0.id) }.flatMap { $0.isRevealed ? $0 : nil }
  }
}
