import Workshop

/// What has to be said about a result beside its bars: ties, near-ties, what nobody marked, and what
/// other rules make of the same ballots.
struct VoteRemarks {
  let scene: Scene
  let poll: Poll
  let tally: Tally

  init?(_ scene: Scene, _ poll: Poll) {
    guard let tally = Counted.tally(poll) else { return nil }
    (self.scene, self.poll, self.tally) = (scene, poll, tally)
  }

  /// Every remark that there is, the weightiest first.
  var all: [String] {
    if poll.method == .scale { return [mean].compactMap { $0 } }
    return [tie, outcome].compactMap { $0 } + nearTies + [unmarked, standing].compactMap { $0 }
  }

  private var mean: String? {
    tally.mean.map { scene.say("On average \(scene.language.oneDecimal($0))") }
  }

  /// A tie at the cut that nothing has settled yet.
  var tie: String? {
    // Consents do not compete: what nobody objects to is agreed, however much of it there is.
    guard poll.method != .consent, !tally.tied.isEmpty, result?.isSettled == false else {
      return nil
    }
    return scene.say(
      "Tie at the cut (\(tally.tied.count)): the room decides, not the list's order.")
  }

  private var result: PollOutcome? { scene.workshop.outcome(of: poll.id) }

  /// What was done about the tie, by whom and why.
  var outcome: String? {
    guard !tally.tied.isEmpty, let result, result.isSettled else { return nil }
    let added = scene.names(result.chosen.filter { !tally.chosen.contains($0) })
    guard let resolution = result.resolution else {
      return scene.say("Run-off: \(added)")
    }
    switch resolution.remedy {
    case .keepAll: return scene.say("The tied are all kept: \(added)")
    case .runoff: return scene.say("Run-off: \(added)")
    case .moreVoters: return scene.say("More people marked \(added)")
    case .decider:
      return scene.say(
        "\(resolution.who ?? resolution.by) decided for \(added): \(resolution.reason ?? "")")
    case .lot:
      return scene.say("Lots were drawn (seed \(String(resolution.seed ?? 0))): \(added)")
    }
  }

  /// Neighbours that one more ballot could change; the one at the cut first.
  var nearTies: [String] {
    let cut = tally.nearTieAtCut
    let others = tally.nearTies.filter { $0 != cut }
    let line = cut.map { margin in
      scene.say(
        "At the cut \(rank(margin.above)) and \(rank(margin.below)) are a near-tie, \(scene.score(margin.upper, poll)) to \(scene.score(margin.lower, poll)): \(effect(margin))"
      )
    }
    let shown = others.prefix(line == nil ? 2 : 1).map { margin in
      scene.say(
        "\(rank(margin.above)) and \(rank(margin.below)) are a near-tie, \(scene.score(margin.upper, poll)) to \(scene.score(margin.lower, poll)): \(effect(margin))"
      )
    }
    let rest = others.count - shown.count
    return [line].compactMap { $0 } + shown
      + (rest > 0 ? [scene.say("Further near-ties: \(rest)")] : [])
  }

  private func rank(_ options: [String]) -> Int {
    tally.rows.first { options.contains($0.option) }?.rank ?? 0
  }

  private func effect(_ margin: Margin) -> Phrase {
    switch margin.oneMoreBallot {
    case .swaps: "one more ballot could swap them."
    case .levels: "one more ballot could make them level."
    case .nothing: "a handful of marks apart."
    }
  }

  /// What nobody marked is easily lost.
  var unmarked: String? {
    guard poll.method != .consent else { return nil }
    let count = tally.unmarked.count
    return count == 0 ? nil : scene.say("Marked by nobody: \(count). Worth another look.")
  }

  /// Whether the first place and the cut owe anything to the rule.
  var standing: String? {
    guard let recount = Counted.recount(poll), !recount.first.isEmpty else { return nil }
    let rules = recount.results.count
    let change = recount.cutChanges.first { !$0.enters.isEmpty && !$0.leaves.isEmpty }
    let cut = change.map { change in
      scene.say(
        "by \(scene.name(of: change.rule, in: poll)), \(place(change.enters)) comes before \(place(change.leaves))"
      )
    }
    let head =
      recount.isRobust
      ? scene.say("Robust: first under \(recount.agreeing) of \(rules) rules")
      : scene.say("Depends on the rule: first under \(recount.agreeing) of \(rules)")
    return [head, cut].compactMap { $0 }.joined(separator: "; ") + "."
  }

  /// Where options stand in the result; options at one place are told once.
  private func place(_ options: [String]) -> String {
    let ranks = Set(tally.rows.filter { options.contains($0.option) }.map(\.rank))
    return ranks.sorted().map(String.init).joined(separator: ", ")
  }
}
