import Workshop

/// A result to read at the desk: paper, hands and screens apart and together, and the same ballots
/// under other rules.
enum VotePage {
  static func page(_ scene: Scene, _ poll: Poll) -> Page {
    guard let tally = Counted.tally(poll) else { return Page(title: "The result", lines: []) }
    var lines = (VoteRemarks(scene, poll)?.all ?? []).map { Page.Row(text: $0) }
    lines += ways(scene, poll, tally) + rules(scene, poll)
    return Page(title: "The result: \(poll.question)", lines: lines)
  }

  private static func ways(_ scene: Scene, _ poll: Poll, _ tally: Tally) -> [Page.Row] {
    let head = Page.Row(text: scene.say("By the way in"), isHeading: true)
    let voters = Page.Row(
      term: scene.say("Voters"),
      text: "\(tally.voters)  " + scene.turnout(poll))
    let rows = tally.rows.map { row -> Page.Row in
      let parts =
        tally.parts.count < 2
        ? []
        : tally.parts.map { part in
          "\(scene.say(part.way.noun)) "
            + (part.scores[row.option].map { scene.score($0, poll) } ?? "–")
        }
      let all = scene.score(row.score, poll)
      return Page.Row(
        term: "\(row.rank) \(scene.workshop.label(ofOption: row.option))",
        text: all + (parts.isEmpty ? "" : "  (" + parts.joined(separator: " · ") + ")"))
    }
    return [Page.Row(text: ""), head, voters] + rows
  }

  private static func rules(_ scene: Scene, _ poll: Poll) -> [Page.Row] {
    guard let recount = Counted.recount(poll) else { return [] }
    let shown = max(3, min(poll.winners + 1, 6))
    let rows = recount.results.map { result in
      let places = result.places.prefix(shown).map { place in
        "\(place.rank) \(scene.workshop.label(ofOption: place.option))"
      }
      return Page.Row(
        term: scene.name(of: result.rule, in: poll), text: places.joined(separator: " · "))
    }
    let left =
      recount.leftOut == 0
      ? []
      : [
        Page.Row(
          text: scene.say("Not in the recount, known by totals alone: \(recount.leftOut)"),
          isWarning: true)
      ]
    return [
      Page.Row(text: ""),
      Page.Row(text: scene.say("The same ballots by other rules"), isHeading: true),
    ] + rows + left
  }
}
