import Languages
package import Shell
import WorkshopCore

extension VoteMethod {
  package static let approval = VoteMethod(
    .approval, "Approval", purpose: "which ones people can live with",
    spending: Spending("Ticks each") { left, all in "Ticked: \(all - left)" },
    rule: { poll in
      if (poll.settings.fewest ?? 1) > 1 { return picks(poll) }
      if poll.dots >= poll.options.count { return "Tick as many as you like" }
      return poll.dots == 1 ? "One tick each" : "Up to \(poll.dots) ticks each"
    },
    ballot: { poll, _ in
      if poll.dots == 1 { return "Tick the one that you can support" }
      if (poll.settings.fewest ?? 1) > 1 { return picks(poll) }
      return poll.dots < poll.options.count
        ? "Tick up to \(poll.dots) that you can support" : "Tick every one that you can support"
    },
    counting: { _, _ in "1 is a tick; the score is how many there are." })

  /// How many ticks a ballot has, where there is a least number.
  private static func picks(_ poll: Poll) -> Phrase {
    let (fewest, most) = (poll.settings.fewest ?? 1, min(poll.dots, poll.options.count))
    return fewest == most ? "Exactly \(most) ticks each" : "From \(fewest) to \(most) ticks each"
  }
}
