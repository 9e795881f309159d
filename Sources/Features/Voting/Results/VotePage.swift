import Cards
import Languages
import Shell
import WorkshopCore

/// A result to read at the desk: every option with the cut, paper, hands and screens apart and together,
/// and the same ballots under other rules, side by side.
enum VotePage {
  /// The columns of a rank and the air after it.
  private static let margin = 5

  static func page(_ scene: Scene, _ poll: Poll) -> Page {
    guard let tally = Counted.tally(poll) else { return Page(title: "The result", lines: []) }
    var lines = (VoteRemarks(scene, poll)?.all ?? []).map { Page.Row(text: $0, margin: 0) }
    lines += options(scene, poll, tally) + rules(scene, poll)
    return Page(title: "The result: \(scene.question(of: poll))", lines: lines)
  }

  private static func options(_ scene: Scene, _ poll: Poll, _ tally: Tally) -> [Page.Row] {
    let cut = VoteCut(scene, poll, tally)
    let ways = scene.turnout(poll)
    let voters = [scene.say("Voters: \(tally.voters)"), ways, scene.presence(at: poll) ?? ""]
      .filter { !$0.isEmpty }
    let rows = cut.rows.enumerated().flatMap { index, row -> [Page.Row] in
      let isTied = tally.rows.count { $0.rank == row.rank } > 1
      let name = scene.workshop.label(ofOption: row.option)
      let option = Page.Row(
        term: "\(row.rank)",
        text: name + (isTied ? " (\(scene.say("tie")))" : "")
          + (cut.chosen.contains(row.option) ? " ✓" : ""), margin: margin,
        value: scene.score(row.score, poll))
      let line =
        index == cut.place
        ? [Page.Row(text: "── \(scene.say(cut.label)) ──", isQuiet: true, margin: 0)] : []
      return line + [option] + parts(row, scene, poll, tally)
    }
    return [Page.Row(text: " "), Page.Row(text: voters.joined(separator: " · "), isHeading: true)]
      + rows
  }

  /// What came in each way, beneath the option.
  private static func parts(
    _ row: Tally.Row, _ scene: Scene, _ poll: Poll, _ tally: Tally
  ) -> [Page.Row] {
    guard tally.parts.count > 1 else { return [] }
    let parts = tally.parts.map { part in
      "\(scene.say(part.way.noun)) "
        + (part.scores[row.option].map { scene.score($0, poll) } ?? "–")
    }
    return [Page.Row(text: parts.joined(separator: " · "), isQuiet: true, margin: margin)]
  }

  /// Places under every rule, a column each; the letters above the columns are told beneath.
  private static func rules(_ scene: Scene, _ poll: Poll) -> [Page.Row] {
    guard let recount = Counted.recount(poll), let own = recount.results.first else { return [] }
    let letters = recount.results.indices.map { String(UnicodeScalar(UInt8(0x61 + $0 % 26))) }
    let digits = String(poll.options.count).count
    let columns = { (cells: [String]) in
      cells.map { String(repeating: " ", count: max(0, digits + 2 - $0.count)) + $0 }.joined()
    }
    let rows = own.places.map { place in
      let ranks = recount.results.map { result in
        result.places.first { $0.option == place.option }.map { String($0.rank) } ?? "–"
      }
      return Page.Row(
        text: scene.workshop.label(ofOption: place.option), margin: 0, value: columns(ranks))
    }
    let names = zip(letters, recount.results).map { "\($0) \(scene.name(of: $1.rule, in: poll))" }
    let left =
      recount.leftOut == 0
      ? []
      : [
        Page.Row(
          text: scene.say("Not in the recount, known by totals alone: \(recount.leftOut)"),
          isWarning: true, margin: 0)
      ]
    return [
      Page.Row(text: " "),
      Page.Row(text: scene.say("The same ballots by other rules: places"), isHeading: true),
      Page.Row(text: names.joined(separator: " · "), isQuiet: true, margin: 0),
      Page.Row(text: " ", margin: 0, value: columns(letters)),
    ] + rows + left
  }
}
