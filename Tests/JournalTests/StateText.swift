import Workshop

/// A workshop's state as lines of text, for comparing with what is checked in.
///
/// It says all that the public state says, in an order of its own; times are told at one instant.
enum StateText {
  static func of(_ history: History, at now: Moment) -> String {
    let workshop = history.workshop
    var lines = ["\(history.entries.count) entries, \(workshop.skipped) skipped"]
    lines.append("at \(workshop.current ?? "-"), shown \(workshop.shown ?? "-")")
    for (activity, stamps) in workshop.openings.sorted(by: { $0.key < $1.key }) {
      lines.append("opened \(activity): " + stamps.map(\.description).joined(separator: " "))
    }
    for (activity, countdown) in workshop.countdowns.sorted(by: { $0.key < $1.key }) {
      let pace = countdown.isRunning ? "runs" : "stands"
      lines.append(
        "countdown \(activity): \(countdown.seconds) s, \(countdown.secondsLeft(at: now)) left, \(pace)"
      )
    }
    for (activity, turn) in workshop.turns.sorted(by: { $0.key < $1.key }) {
      lines.append("turn \(activity): \(turn)")
    }
    for (activity, names) in workshop.ready.sorted(by: { $0.key < $1.key }) {
      lines.append("ready \(activity): " + names.sorted().joined(separator: ", "))
    }
    lines += workshop.boards.flatMap(board)
    lines += workshop.order.compactMap { workshop.card($0) }.flatMap(card)
    lines += workshop.polls.flatMap(poll)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func board(_ board: Board) -> [String] {
    let more = [board.canvas, board.sheet, board.about].map { $0 ?? "-" }.joined(separator: " ")
    return ["board \(board.id) \"\(board.title.text(in: "en"))\" \(more)"]
      + board.zones.map { "  zone \($0.id) \"\($0.title.text(in: "en"))\"" }
  }

  private static func card(_ card: Card) -> [String] {
    let bin = card.isGone ? ", in the bin" : ""
    let values = card.values.sorted { $0.key < $1.key }.map { field, value in
      let rivals = value.rivals.map { " rival \($0.text.debugDescription) by \($0.by)" }
      return "  \(field) = \(value.text.debugDescription) by \(value.by)" + rivals.joined()
    }
    let team = card.members(of: "team").map { "  team \($0)" }
    return ["card \(card.id) by \(card.by) at \(card.added), voices \(card.voices)\(bin)"]
      + values + team
  }

  private static func poll(_ poll: Poll) -> [String] {
    let tally = Tally(of: poll)
    let phase = (poll.isOpen ? "open" : "closed") + (poll.isRevealed ? ", revealed" : "")
    return [
      "poll \(poll.id) of \(poll.activity) \"\(poll.question)\" \(poll.method.rawValue) \(phase)",
      "  voters \(tally.voters), ballots \(tally.ballots), late \(tally.late)",
    ]
      + tally.rows.map {
        "  \($0.rank). \($0.option): \($0.score) in \($0.marked)\($0.isChosen ? ", chosen" : "")"
      }
  }
}
