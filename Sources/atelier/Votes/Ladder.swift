import Terminal
import Workshop

/// What can be done about a tie at the cut, in the order in which it should be tried.
///
/// Each remedy says what it would choose or why it cannot be used; who did what, and why, is written down.
enum Ladder {
  static let open = Action("tie-ladder", "Settle a tie at the cut") { scene in
    guard let poll = scene.revealedPoll, let tally = Counted.tally(poll), !tally.tied.isEmpty else {
      return .refused("Nothing is tied at the cut")
    }
    if scene.workshop.outcome(of: poll.id)?.isSettled == true {
      return .refused("The tie is settled")
    }
    let items = tally.ladder.map { item($0, poll, tally, scene) }
    var menu = Menu(
      title: "A tie at the cut: \(tally.tied.count) for \(tally.seats) places", items: items)
    menu.selected = items.firstIndex { $0.disabled == nil } ?? 0
    return .open(.menu(menu), scene)
  }

  /// Why it cannot be opened; nil where there is a tie to settle.
  static func refusal(_ scene: Scene, _ poll: Poll?) -> Phrase? {
    guard let poll, poll.isRevealed else { return "No result yet" }
    guard poll.method != .consent, Counted.tally(poll)?.tied.isEmpty == false else {
      return "Nothing is tied at the cut"
    }
    return scene.workshop.outcome(of: poll.id)?.isSettled == true ? "The tie is settled" : nil
  }

  private static func item(
    _ rung: Rung, _ poll: Poll, _ tally: Tally, _ scene: Scene
  ) -> Menu.Item {
    let what = rung.objection.map { scene.say($0.phrase) } ?? rung.chosen.map(scene.names)
    return Menu.Item(
      label: scene.say(rung.remedy.name), disabled: rung.objection?.phrase,
      footer: { scene in what ?? scene.names(tally.tied.map(\.option)) }
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

  private static func settle(
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
      .menu(
        Menu(title: "Which one goes on? \(chosen.count + 1) of \(tally.seats)", items: items)),
      scene)
  }

  private static func ask(_ poll: Poll, _ chosen: [String], _ scene: Scene) -> Outcome {
    let who = Prompt(
      title: "Who decides?", help: "A name, or whoever sits here", takesEmpty: true, leadsOn: true
    ) { who, scene in
      let why = Prompt(title: "Why?", help: "The reason, as the room will read it") { reason, _ in
        settle(
          poll, .decider, chosen: chosen, who: who.isEmpty ? nil : who, reason: reason)
      }
      return .open(.prompt(why), scene)
    }
    return .open(.prompt(who), scene)
  }
}
