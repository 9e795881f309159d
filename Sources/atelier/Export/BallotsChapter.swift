import Report
import Workshop

extension Chapter {
  /// Every ballot of every vote that was revealed, without names: anybody can count again by hand.
  static let ballots = Chapter("Ballots, to count again") { scene in
    scene.workshop.polls.filter { $0.isRevealed && !$0.countedBallots.isEmpty }.flatMap { poll in
      BallotTable.blocks(poll, scene)
    }
  }
}

private enum BallotTable {
  /// The options with their numbers, then a line a ballot with what it gave to each, and the sums.
  ///
  /// Ballots stand in the order of their marks, which tells nothing of who cast them or when.
  static func blocks(_ poll: Poll, _ scene: Scene) -> [Report.Block] {
    let marks = poll.marksWithoutNames
    let plan = scene.workshop.plan
    let session = plan.session(of: poll.activity).map { scene.say($0.title) }
    let place = [session, plan.activity(poll.activity).map { scene.say($0.title) }]
    let numbers = poll.options.indices.map { String($0 + 1) }
    let sums = poll.options.map { option in marks.reduce(0) { $0 + ($1[option] ?? 0) } }
    let paper = poll.counted?.totals ?? [:]
    let onPaper = paper.isEmpty ? [] : [scene.say("On paper")]
    let options = zip(numbers, zip(poll.options, sums)).map { number, option -> [String] in
      let (id, sum) = option
      let counted = paper[id] ?? 0
      return [number, scene.workshop.label(ofOption: id)] + onPaper.map { _ in String(counted) }
        + [String(sum + counted)]
    }
    let rows = marks.enumerated().map { index, ballot in
      [String(index + 1)] + poll.options.map { ballot[$0].map(String.init) ?? "" }
    }
    let right = Report.Alignment.trailing
    return [
      .heading(level: 2, place.compactMap { $0 }.joined(separator: " · ")),
      .paragraph(poll.question),
      .table(
        header: [scene.say("No."), scene.say("Option")] + onPaper + [scene.say("In all")],
        rows: options, alignment: [right, .leading] + onPaper.map { _ in right } + [right]),
      .table(
        header: [scene.say("Ballot")] + numbers,
        rows: rows + [[scene.say("In all")] + sums.map(String.init)],
        alignment: ([0] + poll.options.indices.map { $0 + 1 }).map { _ in right }),
    ]
  }
}
