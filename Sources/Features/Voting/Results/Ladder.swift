import Languages
import Shell
import Terminal
import WorkshopCore

/// What can be done about a tie at the cut, in the order in which it should be tried.
///
/// Each remedy says what it would choose or why it cannot be used; who did what, and why, is written down.
enum Ladder {
  static let open = Action("tie-ladder", "Settle a tie for the last chosen place") { scene in
    guard let poll = scene.revealedPoll, let tally = Counted.tally(poll), !tally.tied.isEmpty else {
      return .refused("No tie for the last chosen place")
    }
    if scene.workshop.outcome(of: poll.id)?.isSettled == true {
      return .refused("The tie is settled")
    }
    let items = tally.ladder.map { item($0, poll, tally, scene) }
    let title: Phrase =
      tally.seats == 1
      ? "Tie for the last chosen place: \(tally.tied.count) options, one place"
      : "Tie for the last chosen places: \(tally.tied.count) options, \(tally.seats) places"
    var menu = Menu(title: title, items: items)
    menu.selected = items.firstIndex { $0.disabled == nil } ?? 0
    return .open(menu, scene)
  }

  /// Why it cannot be opened; nil where there is a tie to settle.
  static func refusal(_ scene: Scene, _ poll: Poll?) -> Phrase? {
    guard let poll, poll.isRevealed else { return "No result yet" }
    guard Counted.tally(poll)?.tied.isEmpty == false else {
      return "No tie for the last chosen place"
    }
    return scene.workshop.outcome(of: poll.id)?.isSettled == true ? "The tie is settled" : nil
  }

  private static func item(
    _ rung: Rung, _ poll: Poll, _ tally: Tally, _ scene: Scene
  ) -> Menu.Item {
    let reason = rung.objection.map { scene.say("not possible: \($0.phrase)") }
    return Menu.Item(
      label: scene.say(rung.remedy.name), note: reason ?? scene.say(effect(rung, tally, scene)),
      disabled: rung.objection?.phrase
    ) { scene in
      switch rung.remedy {
      case .keepAll, .moreVoters: settle(poll, rung.remedy)
      case .runoff:
        poll.runoff.map {
          .event($0, notice: "A run-off among the tied, one dot each")
        } ?? .refused("That does not settle the tie")
      case .decider: decide(poll, tally, chosen: [], scene)
      case .lot:
        // Whoever doubts the draw finds its seed in the report, and draws again.
        settle(poll, .lot, seed: UInt32(truncatingIfNeeded: scene.now.milliseconds))
      }
    }
  }

  /// What a remedy would lead to.
  private static func effect(_ rung: Rung, _ tally: Tally, _ scene: Scene) -> Phrase {
    let tied = scene.names(tally.tied.map(\.option))
    switch rung.remedy {
    case .keepAll:
      let extra = tally.tied.count - tally.seats
      return extra == 1
        ? "\(tied) go on: one more than planned" : "\(tied) go on: \(extra) more than planned"
    case .runoff: return "a new vote among \(tied), one dot each"
    case .moreVoters:
      let chosen = scene.names(rung.chosen ?? [])
      let marked = tally.tied.filter { rung.chosen?.contains($0.option) == true }.map(\.marked)
      let others = tally.tied.filter { rung.chosen?.contains($0.option) != true }.map(\.marked)
      return "\(chosen): chosen by \(numbers(marked)), the others by \(numbers(others))"
    case .decider:
      return tally.seats == 1
        ? "one of \(tied); who and why is written down"
        : "\(tally.seats) of \(tied); who and why is written down"
    case .lot:
      return tally.seats == 1
        ? "one of \(tied) by chance; the draw number is written down"
        : "\(tally.seats) of \(tied) by chance; the draw number is written down"
    }
  }

  private static func numbers(_ counts: [Int]) -> String {
    Set(counts).sorted(by: >).map(String.init).joined(separator: ", ")
  }

  fileprivate static func settle(
    _ poll: Poll, _ remedy: Remedy, chosen: [String] = [], who: String? = nil,
    reason: String? = nil, seed: UInt32? = nil
  ) -> Outcome {
    poll.resolution(remedy, chosen: chosen, who: who, reason: reason, seed: seed)
      .map { .event($0, notice: "The tie is settled, and how is written down") }
      ?? .refused("That does not settle the tie")
  }

  /// As many as there are places, then who decides, then why.
  private static func decide(
    _ poll: Poll, _ tally: Tally, chosen: [String], _ scene: Scene
  ) -> Outcome {
    guard chosen.count < tally.seats else { return ask(poll, chosen, scene) }
    let items = tally.tied.map(\.option).filter { !chosen.contains($0) }.map { option in
      Menu.Item(label: scene.workshop.label(ofOption: option)) { scene in
        decide(poll, tally, chosen: chosen + [option], scene)
      }
    }
    return .open(

      Menu(title: "Which one goes on? \(chosen.count + 1) of \(tally.seats)", items: items),
      scene)
  }

  private static func ask(_ poll: Poll, _ chosen: [String], _ scene: Scene) -> Outcome {
    Reopening.tieDecider.opened(of: details(poll.id, chosen), scene)
  }

  fileprivate static func details(_ poll: PollID, _ chosen: [String]) -> [String: String?] {
    ["poll": poll, "chosen": chosen.joined(separator: "\n")]
  }

  fileprivate static func chosen(_ details: [String: String]) -> [String] {
    (details["chosen"] ?? "").split(separator: "\n").map(String.init)
  }
}

extension Reopening {
  /// Who decides a tie, then why.
  static let tieDecider = Reopening("tie-ladder") { details, scene in
    guard let poll = scene.workshop.poll(details["poll"]) else { return nil }
    return Prompt(
      title: "Who decides?", help: "A name, or the person at this keyboard", takesEmpty: true,
      leadsOn: true
    ) { who, scene in
      tieReason.opened(
        of: Ladder.details(poll.id, Ladder.chosen(details)), with: ["who": who], scene)
    }
  }

  static let tieReason = Reopening("tie-reason") { details, scene in
    guard let poll = scene.workshop.poll(details["poll"]) else { return nil }
    let who = details["who"] ?? ""
    return Prompt(title: "Why?", help: "The reason, as everyone will read it") { reason, _ in
      Ladder.settle(
        poll, .decider, chosen: Ladder.chosen(details), who: who.isEmpty ? nil : who,
        reason: reason)
    }
  }
}
