import Cards
import Languages
import Shell
import WorkshopCore

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
    if poll.method.isScale { return [mean].compactMap { $0 } }
    return [quorum, agreed, funded, fundTie, shares, tie, outcome, afterRunoff].compactMap { $0 }
      + nearTies
      + [abstained, unmarked, standing].compactMap { $0 }
  }

  /// What the room is told: whether the result is clear, close or a tie, and what happens now; all that
  /// qualifies it is for the desk.
  var forTheRoom: String {
    if poll.method.isScale { return mean ?? "" }
    if let quorum { return quorum }
    if let agreed { return agreed }
    if let funded { return [funded, fundTie].compactMap { $0 }.joined(separator: " ") }
    if tie != nil { return scene.say("A tie for the last chosen place: everyone decides now.") }
    if let afterRunoff { return afterRunoff }
    if let outcome {
      guard let result, result.resolution?.remedy == .lot else { return outcome }
      return scene.say("Lots were drawn: \(scene.names(result.chosen))")
    }
    let cut = VoteCut(scene, poll, tally)
    if tally.nearTieAtCut != nil, cut.isDrawn {
      return scene.say("Close result: one more ballot could change what is chosen.")
    }
    let first = tally.rows.filter { $0.rank == 1 }
    if first.count > 1 {
      return scene.say("The first place is a tie.")
    }
    if tally.nearTies.contains(where: { $0.above.contains(first.first?.option ?? "") }) {
      return scene.say("Close result: one more ballot could change the first place.")
    }
    return cut.isDrawn
      ? scene.say("Clear: what is chosen goes on.") : scene.say("The result is clear.")
  }

  /// Too few have voted for the result to hold.
  private var quorum: String? {
    guard poll.lacksForQuorum > 0, let quorum = poll.settings.quorum else { return nil }
    return scene.say("Quorum not reached: \(poll.voters) voted, \(quorum) are needed.")
  }

  /// Whoever gave a ballot without a mark is counted apart.
  private var abstained: String? {
    tally.abstained == 0 ? nil : scene.say("Abstained: \(tally.abstained).")
  }

  /// By consent, what nobody objects to is agreed, however much of it there is; what the last chosen place
  /// would ask for is another vote.
  private var agreed: String? {
    guard poll.method.form == .objections else { return nil }
    let (agreed, options) = (tally.chosen.count, poll.options.count)
    guard poll.winners > 0, agreed > poll.winners else {
      return agreed == 0
        ? scene.say("Nothing is agreed: there is an objection to each option.")
        : scene.say("Agreed: \(agreed) of \(options).")
    }
    return scene.say(
      "Agreed: \(agreed) of \(options). \(poll.winners) were planned: consent gives no order, so a further vote must choose."
    )
  }

  /// What the fund pays for, and what is left of it.
  private var funded: String? {
    guard let funding = tally.funding, let fund = poll.settings.fund else { return nil }
    let (whole, left) = (scene.money(fund.amount, fund), scene.money(funding.left, fund))
    return funding.chosen.isEmpty
      ? scene.say("Fund: \(whole). It pays for nothing.")
      : scene.say(
        "Fund: \(whole). Paid for: \(scene.names(funding.chosen)). Left: \(left).")
  }

  /// Equals of which the money does not reach for all.
  private var fundTie: String? {
    guard let tied = tally.funding?.tied, !tied.isEmpty else { return nil }
    return scene.say(
      "The rest is not enough for all of these, which are equal: \(scene.names(tied)). People decide."
    )
  }

  /// What each ballot's equal share of the fund would pay for, where that is something else.
  private var shares: String? {
    guard let funding = tally.funding, let shares = poll.equalShares,
      Set(shares) != Set(funding.chosen)
    else { return nil }
    return shares.isEmpty
      ? scene.say("With an equal share for each ballot the fund would pay for nothing.")
      : scene.say("With an equal share for each ballot it would pay for: \(scene.names(shares)).")
  }

  private var mean: String? {
    tally.mean.map { scene.say("On average \(scene.language.oneDecimal($0))") }
  }

  /// A tie at the cut that nothing has settled yet.
  var tie: String? {
    guard !tally.tied.isEmpty, result?.isSettled == false else { return nil }
    return scene.say(
      "Tie (\(tally.tied.count)): people decide, not the order of the list.")
  }

  /// After a run-off, all that the vote chose in which the tie was.
  private var afterRunoff: String? {
    guard poll.runoffOf != nil, case let origin = scene.workshop.origin(of: poll),
      let outcome = scene.workshop.outcome(of: origin.id), outcome.isSettled
    else { return nil }
    return scene.say("Chosen now: \(scene.names(outcome.chosen))")
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
    case .keepAll: return scene.say("All tied options are kept: \(added)")
    case .runoff: return scene.say("Run-off: \(added)")
    case .moreVoters: return scene.say("More people chose \(added)")
    case .decider:
      return scene.say(
        "\(resolution.who ?? resolution.by) decided for \(added): \(resolution.reason ?? "")")
    case .lot:
      return scene.say("Lots were drawn (number \(String(resolution.seed ?? 0))): \(added)")
    }
  }

  /// Neighbours that one more ballot could change; the one at the cut first.
  var nearTies: [String] {
    let cut = tally.nearTieAtCut
    let others = tally.nearTies.filter { $0 != cut }
    let shown = others.prefix(cut == nil ? 2 : 1)
    let rest = others.count - shown.count
    let lines = [cut].compactMap { $0 } + shown
    return lines.map { nearTie($0, isAtCut: $0 == cut) }
      + (rest > 0 ? [scene.say("More options almost tied: \(rest)")] : [])
  }

  private func nearTie(_ margin: Margin, isAtCut: Bool) -> String {
    // In a file the options are named: their numbers stand on a list that its reader has not seen.
    let above = scene.isForFile ? scene.names(margin.above) : String(rank(margin.above))
    let below = scene.isForFile ? scene.names(margin.below) : String(rank(margin.below))
    let who: Phrase =
      isAtCut
      ? "Almost a tie for the last chosen place: \(above), \(below)"
      : "Almost a tie: \(above), \(below)"
    guard poll.method.form != .grades else {
      return scene.language.labelled(
        "\(scene.say(who)), \(scene.say(grades(margin)))", scene.say(effect(margin)))
    }
    let (upper, lower) = apart(margin)
    return scene.say("\(who), \(upper) to \(lower): \(effect(margin))")
  }

  /// The scores of two ranks; means that read alike differ further behind the point.
  private func apart(_ margin: Margin) -> (String, String) {
    let texts = [1, 2].map { decimals in
      [margin.upper, margin.lower].map { scene.score($0, poll, decimals: decimals) }
    }
    let pair = texts.first { $0[0] != $0[1] } ?? texts[1]
    return (pair[0], pair[1])
  }

  /// Of equal medians what lies above and below them decides, else how many gave the better one.
  private func grades(_ margin: Margin) -> Phrase {
    let (upper, lower) = (margin.upper.numerator, margin.lower.numerator)
    func share(_ options: [String], _ counts: (Int) -> Bool) -> Int {
      guard let row = tally.rows.first(where: { options.contains($0.option) }),
        case .grades(let grades) = row.detail
      else { return 0 }
      let all = max(1, grades.reduce(0, +))
      let some = grades.indices.filter(counts).map { grades[$0] }.reduce(0, +)
      return (200 * some + all) / (2 * all)
    }
    func both(_ counts: (Int) -> Bool) -> (Int, Int) {
      (share(margin.above, counts), share(margin.below, counts))
    }
    let name = scene.grade(upper, poll)
    guard upper == lower else {
      let least = both { $0 >= upper }
      return
        "\(name) to \(scene.grade(lower, poll)) (\(name) or better: \(least.0)% to \(least.1)%)"
    }
    let (more, less) = (both { $0 > upper }, both { $0 < upper })
    return "both \(name) (better: \(more.0)% to \(more.1)%, worse: \(less.0)% to \(less.1)%)"
  }

  private func rank(_ options: [String]) -> Int {
    tally.rows.first { options.contains($0.option) }?.rank ?? 0
  }

  private func effect(_ margin: Margin) -> Phrase {
    switch margin.oneMoreBallot {
    case .swaps: "one more ballot could swap them."
    case .levels: "one more ballot could make them equal."
    case .nothing: "a few votes apart."
    }
  }

  /// What nobody marked is easily lost.
  var unmarked: String? {
    guard poll.method.form != .objections else { return nil }
    let count = tally.unmarked.count
    return count == 0 ? nil : scene.say("Options without a vote: \(count). Look at them again.")
  }

  /// Whether the first place and the cut owe anything to the rule.
  var standing: String? {
    guard let recount = Counted.recount(poll), !recount.first.isEmpty else { return nil }
    let change = recount.cutChanges.first { !$0.enters.isEmpty && !$0.leaves.isEmpty }
    let cut = change.map { change in
      let rule = scene.clause(of: change.rule, in: poll)
      let (enters, leaves) = (place(change.enters), place(change.leaves))
      return scene.say(
        change.enters.count == 1
          ? "\(rule), \(enters) comes before \(leaves)" : "\(rule), \(enters) come before \(leaves)"
      )
    }
    return ([first(recount)] + [cut].compactMap { $0 }).joined(separator: "; ") + "."
  }

  /// Under how many rules the first is first; those that share the place are named each.
  private func first(_ recount: Recount) -> String {
    let rules = recount.results.count
    guard recount.leftOut == 0 else {
      return scene.say(
        "Of the ballots alone (\(recount.ballots)), \(scene.names(recount.first)): first with \(recount.unbeaten) of \(rules) counting rules"
      )
    }
    guard recount.first.count > 1 else { return scene.say(leading(recount, rules)) }
    let leads = recount.first.map { ($0, recount.lead(of: $0)) }
    guard leads.contains(where: { $0.1.alone > 0 }) else {
      return scene.say(
        "\(scene.names(recount.first)) share the first place with \(recount.agreeing) of \(rules) counting rules"
      )
    }
    let each = leads.map { option, lead in
      return scene.say(
        "\(scene.names([option])) alone with \(lead.alone), with others under \(lead.shared)")
    }
    return scene.say(
      "The first place is shared; of \(rules) counting rules: \(each.joined(separator: ", "))")
  }

  /// Of one option that is first by itself: how often it is so under other rules, too.
  private func leading(_ recount: Recount, _ rules: Int) -> Phrase {
    let (alone, unbeaten) = (recount.agreeing, recount.unbeaten)
    if recount.isRobust { return "Stable result: first with \(alone) of \(rules) counting rules" }
    if recount.isFirstNear, alone * 6 >= rules * 5 {
      return "First with \(alone) of \(rules) counting rules, but one more ballot could change that"
    }
    if unbeaten == rules { return "First with all \(rules) counting rules, alone with \(alone)" }
    return unbeaten > alone
      ? "Fragile result: first with \(unbeaten) of \(rules) counting rules, alone with \(alone)"
      : "Fragile result: first with \(alone) of \(rules) counting rules"
  }

  /// Options by the places that the room sees, best first; by name where others have the same place.
  private func place(_ options: [String]) -> String {
    let named = tally.rows.filter { options.contains($0.option) }
    return named.map { row in
      let isAlone = !scene.isForFile && tally.rows.count { $0.rank == row.rank } == 1
      return isAlone ? String(row.rank) : scene.names([row.option])
    }.joined(separator: ", ")
  }
}
